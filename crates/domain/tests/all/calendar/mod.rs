//! Clocks and the table of days.

mod announced;
mod counting;
mod explained;
mod laws;
mod tables;
mod zones;

use domain::Moment;
use domain::time::Limit;

use crate::fixture::*;

/// When a limit ends in the invented city; `rolls` as the law has it.
fn due(from: &str, limit: &str) -> Moment {
    let limit: Limit = limit.parse().expect("a limit");
    CALENDAR.due(at(from), limit, true).expect("it is not left to another law")
}
