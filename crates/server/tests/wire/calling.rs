//! 吹哨报到, 征询意见, 求助, over the wire.

use domain::codes::UnitKind;
use domain::units::Unit;
use serde_json::{Value, json};

use crate::world::{World, worlds};

/// Worlds in which the unit that has the order is a town.
fn with_a_town() -> Vec<World> {
    let worlds = worlds();
    for world in &worlds {
        let town = Unit {
            code: "unit-001".into(),
            name: "town".to_owned(),
            kind: UnitKind::Town,
            parent: Some("city".into()),
            place: None,
        };
        world.store.put_units(vec![town]).unwrap();
        world.app.reload_city().unwrap();
    }
    worlds
}

fn whistle(world: &World, units: Value) -> Value {
    json!({
        "part": 1, "units": units, "place": {"text": "一号桥桥头"}, "position": [30_000_000, 120_000_000],
        "meet_at": world.now().0 + 3_600_000, "purpose": {"text": "桥栏归谁管"}, "basis": {"text": "权责清单第四项"},
    })
}

#[test]
fn a_town_calls_a_department_to_the_place() {
    for world in with_a_town() {
        let number = world.register(json!({}));
        world.dispatch(&number);
        world.done("handler", &number, "signings", json!({"part": 1}));
        let path = format!("/api/orders/{number}");
        assert_eq!(world.get("handler2", &path).status, 404);
        world.done("handler", &number, "whistles", whistle(&world, json!(["unit-002"])));
        // Who is called sees the order, masked, finds it in its list, and does nothing but answer.
        let page = world.get("handler2", &path);
        assert_eq!((page.status.as_u16(), &page.json["calling"]), (200, &json!("through_platform")));
        assert_eq!(page.json["callers"][0]["phone"], "138****8000");
        assert_eq!(page.json["order"]["whistles"][0]["purpose"]["text"], "桥栏归谁管");
        assert_eq!(world.get("handler2", "/api/orders").json["items"][0]["number"], number);
        let note = json!({"part": 1, "text": {"text": "x"}, "evidence": []});
        assert_eq!(world.act("handler2", &number, "notes", note).json["code"], "no_part");
        let coming = json!({"whistle": 1, "coming": true, "note": {"text": "副科长带队"}});
        world.done("handler2", &number, "whistle-acknowledgements", coming.clone());
        let again = world.act("handler2", &number, "whistle-acknowledgements", coming);
        assert_eq!((again.status.as_u16(), &again.json["step"]), (409, &json!("acknowledge")));
        world.pass(3_700_000);
        let photo = world.attach("handler2", &number, 0, &crate::files::photo(b"bridge"));
        let arrival = json!({
            "whistle": 1, "evidence": {"kind": "photo", "hash": photo}, "position": [30_001_000, 120_000_000],
        });
        world.done("handler2", &number, "arrivals", arrival);
        let report = json!({"whistle": 1, "text": {"text": "已设围挡"}, "evidence": []});
        world.done("handler2", &number, "whistle-reports", report);
        let said = json!([{"unit": "unit-002", "came": true, "helped": true}]);
        let closure = json!({"whistle": 1, "attendance": said, "result": {"text": "明日修复"}});
        assert_eq!(world.act("handler2", &number, "whistle-closures", closure.clone()).status, 403);
        world.done("handler", &number, "whistle-closures", closure);
        let blown = &world.get("handler", &path).json["order"]["whistles"][0];
        assert_eq!(blown["called"][0]["arrival"]["metres"], 111);
        assert_eq!(blown["called"][0]["attendance"]["helped"], true);
        // The citizen reads who was called together.
        let mine = world.citizen("GET", &number, "", Value::Null).json;
        let step = mine["steps"].as_array().unwrap().iter().find(|step| step["act"] == "whistle").unwrap();
        assert_eq!((&step["unit"], &step["called"]), (&json!("town"), &json!(["unit-002"])));
        let report = world.store.verify(&|_| {}).unwrap();
        assert!(report.faults.is_empty(), "{:?}", report.faults);
    }
}

#[test]
fn what_a_photo_is_said_to_show_is_not_believed() {
    for world in with_a_town() {
        let number = world.register(json!({}));
        world.dispatch(&number);
        world.done("handler", &number, "whistles", whistle(&world, json!(["unit-002"])));
        let photo = json!({"kind": "photo", "hash": "00", "taken_at": world.now().0, "position": [30_000_000, 120_000_000]});
        let told = world.act("handler2", &number, "arrivals", json!({"whistle": 1, "evidence": photo}));
        assert_eq!((told.status.as_u16(), &told.json["code"]), (422, &json!("not_attached")));
    }
}

#[test]
fn a_unit_that_says_nothing_is_late_by_itself() {
    for world in with_a_town() {
        let number = world.register(json!({}));
        world.dispatch(&number);
        world.done("handler", &number, "whistles", whistle(&world, json!(["unit-002"])));
        world.pass(24 * 3_600_000);
        world.app.desk().tick(world.now(), 100).unwrap();
        let page = world.get("handler", &format!("/api/orders/{number}")).json;
        assert_eq!(page["order"]["whistles"][0]["called"][0]["acknowledge"]["late"], true);
        let jobs = world.store.claim_jobs(world.now(), 1_000, 100).unwrap();
        let told = |template: &str| jobs.iter().any(|job| job.target.ends_with(template));
        assert!(told("unit-002/whistle_late") && told("unit-001/whistle_silent"));
    }
}

#[test]
fn another_unit_sees_the_order_until_it_has_answered() {
    for world in worlds() {
        let number = world.register(json!({}));
        world.dispatch(&number);
        let question = json!({"part": 1, "unit": "unit-002", "question": {"text": "路灯是你们的吗"}});
        world.done("handler", &number, "opinion-requests", question);
        let path = format!("/api/orders/{number}");
        let page = world.get("handler2", &path).json;
        assert_eq!(page["calling"], "no");
        let answer = json!({"opinion": 1, "answer": {"text": "不是，属街道"}, "evidence": []});
        world.done("handler2", &number, "opinions", answer);
        assert_eq!(world.get("handler2", &path).status, 404);
        assert_eq!(world.get("handler2", "/api/orders").json["items"], json!([]));
        let page = world.get("handler", &path).json;
        assert_eq!(page["order"]["opinions"][0]["answer"]["text"]["text"], "不是，属街道");
    }
}

#[test]
fn a_unit_asks_the_hotline_for_help() {
    let world = World::new();
    let number = world.register(json!({}));
    world.dispatch(&number);
    world.done("coordinator", &number, "help-requests", json!({"part": 1, "text": {"text": "多次协调未果"}}));
    world.done(
        "supervisor",
        &number,
        "help-answers",
        json!({"help": 1, "text": {"text": "已约市住建局明日会商"}}),
    );
    let page = world.get("handler", &format!("/api/orders/{number}")).json;
    assert_eq!(page["order"]["helps"][0]["answer"]["text"]["text"], "已约市住建局明日会商");
    let shut =
        world.act("supervisor", &number, "help-answers", json!({"help": 1, "text": {"text": "又一次"}}));
    assert_eq!(shut.json["code"], "nothing_asked");
}
