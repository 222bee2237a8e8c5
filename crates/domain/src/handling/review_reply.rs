//! 回复审核: every reply is read by somebody else before the citizen gets it
//! (济南条例 27).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::{ClockKind, ReplyFault};
use crate::context::{Context, restart};
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Order, Stage};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Lets the reply pass, or sends it back with what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReviewReply {
    /// Whether it passes.
    pub passed: bool,
    /// What is wrong; empty if and only if it passes.
    pub faults: Vec<ReplyFault>,
    /// What is to be mended.
    pub note: TextRef,
}

impl Decide for ReviewReply {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Replied])?;
        let reply = order.standing_reply().ok_or(Refusal::NothingAsked)?;
        ctx.not_the_asker(&reply.by)?;
        if self.passed != self.faults.is_empty() {
            return Err(Refusal::FaultsDoNotFit);
        }
        let reviewed = Event::ReplyReviewed {
            passed: self.passed,
            faults: self.faults.clone(),
            note: self.note.clone(),
        };
        let clock = if self.passed { callback_clock(order, ctx) } else { handling_goes_on(order) };
        Ok([reviewed].into_iter().chain(clock).collect())
    }
}

fn callback_clock(order: &Order, ctx: &Context) -> Option<Event> {
    let limit = ctx.policy.waits.callback.within;
    Some(match order.clock(ClockKind::Callback, 0) {
        Some(_) => ctx.reset(ClockKind::Callback, 0, ctx.at, limit),
        None => ctx.start(ClockKind::Callback, 0, limit),
    })
}

/// A reply that did not pass was none: the clock runs on as if it had not
/// stopped.
fn handling_goes_on(order: &Order) -> Option<Event> {
    order.lead().and_then(|lead| restart(order, ClockKind::Handling, lead.no))
}
