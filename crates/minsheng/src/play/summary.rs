//! What a run amounted to.

use std::collections::BTreeMap;

use domain::codes::ClockKind;
use domain::time::Clock;
use domain::{Moment, Order, Refusal, Stage};
use serde_json::{Value, json};

use super::quarrels::Quarrels;

/// Counts of a run.
#[derive(Debug, Default)]
pub struct Summary {
    /// Orders registered or taken up.
    pub orders: u64,
    /// Acts performed, those of time included.
    pub acts: u64,
    /// Acts refused, by code.
    pub refusals: BTreeMap<String, u64>,
    /// Orders archived.
    pub archived: u64,
    /// Orders left on their way.
    pub open: u64,
    /// Ends, by code.
    pub outcomes: BTreeMap<String, u64>,
    /// Whose duty it was.
    pub quarrels: Quarrels,
    /// Time on each clock, in minutes of natural time from start to stop.
    clocks: BTreeMap<&'static str, Vec<i64>>,
    /// Clocks that stopped, or stand, after their limit.
    late: BTreeMap<&'static str, u64>,
}

impl Summary {
    /// Counts a refusal.
    pub fn refused(&mut self, refusal: &Refusal) {
        *self.refusals.entry(code(refusal)).or_default() += 1;
    }

    /// Counts an order that leaves the run.
    pub fn leaves(&mut self, order: &Order) {
        if order.stage == Stage::Archived {
            self.archived += 1;
        } else {
            self.open += 1;
        }
        if let Some(outcome) = &order.outcome {
            *self.outcomes.entry(outcome.code().to_owned()).or_default() += 1;
        }
        order.clocks.iter().for_each(|clock| self.count(clock));
    }

    fn count(&mut self, clock: &Clock) {
        if let Some(stopped) = clock.stopped {
            let minutes = stopped.millis_since(clock.started) / 60_000;
            self.clocks.entry(clock.kind.code()).or_default().push(minutes);
            if clock.is_late(Moment(i64::MAX)) {
                *self.late.entry(clock.kind.code()).or_default() += 1;
            }
        }
    }

    /// For each clock: how many stopped, median and ninth decile in hours,
    /// and how many were late.
    pub fn clock_rows(&self) -> Vec<(&'static str, usize, f64, f64, u64)> {
        let mut rows = Vec::new();
        for kind in ClockKind::ALL {
            let Some(minutes) = self.clocks.get(kind.code()) else { continue };
            let mut minutes = minutes.clone();
            minutes.sort_unstable();
            let at = |share: usize| minutes[(minutes.len() - 1) * share / 100] as f64 / 60.0;
            let late = self.late.get(kind.code()).copied().unwrap_or(0);
            rows.push((kind.code(), minutes.len(), at(50), at(90), late));
        }
        rows
    }

    /// As one JSON object, with the seconds that the run took.
    pub fn json(&self, seconds: f64) -> Value {
        let clocks: serde_json::Map<String, Value> = self
            .clock_rows()
            .into_iter()
            .map(|(kind, count, median, p90, late)| {
                let row = json!({"count": count, "p50_hours": round(median), "p90_hours": round(p90), "late": late});
                (kind.to_owned(), row)
            })
            .collect();
        let mut all = json!({
            "orders": self.orders,
            "acts": self.acts,
            "refusals": self.refusals,
            "archived": self.archived,
            "open": self.open,
            "outcomes": self.outcomes,
            "clocks": clocks,
            "seconds": round(seconds),
        });
        if let Some(fields) = all.as_object_mut() {
            fields.extend(self.quarrels.json());
        }
        all
    }
}

fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn code(refusal: &Refusal) -> String {
    let value = serde_json::to_value(refusal).unwrap_or_default();
    value.get("code").and_then(Value::as_str).unwrap_or("unknown").to_owned()
}
