//! Trying numbers: of orders, of citizens, of others' files. What is not for
//! somebody is not there for them. (OWASP ASVS 8.2; 个人信息保护法 第五十一条)

use serde_json::json;
use store::LookFilter;

use crate::world::{Answer, World};

fn ask_after(world: &World, number: &str, code: &str) -> Answer {
    world.ask("", "GET", &format!("/api/citizen/orders/{number}")).header("query-code", code).send()
}

#[test]
fn a_number_without_its_code_is_no_number() {
    let world = World::new();
    let number = world.register(json!({}));
    let other = world.register(json!({}));
    let code = world.code(&number);
    let unknown = number.replace(&number[number.len() - 4..], "9999");
    let no_such = ask_after(&world, &unknown, &world.code(&other));
    assert_eq!(no_such.status, 404);
    for wrong in ["", "x", &world.code(&other), &code[1..], &format!("{code}A"), "%", "' OR 1=1"] {
        let answer = ask_after(&world, &number, wrong);
        assert_eq!((answer.status, &answer.json), (no_such.status, &no_such.json), "{wrong}");
    }
    // The right code of a number that is none.
    assert_eq!(ask_after(&world, &unknown, &world.code(&unknown)).json, no_such.json);
    assert_eq!(ask_after(&world, &number, &code).status, 200);
    // No other route of the citizen is laxer.
    let number = world.register(json!({}));
    for (method, noun) in [
        ("GET", "receipt"),
        ("POST", "supplements"),
        ("POST", "reminders"),
        ("POST", "withdrawals"),
        ("POST", "callbacks"),
        ("POST", "attachments"),
    ] {
        let ask = world.ask("", method, &format!("/api/citizen/orders/{number}/{noun}"));
        let ask = ask.header("query-code", &world.code(&other));
        let answer = if method == "GET" { ask.send() } else { ask.json(&json!({})).send() };
        assert_eq!((answer.status, &answer.json), (no_such.status, &no_such.json), "{noun}");
    }
}

#[test]
fn ten_wrong_codes_close_a_number_whether_or_not_it_is_one() {
    let world = World::new();
    let number = world.register(json!({}));
    for tried in [number.as_str(), "no-such-number"] {
        for _ in 0..10 {
            assert_eq!(ask_after(&world, tried, "wrong").status, 404);
        }
        let answer = ask_after(&world, tried, &world.code(tried));
        assert_eq!((answer.status.as_u16(), &answer.json["code"]), (429, &json!("locked_out")));
    }
    world.pass(3_600_001);
    assert_eq!(ask_after(&world, &number, &world.code(&number)).status, 200);
}

#[test]
fn an_order_of_another_unit_is_not_there() {
    let world = World::new();
    let number = world.register(json!({}));
    world.dispatch(&number);
    let there = |by: &str, number: &str| world.get(by, &format!("/api/orders/{number}"));
    assert_eq!(there("handler", &number).status, 200);
    let (foreign, none) = (there("handler2", &number), there("handler2", "no-such-number"));
    assert_eq!((foreign.status, &foreign.json), (none.status, &none.json));
    assert_eq!(foreign.status, 404);
    for noun in ["signings", "notes", "replies", "returns", "calls"] {
        let body = || json!({"part": 1, "text": {"text": "x"}, "reason": "核实情况"});
        let foreign = world.act("handler2", &number, noun, body());
        assert!(matches!(foreign.status.as_u16(), 400 | 404), "{noun}: {}", foreign.json);
        assert_eq!(foreign.json["number"], json!(null), "{noun}");
    }
    let file = world.get("handler2", &format!("/api/orders/{number}/attachments/x"));
    assert_eq!(file.json["what"], "order");
    for path in ["/api/orders", "/api/orders/search?q=路灯"] {
        let path = path.replace("路灯", "%E8%B7%AF%E7%81%AF");
        assert_eq!(world.get("handler2", &path).json["items"], json!([]), "{path}");
        assert_eq!(world.get("handler", &path).json["items"].as_array().unwrap().len(), 1, "{path}");
    }
    assert_eq!(world.get("handler2", "/api/orders/count?unit=unit-001").json["count"], 0);
    // Nor by linking it to what is theirs, or merging with it.
    let own = world.register(json!({"matter": "002"}));
    let merged = world.act("operator", &own, "merges", json!({"into": "no-such-number"}));
    assert_eq!(merged.status, 404);
}

#[test]
fn a_number_tells_who_calls_only_to_those_who_talk_to_them_and_is_noted() {
    let world = World::new();
    world.register(json!({}));
    let look_up = |by: &str, role: &str| {
        let path = format!("/api/{role}/caller-lookups");
        world.post(by, &path, json!({"phone": "13800138000"}))
    };
    for by in ["handler", "dispatcher", "leader", "auditor", "administrator", "supervisor", "adjudicator"] {
        assert_eq!(look_up(by, "operator").status, 403, "{by}");
    }
    assert_eq!(look_up("", "operator").status, 401);
    let known = look_up("operator", "operator");
    assert_eq!(known.json["orders"].as_array().unwrap().len(), 1);
    assert!(!known.json.to_string().contains("王小明"), "{}", known.json);
    let unknown = world.post("operator", "/api/operator/caller-lookups", json!({"phone": "13911111111"}));
    assert_eq!(unknown.json, json!({"names": [], "orders": []}));
    world.get("auditor", "/api/auditor/looks");
    let filter =
        LookFilter { login: Some("operator".into()), what: Some("caller".into()), ..LookFilter::default() };
    // Also the look that found nobody: it may have been a guess.
    assert_eq!(world.store.looks(&filter, None, 10).unwrap().looks.len(), 2);
}

#[test]
fn what_a_citizen_brings_does_not_say_what_else_they_brought() {
    let world = World::new();
    world.register(json!({}));
    let appeal = json!({"content": "又坏了", "caller": {"name": "王小明", "phone": "13800138000"}});
    let answer = world.post("", "/api/citizen/appeals", appeal);
    assert_eq!(answer.status, 201, "{}", answer.json);
    let mut fields: Vec<&String> = answer.json.as_object().unwrap().keys().collect();
    fields.sort();
    assert_eq!(fields, ["at", "code", "number", "stage", "version"]);
}

#[test]
fn an_idempotency_key_belongs_to_whoever_used_it() {
    let world = World::new();
    let bring = |by: &str, role: &str| {
        let ask = world.ask(by, "POST", &format!("/api/{role}/orders")).header("idempotency-key", "shared");
        ask.json(&json!({"content": "路灯不亮"})).send()
    };
    let (first, second) = (bring("operator", "operator"), bring("out_operator", "operator"));
    assert_eq!((first.status.as_u16(), second.status.as_u16()), (201, 201));
    assert_ne!(first.json["number"], second.json["number"]);
}
