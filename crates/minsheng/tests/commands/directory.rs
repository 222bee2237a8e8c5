//! The directory on the command line: out into a sheet and back, checked, tried
//! on the past.

use super::Place;

#[test]
fn what_was_exported_changes_nothing_when_it_is_imported() {
    let place = Place::seeded();
    let exported = place.tells(&["directory", "export", "a.xlsx"]);
    assert_eq!(exported["version"], 1);
    let imported = place.tells(&["directory", "import", "a.xlsx"]);
    assert_eq!((&imported["same"], &imported["draft"]), (&exported["entries"], &serde_json::Value::Null));
}

#[test]
fn a_sheet_is_a_draft_until_two_people_answer_for_it() {
    let place = Place::seeded();
    let columns = ["编号", "事项代码", "主办单位代码", "层级", "依据", "来源", "生效日期", "权属"];
    let row = |code: &str, matter: &str, lead: &str| {
        [code, matter, lead, "市级", "会商纪要第三条", "会商纪要", "2026-01-01", "无主或者权属不明"]
            .map(str::to_owned)
            .to_vec()
    };
    let write = |name: &str, rows: Vec<Vec<String>>| {
        std::fs::write(place.path(name), tables::xlsx(&columns, rows).unwrap()).unwrap();
    };
    write(
        "bad.xlsx",
        vec![row("N1", "050505", "U04"), row("N2", "nothing", "U04"), row("N1", "050505", "U04")],
    );
    let said = place.fails(&["directory", "import", "bad.xlsx"]);
    assert!(said.contains("row 3, column B 事项代码") && said.contains("row 4, column A 编号"), "{said}");
    assert!(said.contains("nothing was imported"), "{said}");

    write("good.xlsx", vec![row("N1", "050505", "U04")]);
    let drafted = place.tells(&["directory", "import", "good.xlsx"]);
    assert_eq!((&drafted["draft"], &drafted["version"]), (&"d1".into(), &serde_json::Value::Null));
    assert_eq!(place.tells(&["directory", "export", "now.xlsx"])["version"], 1);
    let draft = place.tells(&["directory", "export", "draft.xlsx", "--version", "d1"]);
    assert_eq!(draft["version"], 2);
    let people = ["--reviewed-by", "supervisor1", "--approved-by", "supervisor1"];
    let said = place.fails(&[&["directory", "import", "good.xlsx"][..], &people].concat());
    assert!(said.contains("another approves"), "{said}");
    let people = ["--reviewed-by", "supervisor1", "--approved-by", "leader1"];
    let published = place.tells(&[&["directory", "import", "good.xlsx"][..], &people].concat());
    assert_eq!((&published["draft"], &published["version"]), (&"d2".into(), &2.into()));
    place.does(&["verify"]);
}

#[test]
fn a_version_is_checked_and_tried_on_the_past() {
    let place = Place::seeded();
    let days = ["--orders", "300", "--days", "5", "--policy", "national", "--seed", "7"];
    place.does(&[&["simulate"][..], &days].concat());
    let found = place.tells(&["directory", "check"]);
    assert_eq!(found["orders"], 300);
    for kind in ["contradictions", "gaps", "dead_units", "expired", "past_review", "cycles"] {
        let (count, examples) = (&found[kind]["count"], &found[kind]["examples"]);
        assert_eq!(count.as_u64().unwrap() > 0, !examples.as_array().unwrap().is_empty(), "{kind}");
    }
    // What the demonstration city leaves to consultation on purpose.
    assert!(found["gaps"]["count"].as_u64().unwrap() >= 6, "{}", found["gaps"]);
    let replayed = place.tells(&["directory", "replay", "--version", "1"]);
    assert_eq!(replayed["orders_looked_at"], 300);
    let counts = ["changed", "right_at_once", "returns_saved", "entries_never_hit"]
        .map(|key| replayed[key].as_u64().unwrap());
    assert!(counts.iter().all(|count| *count > 0), "{replayed}");
    assert!(place.fails(&["directory", "replay", "--version", "9"]).contains("there is no version 9"));
}
