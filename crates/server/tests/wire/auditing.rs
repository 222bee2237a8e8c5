//! 审计: what an auditor sees of looks, and who else does not.

use serde_json::json;

use crate::world::{World, worlds};

#[test]
fn looks_are_found_by_order_person_and_purpose_and_taken_out_on_record() {
    for world in worlds() {
        let number = world.register(json!({}));
        let other = world.register(json!({"title": "=cmd"}));
        for by in ["operator", "dispatcher"] {
            world.get(by, &format!("/api/orders/{number}"));
        }
        world.get("dispatcher", &format!("/api/orders/{other}"));
        let looks =
            |query: &str| world.get("auditor", &format!("/api/auditor/looks?{query}")).json["items"].clone();
        let of = looks(&format!("number={number}&purpose=read"));
        let logins: Vec<_> = of.as_array().unwrap().iter().map(|look| look["login"].clone()).collect();
        assert_eq!(logins, ["dispatcher", "operator"]);
        assert_eq!(of[0]["number"], number);
        assert_eq!(looks("login=operator&purpose=search"), json!([]));
        let take = |reason: &str| {
            let body = json!({"reason": reason, "which": {"login": "dispatcher"}});
            world.post("auditor", "/api/auditor/look-exports", body)
        };
        assert_eq!(take("").status, 422);
        let file = String::from_utf8(take("年度审计").bytes).unwrap();
        assert!(file.contains(&number) && file.contains(&other) && !file.contains("\"operator\""), "{file}");
        assert_eq!(looks("login=auditor&what=clear")[0]["detail"], "年度审计");
    }
}

#[test]
fn who_opens_far_more_than_others_in_the_role_is_pointed_out() {
    let world = World::new();
    let numbers: Vec<String> = (0..25).map(|_| world.register(json!({}))).collect();
    for number in &numbers {
        world.get("supervisor", &format!("/api/orders/{number}"));
    }
    world.get("supervisor2", &format!("/api/orders/{}", numbers[0]));
    let unusual = || world.get("auditor", "/api/auditor/unusual-looks").json;
    let found = unusual();
    assert_eq!(found["complete"], true);
    assert_eq!(found["people"].as_array().unwrap().len(), 1, "{found}");
    assert_eq!(found["people"][0]["login"], "supervisor");
    assert_eq!(found["people"][0]["why"], json!([{"code": "many_orders", "count": 25, "usual": 1}]));
    // The next day it is quiet, until somebody who works no shifts looks at night.
    world.pass(24 * 3_600_000);
    assert_eq!(unusual()["people"], json!([]));
    world.pass(12 * 3_600_000);
    for number in &numbers[..6] {
        world.get("supervisor2", &format!("/api/orders/{number}"));
        world.get("dispatcher", &format!("/api/orders/{number}"));
    }
    let why = json!([{"code": "outside_office_hours", "count": 6, "usual": null}]);
    let found = unusual();
    assert_eq!(
        (&found["people"][0]["login"], &found["people"][0]["why"]),
        (&json!("supervisor2"), &why),
        "{found}"
    );
}

/// 三员分立: who manages people and rules does not look over the record of who
/// looked at what, and whoever audits manages nobody.
#[test]
fn administrators_and_auditors_keep_apart() {
    let world = World::new();
    for path in ["looks", "unusual-looks"] {
        assert_eq!(world.get("administrator", &format!("/api/auditor/{path}")).status, 403, "{path}");
    }
    assert_eq!(world.get("auditor", "/api/administrator/people").status, 403);
    assert_eq!(world.get("auditor", "/api/administrator/policies").status, 403);
    // What administrators change is for the auditor to read.
    assert_eq!(world.get("auditor", "/api/auditor/city-changes").status, 200);
}
