//! 吹哨报到: a town that has an order and needs others' powers calls them to
//! the place (北京市接诉即办工作条例 16; 33: who called and who was called are both
//! assessed). Who says nothing is late by itself.

mod acknowledge;
mod arrive;
mod blow;
mod close;
mod report;

pub use acknowledge::AcknowledgeWhistle;
pub use arrive::Arrive;
pub use blow::Whistle;
pub use close::CloseWhistle;
pub use report::ReportWhistle;

use crate::codes::Role;
use crate::context::Context;
use crate::ids::UnitId;
use crate::intake::OPEN;
use crate::order::{self, Called, Order, WhistleStep};
use crate::policy::WhistleRule;
use crate::refusal::Refusal;

/// What the policy in force says of whistles.
fn rule<'a>(ctx: &Context<'a>) -> Result<&'a WhistleRule, Refusal> {
    ctx.policy.whistle.as_ref().ok_or(Refusal::NotProvided { what: "whistle".to_owned() })
}

/// A whistle that goes on.
fn open_whistle<'a>(order: &'a Order, no: u16, ctx: &Context) -> Result<&'a order::Whistle, Refusal> {
    ctx.stage(order, OPEN)?;
    let whistle = order.whistle(no).ok_or(Refusal::UnknownWhistle { whistle: no })?;
    if whistle.is_open() { Ok(whistle) } else { Err(Refusal::WhistleEnded { whistle: no }) }
}

/// The call that the actor answers: that of their own unit; a coordinator's,
/// of any unit below theirs that has not taken this step.
fn called<'a>(
    order: &'a Order,
    no: u16,
    step: WhistleStep,
    ctx: &Context,
) -> Result<(&'a order::Whistle, &'a Called), Refusal> {
    let whistle = open_whistle(order, no, ctx)?;
    let mut mine = whistle.called.iter().filter(|called| acts_for(&called.unit, ctx)).peekable();
    if mine.peek().is_none() {
        return Err(Refusal::NotCalled);
    }
    let is_open = |called: &&Called| match step {
        WhistleStep::Acknowledge => called.acknowledge.done.is_none(),
        WhistleStep::Arrive => called.arrival.is_none(),
        WhistleStep::Report => called.report.done.is_none(),
    };
    mine.find(is_open).map(|called| (whistle, called)).ok_or(Refusal::WhistleStepDone { step })
}

/// Whether the actor speaks for a unit: their own, or, for a coordinator, one
/// below it.
pub(super) fn acts_for(unit: &UnitId, ctx: &Context) -> bool {
    let above = |own| ctx.by.role == Role::Coordinator && ctx.units.is_below(unit, own);
    ctx.by.unit.as_ref().is_some_and(|own| own == unit || above(own))
}
