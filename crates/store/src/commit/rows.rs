//! The rows of an order that are computed from it: what lists, inboxes and
//! the due query look at.

use domain::codes::Level;
use domain::order::Part;
use domain::time::Clock;
use domain::{Moment, Order};

use crate::engine::Value;
use crate::hash::Hash;

/// Stands in `due_at` for "never", so that lists page by it without a case
/// for nulls.
pub(crate) const NEVER: i64 = i64::MAX;

/// When an order is due, as it stands in a row.
pub(crate) fn due_at(order: &Order) -> Moment {
    order.due_at().unwrap_or(Moment(NEVER))
}

/// The order's row, in the order of [`crate::schema::ORDERS`].
pub(crate) fn order_row(order: &Order, head: &Hash) -> Vec<Value> {
    let first = order.appeals.first();
    let late = order.clocks.iter().filter(|clock| clock.late).count();
    let red = order.clocks.iter().filter(|clock| clock.red).count();
    vec![
        order.id.0.into(),
        order.number.as_str().into(),
        order.version.into(),
        head.as_slice().into(),
        Value::code(order.stage.code()),
        Value::code(order.outcome.as_ref().map_or("", |outcome| outcome.code())),
        Value::code(order.kind.code()),
        order.matter.as_str().into(),
        order.place.as_str().into(),
        rank(order.level).into(),
        order.lead().map_or("", |part| part.unit.as_str()).into(),
        Value::code(first.map_or("", |appeal| appeal.channel.code())),
        first.map_or("", |appeal| appeal.title.hash.as_str()).into(),
        order.registered_at.into(),
        order.changed_at.into(),
        due_at(order).into(),
        order.next_moment().into(),
        order.closed_at.into(),
        order.returns.len().into(),
        order.disputes.len().into(),
        order.open_dispute().is_some().into(),
        order.round.into(),
        late.into(),
        red.into(),
        order.appeals.len().into(),
        order.exclusion.as_ref().is_some_and(|exclusion| exclusion.holds()).into(),
        order.lead().map_or("", |part| part.holder().as_str()).into(),
        order.attempts().into(),
        order.reminders.into(),
        order.supervisions.len().into(),
        Value::code(order.facts.subject.map_or("", |subject| subject.code())),
        Value::code(order.facts.ownership.map_or("", |ownership| ownership.code())),
    ]
}

/// The rank of a level: 1 to 7.
pub(crate) fn rank(level: Level) -> i64 {
    level as i64 + 1
}

/// The rows of the clocks, those left out that were the same before.
pub(crate) fn clock_rows(before: Option<&Order>, after: &Order) -> Vec<Vec<Value>> {
    let old = before.map_or(&[][..], |order| &order.clocks);
    let is_new = |clock: &&Clock| !old.iter().any(|other| shown(other) == shown(clock));
    after.clocks.iter().filter(is_new).map(|clock| clock_row(after, clock)).collect()
}

/// What of a clock stands in its row.
fn shown(clock: &Clock) -> impl PartialEq + use<> {
    (clock.part, clock.kind, clock.started, clock.due, clock.late, clock.paused, clock.stopped)
}

fn clock_row(order: &Order, clock: &Clock) -> Vec<Value> {
    vec![
        order.id.0.into(),
        clock.part.into(),
        Value::code(clock.kind.code()),
        clock.started.into(),
        clock.due.into(),
        clock.late.into(),
        clock.paused.into(),
        clock.stopped.into(),
    ]
}

/// The rows of the parts, those left out that were the same before.
pub(crate) fn part_rows(before: Option<&Order>, after: &Order) -> Vec<Vec<Value>> {
    let old = before.map_or(&[][..], |order| &order.parts);
    let is_new = |part: &&Part| old.get(usize::from(part.no).wrapping_sub(1)) != Some(part);
    after.parts.iter().filter(is_new).map(|part| part_row(after, part)).collect()
}

fn part_row(order: &Order, part: &Part) -> Vec<Value> {
    vec![
        order.id.0.into(),
        part.no.into(),
        part.unit.as_str().into(),
        part.holder().as_str().into(),
        Value::code(part.duty.code()),
        Value::code(part.state.code()),
        part.dispatched_at.into(),
        part.signed_at.into(),
    ]
}
