//! The city's own data, changed on the record.

use serde_json::{Value, json};
use server::Options;
use worker::messages::Templates;

use crate::world::{Answer, World, worlds};

const TOP: &str = "/api/administrator";

impl World {
    /// A change by the administrator, against a version.
    fn change(&self, method: &str, path: &str, version: &str, body: Value) -> Answer {
        self.ask("administrator", method, &format!("{TOP}/{path}"))
            .header("if-match", version)
            .json(&body)
            .send()
    }

    fn listed(&self, list: &str) -> Value {
        let answer = self.get("administrator", &format!("{TOP}/{list}"));
        assert_eq!(answer.status, 200, "{}", answer.json);
        answer.json
    }

    /// The entry of a list with a code, and how it stands.
    fn kept(&self, list: &str, code: &str) -> Value {
        let all = self.listed(list);
        let found = all.as_array().unwrap().iter().find(|kept| kept["entry"]["code"] == code);
        found.cloned().unwrap_or(Value::Null)
    }
}

fn department(name: &str, parent: &str) -> Value {
    json!({"name": name, "kind": "department", "parent": parent, "place": null, "basis": "编办〔2026〕3号"})
}

#[test]
fn a_unit_comes_changes_and_ends_on_the_record() {
    for world in worlds() {
        assert_eq!(
            world.change("PUT", "units/new", "0", department("新区管委会", "city")).json["version"],
            1
        );
        // Whoever decided on what was there before is told so.
        let late = world.change("PUT", "units/new", "0", department("别名", "city"));
        assert_eq!((late.status.as_u16(), &late.json["version"]), (412, &json!(1)));
        assert_eq!(world.change("PUT", "units/new", "1", department("新区", "city")).json["version"], 2);
        assert_eq!(world.change("PUT", "units/new", "", department("新区", "city")).status, 400);
        // At once it can be dispatched to.
        let number = world.register(json!({}));
        world.done("operator", &number, "acceptances", json!({}));
        let to_new = |number: &str| {
            let basis = json!({"by": "human", "reason": {"text": "已划转"}, "overrides": "duty-001"});
            let act =
                json!({"lead": "new", "assists": [], "basis": basis, "manner": "direct", "copy_to": null});
            world.act("dispatcher", number, "dispatches", act)
        };
        assert_eq!(to_new(&number).status, 201);
        // While it holds an order it cannot end, and the answer says where they are listed.
        let end = json!({"successor": "unit-002", "basis": "编办〔2026〕9号"});
        let held = world.change("POST", "units/new/endings", "2", end.clone());
        assert_eq!((held.status.as_u16(), &held.json["code"]), (409, &json!("still_used")), "{}", held.json);
        assert_eq!(
            held.json["uses"][0],
            json!({"what": "orders", "count": 1, "filter": "/api/orders?open=true&holder=new"})
        );
        world.citizen("POST", &number, "withdrawals", json!({"statement": {"text": "不用了"}}));
        assert_eq!(world.change("POST", "units/new/endings", "2", end.clone()).json["version"], 3);
        assert_eq!(world.change("POST", "units/new/endings", "3", end).status, 422);
        let kept = world.kept("units", "new");
        assert_eq!((&kept["successor"], &kept["entry"]["name"]), (&json!("unit-002"), &json!("新区")));
        // Nothing is sent there any more; what it did stays its own.
        let other = world.register(json!({}));
        world.done("operator", &other, "acceptances", json!({}));
        let refused = to_new(&other);
        assert_eq!(
            (&refused.json["code"], &refused.json["successor"]),
            (&json!("unit_ended"), &json!("unit-002"))
        );
        let changes = world.listed("city-changes?kind=unit&code=new");
        let acts: Vec<_> =
            changes["items"].as_array().unwrap().iter().map(|change| change["act"].clone()).collect();
        assert_eq!(acts, ["end", "put", "put"]);
        assert_eq!(changes["items"][1]["was"]["name"], "新区管委会");
        assert_eq!(changes["items"][2]["was"], Value::Null);
        assert_eq!(changes["items"][0]["login"], "administrator");
        let report = world.store.verify(&|_| {}).unwrap();
        assert!(report.faults.is_empty(), "{:?}", report.faults);
    }
}

