//! 审计员: who looked at what, and whose screen a leak came from.

mod leaks;
mod looks;

use domain::codes::Role;

use crate::route::{Route, Who};

/// The routes of auditors.
pub fn routes() -> Vec<Route> {
    let auditor = || Who::own_staff(&[Role::Auditor]);
    vec![
        Route::get(
            "list_looks",
            auditor(),
            "/api/auditor/looks",
            "查看留痕 who looked at what, when and why",
            looks::list,
        ),
        Route::post(
            "trace_leak",
            auditor(),
            "/api/auditor/leak-traces",
            "泄露溯源 from an excerpt or a watermark to those who saw it",
            leaks::trace,
        ),
    ]
}
