//! A small city behind a server, without a socket: calls go straight into the
//! router, and every answer of JSON is held against the OpenAPI document.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use domain::Moment;
use domain::codes::UnitKind;
use domain::units::Unit;
use serde_json::{Value, json};
use server::{App, Options, guard};
use sm3::{Digest as _, Sm3};
use store::testing::Fresh;
use store::{NewSession, Person, Store, System};
use tests::city;
use tower::ServiceExt as _;

/// Monday, 2 March 2026, 10:00 in the city.
pub const START: i64 = 1_772_416_800_000;

/// The city, its server, and a clock that tests set.
pub struct World {
    pub app: App,
    pub store: Store,
    pub clock: Arc<AtomicI64>,
    router: Router,
    _files: tempfile::TempDir,
    fresh: Fresh,
}

/// An answer.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
    pub json: Value,
}

/// People: log-in, role, unit, outsourced.
const PEOPLE: &[(&str, &str, &str, bool)] = &[
    ("operator", "operator", "hotline", false),
    ("shift_leader", "shift_leader", "hotline", false),
    ("dispatcher", "dispatcher", "hotline", false),
    ("coordinator", "coordinator", "unit-001", false),
    ("handler", "handler", "unit-001", false),
    ("handler2", "handler", "unit-002", false),
    ("village", "handler", "village", false),
    ("reply_reviewer", "reply_reviewer", "hotline", false),
    ("caller_back", "caller_back", "hotline", false),
    ("supervisor", "supervisor", "hotline", false),
    ("supervisor2", "supervisor", "hotline", false),
    ("adjudicator", "adjudicator", "hotline", false),
    ("knowledge_editor", "knowledge_editor", "hotline", false),
    ("leader", "leader", "city", false),
    ("administrator", "administrator", "hotline", false),
    ("auditor", "auditor", "hotline", false),
    ("out_operator", "operator", "hotline", true),
    ("out_caller_back", "caller_back", "hotline", true),
    ("out_dispatcher", "dispatcher", "hotline", true),
];

/// The password of everybody.
pub const PASSWORD: &str = "three quiet lamps";

impl World {
    /// A world on SQLite.
    pub fn new() -> Self {
        Self::with(patient())
    }

    /// A world whose server is set so.
    pub fn with(options: Options) -> Self {
        Self::on(Fresh::sqlite(), options)
    }

    /// A world on a store of either engine.
    pub fn on(fresh: Fresh, options: Options) -> Self {
        let store = fresh.open();
        city::seed(&store, 3).unwrap();
        let village = Unit {
            code: "village".into(),
            name: "village".to_owned(),
            kind: UnitKind::Village,
            parent: Some("unit-001".into()),
            place: None,
        };
        store.put_units(vec![village]).unwrap();
        store.put_people(PEOPLE.iter().map(person).collect()).unwrap();
        for (name, role) in [("intake", "intake"), ("switch", "switch"), ("monitor", "monitor")] {
            store.put_system(system(name, role)).unwrap();
        }
        let files = tempfile::tempdir().unwrap();
        let clock = Arc::new(AtomicI64::new(START));
        let told = clock.clone();
        let options = Options { files: files.path().to_owned(), ..options };
        let app =
            App::with_clock(store.clone(), options, Arc::new(move || Moment(told.load(Ordering::SeqCst))));
        let app = app.unwrap();
        let world = Self { router: guard::router(&app), app, store, clock, _files: files, fresh };
        // At once, so that the store writes them together.
        std::thread::scope(|scope| {
            for (login, ..) in PEOPLE {
                scope.spawn(|| world.session(login));
            }
        });
        world
    }

    /// Opens a session with the token that [`token`] says.
    pub fn session(&self, login: &str) {
        let token_hash = Sm3::digest(token(login).as_bytes()).into();
        let at = self.now();
        let ends_at = at.plus_millis(1_000_000_000_000);
        self.store
            .open_session(NewSession {
                token_hash,
                login: login.to_owned(),
                at,
                ends_at,
                about: String::new(),
            })
            .unwrap();
    }

    pub fn now(&self) -> Moment {
        Moment(self.clock.load(Ordering::SeqCst))
    }

    /// Lets so many milliseconds pass.
    pub fn pass(&self, millis: i64) {
        self.clock.fetch_add(millis, Ordering::SeqCst);
    }

