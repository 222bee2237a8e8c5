//! Other systems: appeals that another hotline or portal brings, and what a
//! telephone switch tells of its calls. Each has a key, and a role.

mod appeals;
mod call_events;

use crate::route::{Route, SystemRole, Who};

/// The routes of other systems.
pub fn routes() -> Vec<Route> {
    let intake = || Who::Systems(&[SystemRole::Intake]);
    let switch = || Who::Systems(&[SystemRole::Switch]);
    vec![
        Route::post("bring_appeal", intake(), "/api/outside/appeals", "转入诉求 bring an appeal under its number in the other system; the same number is registered once", appeals::bring).creating(),
        Route::get("brought_appeal", intake(), "/api/outside/appeals/{external}", "where an appeal stands that was brought", appeals::ask),
        Route::post("call_event", switch(), "/api/outside/call-events", "话务事件 a call rings, is answered, ends, was recorded", call_events::note).creating(),
        Route::post("dial", switch(), "/api/outside/calls/{call}/diallings", "外呼 the number of a call that the switch is asked to make", call_events::dial),
    ]
}
