//! Value tables: a source's words → our codes.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

/// A table of one field. Keys are whole values; a key that ends in `*` fits every value that begins so,
/// and the longest such key wins, so that `"*"` alone is the default.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(from = "BTreeMap<String, Scalar>")]
pub struct ValueTable {
    exact: HashMap<String, String>,
    beginnings: Vec<(String, String)>,
}

impl ValueTable {
    /// The code that stands beside the whole value.
    pub fn exact(&self, value: &str) -> Option<&str> {
        self.exact.get(value).map(String::as_str)
    }

    /// The code of the longest beginning that fits.
    pub fn beginning(&self, value: &str) -> Option<&str> {
        let fits = |(start, _): &&(String, String)| value.starts_with(start.as_str());
        self.beginnings.iter().find(fits).map(|(_, code)| code.as_str())
    }

    /// Every key with its code, for checking.
    pub fn codes(&self) -> impl Iterator<Item = (&str, &str)> {
        let beginnings = self.beginnings.iter().map(|(k, v)| (k.as_str(), v.as_str()));
        self.exact.iter().map(|(k, v)| (k.as_str(), v.as_str())).chain(beginnings)
    }
}

impl From<BTreeMap<String, Scalar>> for ValueTable {
    fn from(rows: BTreeMap<String, Scalar>) -> Self {
        let mut table = Self::default();
        for (key, code) in rows {
            match key.strip_suffix('*') {
                Some(start) => table.beginnings.push((start.to_owned(), code.into())),
                None => {
                    table.exact.insert(key, code.into());
                }
            }
        }
        table.beginnings.sort_by_key(|(start, _)| std::cmp::Reverse(start.len()));
        table
    }
}

/// What may stand on the right of a table: `true`, `5` or `"phone"`.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a text, a whole number, true or false")]
pub enum Scalar {
    /// Text.
    Text(String),
    /// A grade.
    Number(i64),
    /// Yes or no.
    Truth(bool),
}

impl From<Scalar> for String {
    fn from(scalar: Scalar) -> Self {
        match scalar {
            Scalar::Text(text) => text,
            Scalar::Number(number) => number.to_string(),
            Scalar::Truth(truth) => truth.to_string(),
        }
    }
}
