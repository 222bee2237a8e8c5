//! 答复: the lead answers, in two texts: one for the platform, one for the
//! citizen.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::{ClockKind, Conclusion, Duty, EvidenceKind};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::{open_part, stop_part};
use crate::event::Event;
use crate::order::{self, Order, Part, PartState, Stage};
use crate::recusal::is_accused;
use crate::refusal::Refusal;
use crate::text_ref::{Evidence, TextRef};

/// Replies for the whole order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reply {
    /// The lead's part.
    pub part: u16,
    /// 内部说明.
    pub internal: TextRef,
    /// 公开答复.
    pub public: TextRef,
    /// 办结类型.
    pub conclusion: Conclusion,
    /// 法律政策依据.
    pub basis: Vec<TextRef>,
    /// 佐证.
    pub evidence: Vec<Evidence>,
}

impl Decide for Reply {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Handling])?;
        let part = open_part(order, self.part, ctx)?;
        self.says_enough(order, part, ctx)?;
        may_reply(order, part, ctx)?;
        let reply = order::Reply {
            internal: self.internal.clone(),
            public: self.public.clone(),
            conclusion: self.conclusion,
            basis: self.basis.clone(),
            evidence: self.evidence.clone(),
            by: ctx.by.clone(),
            at: ctx.at,
            round: order.round,
            review: None,
        };
        let mut events = vec![Event::Replied { reply: Box::new(reply) }];
        // The contact clock stops, too: who never spoke with the citizen is not
        // late with it for ever, and the callback asks whether they did.
        events.extend(stop_part(order, part.no));
        Ok(events)
    }
}

impl Reply {
    fn says_enough(&self, order: &Order, part: &Part, ctx: &Context) -> Result<(), Refusal> {
        ctx.text("internal", &self.internal)?;
        ctx.text("public", &self.public)?;
        self.basis.iter().try_for_each(|basis| ctx.text("basis", basis))?;
        if self.conclusion.rests_on_rules() && self.basis.is_empty() {
            return Err(Refusal::BasisMissing);
        }
        if self.conclusion.claims_work() && self.evidence.is_empty() {
            return Err(Refusal::EvidenceMissing);
        }
        let has = |kind: &EvidenceKind| self.evidence.iter().any(|evidence| evidence.kind == *kind);
        let kinds: Vec<_> = part.evidence.iter().copied().filter(|kind| !has(kind)).collect();
        if self.conclusion.claims_work() && !kinds.is_empty() {
            return Err(Refusal::EvidenceDemanded { kinds });
        }
        let deferred = order.deferral.as_ref().is_some_and(|deferral| deferral.request.is_granted());
        if self.conclusion == Conclusion::CannotYet && !deferred {
            return Err(Refusal::NeedsDeferral);
        }
        Ok(())
    }
}

fn may_reply(order: &Order, part: &Part, ctx: &Context) -> Result<(), Refusal> {
    if part.duty != Duty::Lead {
        return Err(Refusal::LeadOnly);
    }
    if part.state != PartState::Handling {
        return Err(Refusal::PartNotOpen { part: part.no, state: part.state });
    }
    if order.has_open_request() {
        return Err(Refusal::RequestOpen);
    }
    let waits = |assist: &&Part| {
        let clock = order.clock(ClockKind::Handling, assist.no);
        assist.duty == Duty::Assist
            && assist.state.is_open()
            // Who must stand aside is not waited for.
            && !is_accused(&assist.unit, order, ctx.units)
            && !clock.is_some_and(|clock| clock.is_late(ctx.at))
    };
    let parts: Vec<u16> = order.parts.iter().filter(waits).map(|assist| assist.no).collect();
    if parts.is_empty() { Ok(()) } else { Err(Refusal::AssistsOpen { parts }) }
}
