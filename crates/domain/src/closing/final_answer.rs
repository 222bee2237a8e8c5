//! 最终答复: the head of the unit signs, with evidence, that everything lawful
//! was done; the hotline approves; the same facts are not taken up again
//! (吕梁; 济南条例 25).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::close;
use crate::codes::Duty;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::open_part;
use crate::event::Event;
use crate::order::{Order, Outcome, Stage};
use crate::refusal::Refusal;
use crate::text_ref::{Evidence, TextRef};

/// Puts a final answer forward.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AskFinalAnswer {
    /// The lead's part.
    pub part: u16,
    /// The document, with its number and signature.
    pub document: TextRef,
    /// 佐证.
    pub evidence: Vec<Evidence>,
}

impl Decide for AskFinalAnswer {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Handling])?;
        if open_part(order, self.part, ctx)?.duty != Duty::Lead {
            return Err(Refusal::LeadOnly);
        }
        ctx.text("document", &self.document)?;
        if self.evidence.is_empty() {
            return Err(Refusal::EvidenceMissing);
        }
        if order.has_open_request() {
            return Err(Refusal::AlreadyAsked);
        }
        Ok(vec![Event::FinalAnswerAsked { document: self.document.clone(), evidence: self.evidence.clone() }])
    }
}

/// Decides on the final answer that was put forward.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JudgeFinalAnswer {
    /// Whether it is granted.
    pub granted: bool,
    /// Why.
    pub reason: TextRef,
}

impl Decide for JudgeFinalAnswer {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Handling])?;
        let open = order.final_answer.as_ref().filter(|request| request.is_open());
        let request = open.ok_or(Refusal::NothingAsked)?;
        ctx.text("reason", &self.reason)?;
        ctx.not_the_asker(&request.by)?;
        let judged = Event::FinalAnswerJudged { granted: self.granted, reason: self.reason.clone() };
        let ended = self.granted.then(|| close(order, Outcome::FinalAnswer, ctx));
        Ok([judged].into_iter().chain(ended.into_iter().flatten()).collect())
    }
}
