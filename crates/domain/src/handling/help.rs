//! 求助: whoever handles an order asks those above, and the hotline, to help it
//! along.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::holds;
use crate::event::Event;
use crate::intake::OPEN;
use crate::order::{Help, Order};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Tells them what is needed. It changes neither whose duty the order
/// is nor its time; for those there are returns and extensions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AskHelp {
    /// The part.
    pub part: u16,
    /// What is needed, and from whom.
    pub text: TextRef,
}

impl Decide for AskHelp {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, OPEN)?;
        holds(order, self.part, ctx)?;
        ctx.text("text", &self.text)?;
        if order.helps.iter().any(|asked| asked.ended.is_none() && asked.part == self.part) {
            return Err(Refusal::AlreadyAsked);
        }
        Ok(vec![Event::HelpAsked { part: self.part, text: self.text.clone() }])
    }
}

/// The hotline answers, or the coordinator of the district or county in which
/// the unit lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AnswerHelp {
    /// Which call for help, counted from 1.
    pub help: u16,
    /// What is done about it.
    pub text: TextRef,
}

impl Decide for AnswerHelp {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, OPEN)?;
        let is_open = |asked: &&Help| asked.ended.is_none();
        let index = usize::from(self.help).checked_sub(1);
        let asked = index.and_then(|at| order.helps.get(at)).filter(is_open).ok_or(Refusal::NothingAsked)?;
        ctx.not_the_asker(&asked.by)?;
        ctx.text("text", &self.text)?;
        Ok(vec![Event::HelpAnswered { help: self.help, text: self.text.clone() }])
    }
}
