//! Guessing passwords, codes and log-ins. (OWASP ASVS 6; GB/T 22239 8.1.4.1)

use serde_json::{Value, json};
use store::{Account, Totp};

use crate::world::{Answer, PASSWORD, World};

const SECRET: &[u8] = b"twenty bytes of it..";
const MINUTE: i64 = 60_000;

fn log_in(world: &World, login: &str, password: &str) -> Answer {
    world.post("", "/api/sessions", json!({"login": login, "password": password}))
}

fn with_code(world: &World, code: Value) -> Answer {
    world.post("", "/api/sessions", json!({"login": "operator", "password": PASSWORD, "code": code}))
}

#[test]
fn five_failures_lock_a_log_in_for_a_quarter_of_an_hour() {
    let world = World::new();
    for _ in 0..4 {
        let answer = log_in(&world, "operator", "three quiet lamp");
        assert_eq!((answer.status.as_u16(), &answer.json["code"]), (401, &json!("wrong_log_in")));
    }
    let fifth = log_in(&world, "operator", "three quiet lamp");
    assert_eq!((fifth.status.as_u16(), &fifth.json["code"]), (429, &json!("locked_out")));
    let right = log_in(&world, "operator", PASSWORD);
    assert_eq!((right.status.as_u16(), &right.json["code"]), (429, &json!("locked_out")));
    world.pass(15 * MINUTE - 1);
    assert_eq!(log_in(&world, "operator", PASSWORD).status, 429);
    world.pass(2);
    assert_eq!(log_in(&world, "operator", PASSWORD).status, 201);
    // The right password forgives what was mistyped before.
    for _ in 0..4 {
        log_in(&world, "operator", "three quiet lamp");
    }
    assert_eq!(log_in(&world, "operator", PASSWORD).status, 201);
    assert_eq!(log_in(&world, "operator", "three quiet lamp").status, 401);
}

/// Neither words nor locks tell whether somebody works here.
#[test]
fn a_log_in_that_does_not_exist_is_answered_like_one_that_does() {
    let world = World::new();
    for _ in 0..6 {
        let (known, unknown) = (log_in(&world, "handler", "wrong"), log_in(&world, "nobody", "wrong"));
        assert_eq!(known.status, unknown.status);
        assert_eq!(known.json, unknown.json);
    }
    let odd = ["", " ", "\0", "operator\0", "' OR 1=1 --", "操作员", &"x".repeat(5_000)];
    for login in odd {
        let answer = log_in(&world, login, PASSWORD);
        assert_eq!(
            (answer.status.as_u16(), &answer.json["code"]),
            (401, &json!("wrong_log_in")),
            "{login:?}"
        );
    }
}

/// The work that takes the time is the hashing: one is done for each try,
/// whether or not there is such a log-in.
#[test]
fn a_log_in_that_does_not_exist_is_as_much_work_as_one_that_does() {
    let world = World::new();
    let hashed = || {
        let figures = String::from_utf8(world.get("system:monitor", "/metrics").bytes).unwrap();
        let line = figures.lines().find(|line| line.starts_with("minsheng_password_checks ")).unwrap();
        line.split(' ').nth(1).unwrap().parse::<u64>().unwrap()
    };
    for login in ["operator", "nobody", "", "no one at all"] {
        let before = hashed();
        assert_eq!(log_in(&world, login, "not the password").status, 401);
        assert_eq!(hashed(), before + 1, "{login:?}");
    }
}

#[test]
fn one_address_tries_thirty_times_a_minute_and_no_more() {
    let world = World::new();
    let answers: Vec<Answer> = (0..36).map(|at| log_in(&world, &format!("nobody{at}"), "x")).collect();
    let refused: Vec<&Answer> = answers.iter().filter(|answer| answer.status == 429).collect();
    assert!((1..=6).contains(&refused.len()), "{}", refused.len());
    assert!(refused.iter().all(|answer| answer.headers.contains_key("retry-after")));
}

fn code(world: &World, steps_away: i64) -> String {
    let seconds = (world.now().0 / 1000 + steps_away * 30) as u64;
    totp_rs::Builder::new().with_secret(SECRET.to_vec()).build().unwrap().generate(seconds).to_string()
}

fn with_second_factor() -> World {
    let world = World::new();
    let totp = Some(Totp { secret: SECRET.to_vec(), confirmed: true, last_step: 0 });
    world.store.put_account(Account { login: "operator".to_owned(), totp, ..Account::default() }).unwrap();
    world
}

#[test]
fn a_one_time_code_is_taken_once() {
    let world = with_second_factor();
    let missing = with_code(&world, Value::Null);
    assert_eq!((missing.status.as_u16(), &missing.json["code"]), (401, &json!("code_needed")));
    let code_now = code(&world, 0);
    assert_eq!(with_code(&world, json!(code_now)).status, 201);
    assert_eq!(with_code(&world, json!(code_now)).status, 401, "used");
    assert_eq!(with_code(&world, json!(code(&world, -1))).status, 401, "older than one that was used");
    world.pass(30_000);
    assert_eq!(with_code(&world, json!(code_now)).status, 401, "used, half a minute ago");
    assert_eq!(with_code(&world, json!(code(&world, 0))).status, 201);
}

#[test]
fn a_code_of_another_time_is_wrong_and_wrong_codes_lock() {
    let world = with_second_factor();
    for away in [-10, -2, 2, 10] {
        let answer = with_code(&world, json!(code(&world, away)));
        assert_eq!((answer.status.as_u16(), &answer.json["code"]), (401, &json!("wrong_log_in")), "{away}");
    }
    assert_eq!(with_code(&world, json!("12345６")).status, 429, "the fifth failure");
    assert_eq!(with_code(&world, json!(code(&world, 0))).status, 429);
    world.pass(15 * MINUTE + 1);
    assert_eq!(with_code(&world, json!(code(&world, 0))).status, 201);
}

#[test]
fn who_must_have_a_code_does_nothing_before_it_is_set_up() {
    let options = server::Options {
        second_factor: vec![domain::codes::Role::Administrator],
        ..server::Options::default()
    };
    let world = World::with(options);
    let opened = log_in(&world, "administrator", PASSWORD);
    assert_eq!(opened.json["second_factor_needed"], true);
    let answer = world.get("administrator", "/api/administrator/people");
    assert_eq!((answer.status.as_u16(), &answer.json["code"]), (403, &json!("second_factor_needed")));
    assert_eq!(world.get("administrator", "/api/me").status, 200);
    let begun = world.post("administrator", "/api/me/second-factor", json!({}));
    assert_eq!(begun.status, 201);
    // Drawing a secret is not enough: a code of it must be shown.
    assert_eq!(world.get("administrator", "/api/administrator/people").status, 403);
    let wrong = world.put("administrator", "/api/me/second-factor", json!({"code": "000000"}));
    assert_eq!(wrong.status, 422);
}

#[test]
fn a_password_that_is_guessed_first_is_not_taken() {
    let world = World::new();
    for new in
        ["", "short", "password1234", "12345678901", "aaaaaaaaaaaa", "operator operator", &"x".repeat(200)]
    {
        let answer = world.put("operator", "/api/me/password", json!({"old": PASSWORD, "new": new}));
        assert_eq!(answer.status, 422, "{new}");
    }
}
