//! 终止办理: it turns out on the way that the order cannot be handled
//! (潍坊条例 21). The unit asks in writing; the hotline decides.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::close;
use crate::codes::{Duty, TerminationReason};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::open_part;
use crate::event::Event;
use crate::order::{Order, Outcome, Stage};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Asks to end the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AskTermination {
    /// The lead's part.
    pub part: u16,
    /// Why.
    pub reason: TerminationReason,
    /// What happened.
    pub grounds: TextRef,
}

impl Decide for AskTermination {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Handling])?;
        if open_part(order, self.part, ctx)?.duty != Duty::Lead {
            return Err(Refusal::LeadOnly);
        }
        ctx.text("grounds", &self.grounds)?;
        if order.has_open_request() {
            return Err(Refusal::AlreadyAsked);
        }
        Ok(vec![Event::TerminationAsked { reason: self.reason, grounds: self.grounds.clone() }])
    }
}

/// Decides on the termination that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JudgeTermination {
    /// Whether it is granted.
    pub granted: bool,
    /// Why; the citizen is told.
    pub reason: TextRef,
}

impl Decide for JudgeTermination {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Handling])?;
        let open = order.termination.as_ref().filter(|request| request.is_open());
        let request = open.ok_or(Refusal::NothingAsked)?;
        ctx.text("reason", &self.reason)?;
        ctx.not_the_asker(&request.by)?;
        let judged = Event::TerminationJudged { granted: self.granted, reason: self.reason.clone() };
        let ended = self.granted.then(|| close(order, Outcome::Terminated { reason: request.what }, ctx));
        Ok([judged].into_iter().chain(ended.into_iter().flatten()).collect())
    }
}
