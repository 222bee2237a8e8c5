//! A quarrel over whose duty it is, and what is left of it for the next order.

use serde_json::{Value, json};

use crate::world::{World, worlds};

fn accepted(world: &World) -> String {
    let number = world.register(json!({}));
    world.done("operator", &number, "acceptances", json!({}));
    number
}

/// Two units say that it is not theirs; the desk rules for all such orders.
fn ruled(world: &World) -> (String, Value) {
    let number = accepted(world);
    let opening = json!({
        "reason": {"text": "井盖归自来水还是归市政"},
        "ground": "ownership_unclear",
        "units": ["unit-001", "unit-002"],
        "new_facts": null,
    });
    world.done("dispatcher", &number, "disputes", opening);
    let claim = json!({
        "unit": "unit-001",
        "claim": "not_ours",
        "rests_on": "duties",
        "basis": {"text": "三定规定第三条：供水设施归水务部门"},
        "counter": null,
        "points_to": "unit-002",
        "evidence": [],
    });
    world.done("handler", &number, "claims", claim);
    let terms = json!({
        "lead": "unit-002",
        "effect": "all_such",
        "scope": {"matter": matter(world, &number), "place": null},
    });
    let ruling =
        json!({"terms": terms, "reasons": {"text": "井盖下是自来水阀门井，依权属认定"}, "skip": null});
    let early = world.act("adjudicator", &number, "rulings", ruling.clone());
    assert_eq!(
        (early.status.as_u16(), &early.json["code"]),
        (409, &json!("units_unheard")),
        "{}",
        early.json
    );
    // Half a working day later whoever said nothing is ruled on without.
    world.pass(86_400_000);
    world.done("adjudicator", &number, "rulings", ruling);
    (number.clone(), world.get("adjudicator", &format!("/api/orders/{number}")).json)
}

fn matter(world: &World, number: &str) -> Value {
    world.get("dispatcher", &format!("/api/dispatcher/orders/{number}/proposals")).json["matter"].clone()
}

#[test]
fn what_was_ruled_for_all_leads_the_next_order() {
    for world in worlds() {
        let (first, page) = ruled(&world);
        let dispute = &page["order"]["disputes"][0];
        let ruling = dispute["ruling"]["number"].as_str().unwrap().to_owned();
        assert!(ruling.contains("认定〔") && ruling.ends_with("1号"), "{ruling}");
        assert_eq!(dispute["parties"][0]["statement"]["claim"], "not_ours", "{dispute}");

        let next = accepted(&world);
        let proposal = world.get("dispatcher", &format!("/api/dispatcher/orders/{next}/proposals")).json;
        assert_eq!((&proposal["ruling"]["number"], &proposal["doubts"]), (&json!(ruling), &json!([])));
        // The directory's word does not go before it, nor does anybody's.
        let basis = json!({"by": "directory", "entry": "duty-001", "version": 1});
        let other =
            json!({"lead": "unit-001", "assists": [], "basis": basis, "manner": "direct", "copy_to": null});
        let refused = world.act("dispatcher", &next, "dispatches", other);
        assert_eq!((refused.status.as_u16(), &refused.json["code"]), (409, &json!("ruled_otherwise")));
        let again = json!({"reason": {"text": "还是说不清"}, "ground": "ownership_unclear", "units": [], "new_facts": null});
        let refused = world.act("dispatcher", &next, "disputes", again);
        assert_eq!(refused.json["code"], "ruled_before", "{}", refused.json);
        world.done("dispatcher", &next, "dispatches", proposal["dispatch"].clone());

        let found = world.get("dispatcher", "/api/dispatcher/rulings?in_force=true").json;
        assert_eq!(found["precedents"][0]["order"], json!(first), "{found}");
        let alike = world.get("adjudicator", "/api/adjudicator/rulings?q=阀门井").json;
        assert_eq!(alike["precedents"][0]["ruling"]["number"], json!(ruling), "{alike}");
        let measures = world.get("supervisor", "/api/supervisor/responsibility").json;
        let of = |what: &str| {
            let all = measures["measures"].as_array().unwrap();
            all.iter().find(|measure| measure["what"] == what).unwrap().clone()
        };
        assert_eq!(
            (&of("dispute_rate")["n"], &of("ruling_hours")["n"]),
            (&json!(2), &json!(1)),
            "{measures}"
        );
        assert!(world.store.verify(&|_| {}).unwrap().faults.is_empty());
        world.store.rebuild(&|_| {}).unwrap();
        let after = world.get("dispatcher", "/api/dispatcher/rulings?in_force=true").json;
        assert_eq!(after, found, "rows made anew are the rows written");
    }
}

#[test]
fn a_unit_that_does_not_concern_it_sees_nothing_of_a_quarrel() {
    let world = World::new();
    let (number, _) = ruled(&world);
    assert_eq!(world.get("handler", &format!("/api/orders/{number}")).status, 200, "a party reads the file");
    let text = world.get("handler", "/api/adjudicator/rulings").status;
    assert_eq!(text, 403);
}
