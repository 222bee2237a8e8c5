//! 协办反馈: an assist tells the lead what it did.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::Duty;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::{open_part, stop_part};
use crate::event::Event;
use crate::intake::OPEN;
use crate::order::{Order, PartState};
use crate::refusal::Refusal;
use crate::text_ref::{Evidence, TextRef};

/// Reports on an assist's part (北京条例 14: in time, or an explanation and an
/// interim report).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// The part.
    pub part: u16,
    /// What was done, or why not yet.
    pub text: TextRef,
    /// 佐证.
    pub evidence: Vec<Evidence>,
    /// Whether more is to come.
    pub interim: bool,
}

impl Decide for Report {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, OPEN)?;
        let part = open_part(order, self.part, ctx)?;
        ctx.text("text", &self.text)?;
        if part.duty != Duty::Assist {
            return Err(Refusal::AssistOnly);
        }
        if part.state == PartState::AwaitingSign {
            return Err(Refusal::PartNotOpen { part: part.no, state: part.state });
        }
        if order.open_return().is_some_and(|asked| asked.part == self.part) {
            return Err(Refusal::RequestOpen);
        }
        let mut events = vec![Event::PartReported {
            part: self.part,
            text: self.text.clone(),
            evidence: self.evidence.clone(),
            interim: self.interim,
        }];
        if !self.interim {
            events.extend(stop_part(order, self.part));
        }
        Ok(events)
    }
}
