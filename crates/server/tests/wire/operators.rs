//! An operator's call, day and screens.

use serde_json::{Value, json};

use crate::world::{World, header, worlds};

fn ring(world: &World, call: &str, phone: Value) -> i64 {
    for event in ["ringing", "answered"] {
        let said = json!({"call": call, "event": event, "phone": phone, "login": "operator"});
        assert_eq!(world.post("system:switch", "/api/outside/call-events", said).status, 201);
        world.pass(5_000);
    }
    let current = world.get("operator", "/api/operator/calls/current");
    assert_eq!(current.status, 200);
    current.json["call"].as_i64().unwrap()
}

fn end(world: &World, call: i64, reason: &str, steps: &[&str]) -> crate::world::Answer {
    let said = json!({"reason": reason, "steps": steps});
    world.post("operator", &format!("/api/operator/calls/{call}/endings"), said)
}

#[test]
fn a_call_brings_the_caller_with_it_and_is_looked_at_once() {
    for world in worlds() {
        assert_eq!(world.get("operator", "/api/operator/calls/current").json, Value::Null);
        let number = world.register(json!({}));
        ring(&world, "a-1", json!("138 0013 8000"));
        let current = world.get("operator", "/api/operator/calls/current").json;
        assert_eq!((&current["state"], &current["phone"]), (&json!("answered"), &json!("138****8000")));
        assert_eq!((&current["names"], &current["open"][0]["number"]), (&json!(["王**"]), &json!(number)));
        assert_eq!(current["endings"]["count"], 0);
        assert_eq!(
            world.get("shift_leader", "/api/shift-leader/calls/current").json,
            Value::Null,
            "not their telephone"
        );
        let looks = world.get("auditor", &format!("/api/auditor/looks?number={number}")).json;
        assert_eq!(looks["items"].as_array().unwrap().len(), 1, "{looks}");
    }
}

#[test]
fn whoever_is_abused_ends_the_call_after_a_warning_and_the_next_one_knows() {
    for world in worlds() {
        let call = ring(&world, "a-1", json!("13800138000"));
        let script = ["calmed", "warned", "told"];
        assert_eq!(end(&world, call, "abuse", &["told"]).status, 422, "nobody is cut off unwarned");
        assert_eq!(end(&world, call, "rudeness", &script).status, 400);
        assert_eq!(end(&world, call + 1, "abuse", &script).status, 404);
        let ended = end(&world, call, "abuse", &script);
        assert_eq!((ended.status.as_u16(), &ended.json["count"]), (201, &json!(1)));
        // A double click counts once.
        assert_eq!(end(&world, call, "abuse", &script).json["count"], 1);
        let hung_up = json!({"call": "a-1", "event": "ended", "login": "operator"});
        world.post("system:switch", "/api/outside/call-events", hung_up);
        assert_eq!(world.get("operator", "/api/operator/calls/current").json, Value::Null);

        let again = ring(&world, "a-2", json!("13800138000"));
        let current = world.get("operator", "/api/operator/calls/current").json;
        assert_eq!((&current["endings"]["count"], &current["endings"]["last"]), (&json!(1), &json!("abuse")));
        assert_eq!(
            end(&world, again, "threat", &["told"]).json["count"],
            2,
            "a threat need not be waited out"
        );
        // The line stays open to them.
        world.register(json!({"call": again, "caller": {"name": "王小明"}}));
        world.pass(31 * 86_400_000);
        ring(&world, "a-3", json!("13800138000"));
        assert_eq!(world.get("operator", "/api/operator/calls/current").json["endings"]["count"], 0);
        // Another number has nothing behind it.
        ring(&world, "a-4", json!("13900139000"));
        assert_eq!(world.get("operator", "/api/operator/calls/current").json["endings"]["count"], 0);
    }
}

