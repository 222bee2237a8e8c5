//! 重办: the order goes back to the unit.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::{ClockKind, UnitKind};
use crate::context::{Context, restart, stop};
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Order, Outcome, Stage};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Sends the order back, because it is not solved, or was closed and should
/// not have been (济南条例 27).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Redo {
    /// What is not done.
    pub reason: TextRef,
}

impl Decide for Redo {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Callback, Stage::Closed])?;
        ctx.text("reason", &self.reason)?;
        let handled = matches!(order.outcome, None | Some(Outcome::Handled { .. }));
        let lead = order.lead().filter(|_| handled).ok_or(Refusal::LeadOnly)?;
        // Who answered for it does not judge it. The hotline, which both handles
        // and calls back, does so through different people.
        let hotline = ctx.units.get(&lead.unit).is_some_and(|unit| unit.kind == UnitKind::Hotline);
        if ctx.by.unit.as_ref() == Some(&lead.unit) && !hotline {
            return Err(Refusal::NotYourUnit { holder: lead.unit.clone() });
        }
        if let Some(reply) = order.replies.last() {
            ctx.not_the_asker(&reply.by)?;
        }
        let most = ctx.policy.redo.most.value;
        if order.round >= most {
            return Err(Refusal::RedosUsedUp { times: order.round });
        }
        Ok(handled_anew(order, &self.reason, ctx))
    }
}

/// The events with which a new round of handling begins.
pub(crate) fn handled_anew(order: &Order, reason: &TextRef, ctx: &Context) -> Vec<Event> {
    let lead = order.lead().map_or(0, |lead| lead.no);
    let limit = ctx.policy.limits.redo.at(order.level).within;
    let mut events =
        vec![Event::Redone { reason: reason.clone() }, ctx.reset(ClockKind::Handling, lead, ctx.at, limit)];
    events.extend(stop(order, ClockKind::Callback, 0));
    events.extend(restart(order, ClockKind::Citizen, 0));
    events
}
