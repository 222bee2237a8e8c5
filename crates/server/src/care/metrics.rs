//! Figures for Prometheus: counts and times by route, never by person.

use std::time::Duration;

use axum::http::StatusCode;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use store::Filter;

use crate::call::Call;
use crate::problem::Problem;
use crate::route::{Reply, Route};

/// The bounds of the times, in seconds.
const BOUNDS: [f64; 10] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];

/// The figures.
pub(crate) struct Metrics {
    registry: Registry,
    calls: Family<Labels, Counter>,
    times: Family<RouteLabel, Histogram>,
    failed_log_ins: Counter,
    password_checks: Gauge,
    listeners: Gauge,
    open_orders: Gauge,
    due_orders: Gauge,
    jobs_given_up: Gauge,
    dead_letters: Gauge,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Labels {
    route: String,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RouteLabel {
    route: String,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("minsheng");
        let calls = Family::default();
        let times = Family::new_with_constructor((|| Histogram::new(BOUNDS)) as fn() -> Histogram);
        let failed_log_ins = Counter::default();
        let (listeners, open_orders, password_checks) = Default::default();
        let (due_orders, jobs_given_up, dead_letters) = Default::default();
        registry.register("http_calls", "Calls by route and status", calls.clone());
        registry.register("http_seconds", "Time to answer by route", Family::clone(&times));
        registry.register("failed_log_ins", "Log-ins that failed", failed_log_ins.clone());
        register(
            &mut registry,
            "password_checks",
            "Passwords that were checked since the start",
            &password_checks,
        );
        register(&mut registry, "live_listeners", "Open streams of live updates", &listeners);
        register(&mut registry, "open_orders", "Orders that are not closed", &open_orders);
        register(&mut registry, "due_orders", "Orders on which time itself is to act by now", &due_orders);
        register(&mut registry, "jobs_given_up", "Jobs that failed too often", &jobs_given_up);
        register(&mut registry, "dead_letters", "Messages of hooks that nobody took", &dead_letters);
        Self {
            registry,
            calls,
            times,
            failed_log_ins,
            password_checks,
            listeners,
            open_orders,
            due_orders,
            jobs_given_up,
            dead_letters,
        }
    }
}

fn register(registry: &mut Registry, name: &str, about: &str, gauge: &Gauge) {
    registry.register(name, about, gauge.clone());
}

impl Metrics {
    /// Counts a call.
    pub fn count(&self, route: &Route, status: StatusCode, took: Duration) {
        let label = route.id.clone();
        self.calls.get_or_create(&Labels { route: label.clone(), status: status.as_u16() }).inc();
        self.times.get_or_create(&RouteLabel { route: label }).observe(took.as_secs_f64());
    }

    /// Counts a log-in that failed.
    pub fn failed_log_in(&self) {
        self.failed_log_ins.inc();
    }
}

/// The figures as text.
pub(super) fn show(call: &Call) -> Result<Reply, Problem> {
    let metrics = call.app.metrics();
    let store = call.app.store();
    let set = |gauge: &Gauge, count: u64| gauge.set(i64::try_from(count).unwrap_or(i64::MAX));
    set(&metrics.open_orders, store.count(&Filter { open: Some(true), ..Filter::default() })?);
    set(&metrics.due_orders, store.due_count(call.at)?);
    set(&metrics.jobs_given_up, store.jobs_given_up()?);
    set(&metrics.dead_letters, store.dead_letters()?);
    set(&metrics.password_checks, call.app.passwords().checks());
    set(&metrics.listeners, call.app.live().listeners() as u64);
    let mut text = String::new();
    encode(&mut text, &metrics.registry).map_err(|_| Problem::Internal)?;
    let media_type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    Ok(Reply::Bytes { status: 200, media_type, bytes: text.into_bytes(), headers: Vec::new() })
}
