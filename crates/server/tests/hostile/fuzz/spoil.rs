//! Values that the document forbids, and bytes that are no values at all.

use rand::RngExt as _;
use rand::rngs::StdRng;
use serde_json::{Value, json};

use super::dice::{one, percent, word};

/// Texts that mean something to somebody on their way.
pub const EVIL: &[&str] = &[
    "",
    " ",
    "\0",
    "a\0b",
    "\u{1}\u{2}\u{1b}[31m\u{7f}",
    "\r\nSet-Cookie: minsheng=planted\r\n\r\n<script>",
    "'; DROP TABLE orders; --",
    "\" OR 1=1 --",
    "%' ESCAPE '\\",
    "_%_%",
    "NEAR(\"a\" *) OR ^b -c :*",
    "' & !'a' | (",
    "=cmd|' /C calc'!A0",
    "<img src=x onerror=alert(1)>",
    "../../../etc/passwd",
    "..\\..\\windows",
    "%2e%2e%2f%00",
    "{\"$ne\": null}",
    "${jndi:ldap://x}",
    "{{7*7}}",
    "\u{202e}txt.exe",
    "\u{feff}bom",
    "\u{fffe}\u{ffff}\u{10ffff}",
    "👩‍👩‍👧‍👦𠮷𪚥",
    "١٢٣",
    "ﬀÅİıſ",
    "-1",
    "9223372036854775808",
    "1e400",
    "NaN",
    "true",
    "null",
    "*",
    "W/\"1\"",
];

/// An odd value.
fn odd(dice: &mut StdRng) -> Value {
    match dice.random_range(0..14) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(i64::MAX),
        3 => json!(i64::MIN),
        4 => json!(u64::MAX),
        5 => json!(-1),
        6 => json!(1e308),
        7 => json!(0.5),
        8 => json!([]),
        9 => json!({}),
        10 => json!("长".repeat(dice.random_range(9_000..120_000))),
        11 => (0..60).fold(json!(1), |inner, _| json!([inner])),
        12 => json!({"text": word(dice, EVIL)}),
        _ => json!(word(dice, EVIL)),
    }
}

/// The same value, with something wrong somewhere in it.
pub fn value(dice: &mut StdRng, value: &mut Value) {
    match value {
        Value::Object(fields) if !fields.is_empty() && percent(dice, 85) => {
            let names: Vec<String> = fields.keys().cloned().collect();
            let name = one(dice, &names).clone();
            match dice.random_range(0..10) {
                0 => {
                    fields.remove(&name);
                }
                1 => {
                    let (name, odd) = (word(dice, EVIL), odd(dice));
                    fields.insert(name.to_owned(), odd);
                }
                _ => self::value(dice, &mut fields[&name]),
            }
        }
        Value::Array(values) if !values.is_empty() && percent(dice, 80) => {
            let at = dice.random_range(0..values.len());
            self::value(dice, &mut values[at]);
        }
        Value::Array(values) if percent(dice, 30) => {
            values.extend((0..2_000).map(|at| json!(at)));
        }
        Value::String(text) if percent(dice, 60) => *text = word(dice, EVIL).to_owned(),
        value => *value = odd(dice),
    }
}

/// The bytes of a value, spoilt as no value can be.
pub fn bytes(dice: &mut StdRng, value: &Value) -> Vec<u8> {
    let mut text = value.to_string().into_bytes();
    match dice.random_range(0..11) {
        0 => text.truncate(text.len() / 2),
        1 => text.clear(),
        2 => text.extend(b" {}"),
        3 => text = b"\xef\xbb\xbf{}".to_vec(),
        4 => text = b"[".repeat(20_000),
        5 => text = [b"{\"a\":".repeat(20_000), b"1".to_vec(), b"}".repeat(20_000)].concat(),
        6 => text = spliced(&text, b"\\ud800"),
        7 => text = spliced(&text, b"\xff\xfe"),
        8 => text = doubled(value),
        9 => text = b"{\"content\": NaN, \"text\": 1e999999}".to_vec(),
        _ => text = (0..200).map(|_| dice.random()).collect(),
    }
    text
}

/// Puts something into the last text.
fn spliced(text: &[u8], what: &[u8]) -> Vec<u8> {
    let at = text.iter().rposition(|byte| *byte == b'"').unwrap_or(0);
    [&text[..at], what, &text[at..]].concat()
}

/// An object of which every field stands twice.
fn doubled(value: &Value) -> Vec<u8> {
    let text = value.to_string();
    match text.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')) {
        Some(inner) if !inner.is_empty() => format!("{{{inner},{inner}}}").into_bytes(),
        _ => b"{\"a\":1,\"a\":2}".to_vec(),
    }
}