#[test]
fn units_that_make_no_tree_are_refused_in_words() {
    let world = World::new();
    let put = |code: &str, body: Value| world.change("PUT", &format!("units/{code}"), "*", body);
    let refused = |answer: Answer, field: &str| {
        assert_eq!((answer.status.as_u16(), &answer.json["field"]), (422, &json!(field)), "{}", answer.json);
        answer.json["why"].as_str().unwrap().to_owned()
    };
    assert_eq!(refused(put("x", department("甲", "nowhere")), "parent"), "there is no unit nowhere");
    refused(put("unit-001", department("甲", "village")), "parent");
    refused(put("x", json!({"name": "甲", "kind": "town", "basis": "x"})), "parent");
    refused(put("x", department(" ", "city")), "name");
    refused(put("x~y", department("甲", "city")), "code");
    let mut unfounded = department("甲", "city");
    unfounded["basis"] = json!(" ");
    refused(put("x", unfounded), "basis");
    let mut nowhere = department("甲", "city");
    nowhere["place"] = json!("W1");
    refused(put("x", nowhere), "place");
    refused(world.change("POST", "units/hotline/endings", "*", json!({"basis": "x"})), "unit");
    let used = world.change("POST", "units/unit-001/endings", "*", json!({"basis": "x"}));
    let what: Vec<_> = used.json["uses"].as_array().unwrap().iter().map(|of| of["what"].clone()).collect();
    assert_eq!(what, ["units", "people", "directory_entries"]);
    assert_eq!(world.change("POST", "units/nowhere/endings", "*", json!({"basis": "x"})).status, 404);
    // Nobody else changes the city.
    for by in ["supervisor", "auditor", "leader"] {
        let path = format!("{TOP}/units/x");
        let answer =
            world.ask(by, "PUT", &path).header("if-match", "*").json(&department("甲", "city")).send();
        assert_eq!(answer.status, 403, "{by}");
    }
    assert_eq!(world.put("administrator", &format!("{TOP}/units/x"), department("甲", "city")).status, 428);
}

#[test]
fn matters_and_places_lie_below_the_beginning_of_their_code() {
    for world in worlds() {
        let matter = |parent: &str| json!({"name": "市容", "parent": parent, "basis": "事项清单"});
        assert_eq!(world.change("PUT", "matters/09", "0", matter("")).status, 200);
        assert_eq!(world.change("PUT", "matters/0901", "0", matter("09")).status, 200);
        assert_eq!(world.change("PUT", "matters/0801", "0", matter("09")).json["field"], "code");
        assert_eq!(world.kept("matters", "0901")["entry"]["level"], 2);
        let end = json!({"basis": "事项清单"});
        let used = world.change("POST", "matters/09/endings", "*", end.clone()).json["uses"].clone();
        assert_eq!(
            used[0],
            json!({"what": "matters", "count": 1, "filter": "/api/administrator/matters?parent=09"})
        );
        world.register(json!({"matter": "0901"}));
        let used = world.change("POST", "matters/0901/endings", "*", end).json["uses"].clone();
        assert_eq!((&used[0]["what"], &used[0]["count"]), (&json!("orders"), &json!(1)));

        let place =
            |position: Value| json!({"name": "新区", "parent": "", "position": position, "basis": "民政局"});
        assert_eq!(world.change("PUT", "places/W", "0", place(json!([30_000_000, 120_000_000]))).status, 200);
        assert_eq!(
            world.change("PUT", "places/W", "1", place(json!([91_000_000, 0]))).json["field"],
            "position"
        );
        assert_eq!(world.kept("places", "W")["entry"]["position"], json!([30_000_000, 120_000_000]));
        let end = json!({"successor": "nowhere", "basis": "民政局"});
        assert_eq!(world.change("POST", "places/W/endings", "1", end).json["field"], "successor");
        assert_eq!(
            world.change("POST", "places/W/endings", "1", json!({"basis": "民政局"})).json["version"],
            2
        );
        assert_ne!(world.kept("places", "W")["ended_at"], Value::Null);
        // Put again, it is in force again.
        assert_eq!(world.change("PUT", "places/W", "2", place(Value::Null)).json["version"], 3);
        assert_eq!(world.kept("places", "W")["ended_at"], Value::Null);
    }
}