    /// A call of somebody: a log-in, `system:NAME`, or nobody.
    pub fn ask(&self, by: &str, method: &str, path: &str) -> Ask<'_> {
        let ask = Ask { world: self, request: Request::builder().method(method).uri(path), body: Vec::new() };
        match by {
            "" => ask,
            by => ask.header("authorization", &format!("Bearer {}", token(by))),
        }
    }

    pub fn get(&self, by: &str, path: &str) -> Answer {
        self.ask(by, "GET", path).send()
    }

    /// A post of JSON, on whatever version.
    pub fn post(&self, by: &str, path: &str, body: Value) -> Answer {
        self.ask(by, "POST", path).header("if-match", "*").json(&body).send()
    }

    pub fn put(&self, by: &str, path: &str, body: Value) -> Answer {
        self.ask(by, "PUT", path).json(&body).send()
    }

    pub fn delete(&self, by: &str, path: &str) -> Answer {
        self.ask(by, "DELETE", path).send()
    }

    /// Registers an appeal about a matter of unit 1; its number.
    pub fn register(&self, more: Value) -> String {
        let mut appeal = json!({
            "title": "路灯不亮", "content": "门口的路灯三天不亮了", "demand": "请修好", "matter": "001", "kind": "help",
            "caller": {"name": "王小明", "phone": "13800138000"},
        });
        merge(&mut appeal, more);
        let answer = self.post("operator", "/api/operator/orders", appeal);
        assert_eq!(answer.status, 201, "{}", answer.json);
        answer.json["number"].as_str().unwrap().to_owned()
    }

    /// Accepts and dispatches to unit 1.
    pub fn dispatch(&self, number: &str) {
        self.done("operator", number, "acceptances", json!({}));
        let basis = json!({"by": "directory", "entry": "duty-001", "version": 1});
        let act =
            json!({"lead": "unit-001", "assists": [], "basis": basis, "manner": "direct", "copy_to": null});
        self.done("dispatcher", number, "dispatches", act);
    }

    /// An act that must go through; the order's version after it.
    pub fn done(&self, by: &str, number: &str, noun: &str, body: Value) -> u64 {
        let answer = self.act(by, number, noun, body);
        assert_eq!(answer.status, 201, "{by} {noun}: {}", answer.json);
        answer.json["version"].as_u64().unwrap()
    }

    /// An act, under the role of whoever acts.
    pub fn act(&self, by: &str, number: &str, noun: &str, body: Value) -> Answer {
        self.post(by, &format!("/api/{}/orders/{number}/{noun}", segment(by)), body)
    }

    /// Adds a file to a part of an order; its hash.
    pub fn attach(&self, by: &str, number: &str, part: u16, bytes: &[u8]) -> String {
        let path = format!("/api/{}/orders/{number}/attachments?part={part}", segment(by));
        let answer = self.ask(by, "POST", &path).bytes(bytes.to_vec()).send();
        assert_eq!(answer.status, 201, "{}", answer.json);
        store::hex(&Sm3::digest(bytes))
    }

    /// A citizen's call about an order, with its code.
    pub fn citizen(&self, method: &str, number: &str, noun: &str, body: Value) -> Answer {
        let path = format!("/api/citizen/orders/{number}/{noun}");
        let ask = self.ask("", method, path.trim_end_matches('/')).header("query-code", &self.code(number));
        if body.is_null() { ask.send() } else { ask.json(&body).send() }
    }

    /// A citizen's file.
    pub fn citizen_file(&self, number: &str, bytes: &[u8]) -> Answer {
        let path = format!("/api/citizen/orders/{number}/attachments");
        self.ask("", "POST", &path).header("query-code", &self.code(number)).bytes(bytes.to_vec()).send()
    }

    /// The store as another process on the same database has it.
    pub fn elsewhere(&self) -> Store {
        self.fresh.open()
    }

    /// The query code of an order.
    pub fn code(&self, number: &str) -> String {
        self.store.query_code(number)
    }
}

/// A world on each engine that is there.
pub fn worlds() -> Vec<World> {
    let both = [Some(Fresh::sqlite()), Fresh::postgres()];
    both.into_iter().flatten().map(|fresh| World::on(fresh, patient())).collect()
}

/// Sessions may lie idle for a year, so that lives can be told in one go.
fn patient() -> Options {
    let idle = std::time::Duration::from_secs(365 * 24 * 3600);
    Options { idle, calls_a_minute: 1_000_000, strangers_a_minute: 1_000_000, ..Options::default() }
}

/// The piece of path of somebody's role.
pub fn segment(login: &str) -> String {
    let (_, role, ..) = PEOPLE.iter().find(|(known, ..)| *known == login).unwrap();
    role.replace('_', "-")
}

/// The token of somebody's session, or of a system.
pub fn token(by: &str) -> String {
    match by.strip_prefix("system:") {
        Some(name) => format!("mss_{name}"),
        None => format!("token of {by}"),
    }
}

fn person((login, role, unit, outsourced): &(&str, &str, &str, bool)) -> Person {
    static HASH: OnceLock<String> = OnceLock::new();
    let hash = HASH.get_or_init(|| server::log_in::Passwords::default().hash_new(PASSWORD, "").unwrap());
    Person {
        login: (*login).to_owned(),
        name: format!("名{login}"),
        role: (*role).to_owned(),
        unit: (*unit).to_owned(),
        outsourced: *outsourced,
        password_hash: hash.clone(),
        active: true,
    }
}

fn system(name: &str, role: &str) -> System {
    System {
        name: name.to_owned(),
        role: role.to_owned(),
        unit: String::new(),
        token_hash: Sm3::digest(token(&format!("system:{name}")).as_bytes()).into(),
        created_at: Moment(START),
    }
}

/// Puts the fields of one object into another.
pub fn merge(into: &mut Value, from: Value) {
    if let (Value::Object(into), Value::Object(from)) = (into, from) {
        into.extend(from);
    }
}

/// A call under construction.
pub struct Ask<'a> {
    world: &'a World,
    request: axum::http::request::Builder,
    body: Vec<u8>,
}

impl Ask<'_> {
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    pub fn json(self, body: &Value) -> Self {
        self.header("content-type", "application/json").bytes(body.to_string().into_bytes())
    }

    pub fn bytes(mut self, bytes: Vec<u8>) -> Self {
        self.body = bytes;
        self
    }

    pub fn send(self) -> Answer {
        let request = self.request.body(Body::from(self.body)).unwrap();
        let (method, path) = (request.method().to_string(), request.uri().path().to_owned());
        let router = self.world.router.clone();
        let answer = runtime().block_on(async {
            let response = router.oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
            let json = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
            Answer { status: parts.status, headers: parts.headers, bytes, json }
        });
        assert_ne!(answer.status, 500, "{method} {path}: {}", answer.json);
        crate::schema::check(&self.world.app, &method, &path, &answer);
        answer
    }
}

/// One runtime for all tests of the process.
pub fn runtime() -> &'static tokio::runtime::Runtime {
    static RUNTIME: OnceLock<tokio::runtime::Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap())
}

/// Header values by name, for messages.
pub fn header(answer: &Answer, name: &str) -> String {
    answer.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}
