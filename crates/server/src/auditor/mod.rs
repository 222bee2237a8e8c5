//! 审计员: who looked at what, and whose screen a leak came from.

mod leaks;
mod look_exports;
mod looks;
mod unusual;

use domain::codes::Role;

use crate::administrator::list_city_changes;
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
        Route::post(
            "export_looks",
            auditor(),
            "/api/auditor/look-exports",
            "导出 the record of looks as a file; the taking is on record, too",
            look_exports::export,
        ),
        Route::get(
            "audit_city_changes",
            auditor(),
            "/api/auditor/city-changes",
            "变更记录 what administrators changed, when, and why",
            list_city_changes,
        ),
        Route::get(
            "list_unusual_looks",
            auditor(),
            "/api/auditor/unusual-looks",
            "异常查看 who looked at more than others in their role, or outside of office hours",
            unusual::list,
        ),
    ]
}
