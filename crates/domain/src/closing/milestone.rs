//! 挂账节点: met by the unit, or missed by the clock.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::ClockKind;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::holds;
use crate::event::Event;
use crate::order::{Order, Stage};
use crate::refusal::Refusal;
use crate::text_ref::Evidence;

/// Shows that the next milestone was reached. With the last one the order
/// comes back for its final reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MeetMilestone {
    /// Which, counted from 0.
    pub milestone: u16,
    /// 佐证.
    pub evidence: Vec<Evidence>,
}

impl Decide for MeetMilestone {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Deferred])?;
        let lead = order.lead().ok_or(Refusal::LeadOnly)?;
        holds(order, lead.no, ctx)?;
        let next = order.next_milestone().map(|(index, _)| index);
        if next != Some(self.milestone) {
            return Err(Refusal::NotNextMilestone { next });
        }
        if self.evidence.is_empty() {
            return Err(Refusal::EvidenceMissing);
        }
        let met = Event::MilestoneMet { milestone: self.milestone, evidence: self.evidence.clone() };
        let planned = order.deferral.as_ref().map_or(0, |deferral| deferral.milestones.len());
        let was_last = usize::from(self.milestone) + 1 == planned;
        let back = was_last.then(|| back_to_handling(order, Event::DeferralEnded, ctx));
        Ok([met].into_iter().chain(back.into_iter().flatten()).collect())
    }
}

/// The events with which a deferral ends and handling goes on, with the time
/// of a redo from now.
pub(crate) fn back_to_handling(order: &Order, how: Event, ctx: &Context) -> Vec<Event> {
    let lead = order.lead().map_or(0, |lead| lead.no);
    let limit = ctx.policy.limits.redo.at(order.level).within;
    vec![how, ctx.reset(ClockKind::Handling, lead, ctx.at, limit)]
}
