//! The directory: drafted by one, reviewed by another, approved by a third; looked
//! up with what is known; kept from towns.

use serde_json::{Value, json};

use crate::world::{Answer, World, worlds};

const DRAFTS: &str = "/api/directory/drafts";

impl World {
    /// Does something with a draft, on whatever version it has.
    fn drafts(&self, by: &str, method: &str, path: &str, body: Value) -> Answer {
        let ask = self.ask(by, method, &format!("{DRAFTS}{path}"));
        ask.header("if-match", "*").json(&body).send()
    }

    fn step(&self, by: &str, id: &str, step: &str) -> Answer {
        self.drafts(by, "POST", &format!("/{id}/{step}"), json!({"note": "看过了"}))
    }

    /// Begins a draft; its number.
    fn draft(&self) -> String {
        let begun = self.post("administrator", DRAFTS, json!({"title": "路灯移交"}));
        assert_eq!(begun.status, 201, "{}", begun.json);
        begun.json["draft"]["id"].as_str().unwrap().to_owned()
    }
}

fn entry(lead: &str) -> Value {
    json!({
        "matter": "001", "place": null, "lead": lead, "level": "city", "basis": "权责清单第十二项",
        "source": "law", "from": "2026-03-01",
    })
}

fn with(mut entry: Value, key: &str, value: Value) -> Value {
    entry[key] = value;
    entry
}

#[test]
fn a_draft_becomes_the_directory_by_three_people() {
    for world in worlds() {
        let id = world.draft();
        let put = |code: &str, body: Value| {
            world.drafts("administrator", "PUT", &format!("/{id}/entries/{code}"), body)
        };
        assert_eq!(world.step("administrator", &id, "submissions").json["code"], "draft_empty");
        assert_eq!(put("duty-x", entry("village")).json["field"], "lead");
        assert_eq!(put("duty-x", entry("nowhere")).json["field"], "lead");
        assert_eq!(put("坏", entry("unit-002")).status, 422);
        // Two entries that are equally close say two things.
        assert_eq!(put("duty-new", entry("unit-002")).status, 200);
        let refused = world.step("administrator", &id, "submissions");
        assert_eq!((refused.status.as_u16(), &refused.json["code"]), (409, &json!("entries_contradict")));
        assert_eq!(put("duty-001", with(entry("unit-001"), "until", json!("2026-03-02"))).status, 200);
        let next = with(entry("unit-002"), "from", json!("2026-03-02"));
        let page = put("duty-new", next).json;
        assert_eq!(page["draft"]["changes"][0]["was"]["lead"], "unit-001");
        // Whoever decided on what was there before is told so.
        let stale = world.ask("administrator", "PUT", &format!("{DRAFTS}/{id}/entries/duty-new"));
        let stale = stale.header("if-match", "1").json(&entry("unit-003")).send();
        assert_eq!(stale.status, 412, "{}", stale.json);

        assert_eq!(world.step("administrator", &id, "submissions").json["draft"]["state"], "submitted");
        let own = world.step("administrator", &id, "reviews");
        assert_eq!((own.status.as_u16(), &own.json["code"]), (403, &json!("draft_needs_another")));
        assert_eq!(world.step("leader", &id, "reviews").status, 403, "a leader does not review");
        assert_eq!(world.step("supervisor", &id, "reviews").json["draft"]["state"], "reviewed");
        assert_eq!(world.step("supervisor", &id, "approvals").status, 403, "a supervisor does not approve");
        let published = world.step("leader", &id, "approvals").json;
        assert_eq!(
            (&published["draft"]["state"], &published["draft"]["published_as"]),
            (&json!("published"), &json!(2))
        );

        // The next dispatch rests on the new version.
        let number = world.register(json!({}));
        world.done("operator", &number, "acceptances", json!({}));
        let dispatch = |entry: &str, lead: &str, version: u32| {
            let basis = json!({"by": "directory", "entry": entry, "version": version});
            let act =
                json!({"lead": lead, "assists": [], "basis": basis, "manner": "direct", "copy_to": null});
            world.act("dispatcher", &number, "dispatches", act)
        };
        assert_eq!(dispatch("duty-001", "unit-001", 1).json["code"], "directory_does_not_say");
        assert_eq!(dispatch("duty-new", "unit-002", 2).status, 201);
        // Each entry is on the record, with who approved it.
        let changes = world.get("auditor", "/api/auditor/city-changes?kind=directory_entry").json;
        let became: Vec<&Value> =
            changes["items"].as_array().unwrap().iter().map(|row| &row["became"]).collect();
        assert_eq!((became.len(), &became[0]["approver"]), (2, &json!("leader")));
        let versions = world.get("leader", "/api/directory/versions").json;
        assert_eq!(versions.as_array().unwrap().len(), 2);
        assert_eq!(world.store.verify(&|_| {}).unwrap().faults, []);
    }
}

