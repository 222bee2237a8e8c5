//! One call after another.

use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body as HttpBody, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderName, HeaderValue, Request, Uri};
use rand::RngExt as _;
use rand::rngs::StdRng;
use serde_json::Value;
use server::guard;
use server::route::{Answers, Body, Route, Who};
use tower::ServiceExt as _;

use super::city::City;
use super::dice::{one, percent, word};
use super::spoil::{self, EVIL};
use super::valid;
use crate::world::{Answer, runtime, token};

/// The largest body that is drawn: memory is tried elsewhere.
const LARGEST_FILE: usize = 20_000;

/// Makes calls.
pub struct Caller<'a> {
    city: &'a City,
    router: Router,
    dice: StdRng,
}

impl<'a> Caller<'a> {
    pub fn new(city: &'a City, dice: StdRng) -> Self {
        Self { city, router: guard::router(&city.world.app), dice }
    }

    /// Makes one call; the status of its answer, which is as the document
    /// says.
    pub fn call(&mut self) -> u16 {
        let city = self.city;
        let routes = city.world.app.routes();
        let mut route = &routes[self.dice.random_range(0..routes.len())];
        // Checking a password takes long, and a stream does not end.
        while route.id == "live" || (is_slow(route) && !percent(&mut self.dice, 5)) {
            route = &routes[self.dice.random_range(0..routes.len())];
        }
        let number = one(&mut self.dice, &city.numbers).clone();
        let path = self.path(route, &number);
        let query = self.query(route);
        let Ok(uri) = format!("{path}{query}").parse::<Uri>() else { return 0 };
        // Everybody calls from elsewhere, so that nobody calls too often.
        let address = SocketAddr::from((self.dice.random::<[u8; 4]>(), 40_000));
        let mut request = Request::builder().method(route.method.clone()).uri(uri);
        request = request.extension(ConnectInfo(address));
        for (name, value) in self.headers(route, &number) {
            request = request.header(name, value);
        }
        let body = self.body(route);
        let told = format!("{} {path}{query} {}", route.method, text_of(&body));
        let answer = self.send(request.body(HttpBody::from(body)).unwrap());
        check(city, route, &path, &answer, &told);
        answer.status.as_u16()
    }

    fn path(&mut self, route: &Route, number: &str) -> String {
        let mut path = route.path.clone();
        for name in ["number", "login", "name", "hash", "id", "external", "call", "code", "n"] {
            let place = format!("{{{name}}}");
            if path.contains(&place) {
                let piece = self.piece(name, number);
                path = path.replace(&place, &piece);
            }
        }
        path
    }

    /// What stands in a place of the path.
    fn piece(&mut self, name: &str, number: &str) -> String {
        let dice = &mut self.dice;
        if percent(dice, 15) {
            let evil = word(dice, EVIL);
            return if evil.is_empty() { "%20".to_owned() } else { encoded(evil) };
        }
        if percent(dice, 2) {
            return "%ff%fe%c0%af".to_owned();
        }
        if percent(dice, 3) {
            return "9".repeat(dice.random_range(1..5_000));
        }
        match name {
            "number" => number.to_owned(),
            "login" => format!("fuzz-{}", dice.random_range(0..5)),
            // Sessions of our own people are not to end.
            "id" => dice.random_range(1_000..2_000).to_string(),
            "call" => dice.random_range(0..9).to_string(),
            _ => format!("fuzz-{}", dice.random_range(0..5)),
        }
    }

