//! 领导: figures of the whole, and of units beside their like. A coordinator
//! has those of their own area.

mod days;
mod figures;
mod pushed_down;
mod units;

use domain::codes::Role::{self, *};

use crate::acts::segment;
use crate::route::{Route, Who};

/// Who sees figures; no contractor's people do.
const SEEING: &[Role] = &[Leader, Supervisor, Coordinator];

/// The routes of figures.
pub fn routes() -> Vec<Route> {
    SEEING.iter().flat_map(|role| of(*role)).collect()
}

fn of(role: Role) -> [Route; 3] {
    let path = |rest: &str| format!("/api/{}/{rest}", segment(role));
    let id = |name: &str| format!("{}_{name}", role.code());
    let who = || Who::own_staff(&[role]);
    [
        Route::get(
            &id("figures"),
            who(),
            &path("figures"),
            "运行数据 today, the trend, what rises, by matter, place and channel",
            figures::show,
        ),
        Route::get(
            &id("units"),
            who(),
            &path("units"),
            "单位数据 units beside those of their kind, each rate with its counts",
            units::show,
        ),
        Route::get(
            &id("pushed_down"),
            who(),
            &path("pushed-down"),
            "越级下派 what a department's duty was sent to towns all the same, by sender and by town",
            pushed_down::show,
        ),
    ]
}
