//! JSON Lines, JSON arrays, XML, and records inside a column.

use super::{import, one, rows};

#[test]
fn every_field_of_a_line_arrives() {
    let row = one(
        "a.jsonl",
        r#"{"no":20260131001,"title":"路灯不亮","body":" 东街的路灯三天不亮。\n","time":"2026-01-31T09:30:00","channel":"来电","kind":"求助","class1":"公用","class2":"照明","place":"某区","street":"东街","house":"7","lat":30.5,"lon":"114.25","anonymous":true,"repeat":"是","refs":["A1","A2","A1"],"unit":"某局","unit1":"甲","unit2":"乙","reply":"已修","reply_days":1.5,"closed":"2026-02-02 10:00:00","due":"2026-02-07","passed_on":2,"status":"已办结","manner":5,"speed":"3"}"#,
    );
    assert_eq!((row.line, row.key.as_str()), (1, "test/20260131001"));
    assert_eq!(row.received_at.unwrap().to_string(), "2026-01-31T01:30:00Z");
    assert_eq!((row.channel.as_str(), row.kind.as_str()), ("phone", "help"));
    assert_eq!(row.matter, ["公用", "照明"]);
    assert_eq!((row.place.as_deref(), row.address.as_deref()), (Some("某区"), Some("东街 7")));
    assert_eq!((row.lat, row.lon), (Some(30.5), Some(114.25)));
    assert_eq!((row.title.as_str(), row.body.as_str()), ("路灯不亮", "东街的路灯三天不亮。"));
    assert!(row.anonymous && row.repeat);
    assert_eq!(row.refs, ["A1", "A2"]);
    let recorded = row.recorded;
    assert_eq!(
        (recorded.unit.as_deref(), recorded.earlier_units),
        (Some("某局"), vec!["甲".into(), "乙".into()])
    );
    assert_eq!(recorded.replied_at.unwrap().to_string(), "2026-02-01T13:30:00Z");
    assert_eq!(recorded.closed_at.unwrap().to_string(), "2026-02-02T02:00:00Z");
    assert_eq!(recorded.due_at.unwrap().to_string(), "2026-02-06T16:00:00Z");
    assert_eq!((recorded.reassigned, recorded.satisfaction, recorded.open), (Some(2), Some(3), false));
    assert_eq!(row.notes, [""; 0]);
}

#[test]
fn blank_lines_are_no_rows_but_count_as_lines() {
    let (imported, rejected) = rows("a.jsonl", "\u{feff}{\"text\":\"甲\"}\r\n\r\n   \n{\"text\":\"乙\"}");
    assert_eq!(imported.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 4]);
    assert_eq!(rejected, []);
}

#[test]
fn a_json_array_gives_the_line_of_each_element() {
    let text = "[\n  {\"text\": \"甲 [] {} \\\" , \"},\n  5,\n  {\"text\": \"乙\"}, {\"text\": broken}\n]\n";
    let (imported, rejected) = rows("a.json", text);
    assert_eq!(
        imported.iter().map(|row| (row.line, row.body.as_str())).collect::<Vec<_>>(),
        [(2, "甲 [] {} \" ,"), (4, "乙")]
    );
    assert_eq!(
        rejected.iter().map(|r| (r.line, r.raw.as_str())).collect::<Vec<_>>(),
        [(3, "5"), (4, "{\"text\": broken}")]
    );
}

#[test]
fn an_array_may_stand_in_an_object_on_one_line_or_many() {
    for text in [
        r#"{"count": 2, "rows": [{"text": "甲"}, {"text": "乙"}]}"#,
        "{\n \"rows\": [\n{\"text\": \"甲\"},\n{\"text\": \"乙\"}\n],\n\"pages\": [], \"of\": {\"n\": [7]}}",
    ] {
        let (imported, rejected) = rows("a.json", text);
        assert_eq!((imported.len(), rejected.len()), (2, 0), "{text}");
    }
}

#[test]
fn an_array_that_breaks_off_keeps_what_came_before() {
    let (imported, rejected) = rows("a.json", "[{\"text\":\"甲\"},\n{\"text\":\"乙");
    assert_eq!(imported.len(), 1);
    assert_eq!(
        (rejected[0].line, rejected[0].reason.as_str()),
        (2, "the file breaks off inside this record")
    );
}

#[test]
fn a_record_with_a_list_of_objects_is_still_a_line() {
    let row = one("a.json", "{\"text\":\"甲\",\"photos\":[{\"url\":\"x\"}]}\n");
    assert_eq!(row.body, "甲");
}

#[test]
fn xml_gives_records_and_says_where_it_breaks() {
    let text = "<?xml version=\"1.0\"?>\n<list>\n<row><text>水 &lt;3&#33; <![CDATA[<b>]]></text><empty/></row>\n<row>\n<text>路</text></row>\n<row><text>断";
    let (imported, rejected) = rows("a.xml", text);
    assert_eq!(
        imported.iter().map(|row| (row.line, row.body.as_str())).collect::<Vec<_>>(),
        [(3, "水 <3! <b>"), (4, "路")]
    );
    assert_eq!((rejected.len(), rejected[0].line), (1, 6));
}

#[test]
fn records_inside_a_column_come_out_and_others_are_rejected() {
    let text = concat!(
        "{\"payload\":\"<rows><row><text>甲</text></row><row><text>乙</text></row></rows>\"}\n",
        "{\"payload\":[{\"text\":\"丙\"}]}\n",
        "{\"payload\":\"{\\\"rows\\\":[{\\\"text\\\":\\\"丁\\\"}]}\"}\n",
        "{\"payload\":\"<rows><row><token>1</token></row></rows>\"}\n",
        "{\"payload\":\"{ not json\"}\n{\"payload\":{\"payload\":[]}}\n",
    );
    let (imported, rejected) = rows("a.jsonl", text);
    assert_eq!(imported.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 1, 2, 3]);
    assert_eq!(rejected.iter().map(|r| r.line).collect::<Vec<_>>(), [4, 5, 6]);
    assert!(rejected.iter().all(|r| r.reason == "payload holds no service request"));
}

#[test]
fn a_line_that_fits_no_source_is_rejected_alone() {
    let (imported, rejected) = rows("a.jsonl", "{\"text\":\"甲\"}\n{\"other\":1}\n[1]\n");
    assert_eq!((imported.len(), rejected.len()), (1, 2));
    assert!(rejected[0].reason.contains("[no, title, body] or [text]"), "{}", rejected[0].reason);
    assert!(import("a.jsonl", "{\"other\":1}\n").is_err());
}
