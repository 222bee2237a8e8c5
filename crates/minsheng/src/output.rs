//! What commands say: results on standard output, everything else on standard
//! error.

use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value;

/// A progress bar on standard error; silent where nobody watches.
pub fn bar(total: u64, what: &str) -> ProgressBar {
    let bar = ProgressBar::new(total);
    let style = ProgressStyle::with_template("{msg} {wide_bar} {human_pos}/{human_len} {per_sec} {eta}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_message(what.to_owned());
    bar
}

/// A stopwatch.
pub struct Watch(Instant);

impl Watch {
    /// Starts.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Seconds since it started.
    pub fn seconds(&self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}

/// The last line of a command that was asked for JSON.
pub fn json_line(json: bool, value: &Value) {
    if json {
        println!("{value}");
    }
}

/// Prints rows in columns: numbers to the right, everything else to the left.
pub fn columns(header: &[&str], rows: &[Vec<String>]) {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| wide(cell));
        cells.chain([wide(header[column])]).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..header.len()).map(width).collect();
    let number = |row: &Vec<String>, column: usize| row[column].starts_with(|c: char| c.is_ascii_digit());
    let numbers: Vec<bool> =
        (0..header.len()).map(|column| rows.iter().all(|row| number(row, column))).collect();
    let line = |cells: &[String]| {
        let padded = cells.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            let space = " ".repeat(width.saturating_sub(wide(cell)));
            if numbers[column] { format!("{space}{cell}") } else { format!("{cell}{space}") }
        });
        padded.collect::<Vec<_>>().join("  ")
    };
    println!("{}", line(&header.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>()));
    rows.iter().for_each(|row| println!("{}", line(row).trim_end()));
}

/// Columns that a text takes on a screen: a Chinese character takes two.
fn wide(text: &str) -> usize {
    text.chars().map(|c| if c > '\u{2e7f}' { 2 } else { 1 }).sum()
}
