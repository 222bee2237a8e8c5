//! Tokens that were planted, forged, stolen or are over; and what a session
//! may do once its person changes. (OWASP ASVS 7, 3.5)

use serde_json::{Value, json};
use server::Options;
use store::Person;

use crate::world::{Answer, PASSWORD, World, header, token};

fn log_in(world: &World, cookie: &str) -> Answer {
    let ask = world.ask("", "POST", "/api/sessions");
    let ask = if cookie.is_empty() { ask } else { ask.header("cookie", cookie) };
    ask.json(&json!({"login": "operator", "password": PASSWORD})).send()
}

fn me(world: &World, token: &str) -> Answer {
    world.ask("", "GET", "/api/me").header("authorization", &format!("Bearer {token}")).send()
}

fn by_cookie(world: &World, token: &str) -> Answer {
    world.ask("", "GET", "/api/me").header("cookie", &format!("a=b; __Host-minsheng={token}")).send()
}

fn change(world: &World, login: &str, with: impl Fn(&mut Person)) {
    let mut person = world.store.person(login).unwrap().unwrap();
    with(&mut person);
    world.store.put_people(vec![person]).unwrap();
}

#[test]
fn a_planted_token_is_never_taken_over() {
    let world = World::new();
    let planted = "planted-by-somebody-who-waits";
    let opened = log_in(&world, &format!("__Host-minsheng={planted}"));
    assert_eq!(opened.status, 201, "{}", opened.json);
    assert_ne!(opened.json["token"], planted);
    assert_eq!(by_cookie(&world, planted).status, 401);
    assert_eq!(me(&world, planted).status, 401);
}

#[test]
fn every_log_in_has_a_token_of_its_own_that_cannot_be_guessed() {
    let world = World::new();
    let tokens: Vec<String> = (0..3).map(|_| text(&log_in(&world, "").json["token"])).collect();
    for (at, token) in tokens.iter().enumerate() {
        assert!(token.len() >= 43, "256 bits: {}", token.len());
        assert!(!tokens[..at].contains(token));
        assert_eq!(me(&world, token).status, 200);
    }
}

