//! 办结. 办结 is not 解决: the unit's conclusion and the citizen's word are
//! kept apart, and the one is never computed from the other.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::{CallOutcome, Conclusion, Solved, Unresolved};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Answers, Order, Outcome, Stage};
use crate::refusal::Refusal;

/// Closes an order whose reply passed review and whose citizens were asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Close {
    /// Why it is closed although not every citizen who was reached says that
    /// it is solved; none when they do, or when nobody was to be asked.
    pub unresolved: Option<Unresolved>,
}

impl Decide for Close {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Callback])?;
        if order.has_open_request() {
            return Err(Refusal::RequestOpen);
        }
        let appeals = if ctx.policy.callback.every_order.value {
            order.to_call(ctx.policy.callback.attempts.value)
        } else {
            Vec::new()
        };
        if !appeals.is_empty() {
            return Err(Refusal::CallbacksOpen { appeals });
        }
        let solved = said(order);
        self.reason_fits(order, solved, ctx)?;
        let conclusion = order.standing_reply().map_or(Conclusion::Answered, |reply| reply.conclusion);
        Ok(close(order, Outcome::Handled { conclusion, solved, unresolved: self.unresolved }, ctx))
    }
}

impl Close {
    fn reason_fits(&self, order: &Order, solved: Option<Solved>, ctx: &Context) -> Result<(), Refusal> {
        let called = order.callbacks.iter().any(|call| call.round == order.round);
        match (solved, self.unresolved) {
            (Some(Solved::Yes), None) => Ok(()),
            (Some(Solved::Yes), Some(_)) => Err(Refusal::ReasonDoesNotFit),
            (Some(_), None) => Err(Refusal::UnsolvedNeedsReason),
            (Some(_), Some(Unresolved::Unreachable)) => Err(Refusal::ReasonDoesNotFit),
            (Some(_), Some(Unresolved::RedoExhausted)) if order.round < ctx.policy.redo.most.value => {
                Err(Refusal::ReasonDoesNotFit)
            }
            (Some(_), Some(_)) => Ok(()),
            // Tried in vain: it is said so, and counts neither as solved nor
            // as satisfied.
            (None, Some(Unresolved::Unreachable)) if called => Ok(()),
            (None, None) if !called => Ok(()),
            (None, None) => Err(Refusal::UnsolvedNeedsReason),
            (None, Some(_)) => Err(Refusal::ReasonDoesNotFit),
        }
    }
}

/// The worst that a citizen who was reached in this round said; none when
/// nobody was.
fn said(order: &Order) -> Option<Solved> {
    let reached =
        |call: &&crate::order::Callback| call.round == order.round && call.outcome == CallOutcome::Reached;
    let answers = order.callbacks.iter().filter(reached).filter_map(|call| call.answers.as_ref());
    answers.map(|answers: &Answers| answers.solved).max()
}

/// The events with which an order ends: every clock stops, every pause is
/// over.
pub(crate) fn close(order: &Order, outcome: Outcome, ctx: &Context) -> Vec<Event> {
    let mut events: Vec<Event> = order
        .pauses
        .iter()
        .filter(|pause| pause.ended.is_none())
        .map(|pause| Event::Resumed { part: pause.part })
        .collect();
    let stopped = order.clocks.iter().filter(|clock| clock.stopped.is_none());
    events.extend(stopped.map(|clock| Event::ClockStopped { kind: clock.kind, part: clock.part }));
    events.push(Event::Closed {
        outcome,
        review_until: ctx.until(&ctx.policy.waits.review),
        archive_at: ctx.until(&ctx.policy.waits.archive),
    });
    events
}
