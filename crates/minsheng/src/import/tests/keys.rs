//! Keys stay the same from one import to the next.

use super::{import_with, rows};
use crate::import::{Incoming, Mapping};

fn keys(imported: Vec<Incoming>) -> Vec<String> {
    imported.into_iter().map(|row| row.key).collect()
}

#[test]
fn identical_rows_without_a_number_are_counted() {
    let text = "{\"text\":\"甲\"}\n{\"text\":\"乙\"}\n{\"text\":\"甲\"}\n";
    let first = keys(rows("a.jsonl", text).0);
    assert_eq!(first, keys(rows("b.jsonl", text).0));
    let [a, b, again] = first.try_into().unwrap();
    assert!(a.ends_with("-1") && again.ends_with("-2"));
    assert_eq!(a.strip_suffix("-1"), again.strip_suffix("-2"));
    assert_ne!(a, b);
    assert_eq!(a.len(), "test/".len() + 64 + 2);
}

#[test]
fn a_key_does_not_depend_on_what_came_later() {
    let mapping = Mapping::parse(
        "later",
        "zone = \"UTC\"\n[[source]]\nwhen = [\"text\"]\nfields = { body = \"text\", reply = \"reply\", status = \"status\" }\n",
    );
    let mapping = mapping.unwrap();
    let key = |text: &str| keys(import_with(&mapping, "a.jsonl", text.as_bytes()).unwrap().0);
    assert_eq!(
        key(r#"{"text":"甲","status":"办理中"}"#),
        key(r#"{"text":"甲","status":"已办结","reply":"好"}"#)
    );
}

#[test]
fn the_time_tells_numbers_apart_that_were_given_twice() {
    let mapping = Mapping::parse(
        "twice",
        r#"
        zone = "UTC"
        [[source]]
        when = ["no"]
        key = ["external_no", "received_at"]
        fields = { external_no = "no", received_at = "time", body = "text" }
        "#,
    );
    let text = "no,time,text\nA1,2026-01-31 08:00:00,甲\nA1,2026-01-31 08:00:05,乙\nA1,,丙\n,,丁\n";
    let keys = keys(import_with(&mapping.unwrap(), "a.csv", text.as_bytes()).unwrap().0);
    assert_eq!(keys[..3], ["twice/A1@2026-01-31T08:00:00Z", "twice/A1@2026-01-31T08:00:05Z", "twice/A1@"]);
    assert!(keys[3].ends_with("-1"));
}
