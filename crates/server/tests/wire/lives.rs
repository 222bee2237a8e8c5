//! Whole lives.

use serde_json::{Value, json};

use crate::world::{World, header, worlds};

/// From dispatch to the archive, with evidence.
fn carry_to_the_end(world: &World, number: &str) {
    world.done("handler", number, "signings", json!({"part": 1}));
    let photo = world.attach("handler", number, 1, &crate::files::photo(b"repaired"));
    let reply = json!({
        "part": 1, "internal": {"text": "换灯泡"}, "public": {"text": "已于今日更换灯泡，恢复照明。"},
        "conclusion": "solved", "basis": [], "evidence": [{"kind": "photo", "hash": photo}],
    });
    world.done("handler", number, "replies", reply);
    world.done(
        "reply_reviewer",
        number,
        "reply-reviews",
        json!({"passed": true, "faults": [], "note": {"text": ""}}),
    );
    let answers = json!({"contacted": true, "solved": "yes", "satisfied": "good", "reasons": []});
    world.done(
        "caller_back",
        number,
        "callbacks",
        json!({"appeal": 0, "outcome": "reached", "answers": answers}),
    );
    world.done("caller_back", number, "closures", json!({"unresolved": null}));
    world.pass(200 * 24 * 3_600_000);
    world.done("dispatcher", number, "archivings", json!({}));
}

#[test]
fn an_appeal_goes_from_the_telephone_to_the_archive() {
    for world in worlds() {
        let number = world.register(json!({}));
        world.dispatch(&number);
        carry_to_the_end(&world, &number);
        let page = world.get("auditor", &format!("/api/orders/{number}")).json;
        assert_eq!(page["order"]["stage"], "archived");
        assert_eq!(page["order"]["outcome"]["conclusion"], "solved");
        let acts: Vec<&str> =
            page["history"].as_array().unwrap().iter().map(|entry| entry["act"].as_str().unwrap()).collect();
        let whole = [
            "register",
            "accept",
            "dispatch",
            "sign",
            "attach",
            "reply",
            "review_reply",
            "call_back",
            "close",
            "archive",
        ];
        assert_eq!(acts, whole);
        assert_eq!(page["order"]["replies"][0]["public"]["text"], "已于今日更换灯泡，恢复照明。");
        let report = world.store.verify(&|_| {}).unwrap();
        assert!(report.faults.is_empty(), "{:?}", report.faults);
    }
}

#[test]
fn a_department_asks_for_more_time_and_returns_what_is_not_its_own() {
    let world = World::new();
    let number = world.register(json!({}));
    world.dispatch(&number);
    world.done("handler", &number, "signings", json!({"part": 1}));
    let asked = json!({"part": 1, "by": "2 working days", "plan": {"text": "等配件，已告知来电人"}});
    world.done("handler", &number, "extensions", asked);
    world.done(
        "supervisor",
        &number,
        "extension-verdicts",
        json!({"granted": true, "reason": {"text": "同意"}}),
    );

    let other = world.register(json!({}));
    world.dispatch(&other);
    let asked = json!({"part": 1, "reason": "wrong_duty", "basis": {"text": "三定规定第三条"}, "suggests": "unit-002"});
    let answer = world.act("handler", &other, "returns", asked);
    assert_eq!(answer.status, 201, "{}", answer.json);
    let verdict = json!({"verdict": "approve", "reason": {"text": "同意"}});
    world.done("dispatcher", &other, "return-verdicts", verdict);
    let page = world.get("handler", &format!("/api/orders/{other}")).json;
    assert_eq!(page["order"]["returns"][0]["fate"], "approved");
}

#[test]
fn what_the_rules_refuse_is_a_code_with_its_data() {
    let world = World::new();
    let number = world.register(json!({}));
    let answer = world.act("handler", &number, "signings", json!({"part": 1}));
    assert_eq!((answer.status.as_u16(), answer.json["code"].as_str()), (404, Some("not_there")));
    world.dispatch(&number);
    let answer = world.act("handler", &number, "signings", json!({"part": 7}));
    assert_eq!(
        (answer.status.as_u16(), &answer.json["code"], &answer.json["part"]),
        (422, &json!("unknown_part"), &json!(7))
    );
    let answer = world.act("caller_back", &number, "closures", json!({"unresolved": null}));
    assert_eq!((answer.status.as_u16(), &answer.json["code"]), (409, &json!("wrong_stage")));
    assert_eq!(answer.json["stage"], "dispatched");
    assert_eq!(header(&answer, "content-type"), "application/problem+json");
    let answer = world.act("handler", &number, "signings", json!({"part": "one"}));
    assert_eq!((answer.status.as_u16(), &answer.json["code"]), (400, &json!("bad_body")));
}

