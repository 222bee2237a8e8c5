//! 派单员: what the directory says of an order, the directory itself, and
//! several dispatches at a stroke.

mod batches;
mod directory;
mod proposals;

use domain::codes::Role::{self, *};

use crate::acts::segment;
use crate::route::{Route, Who};

/// Who reads what is proposed: those who dispatch, and those who decide when
/// a dispatch is quarrelled over.
const READING: &[Role] = &[Dispatcher, Coordinator, Adjudicator, Supervisor];

/// Who reads the directory.
const LOOKING_UP: &[Role] = &[
    Operator,
    ShiftLeader,
    Dispatcher,
    Coordinator,
    Handler,
    Supervisor,
    Adjudicator,
    Leader,
    Administrator,
];

/// The routes of dispatching, beside its acts.
pub fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::get(
            "directory",
            Who::staff(LOOKING_UP),
            "/api/directory",
            "派单目录 entries in force about a matter, and which of them wins at a place",
            directory::look_up,
        ),
        Route::post(
            "dispatch_batch",
            Who::own_staff(&[Dispatcher]),
            "/api/dispatcher/dispatch-batches",
            "批量派单 several dispatches, each judged on its own",
            batches::dispatch,
        )
        .creating(),
    ];
    for role in READING {
        let path = format!("/api/{}/orders/{{number}}/proposals", segment(*role));
        let id = format!("{}_proposals", role.code());
        let summary = "派单建议 what the directory says of an order, with reasons and obstacles";
        routes.push(Route::get(&id, Who::own_staff(&[*role]), &path, summary, proposals::show));
    }
    routes
}
