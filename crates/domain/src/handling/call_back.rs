//! 回访: asking the citizen. Who cannot be reached is never taken for
//! satisfied.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::{CallOutcome, Role};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Answers, Callback, Order, Stage};
use crate::refusal::Refusal;

/// One attempt to ask one appeal's citizen; or the citizen's own answer,
/// through their own channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CallBack {
    /// Which appeal, counted from 0.
    pub appeal: u16,
    /// What came of it.
    pub outcome: CallOutcome,
    /// The answers, if and only if the citizen was reached.
    pub answers: Option<Answers>,
}

impl Decide for CallBack {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Callback])?;
        let unknown = Refusal::UnknownAppeal { appeal: self.appeal };
        let appeal = order.appeals.get(usize::from(self.appeal)).ok_or(unknown)?;
        // Who answers for themself was reached.
        let own = ctx.by.role == Role::Citizen;
        let reached = self.outcome == CallOutcome::Reached;
        if reached != self.answers.is_some() || own && !reached {
            return Err(Refusal::AnswersDoNotFit);
        }
        let calls: Vec<&Callback> = this_round(order, self.appeal).collect();
        // The first rating is never overwritten.
        if calls.iter().any(|call| call.outcome == CallOutcome::Reached) {
            return Err(Refusal::AlreadyAnswered);
        }
        if !own {
            if !appeal.wants_callback {
                return Err(Refusal::WantsNoCallback);
            }
            self.within_the_budget(&calls, ctx)?;
        }
        Ok(vec![Event::CalledBack {
            appeal: self.appeal,
            outcome: self.outcome,
            answers: self.answers.clone(),
        }])
    }
}

impl CallBack {
    /// One budget of calls for an order, over all levels.
    fn within_the_budget(&self, calls: &[&Callback], ctx: &Context) -> Result<(), Refusal> {
        let rule = &ctx.policy.callback;
        let attempts = rule.attempts.value;
        let over = calls.len() >= usize::from(attempts) || calls.iter().any(|call| call.outcome.is_final());
        if over {
            return Err(Refusal::AttemptsUsedUp { attempts: calls.len() as u16 });
        }
        match calls.last().and_then(|last| ctx.due_from(last.at, rule.gap.within)) {
            Some(from) if ctx.at < from => Err(Refusal::TooSoon { from }),
            _ => Ok(()),
        }
    }
}

fn this_round(order: &Order, appeal: u16) -> impl Iterator<Item = &Callback> {
    order.callbacks.iter().filter(move |call| call.appeal == appeal && call.round == order.round)
}
