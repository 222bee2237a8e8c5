//! Logging in.

use serde_json::{Value, json};
use totp_rs::Builder;

use crate::world::{Answer, PASSWORD, World, header};

fn log_in(world: &World, login: &str, password: &str, code: Value) -> Answer {
    world.post("", "/api/sessions", json!({"login": login, "password": password, "code": code}))
}

/// A call with a token of one's own.
fn with(world: &World, token: &str, method: &str, path: &str, body: Value) -> Answer {
    let ask = world.ask("", method, path).header("authorization", &format!("Bearer {token}"));
    if body.is_null() { ask.send() } else { ask.json(&body).send() }
}

#[test]
fn whoever_knows_the_password_gets_a_session_that_can_be_ended() {
    let world = World::new();
    let opened = log_in(&world, "operator", PASSWORD, Value::Null);
    assert_eq!(opened.status, 201, "{}", opened.json);
    let cookie = header(&opened, "set-cookie");
    for part in ["__Host-minsheng=", "HttpOnly", "SameSite=Strict", "Secure", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let token = opened.json["token"].as_str().unwrap();
    let me = with(&world, token, "GET", "/api/me", Value::Null);
    assert_eq!((me.status.as_u16(), &me.json["login"]), (200, &json!("operator")));
    assert_eq!(header(&me, "watermark"), me.json["watermark"]["mark"].as_str().unwrap());
    assert_eq!(with(&world, token, "DELETE", "/api/sessions/current", Value::Null).status, 204);
    assert_eq!(with(&world, token, "GET", "/api/me", Value::Null).status, 401);
}

#[test]
fn a_wrong_password_is_told_from_nothing_and_locks_in_time() {
    let world = World::new();
    for login in ["operator", "nobody there"] {
        for _ in 0..4 {
            let wrong = log_in(&world, login, "not it at all", Value::Null);
            assert_eq!((wrong.status.as_u16(), &wrong.json["code"]), (401, &json!("wrong_log_in")));
        }
        let locked = log_in(&world, login, "not it at all", Value::Null);
        assert_eq!((locked.status.as_u16(), &locked.json["code"]), (429, &json!("locked_out")), "{login}");
    }
    assert_eq!(log_in(&world, "operator", PASSWORD, Value::Null).status, 429);
    world.pass(900_001);
    assert_eq!(log_in(&world, "operator", PASSWORD, Value::Null).status, 201);
}

#[test]
fn a_one_time_code_is_asked_for_once_it_is_confirmed_and_taken_once() {
    let world = World::new();
    let token = log_in(&world, "auditor", PASSWORD, Value::Null).json["token"].as_str().unwrap().to_owned();
    let begun = with(&world, &token, "POST", "/api/me/second-factor", json!({}));
    assert_eq!(begun.status, 201, "{}", begun.json);
    let secret = world.store.account("auditor").unwrap().totp.unwrap().secret;
    let totp = Builder::new().with_secret(secret).with_step_duration(30).build().unwrap();
    let code = |world: &World| totp.generate((world.now().0 / 1000) as u64).to_string();
    assert_eq!(with(&world, &token, "PUT", "/api/me/second-factor", json!({"code": "000000"})).status, 422);
    let confirmed = with(&world, &token, "PUT", "/api/me/second-factor", json!({"code": code(&world)}));
    assert_eq!(confirmed.status, 200, "{}", confirmed.json);
    let missing = log_in(&world, "auditor", PASSWORD, Value::Null);
    assert_eq!((missing.status.as_u16(), &missing.json["code"]), (401, &json!("code_needed")));
    // The code that confirmed it is used up.
    assert_eq!(log_in(&world, "auditor", PASSWORD, json!(code(&world))).status, 401);
    world.pass(60_000);
    assert_eq!(log_in(&world, "auditor", PASSWORD, json!(code(&world))).status, 201);
    assert_eq!(log_in(&world, "auditor", PASSWORD, json!(code(&world))).status, 401);
    // A stolen screen does not replace it; an administrator takes it away.
    assert_eq!(with(&world, &token, "POST", "/api/me/second-factor", json!({})).status, 409);
    assert_eq!(world.delete("administrator", "/api/administrator/people/auditor/second-factor").status, 204);
    assert_eq!(with(&world, &token, "GET", "/api/me", Value::Null).status, 401);
    assert_eq!(log_in(&world, "auditor", PASSWORD, Value::Null).status, 201);
}

#[test]
fn a_role_of_power_sets_up_its_code_before_anything_else() {
    let options =
        server::Options { second_factor: vec!["auditor".parse().unwrap()], ..server::Options::default() };
    let world = World::with(options);
    let turned = world.get("auditor", "/api/auditor/looks");
    assert_eq!((turned.status.as_u16(), &turned.json["code"]), (403, &json!("second_factor_needed")));
    assert_eq!(world.get("auditor", "/api/me").status, 200);
    assert_eq!(world.get("operator", "/api/orders").status, 200);
}

#[test]
fn a_password_that_somebody_else_gave_opens_nothing_but_its_own_change() {
    let world = World::new();
    let given = "a lamp that was given";
    let person = json!({"name": "Li", "role": "handler", "unit": "hotline", "password": given});
    assert_eq!(world.put("administrator", "/api/administrator/people/li.lei", person).status, 204);
    let opened = log_in(&world, "li.lei", given, Value::Null);
    assert_eq!(opened.json["before_all_else"], "change_password");
    let token = opened.json["token"].as_str().unwrap().to_owned();
    let asks = |path| with(&world, &token, "GET", path, Value::Null);
    let refused = asks("/api/orders");
    assert_eq!((refused.status.as_u16(), &refused.json["code"]), (403, &json!("password_to_be_changed")));
    assert_eq!(asks("/api/me").json["before_all_else"], "change_password");
    let change =
        |new: &str| with(&world, &token, "PUT", "/api/me/password", json!({"old": given, "new": new})).status;
    assert_eq!(change(given), 422, "it would still be known to whoever gave it");
    assert_eq!(change("three lamps of my own"), 204);
    assert_eq!(asks("/api/orders").status, 200);
    assert_eq!(asks("/api/me").json["before_all_else"], Value::Null);
}

#[test]
fn sessions_end_by_idleness_and_age() {
    let world = World::with(server::Options::default());
    let token = log_in(&world, "operator", PASSWORD, Value::Null).json["token"].as_str().unwrap().to_owned();
    let alive = |world: &World| with(world, &token, "GET", "/api/me", Value::Null).status == 200;
    for _ in 0..20 {
        world.pass(29 * 60_000);
        assert!(alive(&world));
    }
    world.pass(31 * 60_000);
    assert!(!alive(&world), "idle for half an hour");
    let token = log_in(&world, "operator", PASSWORD, Value::Null).json["token"].as_str().unwrap().to_owned();
    for minute in 0..13 * 4 {
        world.pass(15 * 60_000);
        let status = with(&world, &token, "GET", "/api/me", Value::Null).status;
        assert_eq!(status == 200, minute < 47, "after {} minutes", (minute + 1) * 15);
    }
}

#[test]
fn a_new_password_throws_everybody_else_out() {
    let world = World::new();
    let open =
        || log_in(&world, "operator", PASSWORD, Value::Null).json["token"].as_str().unwrap().to_owned();
    let (mine, thief) = (open(), open());
    let change = |old: &str, new: &str| {
        with(&world, &mine, "PUT", "/api/me/password", json!({"old": old, "new": new}))
    };
    assert_eq!(change("wrong", "four quiet lamps").status, 401);
    assert_eq!(change(PASSWORD, "short").status, 422);
    assert_eq!(change(PASSWORD, "four quiet lamps").status, 204);
    assert_eq!(with(&world, &thief, "GET", "/api/me", Value::Null).status, 401);
    assert_eq!(with(&world, &mine, "GET", "/api/me", Value::Null).status, 200);
    assert_eq!(log_in(&world, "operator", PASSWORD, Value::Null).status, 401);
    assert_eq!(log_in(&world, "operator", "four quiet lamps", Value::Null).status, 201);
}