#[test]
fn two_administrators_at_once_do_not_undo_each_other() {
    let world = World::new();
    let day = |date: &str| json!({"days": [{"date": date, "kind": "holiday", "name": "市庆"}], "basis": "市府通告"});
    let dates = ["2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04"];
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let each = dates.map(|date| {
            let (world, day) = (&world, &day);
            scope.spawn(move || world.change("PUT", "calendar-days", "1", day(date)).status.as_u16())
        });
        each.map(|thread| thread.join().unwrap()).to_vec()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 412).count(), 3, "{statuses:?}");
    assert_eq!(world.listed("city-changes?kind=calendar")["items"].as_array().unwrap().len(), 1);
}

#[test]
fn days_are_changed_and_the_clocks_that_they_would_move_are_told_before() {
    for world in worlds() {
        // Monday, 2 March: five working days end on Monday, 9 March.
        let number = world.register(json!({}));
        world.dispatch(&number);
        let year = world.listed("calendar-days?year=2026");
        let tuesday = |year: &Value| {
            let days = year["entry"]["days"].as_array().unwrap().clone();
            days.into_iter().find(|day| day["date"] == "2026-03-03").unwrap()
        };
        assert_eq!(tuesday(&year)["kind"], "workday");
        let holiday = json!({"days": [{"date": "2026-03-03", "kind": "holiday", "name": "台风停课停工"}], "basis": "防指令"});
        let preview = world.post("administrator", &format!("{TOP}/calendar-previews"), holiday.clone()).json;
        assert_eq!((&preview["open"], &preview["complete"]), (&json!(1), &json!(true)));
        let handling =
            preview["clocks"].as_array().unwrap().iter().find(|clock| clock["kind"] == "handling").unwrap();
        assert_eq!((&handling["later"], &handling["earlier"]), (&json!(1), &json!(0)));
        let moved = &handling["examples"][0];
        assert_eq!((&moved["number"], &moved["unit"]), (&json!(number), &json!("unit-001")));
        assert_eq!(
            moved["moved"]["after"].as_i64().unwrap() - moved["moved"]["before"].as_i64().unwrap(),
            86_400_000
        );
        let due = |number: &str| {
            world.get("handler", &format!("/api/orders/{number}")).json["order"]["clocks"][4]["due"].clone()
        };
        let before = due(&number);
        assert_eq!(world.change("PUT", "calendar-days", "1", holiday).status, 200);
        assert_eq!(tuesday(&world.listed("calendar-days?year=2026"))["name"], "台风停课停工");
        // What was promised is kept; the next order is counted by the new table.
        assert_eq!(due(&number), before);
        let next = world.register(json!({}));
        world.dispatch(&next);
        assert_eq!(due(&next).as_i64().unwrap() - before.as_i64().unwrap(), 86_400_000);
        let unnamed = json!({"days": [{"date": "2026-03-04", "kind": "holiday"}], "basis": "x"});
        assert_eq!(world.change("PUT", "calendar-days", "*", unnamed).json["field"], "days");
        let gap = json!({"days": [{"date": "2199-03-04", "kind": "workday"}], "basis": "x"});
        assert!(
            world.change("PUT", "calendar-days", "*", gap).json["why"]
                .as_str()
                .unwrap()
                .contains("is missing")
        );
    }
}

