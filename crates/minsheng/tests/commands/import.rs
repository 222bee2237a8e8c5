//! Importing: dirt, stopping, going on.

use std::io::Write as _;

use super::{Place, lines};

const MAPPING: &str = r#"
zone = "Asia/Shanghai"
[[source]]
when = ["no", "text"]
[source.fields]
external_no = "no"
received_at = "time"
body = "text"
unit = "unit"
reply = "reply"
replied_at = "replied"
kind = { value = "help" }
channel = { value = "phone" }
"#;

fn row(no: usize) -> String {
    format!(
        r#"{{"no": "T{no}", "time": "2024-03-{:02}T09:{:02}:00", "text": "第{no}盏路灯不亮", "unit": "路灯所", "reply": "已修复", "replied": "2024-04-02T10:00:00"}}"#,
        no % 28 + 1,
        no % 60
    )
}

#[test]
fn a_bad_row_in_the_middle_stops_nothing_and_is_not_lost() {
    let place = Place::seeded();
    place.file("lamps.toml", MAPPING);
    let mut rows: Vec<String> = (0..50).map(row).collect();
    rows[20] = r#"{"no": "T20", "time": "2024-03-0"#.to_owned();
    rows[30] = r#"{"no": "T30", "time": "2024-03-03T10:00:00", "text": "  "}"#.to_owned();
    let file = place.file("lamps.jsonl", &rows.join("\n"));
    let import = ["import", "--mapping", "lamps.toml", &file];

    let dry = place.tells(&[&import[..], &["--dry-run"]].concat());
    assert_eq!((&dry["imported"], &dry["rejected"]), (&48.into(), &2.into()));
    assert_eq!(place.tells(&["verify"])["orders"], 0);

    let told = place.tells(&[&import[..], &["--rejects", "bad.jsonl"]].concat());
    assert_eq!((&told["imported"], &told["rejected"], &told["skipped"]), (&48.into(), &2.into(), &0.into()));
    let rejects = lines(&place.path("bad.jsonl"));
    assert_eq!(rejects.len(), 2);
    assert!(rejects[0].contains("\"line\":21") && rejects[1].contains("\"line\":31"), "{rejects:?}");

    let again = place.tells(&import);
    assert_eq!((&again["imported"], &again["skipped"]), (&0.into(), &48.into()));

    let replayed = place.tells(&["replay", "--policy", "national"]);
    assert_eq!(
        (&replayed["orders"], &replayed["archived"], &replayed["open"]),
        (&48.into(), &48.into(), &0.into())
    );
    assert_eq!(place.tells(&["verify"])["orders"], 48);
}

#[test]
fn an_import_that_is_killed_goes_on_without_doubles() {
    let place = Place::seeded();
    place.file("lamps.toml", MAPPING);
    const ROWS: usize = 6_000;
    let mut file = std::fs::File::create(place.path("many.jsonl")).unwrap();
    (0..ROWS).for_each(|no| writeln!(file, "{}", row(no)).unwrap());
    let import = ["import", "--mapping", "lamps.toml", "many.jsonl"];

    let mut running = place.command(&import).stdout(std::process::Stdio::null()).spawn().unwrap();
    // Killed as soon as something was committed.
    let url = format!("sqlite:{}", place.path("minsheng.db").display()).parse().unwrap();
    let ring = store::Keyring::open(&place.path("keys.toml")).unwrap();
    let store = store::Store::open(&url, ring).unwrap();
    while store.imported_count().unwrap() == 0 && running.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    running.kill().unwrap();
    running.wait().unwrap();
    let before = store.imported_count().unwrap();
    drop(store);

    let told = place.tells(&import);
    assert_eq!(told["skipped"], before);
    assert_eq!(told["imported"].as_u64().unwrap() + before, ROWS as u64);
    assert_eq!(place.tells(&["verify"])["orders"], ROWS);
}

#[test]
fn files_that_cannot_be_used_say_why() {
    let place = Place::seeded();
    place.file("lamps.toml", MAPPING);
    let import = |file: &str| place.fails(&["import", "--mapping", "lamps.toml", file]);
    let empty = place.file("empty.jsonl", "");
    let other = place.file("other.jsonl", r#"{"a": 1}"#);
    assert!(import("nowhere.jsonl").contains("nowhere.jsonl"));
    assert!(import(&empty).contains("empty"));
    assert!(import(&other).contains("looks for"), "{}", import(&other));
    let unknown = place.fails(&["import", "--mapping", "nowhere", &other]);
    assert!(unknown.contains("neither a mapping that comes with the program"), "{unknown}");
}
