//! 到时: time is an act, too. What happens to an order when nobody acts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::closing::{back_to_handling, close};
use crate::codes::{Route, Unacceptable};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::signed;
use crate::dispute::{moved_by_time, not_executed};
use crate::event::Event;
use crate::handling::resumed;
use crate::order::{Order, Outcome, Stage};
use crate::refusal::Refusal;
use crate::time::Clock;

/// Performs what is due by now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tick {}

impl Decide for Tick {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let mut events = marks(order, ctx);
        events.extend(not_executed(order, ctx));
        events.extend(moved_by_time(order, ctx));
        events.extend(silence(order, ctx));
        events.extend(pauses_over(order, ctx));
        events.extend(milestone_missed(order, ctx));
        events.extend(not_heard_of(order, ctx));
        events.extend(no_supplement(order, ctx));
        events.extend(archived(order, ctx));
        if events.is_empty() { Err(Refusal::NothingDue) } else { Ok(events) }
    }
}

/// Warnings, limits passed, red cards.
fn marks(order: &Order, ctx: &Context) -> Vec<Event> {
    let running = order.clocks.iter().filter(|clock| clock.is_running());
    running.flat_map(|clock| clock_marks(clock, ctx)).collect()
}

fn clock_marks(clock: &Clock, ctx: &Context) -> Vec<Event> {
    let (kind, part) = (clock.kind, clock.part);
    let passed = clock.warn_at.iter().skip(usize::from(clock.warned)).filter(|at| **at <= ctx.at);
    let mut events: Vec<Event> = passed.map(|_| Event::ClockWarned { kind, part }).collect();
    if !clock.late && clock.due.is_some_and(|due| due <= ctx.at) {
        events.push(Event::ClockLate { kind, part });
    }
    if !clock.red && clock.red_at.is_some_and(|at| at <= ctx.at) {
        events.push(Event::ClockRed { kind, part });
    }
    events
}

/// 沉默即接单 (天津、吕梁): who neither signs nor returns in time has accepted.
fn silence(order: &Order, ctx: &Context) -> Vec<Event> {
    let silent = order.silent_parts().filter(|part| part.is_silently_accepted(ctx.at));
    silent.flat_map(|part| signed(order, part, true)).collect()
}

fn pauses_over(order: &Order, ctx: &Context) -> Vec<Event> {
    let over = order.pauses.iter().filter(|pause| pause.ended.is_none() && pause.until <= ctx.at);
    over.flat_map(|pause| resumed(order, pause.part, ctx)).collect()
}

fn milestone_missed(order: &Order, ctx: &Context) -> Vec<Event> {
    match order.next_milestone() {
        Some((milestone, due)) if due <= ctx.at => {
            back_to_handling(order, Event::MilestoneMissed { milestone }, ctx)
        }
        _ => Vec::new(),
    }
}

/// 北京条例 16: who is called by a whistle and says nothing in time is late,
/// without anybody having to say so.
fn not_heard_of(order: &Order, ctx: &Context) -> Vec<Event> {
    let whistles = (1..).zip(&order.whistles);
    let late = whistles.flat_map(|(whistle, blown)| {
        let passed = blown.overdue(ctx.at).into_iter();
        passed.map(move |(unit, step)| Event::WhistleLate { whistle, unit: unit.clone(), step })
    });
    late.collect()
}

/// Asked and silent: what is too vague to be handled ends, and the citizen is
/// told that they can appeal again.
fn no_supplement(order: &Order, ctx: &Context) -> Vec<Event> {
    let over = order.stage == Stage::AwaitingSupplement
        && order.supplement_until.is_some_and(|until| until <= ctx.at);
    let outcome = Outcome::Refused { reason: Unacceptable::TooVague, route: Route::AppealAgain };
    if over { close(order, outcome, ctx) } else { Vec::new() }
}

fn archived(order: &Order, ctx: &Context) -> Option<Event> {
    let due = order.stage == Stage::Closed && order.archive_at.is_some_and(|at| at <= ctx.at);
    (due && !order.has_open_request()).then_some(Event::Archived)
}
