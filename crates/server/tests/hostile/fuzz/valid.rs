//! Values that the document allows.

use rand::RngExt as _;
use rand::rngs::StdRng;
use serde_json::{Map, Value, json};

use super::city::City;
use super::dice::{one, percent, word};
use crate::world::START;

/// Shapes that hold themselves are followed no deeper.
const DEEPEST: usize = 8;

/// A value of a schema; `name` is that of the field.
pub fn value(city: &City, dice: &mut StdRng, schema: &Value, name: &str, depth: usize) -> Value {
    if let Some(path) = schema["$ref"].as_str() {
        let shape = city.document.pointer(path.trim_start_matches('#')).expect("the document is whole");
        return value(city, dice, shape, &named(path, name), depth);
    }
    if let Some(only) = schema.get("const") {
        return only.clone();
    }
    if let Some(of) = schema["enum"].as_array() {
        return one(dice, of).clone();
    }
    let choice = schema["oneOf"].as_array().or(schema["anyOf"].as_array());
    let mut chosen = match choice {
        Some(of) => {
            let of = one(dice, of).clone();
            value(city, dice, &of, name, depth + 1)
        }
        None => Value::Null,
    };
    if schema["properties"].is_object() || schema["additionalProperties"].is_object() {
        let more = object(city, dice, schema, depth);
        match &mut chosen {
            Value::Object(fields) => fields.extend(more),
            _ => chosen = Value::Object(more),
        }
    }
    if choice.is_some() || chosen.is_object() { chosen } else { plain(city, dice, schema, name, depth) }
}

/// A code's own name says more than that of the field in which it stands.
fn named(path: &str, name: &str) -> String {
    match path.rsplit('/').next().unwrap_or_default() {
        "UnitId" => "unit".to_owned(),
        "MatterCode" => "matter".to_owned(),
        "PersonId" => "login".to_owned(),
        "Moment" => "moment".to_owned(),
        "Limit" => "limit".to_owned(),
        _ => name.to_owned(),
    }
}

fn object(city: &City, dice: &mut StdRng, schema: &Value, depth: usize) -> Map<String, Value> {
    let mut fields = Map::new();
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (name, shape) in schema["properties"].as_object().into_iter().flatten() {
        if required.contains(&name.as_str()) || (depth < DEEPEST && percent(dice, 60)) {
            fields.insert(name.clone(), value(city, dice, shape, name, depth + 1));
        }
    }
    if schema["additionalProperties"].is_object() {
        let shape = &schema["additionalProperties"];
        fields.insert("address".to_owned(), value(city, dice, shape, "address", depth + 1));
    }
    fields
}

fn plain(city: &City, dice: &mut StdRng, schema: &Value, name: &str, depth: usize) -> Value {
    let kind = match &schema["type"] {
        Value::Array(kinds) => one(dice, kinds).as_str().unwrap_or_default().to_owned(),
        kind => kind.as_str().unwrap_or("object").to_owned(),
    };
    match kind.as_str() {
        "string" => text(city, dice, name).into(),
        "integer" => integer(dice, schema, name),
        "number" => json!(dice.random_range(-90.0..90.0_f64)),
        "boolean" => percent(dice, 50).into(),
        "array" if schema["prefixItems"].is_array() => {
            let shapes = schema["prefixItems"].as_array().into_iter().flatten();
            shapes.map(|shape| value(city, dice, shape, name, depth + 1)).collect()
        }
        "array" => {
            let most = if depth < DEEPEST { 3 } else { 1 };
            let count = dice.random_range(0..most);
            (0..count).map(|_| value(city, dice, &schema["items"], name, depth + 1)).collect()
        }
        "object" => json!({}),
        _ => Value::Null,
    }
}

fn integer(dice: &mut StdRng, schema: &Value, name: &str) -> Value {
    if name == "moment" {
        return json!(START + dice.random_range(-30..60_i64) * 86_400_000);
    }
    let least = schema["minimum"].as_i64().unwrap_or(-2);
    json!(dice.random_range(least..least + 5))
}

/// A text that fits its field.
fn text(city: &City, dice: &mut StdRng, name: &str) -> String {
    let of = |dice: &mut StdRng, texts: &[&str]| word(dice, texts).to_owned();
    match name {
        "unit" | "lead" | "holder" | "accused" => of(dice, &["unit-001", "unit-002", "village", "hotline"]),
        "matter" => of(dice, &["001", "002", "003"]),
        "login" | "accused_people" => of(dice, &["handler", "fuzz-1", "fuzz-2", "nobody"]),
        "order" | "into" | "number" => one(dice, &city.numbers).clone(),
        "phone" => of(dice, &["13800138000", "13900139000", ""]),
        "limit" => of(dice, &["5 working days", "30 natural minutes", "by law"]),
        "entry" => "duty-001".to_owned(),
        "password" | "old" | "new" => "three quiet lamps".to_owned(),
        "code" => "123456".to_owned(),
        "url" => "https://hooks.example/told".to_owned(),
        "email" => "somebody@example.org".to_owned(),
        _ => of(dice, &["路灯三天不亮了", "请尽快修好，谢谢", "The lamp is out", "不属于我单位职责", "路灯"]),
    }
}
