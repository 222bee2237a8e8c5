//! Keeping the store: backups, verification, keys, people, the worker.

use super::Place;

#[test]
fn a_backup_restores_and_a_damaged_one_does_not() {
    let place = Place::empty();
    place.does(&["simulate", "--orders", "50", "--days", "1", "--policy", "national", "--seed", "1"]);
    place.does(&["backup", "whole.backup"]);
    let restored = format!("sqlite:{}", place.path("restored.db").display());
    place.does(&["restore", "--database", &restored, "whole.backup"]);
    assert_eq!(place.tells(&["verify", "--database", &restored])["orders"], 50);
    assert!(place.fails(&["restore", "--database", &restored, "whole.backup"]).contains("empty"));

    let bytes = std::fs::read(place.path("whole.backup")).unwrap();
    std::fs::write(place.path("half.backup"), &bytes[..bytes.len() / 2]).unwrap();
    let elsewhere = format!("sqlite:{}", place.path("elsewhere.db").display());
    place.fails(&["restore", "--database", &elsewhere, "half.backup"]);
    place.does(&["restore", "--database", &elsewhere, "whole.backup"]);
}

#[test]
fn verify_names_the_place_that_was_changed() {
    let place = Place::empty();
    place.does(&["simulate", "--orders", "20", "--days", "1", "--policy", "national", "--seed", "1"]);
    let path = place.path("minsheng.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let accept = b"\"act\":\"accept\"";
    // Everywhere: a file of SQLite may hold leftovers that are no rows any more.
    let found = |(at, window): (usize, &[u8])| (window == accept).then_some(at + accept.len() - 2);
    let places: Vec<usize> = bytes.windows(accept.len()).enumerate().filter_map(found).collect();
    assert!(!places.is_empty());
    places.into_iter().for_each(|at| bytes[at] = b'd');
    std::fs::write(&path, bytes).unwrap();
    let told = place.fails(&["verify"]);
    assert!(told.contains("NOT WHOLE") && told.contains("order"), "{told}");
}

#[test]
fn what_can_be_computed_is_rebuilt() {
    let place = Place::empty();
    place.does(&["simulate", "--orders", "40", "--days", "1", "--policy", "national", "--seed", "1"]);
    assert_eq!(place.tells(&["rebuild"])["orders"], 40);
    place.does(&["verify"]);
}

#[test]
fn keys_rotate_and_a_lost_key_is_named() {
    let place = Place::empty();
    place.does(&["simulate", "--orders", "20", "--days", "1", "--policy", "national", "--seed", "1"]);
    assert_eq!(place.tells(&["key", "rotate"])["resealed"], 20);
    assert_eq!(place.tells(&["key", "list"])["keys"].as_array().unwrap().len(), 2);
    place.does(&["verify"]);
    std::fs::remove_file(place.path("keys.toml")).unwrap();
    assert!(place.fails(&["verify"]).contains("key"));
}

#[test]
fn hooks_come_and_go() {
    let place = Place::seeded();
    let add = |url| ["hook", "add", "county", url, "--events", "order.close,order.reply"];
    let secret = place.tells(&add("https://county.example/12345"))["secret"].as_str().unwrap().to_owned();
    assert!(secret.starts_with("whsec_"));
    assert_eq!(place.tells(&["hook", "list"])["hooks"], 1);
    assert!(place.fails(&add("http://county.example")).contains("https://"));
    assert!(place.fails(&["hook", "add", "a b", "https://county.example"]).contains("name"));
    let unknown = ["hook", "add", "b", "https://county.example", "--events", "order.lost"];
    assert!(place.fails(&unknown).contains("order.lost"));
    place.does(&["hook", "end", "county"]);
    assert!(place.fails(&["hook", "end", "county"]).contains("no hook county"));
    assert_eq!(place.tells(&["hook", "list"])["hooks"], 0);
}

#[test]
fn people_come_and_go() {
    let place = Place::seeded();
    let add = ["user", "add", "li", "--name", "李", "--role", "dispatcher", "--unit", "U00"];
    assert!(place.does(&add).contains("password, to be changed"));
    place.does(&["user", "disable", "li"]);
    let mistaken = ["user", "add", "li", "--name", "李", "--role", "emperor", "--unit", "U00"];
    assert!(place.fails(&mistaken).contains("not a known Role"));
}

#[test]
fn the_worker_does_what_is_due_and_leaves_notices() {
    let place = Place::seeded();
    place.does(&[
        "register",
        "--by",
        "operator1",
        r#"{"title": "井盖", "content": "井盖松动", "phone": "19900000001"}"#,
    ]);
    place.does(&["worker", "--once"]);
    let notices = super::lines(&place.path("outbox.jsonl"));
    assert_eq!(notices.len(), 1, "{notices:?}");
    assert!(
        notices[0].contains("\"template\":\"received\"") && !notices[0].contains("19900000001"),
        "{notices:?}"
    );
    place.does(&["doctor"]);
}

#[test]
fn an_export_holds_every_order_and_no_identity() {
    let place = Place::empty();
    place.does(&["simulate", "--orders", "30", "--days", "1", "--policy", "national", "--seed", "1"]);
    place.does(&["export", "--out", "all.jsonl"]);
    place.does(&["export", "--form", "csv", "--out", "all.csv"]);
    let rows = super::lines(&place.path("all.jsonl"));
    assert_eq!(rows.len(), 30);
    assert!(rows.iter().all(|row| !row.contains("先生/女士")));
    assert!(std::fs::read_to_string(place.path("all.csv")).unwrap().starts_with('\u{feff}'));
}

#[test]
fn every_setting_is_named() {
    let place = Place::empty();
    let told = place.does(&["settings"]);
    assert!(told.contains("MINSHENG_DATABASE") && told.contains("MINSHENG_DATA"));
    place.file("minsheng.toml", "databse = \"sqlite:x\"\n");
    assert!(place.fails(&["verify"]).contains("`databse` is no setting"));
}
