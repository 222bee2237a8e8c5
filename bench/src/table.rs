//! The table that is printed.

use serde_json::{Value, json};

use crate::measure::Measured;

/// One line: something measured on a store of some size.
pub struct Line {
    /// Which store.
    pub store: &'static str,
    /// How many orders it had.
    pub orders: u64,
    /// What was measured.
    pub what: &'static str,
    /// Through our own code; the rate is of `unit`s.
    pub ours: Measured,
    /// Bare.
    pub bare: Measured,
}

impl Line {
    /// The rate of ours against the bare one.
    pub fn ratio(&self) -> f64 {
        self.ours.rate / self.bare.rate
    }

    /// As JSON.
    pub fn json(&self) -> Value {
        let one =
            |it: &Measured| json!({"rate": it.rate, "p50_us": it.p50, "p99_us": it.p99, "cpu_us": it.cpu});
        json!({
            "store": self.store, "orders": self.orders, "what": self.what,
            "ours": one(&self.ours), "bare": one(&self.bare), "ratio": self.ratio(),
        })
    }
}

/// The line above the others.
pub fn head() {
    println!(
        "{:<9} {:>8}  {:<12} {:>9} {:>8} {:>8} {:>8}  | {:>9} {:>8} {:>8} {:>8} | {:>5}",
        "store",
        "orders",
        "what",
        "a second",
        "p50 µs",
        "p99 µs",
        "CPU µs",
        "bare",
        "p50 µs",
        "p99 µs",
        "CPU µs",
        "ratio"
    );
}

/// Prints a line.
pub fn print(line: &Line) {
    let Line { store, orders, what, ours, bare } = line;
    println!(
        "{store:<9} {orders:>8}  {what:<12} {:>9.0} {:>8} {:>8} {:>8.0}  | {:>9.0} {:>8} {:>8} {:>8.0} | {:>5.2}",
        ours.rate,
        ours.p50,
        ours.p99,
        ours.cpu,
        bare.rate,
        bare.p50,
        bare.p99,
        bare.cpu,
        line.ratio()
    );
}
