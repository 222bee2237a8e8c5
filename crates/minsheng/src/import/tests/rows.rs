//! What is doubtful in a row is left out and noted; a row is rejected only for a real reason.

use super::{import_with, one, rows};
use crate::import::{Incoming, Mapping};

fn line(fields: &str) -> Incoming {
    one("a.jsonl", format!("{{\"no\":\"A1\",\"title\":\"题\",\"body\":\"文\",{fields}}}"))
}

#[test]
fn title_and_body_stand_in_for_each_other() {
    let (imported, _) = rows("a.csv", "no,title,body\n1,只有题目,\n2,,第一句。第二句。\n");
    assert_eq!((imported[0].title.as_str(), imported[0].body.as_str()), ("只有题目", "只有题目"));
    assert_eq!((imported[1].title.as_str(), imported[1].body.as_str()), ("第一句", "第一句。第二句。"));
    let long = one("a.jsonl", format!("{{\"text\":\"{}\"}}", "长".repeat(100)));
    assert_eq!(long.title.chars().count(), 40);
}

#[test]
fn what_lies_before_the_beginning_is_left_out_and_noted() {
    let row = line(
        r#""time":"2026-01-31 08:00:00","closed":"2026-01-01","reply_time":"2026-01-30","due":"2026-02-01","status":"已办结""#,
    );
    let recorded = &row.recorded;
    assert_eq!((recorded.closed_at, recorded.replied_at), (None, None));
    assert!(recorded.due_at.is_some() && !recorded.open);
    assert_eq!(row.notes.len(), 2);
    assert!(
        row.notes[1].starts_with("closed_at 2025-12-31T16:00:00Z lies before received_at"),
        "{:?}",
        row.notes
    );
}

#[test]
fn an_open_order_has_no_closing_time() {
    let row = line(r#""time":"2026-01-31","closed":"2026-02-01","status":"办理中""#);
    assert!(row.recorded.open && row.recorded.closed_at.is_none());
    assert!(row.notes[0].contains("of an order that is open"));
}

#[test]
fn an_unreadable_time_is_noted_or_rejected_where_it_is_required() {
    let row = line(r#""time":"上周三""#);
    assert_eq!(
        (row.received_at, row.notes),
        (None, vec!["received_at \"上周三\" cannot be read as a time".to_owned()])
    );
    let mapping = Mapping::parse(
        "strict",
        "zone = \"UTC\"\n[[source]]\nwhen = [\"text\"]\nrequired = [\"received_at\"]\nfields = { body = \"text\", received_at = \"time\" }\n",
    );
    let text = "text,time\n甲,2026-01-31\n乙,上周三\n丙,\n";
    let (imported, rejected) = import_with(&mapping.unwrap(), "a.csv", text.as_bytes()).unwrap();
    assert_eq!(imported.len(), 1);
    let reasons: Vec<_> = rejected.iter().map(|r| r.reason.as_str()).collect();
    assert_eq!(
        reasons,
        ["received_at \"上周三\" cannot be read as a time", "received_at is required and missing"]
    );
}

#[test]
fn a_time_may_come_from_the_first_column_that_can_be_read() {
    let row = one("a.jsonl", r#"{"no":"20260131007","title":"题","body":"文","time":"?"}"#);
    assert_eq!(row.received_at.unwrap().to_string(), "2026-01-30T16:00:00Z");
    assert_eq!(row.notes, [""; 0]);
}

#[test]
fn words_become_codes_by_whole_by_beginning_or_by_default() {
    for (word, code) in
        [("来电", "phone"), ("网上信箱", "website"), ("飞鸽", "other"), ("sms", "sms"), ("", "other")]
    {
        assert_eq!(line(&format!("\"channel\":\"{word}\"")).channel, code, "{word}");
    }
    assert_eq!(line("\"kind\":\"骂人\"").kind, "other");
}

#[test]
fn points_off_the_earth_are_left_out() {
    for (lat, lon, noted) in
        [("0", "0", 0), ("", "114", 0), ("91", "0", 1), ("30", "abc", 1), ("NaN", "1", 1)]
    {
        let row = line(&format!("\"lat\":\"{lat}\",\"lon\":\"{lon}\""));
        let notes = row.notes.iter().filter(|note| note.contains("no point on the earth")).count();
        assert_eq!((row.lat, row.lon, notes), (None, None, noted), "{lat}, {lon}");
    }
}

#[test]
fn grades_are_the_lowest_given_and_nought_is_none() {
    for (manner, speed, grade) in
        [("5", "2", Some(2)), ("0", "4", Some(4)), ("0", "0", None), ("9", "", None)]
    {
        let row = line(&format!("\"manner\":{manner:?},\"speed\":{speed:?}"));
        assert_eq!(row.recorded.satisfaction, grade, "{manner}, {speed}");
    }
}

#[test]
fn quoted_numbers_come_apart() {
    assert_eq!(line(r#""refs":"A1，A2; A3 A1""#).refs, ["A1", "A2", "A3"]);
    assert_eq!(line(r#""refs":null"#).refs, [""; 0]);
}

#[test]
fn incoming_survives_json() {
    let row = line(r#""time":"2026-01-31","lat":30.5,"lon":114.2"#);
    let text = serde_json::to_string(&row).unwrap();
    assert_eq!(serde_json::from_str::<Incoming>(&text).unwrap(), row);
}