    fn query(&mut self, route: &Route) -> String {
        let operation = &self.city.document["paths"][&route.path][route.method.as_str().to_lowercase()];
        let mut pairs = Vec::new();
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            if parameter["in"] != "query" || !percent(&mut self.dice, 30) {
                continue;
            }
            let name = parameter["name"].as_str().unwrap();
            let value = valid::value(self.city, &mut self.dice, &parameter["schema"], name, 0);
            let values = if let Value::Array(values) = value { values } else { vec![value] };
            for value in values {
                let text = value.as_str().map_or(value.to_string(), str::to_owned);
                let text =
                    if percent(&mut self.dice, 20) { word(&mut self.dice, EVIL) } else { text.as_str() };
                pairs.push(format!("{name}={}", encoded(text)));
            }
        }
        if percent(&mut self.dice, 5) {
            pairs.push(format!("{0}={0}&{0}", encoded(word(&mut self.dice, EVIL))));
        }
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }

    fn headers(&mut self, route: &Route, number: &str) -> Vec<(HeaderName, HeaderValue)> {
        let mut headers: Vec<(&'static str, String)> = Vec::new();
        let by = self.somebody(route);
        if !by.is_empty() {
            headers.push(("authorization", format!("Bearer {}", token(&by))));
        }
        if matches!(route.who, Who::Citizen) {
            headers.push(("query-code", self.city.world.code(number)));
        }
        if !percent(&mut self.dice, 5) {
            let version = self.dice.random_range(0..6).to_string();
            headers.push(("if-match", if percent(&mut self.dice, 80) { "*".to_owned() } else { version }));
        }
        if percent(&mut self.dice, 20) {
            headers.push(("idempotency-key", format!("key-{}", self.dice.random_range(0..2_000))));
        }
        if route.is_page() && matches!(route.who, Who::Citizen) {
            let until = self.city.world.now().plus_minutes(10).0;
            let proof = self.city.world.store.ticket("order", &format!("{number} {until}"));
            headers.push(("cookie", format!("minsheng_order={until}.{proof}")));
        }
        match route.body {
            Body::None => {}
            Body::Form => {
                headers.push(("sec-fetch-site", "same-origin".to_owned()));
                headers.push(("content-type", "multipart/form-data; boundary=edge".to_owned()));
            }
            _ => headers.push(("content-type", "application/json".to_owned())),
        }
        let names: &[&'static str] = &[
            "authorization",
            "cookie",
            "query-code",
            "if-match",
            "idempotency-key",
            "content-type",
            "content-length",
            "accept",
            "user-agent",
            "x-forwarded-for",
            "sec-fetch-site",
            "origin",
            "host",
            "last-event-id",
        ];
        if percent(&mut self.dice, 12) {
            headers.push((word(&mut self.dice, names), word(&mut self.dice, EVIL).to_owned()));
        }
        if percent(&mut self.dice, 5) {
            headers.push((word(&mut self.dice, names), "x".repeat(10_000)));
        }
        let built = headers.into_iter().filter_map(|(name, value)| {
            Some((HeaderName::from_static(name), HeaderValue::from_bytes(value.as_bytes()).ok()?))
        });
        // The later one counts.
        built.rev().fold(Vec::new(), |mut headers, header| {
            if headers.iter().all(|(name, _)| *name != header.0) {
                headers.push(header);
            }
            headers
        })
    }

    /// Somebody who may ask the route, or now and then somebody who may not.
    fn somebody(&mut self, route: &Route) -> String {
        const ALL: &[&str] =
            &["operator", "handler2", "village", "out_operator", "leader", "system:switch", ""];
        if percent(&mut self.dice, 7) {
            return word(&mut self.dice, ALL).to_owned();
        }
        match &route.who {
            Who::Anybody | Who::Citizen => String::new(),
            Who::Staff { roles, .. } => one(&mut self.dice, roles).code().to_owned(),
            Who::Systems(roles) => format!("system:{}", one(&mut self.dice, roles).code()),
        }
    }

    fn body(&mut self, route: &Route) -> Vec<u8> {
        let city = self.city;
        match &route.body {
            Body::None if percent(&mut self.dice, 95) => Vec::new(),
            Body::None => b"{}".to_vec(),
            Body::File => self.file(),
            Body::Form => self.form(),
            Body::Json(_) => {
                let method = route.method.as_str().to_lowercase();
                let content = &city.document["paths"][&route.path][method]["requestBody"]["content"];
                let schema = &content["application/json"]["schema"];
                let mut body = valid::value(city, &mut self.dice, schema, "", 0);
                match self.dice.random_range(0..10) {
                    0..6 => {}
                    6..9 => spoil::value(&mut self.dice, &mut body),
                    _ => return spoil::bytes(&mut self.dice, &body),
                }
                body.to_string().into_bytes()
            }
        }
    }

    /// A form of the portal, with whatever fields and files.
    fn form(&mut self) -> Vec<u8> {
        const FIELDS: &[&str] = &[
            "once",
            "story",
            "demand",
            "kind",
            "place",
            "spot",
            "phone",
            "show",
            "join",
            "look",
            "number",
            "code",
            "text",
            "sure",
            "good",
            "contacted",
            "solved",
            "satisfied",
            "reason",
            "subject",
            "confirmed",
            "helpful",
        ];
        let mut body = Vec::new();
        for _ in 0..self.dice.random_range(0..8) {
            let (name, text) = (word(&mut self.dice, FIELDS), word(&mut self.dice, EVIL));
            let text = if percent(&mut self.dice, 50) { text } else { "yes" };
            let field =
                format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n");
            body.extend(field.bytes());
        }
        if percent(&mut self.dice, 20) {
            body.extend(b"--edge\r\ncontent-disposition: form-data; name=\"files\"; filename=\"x\"\r\n\r\n");
            body.extend(self.file());
            body.extend(b"\r\n");
        }
        if percent(&mut self.dice, 90) {
            body.extend(b"--edge--\r\n");
        }
        body
    }

    /// Bytes that begin as a picture, a sound or a document does.
    fn file(&mut self) -> Vec<u8> {
        const BEGINNINGS: &[&[u8]] = &[
            b"\xff\xd8\xff\xe1\x00\x40Exif\0\0II*\0\x08\0\0\0",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            b"%PDF-1.7\n",
            b"PK\x03\x04",
            b"ID3\x04\0\0\0\0\x7f\x7f",
            b"RIFF\xff\xff\xff\xffWAVEfmt ",
            b"RIFF\x10\0\0\0WEBPVP8X",
            b"\0\0\0\x18ftypmp42",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>",
            b"<!DOCTYPE html><script>",
            b"MZ",
            b"",
        ];
        let rest = self.dice.random_range(0..LARGEST_FILE);
        let rest: Vec<u8> = (0..rest).map(|_| self.dice.random()).collect();
        [one(&mut self.dice, BEGINNINGS), rest.as_slice()].concat()
    }

    fn send(&self, request: Request<HttpBody>) -> Answer {
        let router = self.router.clone();
        runtime().block_on(async {
            let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
            let json = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
            Answer { status: parts.status, headers: parts.headers, bytes, json }
        })
    }
}

