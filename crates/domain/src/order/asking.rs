//! 征询, 求助: what units ask of others, as the order remembers it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Order;
use super::apply::Stamp;
use crate::event::Event;
use crate::ids::UnitId;
use crate::person::Actor;
use crate::text_ref::{Evidence, TextRef};
use crate::time::Moment;

/// 征询意见: one unit asks another for a word, which does not make it an assist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opinion {
    /// The part on whose behalf it is asked.
    pub part: u16,
    /// The unit that asks.
    pub from: UnitId,
    /// The unit that is asked.
    pub unit: UnitId,
    /// The question.
    pub question: TextRef,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
    /// Until when an answer is hoped for; nobody is late by it.
    pub until: Moment,
    /// The answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<OpinionAnswer>,
    /// When it was over: answered, or the order ended without an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Moment>,
}

/// 回复征询.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OpinionAnswer {
    /// What the unit says.
    pub text: TextRef,
    /// 佐证.
    pub evidence: Vec<Evidence>,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

/// 求助: whoever handles an order tells the hotline that they cannot go on
/// alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "OrderHelp")]
pub struct Help {
    /// The part.
    pub part: u16,
    /// Who asks.
    pub by: Actor,
    /// What is needed.
    pub text: TextRef,
    /// When.
    pub at: Moment,
    /// The answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<HelpAnswer>,
    /// When it was over: answered, or the order ended without an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Moment>,
}

/// 答复求助.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HelpAnswer {
    /// What the hotline does about it.
    pub text: TextRef,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

impl Order {
    /// A question by its number, counted from 1.
    pub fn opinion(&self, no: u16) -> Option<&Opinion> {
        self.opinions.get(usize::from(no).checked_sub(1)?)
    }

    pub(super) fn apply_asking(&mut self, event: &Event, stamp: &Stamp) {
        match event {
            Event::OpinionAsked { part, from, unit, question, until } => self.opinions.push(Opinion {
                part: *part,
                from: from.clone(),
                unit: unit.clone(),
                question: question.clone(),
                by: stamp.by.clone(),
                at: stamp.at,
                until: *until,
                answer: None,
                ended: None,
            }),
            Event::OpinionGiven { opinion, answer, evidence } => {
                if let Some(asked) = self.opinions.get_mut(usize::from(*opinion).wrapping_sub(1)) {
                    asked.ended = Some(stamp.at);
                    asked.answer = Some(OpinionAnswer {
                        text: answer.clone(),
                        evidence: evidence.clone(),
                        by: stamp.by.clone(),
                        at: stamp.at,
                    });
                }
            }
            Event::HelpAsked { part, text } => self.helps.push(Help {
                part: *part,
                by: stamp.by.clone(),
                text: text.clone(),
                at: stamp.at,
                answer: None,
                ended: None,
            }),
            Event::HelpAnswered { help, text } => {
                if let Some(asked) = self.helps.get_mut(usize::from(*help).wrapping_sub(1)) {
                    asked.ended = Some(stamp.at);
                    asked.answer =
                        Some(HelpAnswer { text: text.clone(), by: stamp.by.clone(), at: stamp.at });
                }
            }
            _ => self.apply_dispute(event, stamp),
        }
    }

    /// The order has come to its end: nobody who was called or asked owes
    /// anything any more.
    pub(super) fn end_calls(&mut self, at: Moment) {
        let whistles = self.whistles.iter_mut().map(|whistle| &mut whistle.ended);
        let opinions = self.opinions.iter_mut().map(|opinion| &mut opinion.ended);
        let helps = self.helps.iter_mut().map(|help| &mut help.ended);
        for ended in whistles.chain(opinions).chain(helps) {
            ended.get_or_insert(at);
        }
    }
}
