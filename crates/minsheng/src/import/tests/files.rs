//! Files that cannot be used at all: each error says what is wrong and what to do.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Scratch, import, import_with, mapping};
use crate::import::{Mapping, open_counted};

fn failure(name: &str, bytes: &[u8]) -> String {
    match import(name, bytes) {
        Err(error) => error.to_string(),
        Ok(rows) => panic!("{name} was read: {rows:?}"),
    }
}

#[test]
fn missing_files_and_directories_are_named() {
    let file = Scratch::new("a.csv", b"x");
    let told = |path: &Path| {
        open_counted(path, &mapping(), Default::default()).err().map(|e| e.to_string()).unwrap_or_default()
    };
    assert!(told(&file.dir().join("b.csv")).ends_with("b.csv: there is no such file; check the path"));
    assert!(told(file.dir()).ends_with("is a directory; import its files one by one"));
}

#[test]
fn empty_files_are_told() {
    for (name, bytes) in [("a.csv", "".as_bytes()), ("a.jsonl", b"\n \r\n"), ("a.xlsx", b"")] {
        assert!(failure(name, bytes).ends_with("is empty; export it again"), "{name}");
    }
}

#[test]
fn files_of_another_kind_are_told() {
    assert!(failure("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").contains("save it as .xlsx"));
    assert!(failure("a.csv", b"\xff\xfen\0o\0").contains("UTF-16"));
    assert!(failure("a.csv", b"n\0o\0,\0t\0").contains("UTF-16"));
    assert!(failure("a.jsonl", b"\x1f\x8b\x08\x00").contains("unpack it first"));
    assert!(failure("a.xlsx", b"no,title,body\n").contains("no workbook in spite of its name"));
    assert!(failure("a.csv", &[1, 2, 3, 4, 5, 200, 201]).contains("not text"));
}

#[test]
fn a_file_that_the_mapping_does_not_fit_is_told() {
    let told = failure("a.csv", "a,b\n1,2\n".as_bytes());
    assert!(
        told.contains("the columns [a, b]") && told.contains("looks for [no, title, body] or [text]"),
        "{told}"
    );
}

#[test]
fn an_unknown_encoding_is_told() {
    // Latin letters of one byte each, as old systems write them.
    let told = failure("a.csv", b"text\nm\xfcll \xe9t\xe9 \xff\n\xfcber \xff\n");
    assert!(
        told.contains("is not written in UTF-8 or gb18030") && told.contains("save it again as UTF-8"),
        "{told}"
    );
}

#[test]
fn a_declared_encoding_is_held_against_the_bytes() {
    let declares = |encoding: &str| {
        let text = format!(
            "zone = \"UTC\"\n[[source]]\nwhen = [\"text\"]\nencoding = \"{encoding}\"\nfields.body = \"text\"\n"
        );
        Mapping::parse("declared", &text).unwrap()
    };
    let (gb, ..) = encoding_rs::GB18030.encode("text\n路灯不亮\n东街积水\n");
    let told = import_with(&declares("utf-8"), "a.csv", &gb).unwrap_err().to_string();
    assert!(told.contains("is not written in UTF-8: it looks like gb18030"), "{told}");
    let told = import_with(&declares("gbk"), "a.csv", "text\n路灯不亮\n".as_bytes()).unwrap_err().to_string();
    assert!(told.contains("is not written in gb18030: it looks like UTF-8"), "{told}");
    let (big5, ..) = encoding_rs::BIG5.encode("text\n路燈不亮\n");
    assert_eq!(import_with(&declares("big5"), "a.csv", &big5).unwrap().0[0].body, "路燈不亮");
}

#[test]
fn progress_reaches_the_files_length() {
    let text = "{\"text\":\"甲\"}\n".repeat(1_000);
    let file = Scratch::new("a.jsonl", text.as_bytes());
    let read = Arc::new(AtomicU64::new(0));
    let rows = open_counted(&file.path, &mapping(), Arc::clone(&read)).unwrap();
    assert_eq!(rows.count(), 1_000);
    assert_eq!(read.load(Ordering::Relaxed), text.len() as u64);
}
