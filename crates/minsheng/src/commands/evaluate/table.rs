//! Figures as a table, and as one JSON object.

use serde_json::{Map, Value, json};
use text::measure::Interval;

use crate::output::{columns, json_line};

/// What was measured.
#[derive(Debug, Default)]
pub struct Measured {
    header: Vec<String>,
    figures: Vec<(String, f64, Option<Interval>)>,
    counts: Vec<(&'static str, usize)>,
}

impl Measured {
    /// A sentence above the table.
    pub fn say(&mut self, sentence: String) {
        self.header.push(sentence);
    }

    /// A number of rows.
    pub fn count(&mut self, name: &'static str, count: usize) {
        self.counts.push((name, count));
    }

    /// A figure, with the interval in which it lies.
    pub fn figure(&mut self, name: impl Into<String>, value: f64, interval: Option<Interval>) {
        self.figures.push((name.into(), value, interval));
    }

    /// Prints the table; with `json` also an object on the last line.
    pub fn print(&self, json: bool) {
        self.header.iter().for_each(|sentence| println!("{sentence}"));
        let shown = |value: f64| if value >= 10.0 { format!("{value:.1}") } else { format!("{value:.4}") };
        let between = |interval: &Option<Interval>| {
            interval.map_or_else(String::new, |Interval { low, high }| {
                format!("{} to {}", shown(low), shown(high))
            })
        };
        let counts = self
            .counts
            .iter()
            .map(|(name, count)| vec![(*name).to_owned(), count.to_string(), String::new()]);
        let figures = self
            .figures
            .iter()
            .map(|(name, value, interval)| vec![name.clone(), shown(*value), between(interval)]);
        columns(&["figure", "value", "95 % interval"], &counts.chain(figures).collect::<Vec<_>>());
        json_line(json, &self.object());
    }

    fn object(&self) -> Value {
        let mut object: Map<String, Value> =
            self.counts.iter().map(|(name, count)| ((*name).to_owned(), json!(count))).collect();
        for (name, value, interval) in &self.figures {
            object.insert(name.clone(), json!(value));
            if let Some(Interval { low, high }) = interval {
                object.insert(format!("{name}_interval"), json!([low, high]));
            }
        }
        Value::Object(object)
    }
}
