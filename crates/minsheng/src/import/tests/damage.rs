//! Damaged bytes inside a file that is otherwise good: JSON Lines and CSV alike.

use super::rows;
use crate::import::{Rejected, Rejects};

#[test]
fn a_broken_json_line_is_rejected_with_its_start() {
    let long = format!("{{\"text\":\"{}", "长".repeat(5_000));
    let (imported, rejected) = rows("a.jsonl", format!("{long}\n{{\"text\":\"甲\"}}\n"));
    assert_eq!((imported.len(), rejected.len()), (1, 1));
    assert!(rejected[0].reason.starts_with("not JSON"));
    assert_eq!(rejected[0].raw.chars().count(), 2_000);
}

#[test]
fn nul_bytes_are_rejected_where_they_stand() {
    let (imported, rejected) =
        rows("a.jsonl", "{\"text\":\"甲\"}\n{\"text\":\"\0\0\"}\n{\"text\":\"乙\\u0000丙\"}\n");
    assert_eq!(imported.iter().map(|row| row.body.as_str()).collect::<Vec<_>>(), ["甲", "乙丙"]);
    assert_eq!((rejected[0].line, rejected[0].reason.as_str()), (2, "NUL bytes: the file is damaged here"));
    let (imported, rejected) = rows("a.csv", "no,title,body\n1,甲,一一一一\n2,乙,\0\n3,丙,三三三三\n");
    assert_eq!((imported.len(), rejected.len()), (2, 1));
}

#[test]
fn a_line_of_ten_megabytes_is_rejected_and_the_next_read() {
    let long = "长".repeat(3_500_000);
    let (imported, rejected) = rows("a.jsonl", format!("{{\"text\":\"{long}\"}}\n{{\"text\":\"乙\"}}\n"));
    assert_eq!((imported.len(), rejected.len()), (1, 1));
    assert_eq!((imported[0].line, rejected[0].line), (2, 1));
    assert!(rejected[0].reason.starts_with("too long"));
    let (imported, rejected) = rows("a.csv", format!("no,title,body\n1,甲,{long}\n2,乙,二\n"));
    assert_eq!((imported.len(), rejected.len()), (1, 1));
}

#[test]
fn an_element_of_ten_megabytes_is_rejected_and_the_next_read() {
    let (imported, rejected) =
        rows("a.json", format!("[{{\"text\":\"{}\"}},{{\"text\":\"乙\"}}]", "x".repeat(10 << 20)));
    assert_eq!((imported.len(), rejected.len()), (1, 1));
    assert!(rejected[0].reason.starts_with("too long"));
}

#[test]
fn single_lost_characters_are_noted_and_unreadable_rows_rejected() {
    let good = "{\"text\":\"路灯不亮\"}\n".repeat(3);
    let noted = [
        b"{\"text\":\"the lamp is dark \x92 again\"}\n".as_slice(),
        b"{\"text\":\"\xb2\xbb\xc1\xc1\xb5\xc4\"}\n",
    ];
    let (imported, rejected) = rows("a.jsonl", [good.as_bytes(), noted[0], noted[1]].concat());
    assert_eq!((imported.len(), rejected.len()), (4, 1));
    assert_eq!(imported[3].notes, ["body: 1 characters could not be read"]);
    assert!(rejected[0].reason.starts_with("unreadable"), "{}", rejected[0].reason);
}

#[test]
fn a_text_above_the_limit_is_rejected_and_a_long_one_kept() {
    let text = |length| format!("{{\"text\":\"{}\"}}\n", "长".repeat(length));
    let (imported, rejected) = rows("a.jsonl", text(10_001) + &text(100_000) + &text(100_001));
    assert_eq!(imported.iter().map(|row| row.body.chars().count()).collect::<Vec<_>>(), [10_001, 100_000]);
    assert_eq!(rejected[0].reason, "too long: body has more than 100000 characters");
}

#[test]
fn deep_nesting_is_rejected() {
    let (_, rejected) =
        rows("a.jsonl", format!("{{\"text\":\"甲\"}}\n{{\"text\":{}}}\n", "[".repeat(100_000)));
    assert_eq!(rejected.len(), 1);
}

#[test]
fn rejected_rows_are_written_as_json_lines() {
    let mut file = Vec::new();
    let mut rejects = Rejects::new(&mut file);
    let rejected = Rejected::new(7, "no text", "{\"a\":\"换\\n行\"}");
    rejects.add(&rejected).unwrap();
    assert_eq!(rejects.finish().unwrap(), 1);
    let text = String::from_utf8(file).unwrap();
    assert_eq!(serde_json::from_str::<Rejected>(text.trim_end()).unwrap(), rejected);
    assert_eq!(text.lines().count(), 1);
}
