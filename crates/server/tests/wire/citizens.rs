//! What citizens do by themselves.

use serde_json::{Value, json};

use crate::world::World;

#[test]
fn a_citizen_follows_an_appeal_with_its_code() {
    let world = World::new();
    let said = json!({"content": "楼下的路灯三天不亮", "kind": "help", "matter": "001", "caller": {"name": "王小明", "phone": "13800138000"}, "level": "critical"});
    let answer = world.post("", "/api/citizen/appeals", said);
    assert_eq!(answer.status, 201, "{}", answer.json);
    let number = answer.json["number"].as_str().unwrap().to_owned();
    assert_eq!(answer.json["code"], world.code(&number));
    let page = world.citizen("GET", &number, "", Value::Null);
    assert_eq!((page.status.as_u16(), &page.json["stage"]), (200, &json!("registered")));
    assert_eq!(page.json["said"][0]["content"], "楼下的路灯三天不亮");
    // How urgent it is, is not for the citizen to say.
    assert_eq!(world.get("operator", &format!("/api/orders/{number}")).json["order"]["level"], "ordinary");
    assert_eq!(
        world.citizen("POST", &number, "supplements", json!({"text": {"text": "在三号楼"}})).status,
        201
    );
    assert_eq!(
        world.citizen("POST", &number, "reminders", json!({"text": {"text": "还没有人来"}})).status,
        201
    );
    world.dispatch(&number);
    let page = world.citizen("GET", &number, "", Value::Null).json;
    assert_eq!(page["unit"], "unit-001");
    let steps: Vec<&str> =
        page["steps"].as_array().unwrap().iter().map(|step| step["act"].as_str().unwrap()).collect();
    assert_eq!(steps, ["register", "supplement", "remind", "accept", "dispatch"]);
    let receipt = world.citizen("GET", &number, "receipt", Value::Null).json;
    assert_eq!(receipt["number"], number);
    let photo = world.citizen_file(&number, &crate::files::photo(b"dark"));
    assert_eq!(photo.status, 201, "{}", photo.json);
}

#[test]
fn without_the_code_there_is_nothing() {
    let world = World::new();
    let number = world.register(json!({}));
    let ask = |number: &str, code: &str| {
        world.ask("", "GET", &format!("/api/citizen/orders/{number}")).header("query-code", code).send()
    };
    let wrong = ask(&number, "AAAAAA");
    let unknown = ask("20260302010000009999", "AAAAAA");
    assert_eq!((wrong.status, &wrong.json), (unknown.status, &unknown.json));
    assert_eq!(wrong.status, 404);
    assert_eq!(ask(&number, &world.code(&number).to_lowercase()).status, 200);
    for _ in 0..9 {
        ask(&number, "AAAAAA");
    }
    let locked = ask(&number, &world.code(&number));
    assert_eq!((locked.status.as_u16(), &locked.json["code"]), (429, &json!("locked_out")));
    world.pass(3_600_001);
    assert_eq!(ask(&number, &world.code(&number)).status, 200);
}

#[test]
fn the_callback_is_answered_by_whose_it_is() {
    let world = World::new();
    let number = world.register(json!({}));
    world.dispatch(&number);
    world.done("handler", &number, "signings", json!({"part": 1}));
    let reply = json!({
        "part": 1, "internal": {"text": "无"}, "public": {"text": "按规定答复"}, "conclusion": "answered",
        "basis": [{"text": "某条例第一条"}], "evidence": [],
    });
    world.done("handler", &number, "replies", reply);
    let answers = json!({"contacted": false, "solved": "no", "satisfied": "bad", "reasons": []});
    let early = world.citizen("POST", &number, "callbacks", answers.clone());
    assert_eq!((early.status.as_u16(), &early.json["code"]), (409, &json!("wrong_stage")));
    world.done(
        "reply_reviewer",
        &number,
        "reply-reviews",
        json!({"passed": true, "faults": [], "note": {"text": ""}}),
    );
    let answered = world.citizen("POST", &number, "callbacks", answers.clone());
    assert_eq!(answered.status, 201, "{}", answered.json);
    let again = world.citizen("POST", &number, "callbacks", answers);
    assert_eq!((again.status.as_u16(), &again.json["code"]), (409, &json!("already_answered")));
}