/// Whether answering means to check a password.
fn is_slow(route: &Route) -> bool {
    matches!(route.id.as_str(), "open_session" | "change_password" | "put_person")
}

fn check(city: &City, route: &Route, path: &str, answer: &Answer, told: &str) {
    let told: String = told.chars().take(3_000).collect();
    let status = answer.status;
    assert!(!status.is_server_error(), "{status} {} to {told}", answer.json);
    let media_type = crate::world::header(answer, "content-type");
    let page = route.is_page() && media_type.starts_with("text/html");
    if page || matches!(route.answer, Answers::Page) && status.as_u16() < 400 {
        // Pages are no part of the document.
        return;
    }
    let operation = &city.document["paths"][&route.path][route.method.as_str().to_lowercase()];
    if status.is_success() {
        let promised = &operation["responses"][status.as_str()];
        assert!(!promised.is_null(), "{status} is not promised: {told}");
        let plain = media_type.split(';').next().unwrap_or_default();
        let kinds = promised["content"].as_object();
        let fits = kinds.is_none_or(|kinds| kinds.contains_key(plain) || kinds.contains_key("*/*"));
        assert!(fits, "{media_type} is not promised: {told}");
    } else {
        assert_eq!(media_type, "application/problem+json", "{status} to {told}");
        assert_eq!(answer.json["status"], status.as_u16(), "{told}");
    }
    crate::schema::check(&city.world.app, route.method.as_str(), path, answer);
}

fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

fn text_of(body: &[u8]) -> String {
    String::from_utf8_lossy(body).into_owned()
}
