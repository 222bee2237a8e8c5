//! Simulations and policies.

use super::Place;

const WEEK: [&str; 9] = ["simulate", "--orders", "300", "--days", "3", "--policy", "tianjin", "--seed", "7"];

#[test]
fn the_same_seed_gives_the_same_journal() {
    let (one, other) = (Place::empty(), Place::empty());
    let told = one.tells(&WEEK);
    assert_eq!(told["orders"], 300);
    assert_eq!(told["open"], 0, "every life comes to its end: {told}");
    other.does(&WEEK);
    let journal = |place: &Place| {
        let url = format!("sqlite:{}", place.path("minsheng.db").display()).parse().unwrap();
        let store =
            store::Store::open(&url, store::Keyring::open(&place.path("keys.toml")).unwrap()).unwrap();
        let entries = (1..=300).flat_map(|id| store.history(domain::ids::OrderId(id)).unwrap());
        entries.map(|entry| serde_json::to_string(&entry).unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(journal(&one), journal(&other));
    one.does(&["verify"]);
}

#[test]
fn every_policy_carries_every_life_to_its_end() {
    for policy in ["national", "beijing", "jinan", "weifang", "anyang", "lvliang"] {
        let place = Place::empty();
        let told =
            place.tells(&["simulate", "--orders", "60", "--days", "2", "--policy", policy, "--seed", "3"]);
        assert_eq!((&told["archived"], &told["open"]), (&60.into(), &0.into()), "{policy}: {told}");
    }
}

/// The ruling-to-rule loop: the same city, the same unclear duties, once with each ruling holding for
/// its order alone and once for all such orders.
#[test]
fn rulings_that_become_rules_end_the_same_quarrel() {
    let run = |mode: &str| {
        let place = Place::empty();
        let year = ["simulate", "--orders", "2500", "--days", "120", "--policy", "national", "--seed", "5"];
        let told = place.tells(&[&year[..], &["--rulings", mode, "--unclear", "40"]].concat());
        place.does(&["verify"]);
        told
    };
    let (off, on) = (run("off"), run("on"));
    let of = |told: &serde_json::Value, what: &str| told[what].as_f64().unwrap();
    assert!(of(&off, "dispute_recurrence") > 0.0, "{off}");
    assert_eq!(of(&on, "dispute_recurrence"), 0.0, "what was ruled is not quarrelled over again: {on}");
    for what in ["disputes", "bounces_per_order", "pushed_down"] {
        assert!(of(&on, what) < of(&off, what), "{what}: {off} {on}");
    }
    assert!(off["months"].as_array().unwrap().len() >= 4);
}

#[test]
fn policies_are_shown_with_the_basis_of_each_number_and_bad_ones_refused() {
    let place = Place::empty();
    assert!(place.does(&["policy", "lüliang"]).contains("extension.times = 3"));
    assert!(
        place
            .fails(&["simulate", "--orders", "1", "--days", "1", "--policy", "nowhere", "--seed", "1"])
            .contains("there are:")
    );
    let bad = place.file(
        "here.toml",
        "id = \"here\"\nname = \"Here\"\nversion = 1\nfrom = \"2024-01-01\"\nsource = \"x\"\nextends = \"national\"\n\
         [redo]\nmost = { value = \"two\", basis = \"x\" }\n",
    );
    let refused = place.fails(&["policy", "--check", &bad]);
    assert!(refused.contains("here") && refused.contains("redo.most"), "{refused}");
}

#[test]
fn a_deadline_explains_itself() {
    let place = Place::empty();
    let told = place.does(&["due", "2024-02-08T16:10", "5 working days"]);
    assert!(told.contains("调休上班") && told.contains("春节"), "{told}");
    assert!(place.fails(&["due", "2024-02-08T16:10", "soon"]).contains("is not a time limit"));
}