#[test]
fn a_policy_is_tried_on_the_orders_in_hand_and_holds_from_a_moment_to_come() {
    for world in worlds() {
        let number = world.register(json!({}));
        world.dispatch(&number);
        let packs = world.listed("policies");
        assert_eq!((&packs[0]["code"], &packs[0]["followed"]), (&json!("national"), &json!(true)));
        let page = world.listed("policies/national");
        let numbers = page["numbers"].as_array().unwrap();
        let sign = numbers.iter().find(|number| number["path"] == "limits.handling.ordinary").unwrap();
        assert_eq!(sign["value"], "5 working days");
        assert!(numbers.iter().all(|number| !number["basis"].as_str().unwrap().is_empty()));
        let shorter =
            json!([{"path": "limits.handling.ordinary", "value": "3 working days", "basis": "市办法第八条"}]);
        let preview = |changes: Value| {
            world.post("administrator", &format!("{TOP}/policy-previews"), json!({"changes": changes})).json
        };
        let tried = preview(shorter.clone());
        let moved = &tried["clocks"][0]["examples"][0]["moved"];
        assert_eq!(
            (&tried["clocks"][0]["kind"], &tried["clocks"][0]["earlier"]),
            (&json!("handling"), &json!(1))
        );
        assert_eq!((&moved["was"], &moved["becomes"]), (&json!("5 working days"), &json!("3 working days")));
        assert_eq!(moved["basis"], "市办法第八条");
        let wrong =
            preview(json!([{"path": "limits.sign.ordinary", "value": "9 working days", "basis": "x"}]));
        assert!(wrong["contradiction"].as_str().unwrap().contains("limits.sign.ordinary"), "{wrong}");
        let unknown = preview(json!([{"path": "limits.nothing", "value": 1, "basis": "x"}]));
        assert!(unknown["contradiction"].as_str().unwrap().contains("no such number"));
        let unfounded = preview(json!([{"path": "redo.most", "value": 1, "basis": ""}]));
        assert!(unfounded["contradiction"].as_str().unwrap().contains("basis"));

        let from = world.now().0 + 3 * 86_400_000;
        let put = |from: i64, version: &str| {
            let body = json!({"changes": shorter, "in_force_from": from, "basis": "市府常务会议纪要"});
            world.change("PUT", "policies/national", version, body)
        };
        assert_eq!(put(world.now().0, "1").json["field"], "in_force_from");
        assert_eq!(put(from, "7").status, 412);
        assert_eq!(put(from, "1").json["version"], 2);
        let limit = |number: &str| {
            let clocks =
                world.get("handler", &format!("/api/orders/{number}")).json["order"]["clocks"].clone();
            clocks.as_array().unwrap().iter().find(|clock| clock["kind"] == "handling").unwrap()["limit"]
                .clone()
        };
        let meanwhile = world.register(json!({}));
        world.dispatch(&meanwhile);
        world.pass(4 * 86_400_000);
        world.app.reload_city().unwrap();
        let next = world.register(json!({}));
        world.dispatch(&next);
        assert_eq!(
            [limit(&number), limit(&meanwhile), limit(&next)],
            ["5 working days", "5 working days", "3 working days"]
        );
        let change = &world.listed("city-changes?kind=policy")["items"][0];
        assert_eq!(change["was"][0]["value"], "5 working days");
        assert_eq!(change["became"].as_array().unwrap().len(), 1, "{change}");
    }
}

#[test]
fn what_notices_say_can_be_put_in_other_words() {
    let file = |name: &str| {
        let path = format!("{}/../../city/messages/{name}.toml", env!("CARGO_MANIFEST_DIR"));
        (name.to_owned(), std::fs::read_to_string(path).unwrap())
    };
    let templates = Templates::parse(&[file("zh"), file("en")], "zh").unwrap();
    let world = World::with(Options { templates: Some(templates.clone()), ..Options::default() });
    let words = |text: &str| json!({"subject": "催办（{number}）", "text": text, "basis": "热线用语规范"});
    assert_eq!(
        world.change("PUT", "templates/zh.reminded", "1", words("{unit}：请尽快办理{number}。")).json["version"],
        2
    );
    assert_eq!(
        world.change("PUT", "templates/zh.reminded", "2", words("{name}：请办理")).json["field"],
        "text"
    );
    assert_eq!(world.change("PUT", "templates/zh.nothing", "*", words("x")).status, 404);
    let listed = world.listed("templates");
    let find =
        |id: &str| listed.as_array().unwrap().iter().find(|kept| kept["entry"]["id"] == id).unwrap().clone();
    assert_eq!(
        (&find("zh.reminded")["entry"]["usual"], &find("zh.reminded")["version"]),
        (&json!(false), &json!(2))
    );
    assert_eq!(find("en.reminded")["entry"]["usual"], true);
    let documents = world.store.documents(Templates::DOCUMENT, world.now()).unwrap();
    let documents: Vec<_> = documents.into_iter().map(|document| (document.name, document.body)).collect();
    assert_eq!(
        templates.with_changes(&documents).get("zh", "reminded").unwrap().text,
        "{unit}：请尽快办理{number}。"
    );
}

#[test]
fn people_are_on_the_record_without_their_secrets() {
    let world = World::new();
    let person =
        json!({"name": "李雷", "role": "operator", "unit": "hotline", "password": "three quiet lamps"});
    assert_eq!(world.put("administrator", &format!("{TOP}/people/li.lei"), person).status, 204);
    let changes = world.listed("city-changes?kind=person");
    assert_eq!(changes["items"][0]["became"]["role"], "operator");
    let text = changes.to_string();
    assert!(!text.contains("argon2") && !text.contains("lamps"), "{text}");
}
