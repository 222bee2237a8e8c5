//! 争议与职责认定: a quarrel over whose duty an order is, from the day it is
//! opened to the day its ruling is carried out (国办函〔2025〕66号 五). Four steps,
//! each with its limit: the desk's ruling, the consultation whose minutes all
//! sign, the panel, the designation by the government office.

mod claim;
mod facts;
mod go_on;
mod minutes;
mod objection;
mod open;
mod panel;
mod review_ruling;
mod rule;
mod ruled;
mod settle;
mod terms;

pub use claim::StateClaim;
pub use facts::EstablishFacts;
pub use go_on::AdvanceDispute;
pub use minutes::{RecordMinutes, SignMinutes};
pub use objection::{JudgeObjection, ObjectRuling};
pub use open::OpenDispute;
pub use panel::{RecuseSeat, WriteOpinion};
pub use review_ruling::ReviewRuling;
pub use rule::{Rule, Skip};
pub use ruled::{Bound, ruled};

pub(crate) use go_on::moved_by_time;
pub(crate) use open::{Opening, opened, ruled_before};
pub(crate) use settle::{ends_assist, not_executed};

use crate::codes::Role;
use crate::context::Context;
use crate::ids::UnitId;
use crate::order::{Dispute, DisputeStep, Order, Stage};
use crate::policy::DisputeRule;
use crate::refusal::Refusal;

/// What the policy in force says of disputes.
fn provided<'a>(ctx: &Context<'a>) -> Result<&'a DisputeRule, Refusal> {
    ctx.policy.dispute.as_ref().ok_or(Refusal::NotProvided { what: "dispute".to_owned() })
}

/// The dispute that is open.
fn open_dispute<'a>(order: &'a Order, ctx: &Context) -> Result<&'a Dispute, Refusal> {
    ctx.stage(order, &[Stage::Disputed])?;
    order.open_dispute().ok_or(Refusal::NothingAsked)
}

/// Refuses an act that belongs to another step.
fn at_step(dispute: &Dispute, needs: &[DisputeStep]) -> Result<(), Refusal> {
    if needs.contains(&dispute.step) {
        Ok(())
    } else {
        Err(Refusal::WrongDisputeStep { step: dispute.step, needs: needs.to_vec() })
    }
}

/// 回避: refuses somebody who works for a unit that the dispute concerns, or for one above or below it.
fn not_a_party(dispute: &Dispute, order: &Order, ctx: &Context) -> Result<(), Refusal> {
    let Some(own) = &ctx.by.unit else { return Ok(()) };
    let returned = order.returns.iter().map(|asked| &asked.unit);
    let mut parties = dispute.concerned().chain(&dispute.holder).chain(returned);
    match parties.find(|unit| *unit == own || ctx.units.is_below(own, unit)) {
        Some(unit) => Err(Refusal::PartyMayNotRule { unit: unit.clone() }),
        None => Ok(()),
    }
}

/// Whether the actor speaks for a unit: their own, or, for a coordinator, one
/// below it.
fn speaks_for(unit: &UnitId, ctx: &Context) -> bool {
    let above = |own| ctx.by.role == Role::Coordinator && ctx.units.is_below(unit, own);
    ctx.by.unit.as_ref().is_some_and(|own| own == unit || above(own))
}
