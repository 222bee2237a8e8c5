//! The numbers of a pack one by one, and a pack with some of them changed.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use toml::{Table, Value};

use super::{PackError, Policy};

/// One number of a pack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PolicyNumber {
    /// The keys that lead to it: `limits.sign.ordinary`.
    pub path: String,
    /// A limit (`5 working days`), a count, yes or no, or a list of codes.
    pub value: Json,
    /// 法规条款, or why the platform's default is what it is.
    pub basis: String,
}

impl Policy {
    /// Every number with its basis, in the order of their paths.
    pub fn numbers(&self) -> Vec<PolicyNumber> {
        let mut numbers = Vec::new();
        collect("", &serde_json::to_value(self).unwrap_or_default(), &mut numbers);
        numbers
    }
}

fn collect(path: &str, value: &Json, into: &mut Vec<PolicyNumber>) {
    let Some(fields) = value.as_object() else { return };
    match fields.get("basis").and_then(Json::as_str) {
        Some(basis) => into.push(PolicyNumber {
            path: path.to_owned(),
            value: fields.get("within").or(fields.get("value")).cloned().unwrap_or_default(),
            basis: basis.to_owned(),
        }),
        None => fields.iter().for_each(|(key, value)| {
            collect(&if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, value, into);
        }),
    }
}

/// The paths of the numbers that a pack's text says itself, in the order of
/// the text; none when it cannot be read.
pub fn paths(text: &str) -> Vec<String> {
    let Ok(pack) = text.parse::<Table>() else { return Vec::new() };
    let json = serde_json::to_value(pack).unwrap_or_default();
    let mut numbers = Vec::new();
    collect("", &json, &mut numbers);
    numbers.into_iter().map(|number| number.path).collect()
}

/// The text of a pack with some of its numbers changed, as the version that
/// is in force from a day. `known` is the pack as it is read now, with what it
/// inherits: only numbers that it has can be changed.
///
/// # Errors
/// Names the number that is not there, or has no value that can stand in a
/// pack. Whether the pack that comes of it can be used, [`super::Packs::parse`]
/// says.
pub fn amend(
    name: &str,
    text: &str,
    known: &Policy,
    changes: &[PolicyNumber],
    version: u32,
    from: Date,
) -> Result<String, PackError> {
    let wrong = |path: &str, problem: &str| PackError::Wrong {
        pack: name.to_owned(),
        path: path.to_owned(),
        problem: problem.to_owned(),
    };
    let mut pack: Table = text.parse().map_err(|error: toml::de::Error| PackError::Unreadable {
        pack: name.to_owned(),
        problem: error.to_string(),
    })?;
    let all = serde_json::to_value(known).unwrap_or_default();
    for change in changes {
        let pointer = format!("/{}", change.path.replace('.', "/"));
        let number = all.pointer(&pointer).and_then(Json::as_object);
        let number = number.filter(|number| number.contains_key("basis"));
        let number = number.ok_or_else(|| wrong(&change.path, "there is no such number in this pack"))?;
        if change.basis.trim().is_empty() {
            return Err(wrong(&change.path, "a number without a basis is nobody's number"));
        }
        let field = if number.contains_key("within") { "within" } else { "value" };
        let value = Value::try_from(&change.value)
            .map_err(|_| wrong(&change.path, "its value is a limit, a number, yes or no, or a list"))?;
        let mut leaf = Table::new();
        leaf.insert(field.to_owned(), value);
        leaf.insert("basis".to_owned(), Value::String(change.basis.clone()));
        put(&mut pack, &change.path, leaf).ok_or_else(|| wrong(&change.path, "there is no such table"))?;
    }
    pack.insert("version".to_owned(), Value::Integer(version.into()));
    pack.insert("from".to_owned(), Value::String(from.to_string()));
    toml::to_string(&pack).map_err(|error| wrong("", &error.to_string()))
}

fn put(table: &mut Table, path: &str, leaf: Table) -> Option<()> {
    match path.split_once('.') {
        None => {
            table.insert(path.to_owned(), Value::Table(leaf));
            Some(())
        }
        Some((key, rest)) => {
            let below = table.entry(key).or_insert_with(|| Value::Table(Table::new()));
            put(below.as_table_mut()?, rest, leaf)
        }
    }
}
