//! The queues of each role: what waits for whom, and lists that say so.

use serde_json::{Value, json};

use crate::world::{World, worlds};

/// How many stand in a queue; each is listed by the query that it names.
fn queue(world: &World, by: &str, name: &str) -> usize {
    let queues = world.get(by, "/api/queues").json;
    let queues = queues.as_array().unwrap();
    let queue =
        queues.iter().find(|queue| queue["name"] == name).unwrap_or_else(|| panic!("{by} has no {name}"));
    let listed = world.get(by, &format!("/api/orders?{}", queue["query"].as_str().unwrap()));
    assert_eq!(listed.status, 200, "{}", listed.json);
    let count = listed.json["items"].as_array().unwrap().len();
    assert_eq!(queue["count"], count, "{name} counts what it lists");
    assert_eq!(queue["more"], false);
    count
}

fn line(world: &World, by: &str, number: &str) -> Value {
    let page = world.get(by, "/api/orders?sort=urgent").json;
    let found = page["items"].as_array().unwrap().iter().find(|line| line["number"] == number);
    found.unwrap_or_else(|| panic!("{by} does not see {number}")).clone()
}

#[test]
fn an_order_goes_from_queue_to_queue() {
    for world in worlds() {
        let number = world.register(json!({}));
        assert_eq!(queue(&world, "operator", "to_accept"), 1);
        assert_eq!(queue(&world, "dispatcher", "to_dispatch"), 0);
        world.dispatch(&number);
        assert_eq!(queue(&world, "operator", "to_accept"), 0);
        assert_eq!(queue(&world, "handler", "to_sign"), 1);
        assert_eq!(queue(&world, "handler2", "to_sign"), 0);
        assert_eq!(queue(&world, "coordinator", "to_sign"), 1);

        let seen = line(&world, "handler", &number);
        assert_eq!(
            (&seen["awaiting"][0]["what"], &seen["awaiting"][0]["mine"]),
            (&json!("signature"), &json!(true))
        );
        assert_eq!(seen["next_due"]["what"], "signature");
        assert_eq!(line(&world, "dispatcher", &number)["awaiting"][0]["mine"], false);

        // A village has it from the town; what waits for the village waits for those above it, too.
        world.done("handler", &number, "signings", json!({"part": 1}));
        let named = json!({"entry": "duty-001", "person": "值班负责人", "reason": {"text": "急"}, "law": {"text": "应急预案"}});
        let down = json!({"part": 1, "unit": "village", "note": {"text": "请上门"}, "overrides": named});
        world.done("handler", &number, "hand-downs", down);
        for by in ["village", "handler"] {
            assert_eq!((queue(&world, by, "to_contact"), queue(&world, by, "in_hand")), (1, 1), "{by}");
        }
        assert_eq!(line(&world, "village", &number)["holder"], "village");

        // Time passes: it is late, and everybody whose matter that is knows.
        assert_eq!(queue(&world, "handler", "late"), 0);
        world.pass(30 * 86_400_000);
        assert_eq!(queue(&world, "village", "late"), 1);
        let tomorrow = world.get("handler", "/api/orders?mine=true&due_before=1772416800001").json;
        assert_eq!(tomorrow["items"], json!([]));
    }
}

#[test]
fn whoever_works_for_a_contractor_has_no_queue_of_what_they_may_not_do() {
    let world = World::new();
    world.register(json!({}));
    let mine = world.get("out_dispatcher", "/api/orders?mine=true&awaiting=dispatch").json;
    assert_eq!(mine["items"], json!([]));
    let line = &world.get("out_dispatcher", "/api/orders").json["items"][0];
    assert_eq!(line["awaiting"][0]["mine"], true, "to accept is theirs: {line}");
}

#[test]
fn a_list_is_narrowed_to_an_area_and_counted_no_further_than_asked() {
    let world = World::new();
    for matter in ["001", "001", "002"] {
        let number = world.register(json!({"matter": matter}));
        let duty = format!("duty-{matter}");
        world.done("operator", &number, "acceptances", json!({}));
        let basis = json!({"by": "directory", "entry": duty, "version": 1});
        let act = json!({"lead": format!("unit-{matter}"), "assists": [], "basis": basis, "manner": "direct",
            "copy_to": null});
        world.done("dispatcher", &number, "dispatches", act);
    }
    let count = |by: &str, query: &str| world.get(by, &format!("/api/orders/count?{query}")).json;
    assert_eq!(count("supervisor", "area=unit-001"), json!({"count": 2, "more": false}));
    assert_eq!(count("supervisor", "area=city"), json!({"count": 3, "more": false}));
    assert_eq!(count("supervisor", "unit=unit-001&unit=unit-002"), json!({"count": 3, "more": false}));
    assert_eq!(count("supervisor", "area=city&up_to=2"), json!({"count": 2, "more": true}));
    assert_eq!(count("handler", "area=unit-002")["count"], 0, "an area does not widen what one sees");
    let unknown = world.get("supervisor", "/api/orders?awaiting=nothing");
    assert_eq!((unknown.status.as_u16(), &unknown.json["code"]), (400, &json!("bad_query")));
    let many = "unit=x&".repeat(101);
    assert_eq!(world.get("supervisor", &format!("/api/orders?{many}")).status, 400);
}

#[test]
fn the_page_of_an_order_says_what_can_be_done_why_it_is_due_and_who_acted() {
    let world = World::new();
    let number = world.register(json!({}));
    world.dispatch(&number);
    let page = |by: &str| world.get(by, &format!("/api/orders/{number}")).json;
    let can = |page: &Value, act: &str| -> Value {
        let can = page["can"].as_array().unwrap().iter().find(|can| can["act"] == act);
        can.unwrap_or_else(|| panic!("nothing is said of {act}")).clone()
    };

    let seen = page("handler");
    assert_eq!(can(&seen, "sign"), json!({"act": "sign", "parts": [1], "refusal": null}));
    assert_eq!(can(&seen, "reply")["refusal"]["code"], "wrong_stage");
    assert_eq!(can(&seen, "resume")["refusal"]["code"], "not_paused");
    assert_eq!(seen["people"]["dispatcher"]["name"], "名dispatcher");
    assert_eq!(seen["people"]["operator"]["role"], "operator");
    assert_eq!(seen["awaiting"][0]["what"], "signature");
    let clocks = seen["clocks"].as_array().unwrap();
    assert_eq!(clocks.len(), seen["order"]["clocks"].as_array().unwrap().len());
    let handling = clocks.iter().find(|clock| clock["kind"] == "handling").unwrap();
    let due = handling["steps"].as_array().unwrap().iter().find(|step| step["step"] == "due").unwrap();
    let clock = seen["order"]["clocks"].as_array().unwrap().iter().find(|clock| clock["kind"] == "handling");
    assert_eq!(due["at"], clock.unwrap()["due"], "the explanation ends where the clock does");

    world.done("handler", &number, "signings", json!({"part": 1}));
    let signed = page("handler");
    assert_eq!(can(&signed, "reply")["refusal"], Value::Null);
    assert_eq!(can(&signed, "sign")["refusal"]["code"], "already_signed");
    // Whoever works for a contractor is told of their own acts only.
    let out = page("out_dispatcher");
    assert!(out["can"].as_array().unwrap().iter().all(|can| can["act"] != "dispatch"));
}
