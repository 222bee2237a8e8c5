//! 提请下一环节: what one step does not settle goes to the next; what is left
//! out is left out for a named reason.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::open::step_clock;
use super::panel::{majority, opinions_are_in};
use super::{open_dispute, provided};
use crate::codes::ClockKind;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Dispute, DisputeStep, Order, SkipReason};
use crate::policy::DisputeRule;
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Takes the dispute to a later step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AdvanceDispute {
    /// To which.
    pub to: DisputeStep,
    /// 跳过理由: needed when this step is not done, or one between is left out.
    #[serde(default)]
    pub skip: Option<SkipReason>,
    /// Why it is not settled here.
    pub reason: TextRef,
}

impl Decide for AdvanceDispute {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let dispute = open_dispute(order, ctx)?;
        let rule = provided(ctx)?;
        ctx.text("reason", &self.reason)?;
        if self.to <= dispute.step {
            let later = DisputeStep::ALL.iter().filter(|step| **step > dispute.step);
            return Err(Refusal::WrongDisputeStep { step: self.to, needs: later.copied().collect() });
        }
        let plain = dispute.step.next() == Some(self.to) && is_done(dispute, rule, order, ctx);
        if !plain && self.skip.is_none() {
            return Err(Refusal::SkipNeedsReason { step: dispute.step });
        }
        let skipped = self.skip.filter(|_| !plain);
        Ok(moved(self.to, skipped, Some(self.reason.clone()), order, ctx))
    }
}

/// Whether a step has done its work without settling the dispute, or its time
/// has passed.
fn is_done(dispute: &Dispute, rule: &DisputeRule, order: &Order, ctx: &Context) -> bool {
    let over = order.clock(ClockKind::DisputeStep, 0).is_some_and(|clock| clock.is_late(ctx.at));
    over || match dispute.step {
        DisputeStep::Desk => dispute.unheard(ctx.at).next().is_none(),
        DisputeStep::Consultation => {
            let signed = dispute.minutes.as_ref().map_or(&[][..], |minutes| &minutes.signatures);
            signed.iter().any(|signature| !signature.agrees)
        }
        DisputeStep::Panel => opinions_are_in(dispute, rule) && majority(dispute).is_none(),
        DisputeStep::Designation => false,
    }
}

fn moved(
    to: DisputeStep,
    skipped: Option<SkipReason>,
    reason: Option<TextRef>,
    order: &Order,
    ctx: &Context,
) -> Vec<Event> {
    [Event::DisputeMoved { to, skipped, reason }].into_iter().chain(step_clock(to, order, ctx)).collect()
}

/// A step whose time has passed is over: the next one begins by itself, and
/// nobody wins by waiting.
pub(crate) fn moved_by_time(order: &Order, ctx: &Context) -> Vec<Event> {
    let passed = |dispute: &&Dispute| {
        let clock = order.clock(ClockKind::DisputeStep, 0).filter(|clock| clock.is_running());
        dispute.step.next().is_some() && clock.and_then(|clock| clock.due).is_some_and(|due| due <= ctx.at)
    };
    let next = order.open_dispute().filter(passed).and_then(|dispute| dispute.step.next());
    next.map_or(Vec::new(), |to| moved(to, None, None, order, ctx))
}
