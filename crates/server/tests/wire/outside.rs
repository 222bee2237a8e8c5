//! Other systems.

use serde_json::json;

use crate::world::{World, worlds};

#[test]
fn an_appeal_from_elsewhere_is_registered_once_under_its_number() {
    for world in worlds() {
        let bring = |external: &str, content: &str| {
            let appeal = json!({"content": content, "caller": {"name": "李丽", "phone": "13900139000"}});
            world.post(
                "system:intake",
                "/api/outside/appeals",
                json!({"external": external, "appeal": appeal}),
            )
        };
        let first = bring("省-1", "井盖丢失");
        assert_eq!(first.status, 201, "{}", first.json);
        assert_eq!(bring("省-1", "井盖丢失").json, first.json);
        let other = bring("省-1", "别的事");
        assert_eq!((other.status.as_u16(), &other.json["code"]), (422, &json!("key_reused")));
        assert_eq!(bring("", "x").status, 422);
        let standing = world.get("system:intake", "/api/outside/appeals/%E7%9C%81-1").json;
        assert_eq!((&standing["number"], &standing["stage"]), (&first.json["number"], &json!("registered")));
        assert_eq!(world.get("system:switch", "/api/outside/appeals/x").status, 403);
        assert_eq!(world.get("operator", "/api/orders/count").json["count"], 1);
    }
}

#[test]
fn a_call_drives_the_screen_and_becomes_an_appeal() {
    let world = World::new();
    let earlier = world.register(json!({}));
    let tell = |event: &str| {
        let said = json!({"call": "c-1", "event": event, "phone": "138-0013-8000", "login": "operator"});
        world.post("system:switch", "/api/outside/call-events", said)
    };
    let ringing = tell("ringing");
    assert_eq!((ringing.status.as_u16(), &ringing.json["state"]), (201, &json!("ringing")));
    assert_eq!(tell("ringing").json, ringing.json);
    tell("answered");
    let call = ringing.json["call"].as_i64().unwrap();
    let known = world.post("operator", "/api/operator/caller-lookups", json!({"call": call})).json;
    assert_eq!(known["names"], json!(["王**"]));
    assert_eq!(known["orders"][0]["number"], earlier);
    let number = world.register(json!({"call": call, "caller": null}));
    let page = world.get("operator", &format!("/api/orders/{number}")).json;
    assert_eq!(page["callers"][0]["phone"], "138****8000");
    assert_eq!(tell("ended").json["state"], "ended");
    assert_eq!(
        world.post("system:switch", "/api/outside/call-events", json!({"call": "", "event": "ended"})).status,
        422
    );
}

#[test]
fn a_unit_s_call_is_dialled_by_the_switch_which_is_recorded() {
    let world = World::new();
    let number = world.register(json!({}));
    world.dispatch(&number);
    let call =
        world.act("handler", &number, "calls", json!({"reason": "核实地点"})).json["call"].as_i64().unwrap();
    let path = format!("/api/outside/calls/{call}/diallings");
    let dialled = world.post("system:switch", &path, json!({})).json;
    assert_eq!((&dialled["phone"], &dialled["login"]), (&json!("13800138000"), &json!("handler")));
    let looks = world.get("auditor", "/api/auditor/looks?login=system:switch").json;
    assert_eq!(looks["items"][0]["what"], "clear");
    world.pass(600_001);
    assert_eq!(world.post("system:switch", &path, json!({})).status, 404);
}

#[test]
fn the_monitor_reads_figures_and_nothing_else() {
    let world = World::new();
    world.register(json!({}));
    let figures = world.get("system:monitor", "/metrics");
    let text = String::from_utf8(figures.bytes).unwrap();
    assert!(
        text.contains("minsheng_http_calls_total{route=\"operator_register\",status=\"201\"} 1"),
        "{text}"
    );
    for figure in ["open_orders 1", "due_orders 0", "jobs_given_up 0", "dead_letters 0"] {
        assert!(text.contains(&format!("minsheng_{figure}")), "{figure}: {text}");
    }
    assert_eq!(world.get("", "/metrics").status, 401);
    assert_eq!(world.get("system:monitor", "/api/orders").status, 403);
    assert_eq!(world.get("", "/ready").status, 200);
    world.app.begin_to_stop();
    assert_eq!(world.get("", "/ready").status, 503);
    assert_eq!(world.get("", "/health").status, 200);
}
