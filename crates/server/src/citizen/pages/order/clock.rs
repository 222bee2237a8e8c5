//! 诉求人感受总时长: the clock that never stops.

use domain::codes::ClockKind;
use domain::{Moment, Order, Stage};

use crate::citizen::pages::frame::fill;
use crate::citizen::pages::look::Look;
use crate::citizen::pages::times::Times;

/// The citizen's clock, in words.
pub(in crate::citizen::pages) struct Clock {
    /// 第几天, or how long it took.
    pub days: String,
    /// From when.
    pub since: String,
    /// What is due next, and by when; none when nothing is.
    pub due: Option<Due>,
}

/// What is due next.
pub(in crate::citizen::pages) struct Due {
    pub text: String,
    pub machine: String,
    /// How many days are left, or over.
    pub left: String,
    pub late: bool,
}

/// The clock of an order, as its citizen feels it.
pub(super) fn clock(look: &Look, order: &Order, times: &Times, now: Moment) -> Clock {
    let w = &look.words().order;
    let citizen = order.clock(ClockKind::Citizen, 0);
    let since = citizen.map_or(order.registered_at, |clock| clock.started);
    let stopped = citizen.and_then(|clock| clock.stopped);
    let days = times.days(since, stopped.unwrap_or(now)) + 1;
    let text = if stopped.is_some() { w.days_total } else { w.day };
    Clock {
        days: fill(text, &[&days.to_string()]),
        since: fill(w.clock_note, &[&times.moment(since)]),
        due: order.due_at().map(|at| due(look, order.stage, at, times, now)),
    }
}

fn due(look: &Look, stage: Stage, at: Moment, times: &Times, now: Moment) -> Due {
    let w = &look.words().order;
    let text = match stage {
        Stage::Callback => w.due_callback,
        Stage::Registered | Stage::AwaitingSupplement | Stage::Accepted => w.due_screen,
        _ => w.due_answer,
    };
    let late = at < now;
    let days = times.days_left(at);
    let left = match (late, days) {
        (true, days) => fill(w.due_over, &[&(-days).max(1).to_string()]),
        (false, 0) => w.due_today.to_owned(),
        (false, days) => fill(w.due_in, &[&days.to_string()]),
    };
    Due { text: fill(text, &[&times.moment(at)]), machine: times.machine(at), left, late }
}
