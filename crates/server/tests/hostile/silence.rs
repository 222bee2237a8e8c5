//! What the log tells: routes, kinds of people, times. Never a name, a
//! number, a word of an appeal, a password, a token or a code. (OWASP ASVS
//! 16.2; 个人信息保护法 第六条)

use std::io::Write;
use std::sync::{Arc, Mutex};

use serde_json::json;
use server::Options;
use store::NewHook;
use tracing_subscriber::fmt::MakeWriter;

use crate::files::PNG;
use crate::world::{PASSWORD, World};

/// The log, kept.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Kept {
    type Writer = Kept;

    fn make_writer(&'a self) -> Kept {
        self.clone()
    }
}

const NAME: &str = "欧阳静默";
const PHONE: &str = "13777654321";
const ADDRESS: &str = "无言路七号";
const STORY: &str = "静默的故事不该出现";
const EXTERNAL: &str = "external-of-silence";

#[test]
fn a_life_goes_by_and_the_log_names_nobody() {
    let kept = Kept::default();
    let lines = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(kept.clone());
    lines.with_ansi(false).init();

    let world = World::new();
    let mut secrets: Vec<String> =
        [NAME, PHONE, ADDRESS, STORY, EXTERNAL, PASSWORD, "wrong password"].map(str::to_owned).to_vec();
    secrets.extend(live(&world));

    let log = String::from_utf8(kept.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("operator_register") && log.contains("open_session"), "the log was listened to");
    for secret in secrets {
        assert!(secret.len() > 5, "{secret:?} would be found by chance");
        let line = log.lines().find(|line| line.contains(&secret));
        assert!(line.is_none(), "{secret}: {line:?}");
    }
}

/// What people do, well and badly; the secrets that came up.
fn live(world: &World) -> Vec<String> {
    let log_in =
        |password: &str| world.post("", "/api/sessions", json!({"login": "leader", "password": password}));
    let session = log_in(PASSWORD).json["token"].as_str().unwrap().to_owned();
    log_in("wrong password");

    let caller = json!({"name": NAME, "phone": PHONE, "more": {"address": ADDRESS}});
    let number = world.register(json!({"content": STORY, "title": STORY, "caller": caller}));
    let code = world.code(&number);
    world.dispatch(&number);
    world.done("handler", &number, "signings", json!({"part": 1}));
    let attach = world.ask("handler", "POST", &format!("/api/handler/orders/{number}/attachments"));
    attach.header("if-match", "*").bytes(PNG.to_vec()).send();
    world.get("operator", &format!("/api/orders/{number}"));
    world.get("operator", &format!("/api/orders/search?q={}", percent(STORY)));
    world.post("operator", "/api/operator/caller-lookups", json!({"phone": PHONE}));
    world.post("operator", &format!("/api/operator/orders/{number}/calls"), json!({"reason": STORY}));
    world.post("leader", "/api/leader/exports", json!({"reason": STORY}));
    world.post("auditor", "/api/auditor/leak-traces", json!({"excerpt": STORY, "reason": STORY}));
    let order = format!("/api/citizen/orders/{number}");
    world.ask("", "GET", &order).header("query-code", &code).send();
    world.ask("", "GET", &order).header("query-code", "WRONGCODE").send();
    let appeal = json!({"content": STORY, "caller": caller});
    world.post("system:intake", "/api/outside/appeals", json!({"external": EXTERNAL, "appeal": appeal}));
    world.get("system:intake", &format!("/api/outside/appeals/{EXTERNAL}"));
    let ringing = json!({"call": "a-call", "event": "ringing", "phone": PHONE, "login": "operator"});
    world.post("system:switch", "/api/outside/call-events", ringing);

    // What is not understood is not noted either.
    for bad in [json!({"content": STORY, "caller": PHONE}), json!({STORY: PHONE}), json!([NAME])] {
        world.post("operator", "/api/operator/orders", bad);
    }
    world.get("operator", &format!("/api/orders/{}", percent(NAME)));
    world.get("operator", &format!("/{}?phone={PHONE}", percent(NAME)));
    world.get("operator", &format!("/api/orders?after={PHONE}&x={}", percent(NAME)));

    let key = world.put("administrator", "/api/administrator/systems/quiet", json!({"role": "intake"}));
    let hook = json!({"url": "https://hooks.example/told"});
    let secret = world.put("administrator", "/api/administrator/hooks/quiet", hook);
    let factor = world.post("administrator", "/api/me/second-factor", json!({}));
    let person = json!({"name": NAME, "role": "handler", "unit": "unit-001", "password": "six silent lanterns", "email": "quiet@example.org"});
    world.put("administrator", "/api/administrator/people/quiet", person);
    let said = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    vec![
        session,
        code,
        number,
        said(&key.json["key"]),
        said(&secret.json["secret"]),
        said(&factor.json["secret"]),
        "six silent lanterns".to_owned(),
        "quiet@example.org".to_owned(),
    ]
}

#[test]
fn what_is_set_is_shown_without_its_secrets() {
    let shown = format!("{:?}", Options::default());
    assert!(shown.contains("calls_a_minute"));
    let url: store::DatabaseUrl = "postgres://minsheng:hidden-word@127.0.0.1/city".parse().unwrap();
    let wrong = "postgres://minsheng:hidden-word@127.0.0.1/city?no_such=1".parse::<store::DatabaseUrl>();
    let totp = store::Totp { secret: b"hidden-word".to_vec(), confirmed: true, last_step: 1 };
    let hook = NewHook {
        name: "a".to_owned(),
        url: "https://hooks.example".to_owned(),
        secret: b"hidden-word".to_vec(),
        events: Vec::new(),
        created_at: domain::Moment(0),
    };
    let identity = store::Identity { name: NAME.to_owned(), phone: PHONE.to_owned(), ..Default::default() };
    let bytes = format!("{:?}", b"hidden-word");
    for shown in [
        format!("{url:?}"),
        format!("{wrong:?}"),
        format!("{totp:?}"),
        format!("{hook:?}"),
        format!("{identity:?}"),
    ] {
        for secret in ["hidden-word", &bytes, NAME, PHONE] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