#[test]
fn a_draft_is_sent_back_and_what_it_would_do_is_seen_before() {
    let world = World::new();
    let number = world.register(json!({}));
    world.dispatch(&number);
    let id = world.draft();
    let path = format!("/{id}/entries/duty-001");
    assert_eq!(world.drafts("administrator", "PUT", &path, entry("unit-002")).status, 200);
    let replayed = world.get("leader", &format!("/api/directory/replays?version={id}")).json;
    let outcome = &replayed["outcome"];
    assert_eq!(
        (&outcome["orders"], &outcome["changed"], &replayed["complete"]),
        (&json!(1), &json!(1), &json!(true))
    );
    assert_eq!(outcome["moved"][0]["example"], json!(number));
    let now = world.get("leader", "/api/directory/replays").json;
    assert_eq!(now["outcome"]["changed"], 0);
    let found = world.get("supervisor", &format!("/api/directory/findings?version={id}")).json;
    assert_eq!((&found["version"], &found["contradictions"]), (&json!(2), &json!([])));
    assert_eq!(world.get("leader", "/api/directory/findings?version=d9").status, 404);

    world.step("administrator", &id, "submissions");
    let unsaid = world.drafts("supervisor", "POST", &format!("/{id}/returns"), json!({}));
    assert_eq!(unsaid.json["field"], "note");
    assert_eq!(world.step("supervisor", &id, "returns").json["draft"]["state"], "drafting");
    let taken_out = || {
        let ask = world.ask("administrator", "DELETE", &format!("{DRAFTS}{path}"));
        ask.header("if-match", "*").send().status
    };
    assert_eq!(taken_out(), 204);
    assert_eq!(taken_out(), 404);
    assert_eq!(world.step("administrator", &id, "discards").json["draft"]["state"], "discarded");
    assert_eq!(world.step("administrator", &id, "submissions").json["code"], "draft_stands");
}

#[test]
fn a_sheet_is_taken_whole_or_not_at_all() {
    let world = World::new();
    let sheet = world.get("administrator", "/api/directory/sheet").bytes;
    let import = |bytes: &[u8]| {
        world.ask("administrator", "POST", "/api/directory/sheets").bytes(bytes.to_vec()).send()
    };
    let same = import(&sheet);
    assert_eq!((same.status.as_u16(), &same.json["code"]), (409, &json!("draft_empty")));
    let columns = ["编号", "事项代码", "主办单位代码", "层级", "依据", "来源", "生效日期", "办理时限"];
    let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let good = row(&["duty-x", "009", "unit-001", "市级", "权责清单", "职责清单", "2026-03-01", "3个工作日"]);
    let bad = row(&["duty-y", "009", "nowhere", "市级", "权责清单", "职责清单", "2026-03-01", ""]);
    let wrong = import(&tables::xlsx(&columns, vec![good.clone(), bad]).unwrap());
    assert_eq!((wrong.status.as_u16(), &wrong.json["code"]), (422, &json!("unfit_sheet")));
    let fault = &wrong.json["faults"][0];
    assert_eq!((&fault["row"], &fault["column"]), (&json!(3), &json!("C 主办单位代码")));
    assert_eq!(world.get("administrator", DRAFTS).json, json!([]));
    let drafted = import(&tables::xlsx(&columns, vec![good]).unwrap());
    assert_eq!(drafted.status, 201, "{}", drafted.json);
    assert_eq!(drafted.json["draft"]["changes"][0]["becomes"]["limit"], "3 working days");
    assert_eq!(import(b"no workbook").status, 422);
}

#[test]
fn what_is_not_known_is_offered_and_does_not_win() {
    let world = World::new();
    let id = world.draft();
    let poles = with(entry("unit-002"), "condition", json!({"ownerships": ["utility"]}));
    world.drafts("administrator", "PUT", &format!("/{id}/entries/poles"), poles);
    for (by, step) in [("administrator", "submissions"), ("supervisor", "reviews"), ("leader", "approvals")] {
        assert_eq!(world.step(by, &id, step).status, 200);
    }
    let number = world.register(json!({"place": "p"}));
    world.done("operator", &number, "acceptances", json!({}));
    let proposals = || world.get("dispatcher", &format!("/api/dispatcher/orders/{number}/proposals")).json;
    let before = proposals();
    assert_eq!((&before["winner"]["code"], &before["doubts"]), (&json!("duty-001"), &json!(["conditional"])));
    assert_eq!(
        (&before["offered"][0]["code"], &before["offered"][0]["unstated"]),
        (&json!("poles"), &json!(["ownership"]))
    );
    let facts = json!({"ownership": "utility"});
    let classified = json!({"kind": "help", "matter": "001", "place": "p", "accused": [], "accused_people": [], "facts": facts});
    world.done("dispatcher", &number, "classifications", classified);
    let after = proposals();
    assert_eq!((&after["winner"]["code"], &after["offered"]), (&json!("poles"), &json!([])));
    let page = world.get("handler", "/api/directory?matter=001&place=p&ownership=private").json;
    assert_eq!(page["winner"], "duty-001");
}

#[test]
fn what_goes_down_all_the_same_is_counted_by_name() {
    for world in worlds() {
        let number = world.register(json!({}));
        world.dispatch(&number);
        world.done("handler", &number, "signings", json!({"part": 1}));
        let down = |overrides: Value| {
            let note = json!({"text": "请到现场看看"});
            let act = json!({"part": 1, "unit": "village", "note": note, "overrides": overrides});
            world.act("handler", &number, "hand-downs", act)
        };
        assert_eq!(down(Value::Null).json["code"], "town_needs_override");
        let named = json!({"entry": "duty-001", "person": "分管副局长", "reason": {"text": "汛情紧急"}, "law": {"text": "应急预案第四条"}});
        assert_eq!(down(named).status, 201);
        let page = world.get("leader", "/api/leader/pushed-down").json;
        assert_eq!(page["people"], json!([{"person": "handler", "orders": 1}]));
        assert_eq!(page["units"], json!([{"unit": "village", "orders": 1, "turned_down": 0}]));
        // The village refuses in one act, by the list.
        let refusal = json!({"part": 1, "entry": "duty-001", "basis": {"text": "派单目录 duty-001"}});
        world.done("village", &number, "turn-downs", refusal);
        let page = world.get("supervisor", "/api/supervisor/pushed-down").json;
        assert_eq!(page["units"][0]["turned_down"], 1);
        assert_eq!(world.store.verify(&|_| {}).unwrap().faults, []);
    }
}
