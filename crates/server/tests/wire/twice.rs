//! The same call twice, and two people at once.

use serde_json::json;

use crate::world::{World, worlds};

#[test]
fn a_call_with_a_key_is_carried_out_once() {
    for world in worlds() {
        let appeal = json!({"content": "路灯不亮"});
        let send = |key: &str, body: &serde_json::Value| {
            world
                .ask("operator", "POST", "/api/operator/orders")
                .header("idempotency-key", key)
                .json(body)
                .send()
        };
        let first = send("k1", &appeal);
        assert_eq!(first.status, 201);
        let again = send("k1", &appeal);
        assert_eq!((again.status, &again.json), (first.status, &first.json));
        let other = send("k1", &json!({"content": "别的事"}));
        assert_eq!((other.status.as_u16(), &other.json["code"]), (422, &json!("key_reused")));
        assert_ne!(send("k2", &appeal).json["number"], first.json["number"]);
        // The key is the operator's own: another one's is another.
        let theirs = world
            .ask("shift_leader", "POST", "/api/shift-leader/orders")
            .header("idempotency-key", "k1")
            .json(&appeal)
            .send();
        assert_ne!(theirs.json["number"], first.json["number"]);
        assert_eq!(world.get("operator", "/api/orders/count").json["count"], 3);
    }
}

#[test]
fn an_act_with_a_key_is_performed_once() {
    for world in worlds() {
        let number = world.register(json!({}));
        let send = || {
            let path = format!("/api/operator/orders/{number}/acceptances");
            let ask = world.ask("operator", "POST", &path).header("idempotency-key", "k1");
            ask.header("if-match", "1").json(&json!({})).send()
        };
        let first = send();
        assert_eq!(first.status, 201, "{}", first.json);
        assert_eq!(send().json, first.json);
        assert_eq!(first.json["version"], 2);
        let page = world.get("operator", &format!("/api/orders/{number}")).json;
        assert_eq!(page["history"].as_array().unwrap().len(), 2);
    }
}

#[test]
fn whoever_decided_on_an_old_version_is_told_what_changed() {
    for world in worlds() {
        let number = world.register(json!({}));
        world.dispatch(&number);
        let path = format!("/api/supervisor/orders/{number}/notes");
        let note = json!({"part": 0, "text": {"text": "已关注"}, "evidence": []});
        let send = |by: &str, version: &str| {
            world.ask(by, "POST", &path).header("if-match", version).json(&note).send()
        };
        assert_eq!(send("supervisor", "3").status, 201);
        let lost = send("supervisor2", "3");
        assert_eq!((lost.status.as_u16(), &lost.json["code"]), (412, &json!("changed")));
        assert_eq!((&lost.json["expected"], &lost.json["version"]), (&json!(3), &json!(4)));
        let since = &lost.json["since"][0];
        assert_eq!(
            (&since["seq"], &since["act"], &since["role"]),
            (&json!(4), &json!("note"), &json!("supervisor"))
        );
        assert_eq!(send("supervisor2", "4").status, 201);
        let unsaid = world.ask("supervisor", "POST", &path).json(&note).send();
        assert_eq!((unsaid.status.as_u16(), &unsaid.json["code"]), (428, &json!("version_needed")));
        // A version that has not been is no better.
        assert_eq!(send("supervisor", "99").status, 412);
    }
}

#[test]
fn of_many_at_once_with_one_key_one_makes_the_order() {
    for world in worlds() {
        let answers: Vec<_> = std::thread::scope(|scope| {
            let send = || {
                let ask = world.ask("operator", "POST", "/api/operator/orders");
                ask.header("idempotency-key", "same").json(&json!({"content": "路灯不亮"})).send().json
            };
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(send)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
        assert_eq!(world.get("operator", "/api/orders/count").json["count"], 1);
    }
}

#[test]
fn a_merge_happens_once_and_is_seen_from_both_sides() {
    let world = World::new();
    let first = world.register(json!({}));
    let second = world.register(json!({"caller": {"name": "李丽", "phone": "13900139000"}}));
    world.done("operator", &first, "acceptances", json!({}));
    world.done("operator", &second, "acceptances", json!({}));
    world.done("dispatcher", &second, "merges", json!({"into": first}));
    let page = world.get("operator", &format!("/api/orders/{first}")).json;
    assert_eq!(page["order"]["appeals"].as_array().unwrap().len(), 2);
    assert_eq!(page["callers"][1]["name"], "李*");
    assert!(page["related"].as_object().unwrap().values().any(|number| *number == second));
    let ended = world.get("operator", &format!("/api/orders/{second}")).json;
    assert_eq!(ended["order"]["outcome"]["how"], "merged");
    let answer = world.act("dispatcher", &first, "merges", json!({"into": "no such number"}));
    assert_eq!(answer.status, 404);
    // Both citizens ask after what is theirs.
    let mine = world.citizen("GET", &second, "", json!(null));
    assert_eq!((mine.status.as_u16(), &mine.json["carried_by"]), (200, &json!(first)));
    assert_eq!(mine.json["said"].as_array().unwrap().len(), 1);
}

#[test]
fn a_split_makes_an_order_for_each_matter() {
    let world = World::new();
    let number = world.register(json!({}));
    let matters = json!([{"content": "路灯", "matter": "001"}, {"content": "井盖", "matter": "002"}]);
    world.done("operator", &number, "splits", json!({"matters": matters, "keeps_a_matter": false}));
    assert_eq!(world.get("operator", "/api/orders/count").json["count"], 3);
    let ended = world.get("operator", &format!("/api/orders/{number}")).json;
    assert_eq!(ended["order"]["outcome"]["how"], "split");
}
