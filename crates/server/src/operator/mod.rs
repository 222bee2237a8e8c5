//! 话务员: the call at hand, what they are doing, their own day, and the
//! lawful end of a call in which they are harassed.

mod current;
mod day;
mod endings;
mod states;

use domain::codes::Role::{self, *};

use crate::acts::segment;
use crate::route::{Route, Who};

/// Who takes calls.
const TALKING: &[Role] = &[Operator, ShiftLeader];

/// The routes of those who take calls.
pub fn routes() -> Vec<Route> {
    TALKING.iter().flat_map(|role| of(*role)).collect()
}

fn of(role: Role) -> Vec<Route> {
    let who = || Who::staff(&[role]);
    let id = |name: &str| format!("{}_{name}", role.code());
    let path = |rest: &str| format!("/api/{}/{rest}", segment(role));
    vec![
        Route::get(
            &id("current_call"),
            who(),
            &path("calls/current"),
            "来电弹屏 the call at my telephone: who, their open orders, earlier ones",
            current::show,
        ),
        Route::post(
            &id("end_call"),
            who(),
            &path("calls/{call}/endings"),
            "依法终止通话 a call that was ended, with the reason and what was said before",
            endings::end,
        ),
        Route::get(&id("state"), who(), &path("state"), "席位状态 what I am doing, since when", states::show),
        Route::put(&id("set_state"), who(), &path("state"), "what I am doing from now on", states::set),
        Route::get(
            &id("day"),
            who(),
            &path("day"),
            "我的一天 my calls, what came of them, my states",
            day::show,
        ),
    ]
}
