//! JSON Lines: one object a line. Blank lines are no rows.

use serde_json::Value;

use super::lines::Lines;
use super::record::Record;
use super::rejected::Rejected;

/// Reads records from lines.
pub struct JsonLines {
    lines: Lines,
}

impl JsonLines {
    /// Reads records from `lines`.
    pub fn new(lines: Lines) -> Self {
        Self { lines }
    }
}

impl Iterator for JsonLines {
    type Item = Result<Record, Rejected>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let line = self.lines.next()?;
            if let Some(flaw) = line.flaw {
                return Some(Err(Rejected::new(line.number, flaw, &line.text)));
            }
            if !line.text.trim().is_empty() {
                return Some(object(line.number, &line.text));
            }
        }
    }
}

/// Parses one JSON object.
pub fn object(line: u64, text: &str) -> Result<Record, Rejected> {
    match serde_json::from_str(text) {
        Ok(Value::Object(map)) => Ok(Record::object(line, map)),
        Ok(_) => Err(Rejected::new(line, "not a JSON object", text)),
        Err(problem) => Err(Rejected::new(line, format!("not JSON: {problem}"), text)),
    }
}
