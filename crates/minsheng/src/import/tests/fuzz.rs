//! Whatever the bytes: no panic, and no row is lost without a word.

use proptest::collection::vec;
use proptest::prelude::*;

use super::workbooks::{row, workbook};
use super::{import, rows};

/// Bytes that are more likely than others to upset a reader.
fn nasty() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![
        Just(b'"'),
        Just(b','),
        Just(b'\n'),
        Just(b'\r'),
        Just(b'{'),
        Just(b'}'),
        Just(b'['),
        Just(b']'),
        Just(b'\\'),
        Just(b':'),
        Just(b'<'),
        Just(b'>'),
        Just(b'&'),
        Just(0),
        any::<u8>(),
    ];
    vec(byte, 0..400)
}

/// A line that may be good or bad, and is a row in any case.
fn json_line() -> impl Strategy<Value = String> {
    let text = "[ -~路灯不亮。]{0,30}".prop_filter("a row is not blank", |text| !text.trim().is_empty());
    prop_oneof![
        "[a-z路灯]{0,20}".prop_map(|text| format!("{{\"text\":\"{text}\"}}")),
        "[a-z路灯]{1,9}".prop_map(|text| format!("{{\"no\":1,\"title\":\"{text}\",\"body\":null}}")),
        text,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in nasty(), name in prop_oneof![
        Just("a.jsonl"), Just("a.json"), Just("a.csv"), Just("a.xlsx"), Just("a.xml"), Just("a"),
    ]) {
        // An error is a fine answer.
        drop(import(name, &bytes));
    }

    #[test]
    fn arbitrary_bytes_after_a_good_start_never_panic(bytes in nasty(), at in 0usize..5) {
        let (name, start) = [
            ("a.jsonl", "{\"text\":\"甲\"}\n"), ("a.json", "[{\"text\":\"甲\"},"), ("a.csv", "text,b\n甲,乙\n"),
            ("a.xml", "<rows><row><text>甲</text></row>"), ("a.json", "{\"rows\":[{\"text\":\"甲\"},"),
        ][at];
        drop(import(name, [start.as_bytes(), &bytes].concat()));
    }

    #[test]
    fn damaged_workbooks_never_panic(at in 0usize..3_000, bytes in vec(any::<u8>(), 1..8)) {
        let mut whole = workbook(&[&(row(1, &["text"]) + &row(2, &["甲"]))]);
        let at = at % whole.len();
        let end = whole.len().min(at + bytes.len());
        whole[at..end].copy_from_slice(&bytes[..end - at]);
        drop(import("a.xlsx", whole));
    }

    #[test]
    fn every_json_line_is_imported_or_rejected(lines in vec(json_line(), 0..20)) {
        let text = format!("{{\"text\":\"首\"}}\n{}\n", lines.join("\n"));
        let (imported, rejected) = rows("a.jsonl", text);
        prop_assert_eq!(imported.len() + rejected.len(), lines.len() + 1);
    }

    #[test]
    fn every_table_row_is_imported_or_rejected(cells in vec(vec("[a-z路灯\",\n ]{0,12}", 1..5), 0..20)) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |cells: &Vec<String>| cells.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n";
        let good = cells.iter().filter(|cells| cells.len() == 3 && cells[1..].iter().any(|c| !c.trim().is_empty()));
        let good = good.count();
        let text = cells.iter().map(line).collect::<String>();
        let (imported, rejected) = rows("a.csv", format!("no,title,body\n1,甲,一\n{text}2,乙,二\n"));
        prop_assert_eq!((imported.len(), rejected.len()), (good + 2, cells.len() - good));
    }
}
