//! 退单审核: the hotline decides on a return, never the unit.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{signed, stop_part};
use crate::codes::{ClockKind, Duty};
use crate::context::{Context, restart};
use crate::decide::{Decide, Decided};
use crate::dispute::{Opening, opened, ruled_before};
use crate::event::Event;
use crate::intake::OPEN;
use crate::order::{DisputeCause, Order, ReturnFate};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// What becomes of a return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReturnVerdict {
    /// 同意: the part leaves the unit.
    Approve,
    /// 驳回: the unit keeps it, and cannot return on this ground again.
    Reject,
    /// 转争议: it is not plain; let it be ruled.
    Dispute,
}

/// Decides on the return that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JudgeReturn {
    /// The decision.
    pub verdict: ReturnVerdict,
    /// Why.
    pub reason: TextRef,
    /// 新事实: what is new, where a dispute is to be opened on a ground that was ruled on before.
    #[serde(default)]
    pub new_facts: Option<TextRef>,
}

impl Decide for JudgeReturn {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, OPEN)?;
        let asked = order.open_return().ok_or(Refusal::NothingAsked)?;
        ctx.text("reason", &self.reason)?;
        ctx.not_the_asker(&asked.by)?;
        let judged = |fate| Event::ReturnJudged { fate, reason: self.reason.clone() };
        let is_lead = order.part(asked.part).is_some_and(|part| part.duty == Duty::Lead);
        let mut events = Vec::new();
        match self.verdict {
            ReturnVerdict::Reject => {
                events.push(judged(ReturnFate::Rejected));
                events.extend(accepted_meanwhile(order, asked.part, ctx));
            }
            ReturnVerdict::Approve => {
                events.push(judged(ReturnFate::Approved));
                events.push(Event::PartReturned { part: asked.part });
                events.extend(stop_part(order, asked.part));
                // The owner that was found was not the owner.
                events.extend(restart(order, ClockKind::Owner, 0).filter(|_| is_lead));
            }
            ReturnVerdict::Dispute if !is_lead => return Err(Refusal::LeadOnly),
            ReturnVerdict::Dispute => {
                if let Some(facts) = &self.new_facts {
                    ctx.text("new_facts", facts)?;
                } else if let Some(number) = ruled_before(order, asked.reason, ctx) {
                    return Err(Refusal::RuledBefore { number });
                }
                events.push(judged(ReturnFate::Disputed));
                let opening = Opening::by_return(DisputeCause::Referred, order);
                events.extend(opened(Opening { new_facts: self.new_facts.clone(), ..opening }, order, ctx));
            }
        }
        Ok(events)
    }
}

/// A unit whose time to sign ran out while its return was looked at does not
/// get that time again.
fn accepted_meanwhile(order: &Order, part: u16, ctx: &Context) -> Vec<Event> {
    match order.part(part).filter(|part| part.is_silently_accepted(ctx.at)) {
        Some(part) => signed(order, part, true),
        None => Vec::new(),
    }
}
