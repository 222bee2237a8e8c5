//! 征询意见: a unit asks another for a word, without making it an assist.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::WORKING;
use super::whistle::acts_for;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::open_part;
use crate::event::Event;
use crate::ids::UnitId;
use crate::intake::OPEN;
use crate::order::{Opinion, Order};
use crate::recusal::not_accused;
use crate::refusal::Refusal;
use crate::text_ref::{Evidence, TextRef};

/// Asks another unit. It sees the order, masked, until it has answered; no
/// clock of the order waits for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Consult {
    /// The part on whose behalf it is asked.
    pub part: u16,
    /// The unit that is asked.
    pub unit: UnitId,
    /// The question.
    pub question: TextRef,
}

impl Decide for Consult {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, WORKING)?;
        let part = open_part(order, self.part, ctx)?;
        let rule = ctx.policy.opinion.as_ref();
        let rule = rule.ok_or(Refusal::NotProvided { what: "opinion".to_owned() })?;
        ctx.text("question", &self.question)?;
        ctx.unit(&self.unit)?;
        if ctx.units.is_within(&self.unit, &part.unit) {
            return Err(Refusal::OwnUnit { unit: self.unit.clone() });
        }
        not_accused(&self.unit, order, ctx)?;
        let open = || order.opinions.iter().filter(|asked| asked.ended.is_none() && asked.part == self.part);
        if open().any(|asked| asked.unit == self.unit) {
            return Err(Refusal::AlreadyAsked);
        }
        if open().count() >= usize::from(rule.most_open.value) {
            return Err(Refusal::TooManyOpen { most: rule.most_open.value });
        }
        Ok(vec![Event::OpinionAsked {
            part: self.part,
            from: part.holder().clone(),
            unit: self.unit.clone(),
            question: self.question.clone(),
            until: ctx.until(&rule.within),
        }])
    }
}

/// Answers what the unit was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AnswerConsult {
    /// Which question, counted from 1.
    pub opinion: u16,
    /// What the unit says.
    pub answer: TextRef,
    /// 佐证.
    pub evidence: Vec<Evidence>,
}

impl Decide for AnswerConsult {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, OPEN)?;
        let is_open = |asked: &&Opinion| asked.ended.is_none();
        let asked = order.opinion(self.opinion).filter(is_open).ok_or(Refusal::NothingAsked)?;
        if !acts_for(&asked.unit, ctx) {
            return Err(Refusal::NotYourUnit { holder: asked.unit.clone() });
        }
        ctx.text("answer", &self.answer)?;
        Ok(vec![Event::OpinionGiven {
            opinion: self.opinion,
            answer: self.answer.clone(),
            evidence: self.evidence.clone(),
        }])
    }
}
