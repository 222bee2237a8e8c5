//! 请诉求人补充.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::ClockKind;
use crate::context::{Context, stop};
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Order, Stage};
use crate::text_ref::TextRef;

/// Asks the citizen for what is missing. The triage clock stops while the
/// citizen has the word; theirs does not. When they stay silent, the order
/// ends as too vague (R08).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AskForMore {
    /// What is missing.
    pub question: TextRef,
}

impl Decide for AskForMore {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Registered])?;
        ctx.text("question", &self.question)?;
        let until = ctx.until(&ctx.policy.waits.supplement);
        let asked = Event::MoreAsked { question: self.question.clone(), until };
        Ok([asked].into_iter().chain(stop(order, ClockKind::Triage, 0)).collect())
    }
}
