//! What those who run the platform ask: is it alive, is it ready, how much
//! does it do, what can it be asked.

mod metrics;

pub(crate) use metrics::Metrics;

use axum::http::Method;

use crate::call::Call;
use crate::problem::Problem;
use crate::route::{Answers, Reply, Route, SystemRole, Who};

/// The routes of care.
pub fn routes() -> Vec<Route> {
    let plain = |id: &str, who: Who, path: &str, summary: &str, run: fn(&Call) -> Result<Reply, Problem>| {
        let media_type = match path {
            "/metrics" => "application/openmetrics-text",
            "/api/openapi.json" => "application/json",
            _ => "text/plain",
        };
        Route::raw(id, Method::GET, who, path, summary, Answers::Text(media_type), run)
    };
    vec![
        plain("health", Who::Anybody, "/health", "whether the process lives", |_| Ok(text("ok\n"))),
        plain(
            "ready",
            Who::Anybody,
            "/ready",
            "whether it takes calls: the database answers, it is not about to stop",
            ready,
        ),
        plain(
            "metrics",
            Who::Systems(&[SystemRole::Monitor]),
            "/metrics",
            "figures for Prometheus",
            metrics::show,
        ),
        plain("openapi", Who::Anybody, "/api/openapi.json", "this document", |call| {
            Ok(Reply::json(200, call.app.document()))
        }),
    ]
}

/// Routes that nobody counts: those that a proxy asks every second, and the
/// console's files, of which one page asks many.
pub(crate) fn is_uncounted(id: &str) -> bool {
    matches!(id, "health" | "ready" | "console" | "console_door" | "console_files")
}

fn ready(call: &Call) -> Result<Reply, Problem> {
    if call.app.is_stopping() {
        return Err(Problem::Unavailable);
    }
    call.app.store().id_of("")?;
    Ok(text("ready\n"))
}

fn text(text: &str) -> Reply {
    Reply::Bytes {
        status: 200,
        media_type: "text/plain; charset=utf-8",
        bytes: text.into(),
        headers: Vec::new(),
    }
}
