//! 找主、退单、争议: what a run says of whose duty an order was, month by month.

use std::collections::{BTreeMap, BTreeSet};

use desk::City;
use domain::codes::{ClockKind, Duty, UnitKind};
use domain::ids::UnitId;
use domain::responsibility::percentile;
use domain::{Event, Order};
use serde_json::{Map, Value, json};

/// What is counted of the orders registered in a month.
#[derive(Debug, Default)]
struct Month {
    minutes_to_owner: Vec<i64>,
    dispatched: u64,
    bounces: u64,
    disputes: u64,
    recurred: u64,
    pushed_down: u64,
}

/// The counts of a run.
#[derive(Debug, Default)]
pub struct Quarrels {
    months: BTreeMap<String, Month>,
    /// Matter and place of every quarrel that was ruled on so far.
    settled: BTreeSet<(String, String)>,
}

/// How much of a place's code names its county: within it, duties lie alike.
const COUNTY: usize = 6;

/// The county that a place lies in.
pub fn county(place: &str) -> &str {
    place.get(..COUNTY).unwrap_or(place)
}

impl Quarrels {
    /// Counts what an act brought about; `owner` is the unit whose duty the order is.
    pub fn note(&mut self, order: &Order, events: &[Event], owner: &UnitId, city: &City) {
        let about = (order.matter.0.clone(), county(order.place.as_str()).to_owned());
        let known = self.settled.contains(&about);
        let kind = |unit: &UnitId| city.units.get(unit).map(|unit| unit.kind);
        let month = self.months.entry(month(order, city)).or_default();
        for event in events {
            match event {
                Event::PartOpened { part } if part.duty == Duty::Lead => {
                    let first = order.parts.iter().filter(|part| part.duty == Duty::Lead).count() == 1;
                    month.dispatched += u64::from(first);
                    month.bounces += u64::from(!first);
                    let down =
                        kind(&part.unit) == Some(UnitKind::Town) && kind(owner) != Some(UnitKind::Town);
                    month.pushed_down += u64::from(down);
                }
                Event::DisputeOpened { .. } => {
                    month.disputes += 1;
                    month.recurred += u64::from(known);
                }
                Event::Ruled { .. } => {
                    self.settled.insert(about.clone());
                }
                _ => {}
            }
        }
    }

    /// Counts an order that leaves the run.
    pub fn leaves(&mut self, order: &Order, city: &City) {
        let clock = order.clock(ClockKind::Owner, 0).filter(|_| order.lead().is_some());
        if let Some((stopped, clock)) = clock.and_then(|clock| Some((clock.stopped?, clock))) {
            let minutes = stopped.millis_since(clock.started) / 60_000;
            self.months.entry(month(order, city)).or_default().minutes_to_owner.push(minutes);
        }
    }

    /// The figures of the whole run, and under `months` those of each month.
    pub fn json(&self) -> Map<String, Value> {
        let mut all = Month::default();
        let mut months = Vec::new();
        for (name, month) in &self.months {
            let mut figures = figures(month);
            figures.insert("month".to_owned(), json!(name));
            months.push(Value::Object(figures));
            all.minutes_to_owner.extend(&month.minutes_to_owner);
            all.dispatched += month.dispatched;
            all.bounces += month.bounces;
            all.disputes += month.disputes;
            all.recurred += month.recurred;
            all.pushed_down += month.pushed_down;
        }
        let mut figures = figures(&all);
        figures.insert("months".to_owned(), Value::Array(months));
        figures
    }
}

fn month(order: &Order, city: &City) -> String {
    let day = city.calendar.date(order.registered_at);
    format!("{:04}-{:02}", day.year(), day.month())
}

fn figures(month: &Month) -> Map<String, Value> {
    let mut minutes = month.minutes_to_owner.clone();
    minutes.sort_unstable();
    let share = |n: u64, of: u64| if of == 0 { 0.0 } else { round(n as f64 / of as f64) };
    let figures = json!({
        "time_to_owner_p50_hours": percentile(&minutes, 50).map(round),
        "time_to_owner_p90_hours": percentile(&minutes, 90).map(round),
        "bounces_per_order": share(month.bounces, month.dispatched),
        "disputes": month.disputes,
        "dispute_recurrence": share(month.recurred, month.disputes),
        "pushed_down": month.pushed_down,
    });
    figures.as_object().cloned().unwrap_or_default()
}

fn round(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
