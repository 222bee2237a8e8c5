//! 延期: more time, asked for before it is over, granted by somebody else,
//! and told to the citizen.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::WORKING;
use crate::codes::{ClockKind, Role};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::open_part;
use crate::event::Event;
use crate::ids::UnitId;
use crate::order::{Extension, Order};
use crate::policy::Approver;
use crate::refusal::Refusal;
use crate::text_ref::TextRef;
use crate::time::Limit;

/// Asks for more time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AskExtension {
    /// The part.
    pub part: u16,
    /// How much.
    pub by: Limit,
    /// Why, the plan, and how the citizen was told.
    pub plan: TextRef,
}

impl Decide for AskExtension {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, WORKING)?;
        open_part(order, self.part, ctx)?;
        ctx.text("plan", &self.plan)?;
        let clock = order.clock(ClockKind::Handling, self.part).ok_or(Refusal::NoLimit)?;
        let due = clock.due.ok_or(Refusal::NoLimit)?;
        if let Some(since) = clock.paused {
            return Err(Refusal::IsPaused { since });
        }
        if ctx.at > due {
            return Err(Refusal::TooLate { due });
        }
        let rule = &ctx.policy.extension;
        let of_part = |extension: &&Extension| extension.part == self.part;
        if order.extensions.iter().filter(of_part).any(|extension| extension.request.is_open()) {
            return Err(Refusal::AlreadyAsked);
        }
        let granted = order.extensions.iter().filter(of_part).filter(|e| e.request.is_granted()).count();
        if granted >= usize::from(rule.times.value) {
            return Err(Refusal::ExtensionsUsedUp { times: rule.times.value });
        }
        if self.by.rough_minutes().is_none() || self.by.rough_minutes() > rule.each.within.rough_minutes() {
            return Err(Refusal::TooLong { most: rule.each.within });
        }
        Ok(vec![Event::ExtensionAsked { part: self.part, by: self.by, plan: self.plan.clone() }])
    }
}

/// Decides on the extension that is open; of several parts', on the one that
/// was asked for first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JudgeExtension {
    /// Whether it is granted.
    pub granted: bool,
    /// Why.
    pub reason: TextRef,
}

impl Decide for JudgeExtension {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, WORKING)?;
        let open = order.extensions.iter().find(|extension| extension.request.is_open());
        let extension = open.ok_or(Refusal::NothingAsked)?;
        ctx.text("reason", &self.reason)?;
        ctx.not_the_asker(&extension.request.by)?;
        match ctx.policy.extension.approver.value {
            Approver::Hotline => ctx.role(&[Role::Dispatcher, Role::ShiftLeader, Role::Supervisor])?,
            Approver::UnitHead => head_of(order, extension.part, ctx)?,
        }
        let judged = Event::ExtensionJudged { granted: self.granted, reason: self.reason.clone() };
        let moved = if self.granted { Some(extended(order, extension, ctx)?) } else { None };
        Ok([judged].into_iter().chain(moved).collect())
    }
}

/// 安阳: the head of the unit decides; whoever leads a unit above may, too,
/// and the hotline's supervisor where there is nobody.
fn head_of(order: &Order, part: u16, ctx: &Context) -> Result<(), Refusal> {
    ctx.role(&[Role::Leader, Role::Coordinator, Role::Supervisor])?;
    if ctx.by.role == Role::Supervisor {
        return Ok(());
    }
    let part = order.part(part).ok_or(Refusal::UnknownPart { part })?;
    let own = |unit: &UnitId| unit == &part.unit || ctx.units.is_below(&part.unit, unit);
    match &ctx.by.unit {
        Some(unit) if own(unit) => Ok(()),
        _ => Err(Refusal::NotYourUnit { holder: part.unit.clone() }),
    }
}

/// The added time is counted from the old end, so that a slow decision costs
/// the unit nothing and gains it nothing.
fn extended(order: &Order, extension: &Extension, ctx: &Context) -> Result<Event, Refusal> {
    let clock = order.clock(ClockKind::Handling, extension.part).ok_or(Refusal::NoLimit)?;
    let from = clock.due.ok_or(Refusal::NoLimit)?;
    let due = ctx.due_from(from, extension.by).ok_or(Refusal::NoLimit)?;
    let limit = clock.limit.ok_or(Refusal::NoLimit)?;
    let (warn_at, red_at) = ctx.marks(clock.started, Some(due), limit);
    Ok(Event::ClockExtended {
        kind: ClockKind::Handling,
        part: extension.part,
        by: extension.by,
        due,
        warn_at,
        red_at,
    })
}