#[test]
fn lists_show_what_is_one_s_own_and_what_is_asked_for() {
    for world in worlds() {
        let first = world.register(json!({}));
        world.dispatch(&first);
        let second = world.register(json!({"title": "井盖丢失", "content": "井盖不见了", "matter": "002"}));
        let numbers = |answer: Value| -> Vec<String> {
            let items = answer["items"].as_array().unwrap().clone();
            items.iter().map(|item| item["number"].as_str().unwrap().to_owned()).collect()
        };
        let all = world.get("operator", "/api/orders?sort=oldest").json;
        assert_eq!(numbers(all), [first.clone(), second.clone()]);
        assert_eq!(numbers(world.get("handler", "/api/orders").json), std::slice::from_ref(&first));
        assert_eq!(numbers(world.get("handler2", "/api/orders").json), Vec::<String>::new());
        assert_eq!(
            numbers(world.get("operator", "/api/orders?stage=registered&open=true").json),
            std::slice::from_ref(&second)
        );
        assert_eq!(world.get("operator", "/api/orders/count?open=true").json["count"], 2);
        assert_eq!(numbers(world.get("operator", "/api/orders/search?q=%E4%BA%95%E7%9B%96").json), [second]);
        assert_eq!(
            numbers(world.get("handler", "/api/orders/search?q=%E4%BA%95%E7%9B%96").json),
            Vec::<String>::new()
        );
        let page = world.get("operator", "/api/orders?sort=oldest&limit=1").json;
        let next = page["next"].as_str().unwrap().to_owned();
        assert_eq!(
            numbers(world.get("operator", &format!("/api/orders?sort=oldest&limit=1&after={next}")).json)
                .len(),
            1
        );
        assert_eq!(world.get("operator", "/api/orders?after=nonsense").status, 400);
        assert_eq!(world.get("operator", "/api/orders?stage=nowhere").status, 400);
        assert_eq!(world.get("operator", "/api/orders?colour=red").status, 400);
    }
}

#[test]
fn rulings_bear_a_signature() {
    let world = World::new();
    let number = world.register(json!({}));
    world.done("operator", &number, "acceptances", json!({}));
    let basis = json!({"by": "directory", "entry": "duty-001", "version": 1});
    let act = json!({"lead": "unit-001", "assists": [], "basis": basis, "manner": "direct", "copy_to": null});
    world.done("dispatcher", &number, "dispatches", act);
    world.done("dispatcher", &number, "disputes", json!({"reason": {"text": "两家都说不是自己的"}}));
    let ruling = json!({
        "terms": {"lead": "unit-002"},
        "reasons": {"text": "依据权责清单"},
        "skip": {"reason": "urgent", "why": {"text": "积水已漫上路面"}},
    });
    let version = world.done("adjudicator", &number, "rulings", ruling);
    let page = world.get("adjudicator", &format!("/api/orders/{number}")).json;
    let signed = page["signatures"].as_array().unwrap();
    assert_eq!(signed.len(), 1);
    assert_eq!(signed[0]["seq"], version);
    assert_eq!(signed[0]["signature"].as_str().unwrap().len(), 128);
    assert!(world.store.verify(&|_| {}).unwrap().faults.is_empty());
}

#[test]
fn a_field_that_an_act_does_not_have_is_named() {
    let world = World::new();
    let number = world.register(json!({}));
    for (body, at) in [(json!({"urgent": true}), "urgent"), (json!({"acts": {"a": 1}}), "acts")] {
        let answer = world.act("operator", &number, "acceptances", body);
        assert_eq!(answer.status, 400, "{}", answer.json);
        assert_eq!((&answer.json["code"], &answer.json["at"]), (&json!("bad_body"), &json!(at)));
    }
    world.dispatch(&number);
    let evidence = json!([{"kind": "record", "hash": "f0", "taken_at": null, "position": null, "by": "me"}]);
    let note = json!({"part": 1, "text": {"text": "已联系"}, "evidence": evidence});
    let answer = world.act("dispatcher", &number, "notes", note);
    assert_eq!(
        (answer.status.as_u16(), &answer.json["at"]),
        (400, &json!("evidence.0.by")),
        "{}",
        answer.json
    );
}
