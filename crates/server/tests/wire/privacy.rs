//! Who sees whom.

use desk::{City, Desk};
use domain::codes::{Kind, Role};
use domain::intake::Classify;
use domain::person::Actor;
use serde_json::json;

use crate::world::{World, worlds};

#[test]
fn citizens_are_masked_for_everybody() {
    let world = World::new();
    let number = world
        .register(json!({"content": "我是王小明，电话 13800138000，身份证 11010519491231002X，路灯不亮"}));
    world.dispatch(&number);
    for by in ["operator", "dispatcher", "handler", "coordinator", "supervisor", "leader", "auditor"] {
        let page = world.get(by, &format!("/api/orders/{number}"));
        assert_eq!(page.status, 200, "{by}");
        let said = String::from_utf8(page.bytes).unwrap();
        for secret in ["王小明", "13800138000", "11010519491231002X"] {
            assert!(!said.contains(secret), "{by} sees {secret}");
        }
        assert_eq!(page.json["callers"][0]["phone"], "138****8000");
        assert!(page.json["order"]["appeals"][0].get("citizen").is_none());
    }
}

#[test]
fn the_number_is_given_only_with_a_reason_to_those_who_must_call() {
    let world = World::new();
    let number = world.register(json!({}));
    world.dispatch(&number);
    let call = |by: &str, reason: &str| world.act(by, &number, "calls", json!({"reason": reason}));
    assert_eq!(call("caller_back", "").status, 422);
    let clear = call("caller_back", "回访是否解决");
    assert_eq!((clear.status.as_u16(), clear.json["phone"].as_str()), (201, Some("13800138000")));
    // A unit, and outsourced staff, are put through by the platform.
    for by in ["handler", "coordinator", "out_operator", "out_caller_back"] {
        let put_through = call(by, "核实地点");
        assert_eq!(put_through.status, 201, "{by}: {}", put_through.json);
        assert!(put_through.json["phone"].is_null() && put_through.json["name"].is_null(), "{by}");
    }
    assert_eq!(world.act("dispatcher", &number, "calls", json!({"reason": "想问问"})).status, 404);
    let looks = world.get("auditor", &format!("/api/auditor/looks?number={number}&what=clear")).json;
    let looks = looks["items"].as_array().unwrap().clone();
    assert_eq!(looks.len(), 1);
    assert_eq!((&looks[0]["login"], &looks[0]["detail"]), (&json!("caller_back"), &json!("回访是否解决")));
}

#[test]
fn whoever_wants_to_be_hidden_from_the_units_is() {
    let world = World::new();
    let number = world.register(json!({"confidentiality": "from_units"}));
    world.dispatch(&number);
    let page = world.get("handler", &format!("/api/orders/{number}")).json;
    assert_eq!((&page["callers"][0]["name"], &page["callers"][0]["phone"]), (&json!(null), &json!(null)));
    assert_eq!(page["calling"], "no");
    assert_eq!(world.act("handler", &number, "calls", json!({"reason": "核实地点"})).status, 403);
    let page = world.get("caller_back", &format!("/api/orders/{number}")).json;
    assert_eq!(page["callers"][0]["phone"], "138****8000");
}

#[test]
fn the_accused_never_sees_the_report_nor_gets_it() {
    let world = World::new();
    let number = world.register(json!({"kind": "complaint", "accused": ["unit-001"]}));
    world.done("operator", &number, "acceptances", json!({}));
    let send = |unit: &str| {
        let basis = json!({"by": "human", "reason": {"text": "回避"}, "overrides": "duty-001"});
        let act =
            json!({"lead": unit, "assists": [], "basis": basis, "manner": "direct", "copy_to": "unit-001"});
        world.act("dispatcher", &number, "dispatches", act)
    };
    let refused = send("unit-001");
    assert_eq!((refused.status.as_u16(), &refused.json["code"]), (409, &json!("unit_is_accused")));
    let sent = send("unit-002");
    assert_eq!(sent.status, 201, "{}", sent.json);
    assert_eq!(world.get("handler2", &format!("/api/orders/{number}")).status, 200);
    for by in ["handler", "coordinator", "village"] {
        assert_eq!(world.get(by, &format!("/api/orders/{number}")).status, 404, "{by}");
        assert!(world.get(by, "/api/orders").json["items"].as_array().unwrap().is_empty(), "{by}");
        let found = world.get(by, "/api/orders/search?q=%E8%B7%AF%E7%81%AF").json;
        assert!(found["items"].as_array().unwrap().is_empty(), "{by}");
        assert_eq!(world.act(by, &number, "notes", json!({})).status, 404, "{by}");
    }
}

