//! Records that stand inside a column of another record, as a recorded answer of a server does.

use serde_json::{Map, Value};

use super::record::Record;
use super::xml;

/// The records inside `column`, whether it holds XML, JSON text or JSON itself. All get the outer
/// record's line. What is not readable holds no records.
pub fn records(outer: &Record, column: &str) -> Vec<Record> {
    let maps = match outer.value(column) {
        Some(Value::String(_)) | None => outer.get(column).map(|text| in_text(&text)).unwrap_or_default(),
        Some(value) => in_value(value.clone()),
    };
    maps.into_iter().map(|map| Record::object(outer.line, map)).collect()
}

fn in_text(text: &str) -> Vec<Map<String, Value>> {
    if text.starts_with('<') {
        let (found, _) = xml::records(text);
        return found.into_iter().map(|(_, map)| map).collect();
    }
    serde_json::from_str(text).map(in_value).unwrap_or_default()
}

/// `[{…}]`, `{"service_requests": [{…}]}` or one `{…}`.
fn in_value(value: Value) -> Vec<Map<String, Value>> {
    match value {
        Value::Array(items) => items.into_iter().filter_map(as_object).collect(),
        Value::Object(map) if map.values().any(Value::is_array) => {
            map.into_iter().filter(|(_, v)| v.is_array()).flat_map(|(_, v)| in_value(v)).collect()
        }
        Value::Object(map) => vec![map],
        _ => Vec::new(),
    }
}

fn as_object(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(map) => Some(map),
        _ => None,
    }
}
