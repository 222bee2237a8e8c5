//! 挂起: a part's handling clock is held, for one of a few lawful reasons and
//! not for ever. The citizen's clock runs on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::WORKING;
use crate::codes::{ClockKind, PauseReason};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::holds;
use crate::event::Event;
use crate::order::Order;
use crate::refusal::Refusal;
use crate::text_ref::TextRef;
use crate::time::{Clock, Counting, Limit, Moment};

/// Holds the clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Pause {
    /// The part.
    pub part: u16,
    /// 挂起原因.
    pub reason: PauseReason,
    /// What is waited for, in words that the citizen will read.
    pub note: TextRef,
}

impl Decide for Pause {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, WORKING)?;
        let part = may_touch(order, self.part, ctx)?;
        ctx.text("note", &self.note)?;
        let rule = &ctx.policy.pause;
        if !rule.reasons.value.contains(&self.reason) {
            return Err(Refusal::PauseUnlawful { lawful: rule.reasons.value.clone() });
        }
        if let Some(pause) = order.open_pause(part) {
            return Err(Refusal::IsPaused { since: pause.from });
        }
        let clock = order.clock(ClockKind::Handling, part).ok_or(Refusal::NoLimit)?;
        // A limit that has passed cannot be brought back by a pause.
        match clock.due {
            Some(due) if ctx.at > due => return Err(Refusal::TooLate { due }),
            Some(_) if clock.is_running() => {}
            _ => return Err(Refusal::NoLimit),
        }
        let until = ctx.until(&rule.longest).plus_millis(-paused_before(order, part));
        if until <= ctx.at {
            return Err(Refusal::TooLong { most: rule.longest.within });
        }
        Ok(vec![
            Event::Explained { text: self.note.clone() },
            Event::Paused { part, reason: self.reason, until },
            Event::ClockPaused { kind: ClockKind::Handling, part, reason: self.reason },
        ])
    }
}

/// All pauses of a part together last no longer than one may: else a unit
/// could pause for ever, a day at a time.
fn paused_before(order: &Order, part: u16) -> i64 {
    let ended = order.pauses.iter().filter(|pause| pause.part == part);
    ended.filter_map(|pause| Some(pause.ended?.millis_since(pause.from))).sum()
}

/// Lets the clock run on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Resume {
    /// The part.
    pub part: u16,
}

impl Decide for Resume {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let part = may_touch(order, self.part, ctx)?;
        order.open_pause(part).ok_or(Refusal::NotPaused)?;
        Ok(resumed(order, part, ctx))
    }
}

fn may_touch(order: &Order, part: u16, ctx: &Context) -> Result<u16, Refusal> {
    match ctx.by.unit {
        // The hotline's own people act on every part.
        _ if ctx.by.role == crate::codes::Role::Dispatcher => {
            order.part(part).map(|part| part.no).ok_or(Refusal::UnknownPart { part })
        }
        _ => holds(order, part, ctx).map(|part| part.no),
    }
}

/// The events with which a pause ends: what was left is added from now on.
pub(crate) fn resumed(order: &Order, part: u16, ctx: &Context) -> Vec<Event> {
    let mut events = vec![Event::Resumed { part }];
    let held = order.clock(ClockKind::Handling, part).and_then(|clock| Some((clock, clock.paused?)));
    if let Some((clock, since)) = held {
        let due = clock.due.map(|due| carried_on(clock, since, due, ctx));
        let (warn_at, red_at) = match clock.limit {
            Some(limit) => ctx.marks(clock.started, due, limit),
            None => (Vec::new(), None),
        };
        events.push(Event::ClockResumed { kind: ClockKind::Handling, part, due, warn_at, red_at });
    }
    events
}

fn carried_on(clock: &Clock, since: Moment, due: Moment, ctx: &Context) -> Moment {
    match clock.limit {
        Some(Limit::Days(_, Counting::Working) | Limit::Minutes(_, Counting::Working)) => {
            let left = ctx.calendar.office_minutes(since, due).max(0) as u32;
            ctx.due(Limit::Minutes(left, Counting::Working)).unwrap_or(due)
        }
        _ => ctx.at.plus_millis(due.millis_since(since)),
    }
}