#[test]
fn the_cookie_stays_between_browser_and_server() {
    let world = World::new();
    let cookie = header(&log_in(&world, ""), "set-cookie");
    for part in ["HttpOnly", "SameSite=Strict", "Path=/", "Secure"] {
        assert!(cookie.split("; ").any(|said| said == part), "{part}: {cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
}

#[test]
fn a_forged_token_is_nobodys() {
    let world = World::new();
    let opened = text(&log_in(&world, "").json["token"]);
    let longer = format!("{opened}A");
    let lower = opened.to_lowercase();
    let forged =
        ["", "null", "undefined", "mss_", "mss_operator", "' OR '1'='1", &opened[1..], &longer, &lower];
    for token in forged.iter().filter(|token| ***token != opened) {
        assert_eq!(me(&world, token).status, 401, "{token}");
        assert_eq!(by_cookie(&world, token).status, 401, "{token}");
    }
    let basic = world.ask("", "GET", "/api/me").header("authorization", &format!("Basic {opened}")).send();
    assert_eq!(basic.status, 401);
    // A token stands in a header, never in an address that proxies would log.
    assert_eq!(world.get("", &format!("/api/me?token={opened}&access_token={opened}")).status, 401);
    // The name of a person or of a system is no key.
    assert_eq!(me(&world, &format!("mss_{opened}")).status, 401);
}

#[test]
fn a_session_that_is_over_is_nobodys() {
    let options = Options { calls_a_minute: 1_000_000, strangers_a_minute: 1_000_000, ..Options::default() };
    let world = World::with(options);
    let token = text(&log_in(&world, "").json["token"]);
    world.pass(29 * 60_000);
    assert_eq!(me(&world, &token).status, 200);
    world.pass(29 * 60_000);
    assert_eq!(me(&world, &token).status, 200, "whoever works is not idle");
    world.pass(31 * 60_000);
    assert_eq!(me(&world, &token).status, 401, "idle");

    let token = text(&log_in(&world, "").json["token"]);
    for _ in 0..47 {
        world.pass(15 * 60_000);
        assert_eq!(me(&world, &token).status, 200);
    }
    world.pass(15 * 60_000);
    assert_eq!(me(&world, &token).status, 401, "no session outlasts its day");

    let token = text(&log_in(&world, "").json["token"]);
    let bearer = format!("Bearer {token}");
    let out = world.ask("", "DELETE", "/api/sessions/current").header("authorization", &bearer).send();
    assert_eq!(out.status, 204);
    assert_eq!(me(&world, &token).status, 401, "logged out");
}

#[test]
fn nobody_ends_the_session_of_another() {
    let world = World::new();
    let sessions = world.get("administrator", "/api/administrator/sessions").json;
    let of_leader = sessions.as_array().unwrap().iter().find(|session| session["login"] == "leader").unwrap();
    let answer = world.delete("handler", &format!("/api/sessions/{}", of_leader["id"]));
    assert_eq!(answer.status, 404);
    assert_eq!(world.get("leader", "/api/me").status, 200);
}

#[test]
fn who_may_no_longer_log_in_is_out_at_once() {
    let world = World::new();
    assert_eq!(world.get("handler", "/api/me").status, 200);
    change(&world, "handler", |person| person.active = false);
    assert_eq!(world.get("handler", "/api/me").status, 401);
    let again = json!({"login": "handler", "password": PASSWORD});
    assert_eq!(world.post("", "/api/sessions", again).status, 401);
}

#[test]
fn a_role_that_changes_changes_at_once_what_may_be_done() {
    let world = World::new();
    let number = world.register(json!({}));
    assert_eq!(world.get("supervisor", &format!("/api/orders/{number}")).status, 200);
    change(&world, "supervisor", |person| person.role = "knowledge_editor".to_owned());
    assert_eq!(world.get("supervisor", &format!("/api/orders/{number}")).status, 403);
    // Also when a contractor takes somebody over, or they move.
    world.dispatch(&number);
    assert_eq!(world.get("handler", &format!("/api/orders/{number}")).status, 200);
    change(&world, "handler", |person| person.unit = "unit-002".to_owned());
    assert_eq!(world.get("handler", &format!("/api/orders/{number}")).status, 404);
    change(&world, "leader", |person| person.outsourced = true);
    let export = world.post("leader", "/api/leader/exports", json!({"reason": "看一看"}));
    assert_eq!(export.status, 403);
}

#[test]
fn a_new_password_ends_every_other_session() {
    let world = World::new();
    let (thief, owner) = (text(&log_in(&world, "").json["token"]), text(&log_in(&world, "").json["token"]));
    let change = |old: &str| {
        let ask =
            world.ask("", "PUT", "/api/me/password").header("authorization", &format!("Bearer {owner}"));
        ask.json(&json!({"old": old, "new": "four quiet lamps"})).send()
    };
    assert_eq!(change("not the old one").status, 401);
    assert_eq!(me(&world, &thief).status, 200);
    assert_eq!(change(PASSWORD).status, 204);
    assert_eq!(me(&world, &thief).status, 401);
    assert_eq!(me(&world, &owner).status, 200);
    assert_eq!(log_in(&world, "").status, 401);
}

/// Pages of other sites make a browser send the cookie; they cannot make it
/// say that it came from here.
#[test]
fn a_cookie_changes_nothing_for_a_page_of_another_site() {
    let world = World::new();
    let cookie = format!("__Host-minsheng={}", token("operator"));
    let register = |headers: &[(&str, &str)]| {
        let ask = world.ask("", "POST", "/api/operator/orders").header("cookie", &cookie);
        let ask = headers.iter().fold(ask, |ask, (name, value)| ask.header(name, value));
        ask.json(&json!({"content": "路灯不亮"})).send().status
    };
    assert_eq!(register(&[]), 403);
    assert_eq!(register(&[("sec-fetch-site", "cross-site")]), 403);
    assert_eq!(register(&[("sec-fetch-site", "same-site")]), 403);
    assert_eq!(register(&[("origin", "https://evil.example"), ("host", "hotline.example")]), 403);
    assert_eq!(register(&[("origin", "null"), ("host", "hotline.example")]), 403);
    assert_eq!(
        register(&[("origin", "https://hotline.example.evil.example"), ("host", "hotline.example")]),
        403
    );
    assert_eq!(register(&[("sec-fetch-site", "same-origin")]), 201);
    assert_eq!(register(&[("origin", "https://hotline.example"), ("host", "hotline.example")]), 201);
    // A form cannot say that it sends JSON without being asked first.
    let form = world.ask("", "POST", "/api/operator/orders").header("cookie", &cookie);
    let form = form.header("sec-fetch-site", "same-origin").header("content-type", "text/plain");
    assert_eq!(form.bytes(b"{\"content\":\"a\"}".to_vec()).send().status, 415);
}

#[test]
fn an_answer_allows_no_other_site_to_read_it() {
    let world = World::new();
    let ask = world.ask("operator", "GET", "/api/me").header("origin", "https://evil.example");
    let answer = ask.send();
    assert!(answer.headers.keys().all(|name| !name.as_str().starts_with("access-control-")));
    let asked = world.ask("", "OPTIONS", "/api/operator/orders").header("origin", "https://evil.example");
    assert_eq!(asked.send().status, 405);
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
