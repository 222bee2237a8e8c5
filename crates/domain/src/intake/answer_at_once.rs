//! 即时答复.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::BEFORE_DISPATCH;
use crate::closing::close;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Order, Outcome};
use crate::text_ref::TextRef;

/// Answers at once, from what is known (济南条例 23): the order is closed
/// without a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AnswerAtOnce {
    /// What the citizen was told.
    pub answer: TextRef,
}

impl Decide for AnswerAtOnce {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, BEFORE_DISPATCH)?;
        ctx.text("answer", &self.answer)?;
        let answered = Event::AnsweredAtOnce { answer: self.answer.clone() };
        Ok([answered].into_iter().chain(close(order, Outcome::AnsweredAtOnce, ctx)).collect())
    }
}