#[test]
fn staff_who_are_named_in_a_complaint_are_kept_out() {
    let world = World::new();
    let number = world.register(json!({"kind": "complaint", "content": "工作人员名dispatcher态度恶劣"}));
    assert_eq!(world.get("dispatcher", &format!("/api/orders/{number}")).status, 404);
    assert_eq!(world.get("dispatcher", "/api/orders/count").json["count"], 0);
    assert_eq!(world.act("dispatcher", &number, "acceptances", json!({})).status, 404);
    assert_eq!(world.get("supervisor", &format!("/api/orders/{number}")).status, 200);
}

#[test]
fn outsourced_staff_only_help() {
    let world = World::new();
    let number = world.register(json!({}));
    let refused = world.act("out_operator", &number, "refusals", json!({}));
    assert_eq!((refused.status.as_u16(), &refused.json["code"]), (403, &json!("not_for_outsourced")));
    assert_eq!(world.act("out_operator", &number, "acceptances", json!({})).status, 201);
    let basis = json!({"by": "directory", "entry": "duty-001", "version": 1});
    let act = json!({"lead": "unit-001", "assists": [], "basis": basis, "manner": "direct", "copy_to": null});
    assert_eq!(world.act("out_dispatcher", &number, "dispatches", act).status, 403);
    let page = world.get("out_operator", &format!("/api/orders/{number}")).json;
    let acts: Vec<&str> = page["acts"].as_array().unwrap().iter().filter_map(|act| act.as_str()).collect();
    assert!(acts.contains(&"supplement") && !acts.contains(&"refuse"), "{acts:?}");
}

#[test]
fn a_call_is_judged_on_the_order_as_it_stands_wherever_that_was_said() {
    for world in worlds() {
        let number = world.register(json!({"kind": "complaint"}));
        let call = || world.act("operator", &number, "calls", json!({"reason": "核实地点"})).status;
        assert_eq!(call(), 201);
        // Another process learns of whom it complains.
        let other = world.elsewhere();
        let desk = Desk::new(other.clone(), City::load(&other, world.now()).unwrap());
        let classify = Classify {
            kind: Kind::Complaint,
            matter: "001".into(),
            place: "p1".into(),
            accused: Vec::new(),
            accused_people: vec!["operator".into()],
            facts: domain::directory::Facts::default(),
        };
        let id = other.id_of(&number).unwrap().unwrap();
        let dispatcher = Actor::staff(Role::Dispatcher, "dispatcher", Some("hotline"));
        desk.perform(id, &dispatcher, world.now(), |_, _| classify.into()).unwrap();
        assert_eq!(call(), 404);
    }
}

#[test]
fn what_is_taken_out_is_marked_and_recorded() {
    let world = World::new();
    let number = world.register(json!({"title": "=cmd|' /C calc'!A0", "content": "电话13800138000"}));
    let export = |by: &str, reason: &str| {
        world.post(by, &format!("/api/{}/exports", crate::world::segment(by)), json!({"reason": reason}))
    };
    assert_eq!(export("supervisor", "").status, 422);
    let file = export("supervisor", "月度分析");
    assert_eq!(file.status, 200);
    let text = String::from_utf8(file.bytes).unwrap();
    let me = world.get("supervisor", "/api/me").json;
    let mark = me["watermark"]["mark"].as_str().unwrap();
    assert!(text.contains(&number) && text.contains(mark) && text.contains("'=cmd"), "{text}");
    assert_eq!(world.post("dispatcher", "/api/dispatcher/exports", json!({"reason": "想要"})).status, 404);
    let looks = world.get("auditor", "/api/auditor/looks?login=supervisor&what=clear").json;
    assert_eq!(
        (&looks["items"][0]["purpose"], &looks["items"][0]["detail"]),
        (&json!("export"), &json!("月度分析"))
    );
    assert_eq!(looks["items"][0]["orders"], 1);
}