#[test]
fn an_operator_sees_their_own_day() {
    for world in worlds() {
        let set = |state: &str| world.put("operator", "/api/operator/state", json!({"state": state})).status;
        assert_eq!(set("ready"), 204);
        ring(&world, "a-1", json!("13800138000"));
        let number = world.register(json!({}));
        world.done("operator", &number, "acceptances", json!({}));
        let hung_up = json!({"call": "a-1", "event": "ended", "login": "operator"});
        world.post("system:switch", "/api/outside/call-events", hung_up);
        assert_eq!(set("after_call"), 204);
        world.pass(40_000);
        assert_eq!(
            (set("ready"), set("ready"), set("asleep").as_u16()),
            (204.try_into().unwrap(), 204.try_into().unwrap(), 400)
        );
        assert_eq!(world.get("operator", "/api/operator/state").json["state"], "ready");
        let day = world.get("operator", "/api/operator/day").json;
        assert_eq!(
            (&day["calls"], &day["taken"], &day["registered"], &day["accepted"]),
            (&json!(1), &json!(1), &json!(1), &json!(1))
        );
        assert_eq!(
            (&day["after_call_seconds"], &day["after_calls"], &day["talked_seconds"]),
            (&json!(40), &json!(1), &json!(5))
        );
        let states: Vec<&str> =
            day["states"].as_array().unwrap().iter().map(|line| line["state"].as_str().unwrap()).collect();
        assert_eq!(states, ["ready", "after_call", "ready"]);
        let other = world.get("shift_leader", "/api/shift-leader/day").json;
        assert_eq!((&other["registered"], &other["states"]), (&json!(0), &json!([])));
    }
}

#[test]
fn views_and_likings_are_kept_for_whoever_said_them() {
    for world in worlds() {
        let put = |name: &str, query: &str| {
            let said = json!({"workplace": "supervisor", "query": query});
            world.put("supervisor", &format!("/api/me/views/{name}"), said).status.as_u16()
        };
        assert_eq!(put("%E9%80%BE%E6%9C%9F", "late=true&open=true"), 204);
        assert_eq!(put("%E9%80%BE%E6%9C%9F", "late=true"), 204);
        assert_eq!(put("%20", "late=true"), 422);
        assert_eq!(put("x", &"x".repeat(2_001)), 422);
        let views = world.get("supervisor", "/api/me/views").json;
        assert_eq!((&views[0]["name"], &views[0]["query"]), (&json!("逾期"), &json!("late=true")));
        assert_eq!(world.get("leader", "/api/me/views").json, json!([]));
        (1..100).for_each(|at| assert_eq!(put(&format!("v{at}"), "open=true"), 204));
        assert_eq!(put("one-too-many", "open=true"), 422);
        assert_eq!(world.delete("supervisor", "/api/me/views/v1").status, 204);
        assert_eq!(world.delete("supervisor", "/api/me/views/v1").status, 404);

        assert_eq!(world.get("supervisor", "/api/me/preferences").json, Value::Null);
        let liking = json!({"language": "en", "theme": "dark", "density": "compact"});
        assert_eq!(world.put("supervisor", "/api/me/preferences", liking.clone()).status, 204);
        assert_eq!(world.get("supervisor", "/api/me/preferences").json, liking);
        let wrong = json!({"language": "xx", "theme": "dark", "density": "compact"});
        assert_eq!(world.put("supervisor", "/api/me/preferences", wrong).status, 400);
    }
}

#[test]
fn orders_leave_as_a_workbook_too() {
    let world = World::new();
    let number = world.register(json!({"title": "=1+1 路灯"}));
    let take = |by: &str, format: &str| {
        let path = format!("/api/{}/exports", by.replace('_', "-"));
        world.post(by, &path, json!({"reason": "月度分析", "format": format}))
    };
    let csv = take("supervisor", "csv");
    let text = String::from_utf8(csv.bytes).unwrap();
    assert!(text.contains(&number) && text.contains("'=1+1"), "{text}");
    let workbook = take("supervisor", "xlsx");
    assert_eq!(workbook.status, 200);
    assert!(workbook.bytes.starts_with(b"PK"), "a workbook is a ZIP");
    assert!(header(&workbook, "content-disposition").contains("orders.xlsx"));
    assert_eq!(take("supervisor", "pdf").status, 400);
    assert_eq!(take("handler", "xlsx").status, 404);
    let looks = world.get("auditor", &format!("/api/auditor/looks?number={number}&what=clear")).json;
    assert_eq!(looks["items"].as_array().unwrap().len(), 2, "each is on record");
}
