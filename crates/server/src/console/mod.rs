//! 工作台: the staff console's files, which `web/` builds and the build script
//! embeds. It is a page like any other: it knows nothing that this server
//! does not tell whoever has logged in.

mod files;

use axum::http::Method;
use axum::http::header::ACCEPT_ENCODING;

use crate::call::Call;
use crate::problem::Problem;
use crate::route::{Answers, Reply, Route, Who};

use files::{Embedded, answer};

/// Where it lies.
const BASE: &str = "/console/";

/// The routes of the console: whatever lies below it, and its page for every
/// address that is one of its own screens.
pub fn routes() -> Vec<Route> {
    let row = |id: &str, path: &str, summary: &str, run: fn(&Call) -> Result<Reply, Problem>| {
        Route::raw(id, Method::GET, Who::Anybody, path, summary, Answers::Page, run)
    };
    vec![
        row("console_door", "/console", "to the console", |_| Ok(Reply::moved(BASE))),
        row("console", BASE, "工作台 the console's page", |call| file(call, "")),
        row(
            "console_files",
            "/console/{*path}",
            "its files, and its page at its screens' addresses",
            |call| file(call, call.param("path")),
        ),
    ]
}

fn file(call: &Call, path: &str) -> Result<Reply, Problem> {
    let accepted = call.headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    answer(&Embedded, path, &accepted.collect::<Vec<_>>().join(","))
}
