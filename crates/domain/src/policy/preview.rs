//! What other rules would do to an order in hand. Orders keep what they were
//! promised: this is for whoever is about to change a rule, and changes
//! nothing.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Policy, Within};
use crate::codes::{ClockKind, Duty, Level};
use crate::order::Order;
use crate::time::{Calendar, Clock, Limit, Moment};

/// The rules by which a clock is counted.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The table of days.
    pub calendar: &'a Calendar,
}

/// A running clock that would be due at another time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Moved {
    /// Which clock.
    pub kind: ClockKind,
    /// The part that it belongs to; 0 for the whole order.
    pub part: u16,
    /// When it is due.
    pub before: Moment,
    /// When it would be.
    pub after: Moment,
    /// The limit that the rules in force give it.
    pub was: Limit,
    /// The limit that the other rules would give it.
    pub becomes: Limit,
    /// What that would rest on.
    pub basis: String,
}

/// The running clocks of an order that other rules would move. What was
/// granted on top (an extension, the end of a pause) stays on top.
pub fn moved(order: &Order, now: Rules, other: Rules) -> Vec<Moved> {
    let running = order.clocks.iter().filter(|clock| clock.is_running());
    running.filter_map(|clock| moves(order, clock, now, other)).collect()
}

fn moves(order: &Order, clock: &Clock, now: Rules, other: Rules) -> Option<Moved> {
    let before = clock.due?;
    let (was, becomes) = (limit(order, clock, now.policy)?, limit(order, clock, other.policy)?);
    let (ends, would_end) = (end(order, clock, was.within, now)?, end(order, clock, becomes.within, other)?);
    (ends != would_end).then(|| Moved {
        kind: clock.kind,
        part: clock.part,
        before,
        after: before.plus_millis(would_end.millis_since(ends)),
        was: was.within,
        becomes: becomes.within,
        basis: becomes.basis.clone(),
    })
}

/// The limit that a policy gives a clock.
fn limit<'a>(order: &Order, clock: &Clock, policy: &'a Policy) -> Option<&'a Within> {
    match clock.kind {
        ClockKind::Dispute => Some(&policy.waits.dispute),
        ClockKind::Callback => Some(&policy.waits.callback),
        ClockKind::Handling if order.round > 0 && !is_assist(order, clock) => {
            Some(policy.limits.redo.at(order.level))
        }
        kind => Some(policy.limits.of(kind)?.at(order.level)),
    }
}

fn end(order: &Order, clock: &Clock, limit: Limit, rules: Rules) -> Option<Moment> {
    let from = clock.counted_from();
    let limit = match limit {
        // Another law's time holds for the lead, not for its assists.
        Limit::ByLaw if is_assist(order, clock) => rules.policy.limits.handling.at(Level::Complex).within,
        limit => limit,
    };
    let end = rules.calendar.due(from, limit, rules.policy.counting.rolls_to_working_day.value)?;
    if !is_assist(order, clock) {
        return Some(end);
    }
    Some(rules.calendar.share(from, end, limit, rules.policy.joint.assist_percent.value))
}

fn is_assist(order: &Order, clock: &Clock) -> bool {
    clock.kind == ClockKind::Handling && order.part(clock.part).is_some_and(|part| part.duty == Duty::Assist)
}
