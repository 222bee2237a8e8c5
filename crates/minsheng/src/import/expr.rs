//! Where a field of ours comes from: the right-hand side of a line under `[source.fields]`.

use std::borrow::Cow;

use serde::Deserialize;

use super::record::Record;

/// A column, several columns, columns joined to one text, or a fixed text.
#[derive(Debug, Clone, Deserialize)]
#[serde(
    untagged,
    expecting = "a column name, a list of them, { join = [columns], with = \"text between\" } or { value = \"fixed text\" }"
)]
pub enum Expr {
    /// `"time"`: what stands in this column.
    Column(String),
    /// `["time", "date"]`: the first that is not empty; for fields that are lists, all of them.
    List(Vec<Expr>),
    /// `{ join = ["type", "detail"], with = ": " }`: those that are not empty, with this between them.
    Join(Join),
    /// `{ value = "phone" }`: always this.
    Fixed(Fixed),
}

/// Parts joined to one text.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Join {
    join: Vec<Expr>,
    #[serde(default)]
    with: String,
}

/// A text that every record gets.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fixed {
    value: String,
}

impl Expr {
    /// The text for a field that holds one; `None` if all its columns are empty.
    pub fn text<'r>(&'r self, record: &'r Record) -> Option<Cow<'r, str>> {
        match self {
            Self::Column(column) => record.get(column),
            Self::List(list) => list.iter().find_map(|part| part.text(record)),
            Self::Join(Join { join, with }) => {
                let parts: Vec<_> = join.iter().filter_map(|part| part.text(record)).collect();
                (!parts.is_empty()).then(|| Cow::Owned(parts.join(with)))
            }
            Self::Fixed(fixed) => Some(Cow::Borrowed(&fixed.value)),
        }
    }

    /// Every text for a field that is a list; a column that holds a JSON array gives each of its elements.
    pub fn all(&self, record: &Record) -> Vec<String> {
        match self {
            Self::Column(column) => record.list(column),
            Self::List(list) => list.iter().flat_map(|part| part.all(record)).collect(),
            Self::Join(_) | Self::Fixed(_) => self.text(record).into_iter().map(Cow::into_owned).collect(),
        }
    }

    /// What may be tried in turn: the parts of a list, or the expression itself.
    pub fn alternatives(&self) -> &[Expr] {
        match self {
            Self::List(list) => list,
            other => std::slice::from_ref(other),
        }
    }

    /// The text of `{ value = … }`, which can be checked before any record is seen.
    pub fn fixed(&self) -> Option<&str> {
        match self {
            Self::Fixed(fixed) => Some(&fixed.value),
            _ => None,
        }
    }
}
