//! 撤单: an order is withdrawn only when the citizen says so themself. Units
//! have pressed citizens to withdraw; so what a unit asks for changes nothing
//! until the citizen has been asked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::close;
use crate::codes::Role;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::intake::OPEN;
use crate::order::{Order, Outcome};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Withdraws the order, when the citizen asks; else asks that the citizen be
/// asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AskWithdrawal {
    /// Why.
    pub statement: TextRef,
}

impl Decide for AskWithdrawal {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, OPEN)?;
        ctx.text("statement", &self.statement)?;
        // One citizen of several cannot take back what the others brought.
        if order.appeals.len() > 1 {
            return Err(Refusal::NotConfirmed);
        }
        if order.withdrawal.as_ref().is_some_and(|withdrawal| withdrawal.confirmed.is_none()) {
            return Err(Refusal::AlreadyAsked);
        }
        let asked = Event::WithdrawalAsked { statement: self.statement.clone() };
        let own = ctx.by.role == Role::Citizen;
        let ended = own.then(|| withdrawn(order, ctx)).into_iter().flatten();
        Ok([asked].into_iter().chain(ended).collect())
    }
}

/// What the citizen says when asked whether they withdraw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AnswerWithdrawal {
    /// Whether they do.
    pub confirmed: bool,
}

impl Decide for AnswerWithdrawal {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, OPEN)?;
        let asked = order.withdrawal.as_ref().filter(|withdrawal| withdrawal.confirmed.is_none());
        let asked = asked.ok_or(Refusal::NothingAsked)?;
        ctx.not_the_asker(&asked.by)?;
        if !self.confirmed {
            return Ok(vec![Event::WithdrawalAnswered { confirmed: false }]);
        }
        // A second appeal may have come in since.
        if order.appeals.len() > 1 {
            return Err(Refusal::NotConfirmed);
        }
        Ok(withdrawn(order, ctx))
    }
}

fn withdrawn(order: &Order, ctx: &Context) -> Vec<Event> {
    let confirmed = Event::WithdrawalAnswered { confirmed: true };
    [confirmed].into_iter().chain(close(order, Outcome::Withdrawn, ctx)).collect()
}
