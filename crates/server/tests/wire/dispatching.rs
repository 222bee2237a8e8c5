//! What a dispatcher is proposed, and several dispatches at a stroke.

use serde_json::{Value, json};

use crate::world::{World, worlds};

fn accepted(world: &World, more: Value) -> String {
    let number = world.register(more);
    world.done("operator", &number, "acceptances", json!({}));
    number
}

fn proposals(world: &World, by: &str, number: &str) -> Value {
    let answer = world.get(by, &format!("/api/{}/orders/{number}/proposals", by.replace('_', "-")));
    assert_eq!(answer.status, 200, "{}", answer.json);
    answer.json
}

#[test]
fn the_directory_says_whose_it_is_and_who_returned_it_is_not_proposed_again() {
    for world in worlds() {
        let number = accepted(&world, json!({}));
        let proposal = proposals(&world, "dispatcher", &number);
        assert_eq!(proposal["winner"]["code"], "duty-001");
        assert_eq!(proposal["units"][0]["unit"], "unit-001");
        assert_eq!(proposal["units"][0]["load"]["open"], 0);
        assert_eq!(proposal["doubts"], json!([]));
        // What is proposed is what the act takes.
        world.done("dispatcher", &number, "dispatches", proposal["dispatch"].clone());
        assert_eq!(proposals(&world, "supervisor", &number)["units"][0]["load"]["open"], 1);

        let back =
            json!({"part": 1, "reason": "wrong_duty", "basis": {"text": "三定规定"}, "suggests": "unit-002"});
        world.done("handler", &number, "returns", back);
        world.done(
            "dispatcher",
            &number,
            "return-verdicts",
            json!({"verdict": "approve", "reason": {"text": "属实"}}),
        );
        let proposal = proposals(&world, "dispatcher", &number);
        assert_eq!(proposal["units"][0]["obstacles"], json!(["returned_before"]));
        assert_eq!(proposal["units"][1]["unit"], "unit-002", "who returned it named another");
        assert_eq!(proposal["doubts"], json!(["blocked", "returned"]));
        assert_eq!(
            (&proposal["dispatch"], &proposal["returned"][0]["fate"]),
            (&Value::Null, &json!("approved"))
        );
    }
}

#[test]
fn what_is_about_a_unit_is_not_proposed_to_it() {
    let world = World::new();
    let number = accepted(&world, json!({"kind": "complaint", "accused": ["unit-001"]}));
    let proposal = proposals(&world, "dispatcher", &number);
    assert_eq!(proposal["units"][0]["obstacles"], json!(["accused"]));
    assert_eq!(proposal["dispatch"], Value::Null);
    let unknown = accepted(&world, json!({"matter": "zzz"}));
    assert_eq!(proposals(&world, "dispatcher", &unknown)["doubts"], json!(["no_entry"]));
}

#[test]
fn the_directory_is_read_beside_it() {
    let world = World::new();
    let page = world.get("handler", "/api/directory?matter=001&place=p").json;
    assert_eq!((&page["winner"], &page["entries"][0]["lead"]), (&json!("duty-001"), &json!("unit-001")));
    let all = world.get("operator", "/api/directory?matter=00").json;
    assert_eq!((all["entries"].as_array().unwrap().len(), &all["winner"]), (3, &Value::Null));
}

#[test]
fn a_batch_judges_each_order_on_its_own_and_only_once() {
    for world in worlds() {
        let plain = accepted(&world, json!({}));
        let doubtful = accepted(&world, json!({"matter": "zzz"}));
        let chosen = accepted(&world, json!({"matter": "zzz"}));
        let stale = accepted(&world, json!({}));
        let by_hand = json!({"lead": "unit-002", "assists": [], "manner": "direct", "copy_to": null,
            "basis": {"by": "human", "reason": {"text": "目录无此事项"}}});
        let items = json!({"items": [
            {"number": plain, "version": 2}, {"number": doubtful, "version": 2},
            {"number": chosen, "version": 2, "dispatch": by_hand}, {"number": stale, "version": 1},
            {"number": "nothing", "version": 1},
        ]});
        let ask = || {
            let ask = world.ask("dispatcher", "POST", "/api/dispatcher/dispatch-batches");
            ask.header("idempotency-key", "batch-1").json(&items).send()
        };
        let first = ask();
        assert_eq!(first.status, 201, "{}", first.json);
        let outcome = |at: usize| first.json[at].clone();
        assert_eq!(
            (&outcome(0)["done"]["stage"], &outcome(2)["done"]["stage"]),
            (&json!("dispatched"), &json!("dispatched"))
        );
        assert_eq!((&outcome(1)["done"], &outcome(1)["doubts"]), (&Value::Null, &json!(["no_entry"])));
        assert_eq!(outcome(3)["problem"]["code"], "changed");
        assert_eq!(outcome(4)["problem"]["code"], "not_there");
        // Asked again, because the answer was lost: nothing is dispatched twice.
        let again = ask();
        assert_eq!(again.json[0]["done"], outcome(0)["done"]);
        assert_eq!(again.json[2]["done"], outcome(2)["done"]);
    }
    let world = World::new();
    let none = world.post("dispatcher", "/api/dispatcher/dispatch-batches", json!({"items": []}));
    assert_eq!(none.status, 422);
}
