//! One record as a file gives it, before a mapping has looked at it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::text::clean;

/// A record: named values, and where it begins.
#[derive(Debug)]
pub struct Record {
    /// Line of the file, or row of the sheet.
    pub line: u64,
    cells: Cells,
}

/// A JSON or XML record has its own names; a row shares the names of its table's header.
#[derive(Debug)]
enum Cells {
    Object(Map<String, Value>),
    Row { header: Arc<Header>, row: Row },
}

/// The cells of a row, end to end, and where each ends.
#[derive(Debug, Default)]
pub struct Row {
    /// All cells in one text.
    pub text: String,
    /// The end of each cell in it.
    pub ends: Vec<usize>,
}

/// The names of a table's columns.
#[derive(Debug)]
pub struct Header {
    names: Vec<String>,
    index: HashMap<String, usize>,
}

impl Row {
    /// Appends a cell.
    pub fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len());
    }

    fn cell(&self, at: usize) -> Option<&str> {
        let start = if at == 0 { 0 } else { *self.ends.get(at - 1)? };
        self.text.get(start..*self.ends.get(at)?)
    }

    fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).filter_map(|at| self.cell(at))
    }
}

impl Header {
    /// Takes a row as the header. Where a name stands twice the first column has it.
    pub fn new(row: &Row) -> Self {
        let trimmed = |name| clean(Cow::Borrowed(name)).unwrap_or_default().into_owned();
        let names: Vec<String> = row.cells().map(trimmed).collect();
        let mut index = HashMap::new();
        for (at, name) in names.iter().enumerate() {
            index.entry(name.clone()).or_insert(at);
        }
        Self { names, index }
    }

    /// How many columns a row must have.
    pub fn width(&self) -> usize {
        self.names.len()
    }
}

impl Record {
    /// A record with names of its own.
    pub fn object(line: u64, map: Map<String, Value>) -> Self {
        Self { line, cells: Cells::Object(map) }
    }

    /// A row under a header.
    pub fn row(line: u64, header: &Arc<Header>, row: Row) -> Self {
        let header = Arc::clone(header);
        Self { line, cells: Cells::Row { header, row } }
    }

    /// Whether the record, or its table, has this column at all.
    pub fn has(&self, column: &str) -> bool {
        match &self.cells {
            Cells::Object(map) => map.contains_key(column),
            Cells::Row { header, .. } => header.index.contains_key(column),
        }
    }

    /// The column's text without white space around it; `None` where it is absent, null or blank.
    pub fn get(&self, column: &str) -> Option<Cow<'_, str>> {
        match &self.cells {
            Cells::Object(map) => value_text(map.get(column)?).and_then(clean),
            Cells::Row { header, row } => clean(Cow::Borrowed(row.cell(*header.index.get(column)?)?)),
        }
    }

    /// The elements of a column that holds a JSON array; otherwise its one text.
    pub fn list(&self, column: &str) -> Vec<String> {
        let own = |text: Cow<'_, str>| clean(text).map(Cow::into_owned);
        match &self.cells {
            Cells::Object(map) => match map.get(column) {
                Some(Value::Array(items)) => items.iter().filter_map(value_text).filter_map(own).collect(),
                Some(value) => value_text(value).and_then(own).into_iter().collect(),
                None => Vec::new(),
            },
            Cells::Row { .. } => self.get(column).and_then(own).into_iter().collect(),
        }
    }

    /// The JSON value of a column, where the record has one.
    pub fn value(&self, column: &str) -> Option<&Value> {
        match &self.cells {
            Cells::Object(map) => map.get(column),
            Cells::Row { .. } => None,
        }
    }

    /// The columns, for messages.
    pub fn names(&self) -> Vec<&str> {
        match &self.cells {
            Cells::Object(map) => map.keys().map(String::as_str).collect(),
            Cells::Row { header, .. } => header.names.iter().map(String::as_str).collect(),
        }
    }

    /// The record written out again, for the file of rejected rows.
    pub fn raw(&self) -> String {
        match &self.cells {
            Cells::Object(map) => serde_json::to_string(map).unwrap_or_default(),
            Cells::Row { row, .. } => row.cells().collect::<Vec<_>>().join(","),
        }
    }
}

fn value_text(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Bool(truth) => Some(Cow::Borrowed(if *truth { "true" } else { "false" })),
        other => Some(Cow::Owned(other.to_string())),
    }
}
