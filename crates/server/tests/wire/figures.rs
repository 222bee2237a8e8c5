//! Figures: what happened, beside what is usual, and units beside their like.

use serde_json::{Value, json};

use crate::world::{World, worlds};

fn today(page: &Value, figure: &str) -> Value {
    let found = page["today"].as_array().unwrap().iter().find(|line| line["figure"] == figure);
    found.unwrap_or_else(|| panic!("nothing is said of {figure}")).clone()
}

/// How many orders a figure's query lists.
fn listed(world: &World, by: &str, query: &Value) -> usize {
    let answer = world.get(by, &format!("/api/orders?{}", query.as_str().unwrap()));
    assert_eq!(answer.status, 200, "{}", answer.json);
    answer.json["items"].as_array().unwrap().len()
}

#[test]
fn the_day_is_counted_as_it_happens_and_each_figure_leads_to_its_orders() {
    for world in worlds() {
        // Yesterday one appeal came in; today six, of which one is dispatched.
        world.register(json!({"matter": "002"}));
        world.pass(86_400_000);
        let numbers: Vec<String> = (0..6).map(|_| world.register(json!({"place": "p1"}))).collect();
        world.dispatch(&numbers[0]);
        let page = world.get("leader", "/api/leader/figures?days=3");
        assert_eq!(page.status, 200, "{}", page.json);
        let received = today(&page.json, "received");
        assert_eq!((&received["count"], &received["yesterday"]), (&json!(6), &json!(1)));
        assert_eq!(listed(&world, "leader", &received["query"]), 6);
        let dispatched = today(&page.json, "dispatched");
        assert_eq!(dispatched["count"], 1);
        assert_eq!(listed(&world, "leader", &dispatched["query"]), 1);
        for (figure, count) in [("closed", 0), ("answered_at_once", 0), ("became_late", 0)] {
            assert_eq!(listed(&world, "leader", &today(&page.json, figure)["query"]), count, "{figure}");
        }
        let open = today(&page.json, "open");
        assert_eq!(open["count"], 7);
        assert_eq!(listed(&world, "leader", &open["query"]), 7);
        let trend: Vec<u64> = page.json["trend"]
            .as_array()
            .unwrap()
            .iter()
            .map(|day| day["received"].as_u64().unwrap())
            .collect();
        assert_eq!(trend, [0, 1, 6], "every day, none left out");
        let rising = &page.json["rising"];
        assert_eq!(
            (&rising[0]["matter"], &rising[0]["count"], &rising[0]["times"]),
            (&json!("001"), &json!(6), &Value::Null)
        );
        assert_eq!(rising.as_array().unwrap().len(), 1, "what came once rises by chance");
        assert_eq!(
            page.json["places"],
            json!([{"place": "p1", "received": 6, "open": 6, "late": 0,
            "query": page.json["places"][0]["query"]}])
        );
        assert_eq!(page.json["channels"][0]["channel"], "phone");

        // A coordinator has those of their own area.
        let area = world.get("coordinator", "/api/coordinator/figures?days=3").json;
        assert_eq!((&area["area"], &area["trend"][2]["received"]), (&json!("unit-001"), &json!(1)));
        assert_eq!(today(&area, "open")["count"], 1);
        assert_eq!(world.get("coordinator", "/api/coordinator/figures?area=unit-002").status, 404);
        assert_eq!(world.get("leader", "/api/leader/figures?days=0").status, 400);

        let units = world.get("supervisor", "/api/supervisor/units").json;
        assert_eq!(units["bands"][0]["kind"], "department");
        let unit = &units["bands"][0]["units"][0];
        assert_eq!(
            (&unit["unit"], &unit["received"]["n"], &unit["solved"]["of"]),
            (&json!("unit-001"), &json!(1), &json!(0))
        );
        for figure in ["received", "on_time", "returned", "redone", "solved"] {
            let count = if figure == "received" { 1 } else { 0 };
            assert_eq!(listed(&world, "supervisor", &unit[figure]["query"]), count, "{figure}");
        }
        world.done("operator", &numbers[1], "instant-answers", json!({"answer": {"text": "按规定答复"}}));
        let page = world.get("leader", "/api/leader/figures?days=3").json;
        for figure in ["closed", "answered_at_once"] {
            let figure = today(&page, figure);
            assert_eq!((&figure["count"], listed(&world, "leader", &figure["query"])), (&json!(1), 1));
        }
        // What was counted follows from the journal.
        let report = world.store.verify(&|_| {}).unwrap();
        assert!(report.faults.is_empty(), "{:?}", report.faults);
    }
}
