//! 督办: a formal instruction, on a ladder that only rises (潍坊条例 26,
//! 济南条例 28).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::Supervision;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::holds;
use crate::event::Event;
use crate::intake::OPEN;
use crate::order::{Order, Stage};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;
use crate::time::Limit;

/// Instructs the unit that has the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Supervise {
    /// The step of the ladder.
    pub grade: Supervision,
    /// The instruction.
    pub text: TextRef,
    /// How soon it is to be answered.
    pub within: Limit,
}

impl Decide for Supervise {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        use Stage::*;
        ctx.stage(order, &[Accepted, Dispatched, Handling, Disputed, Replied, Callback, Deferred])?;
        ctx.text("text", &self.text)?;
        if let Some(last) = order.supervisions.last().filter(|last| last.grade >= self.grade) {
            return Err(Refusal::GradeMustRise { last: last.grade });
        }
        let due = ctx.due(self.within).ok_or(Refusal::Missing { field: "within".to_owned() })?;
        Ok(vec![Event::Supervised { grade: self.grade, text: self.text.clone(), due }])
    }
}

/// Answers the last instruction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AnswerSupervision {
    /// What was done.
    pub text: TextRef,
}

impl Decide for AnswerSupervision {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        // The answer may come after the end, but not into what was put away.
        if order.stage == Stage::Archived {
            ctx.stage(order, OPEN)?;
        }
        let open = order.supervisions.last().filter(|last| last.answered_at.is_none());
        open.ok_or(Refusal::NothingAsked)?;
        ctx.text("text", &self.text)?;
        let lead = order.lead().ok_or(Refusal::LeadOnly)?;
        holds(order, lead.no, ctx)?;
        Ok(vec![Event::SupervisionAnswered { text: self.text.clone() }])
    }
}
