//! 剔除: leaving an order out of the scores. Two people look at it, one after
//! the other (66号 六: 评价范围; 潍坊条例 27).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::ExclusionReason;
use crate::codes::Role;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::holds;
use crate::event::Event;
use crate::order::{Order, Stage};
use crate::refusal::Refusal;
use crate::text_ref::{Evidence, TextRef};

/// Asks to leave the order out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AskExclusion {
    /// Why.
    pub reason: ExclusionReason,
    /// What happened.
    pub grounds: TextRef,
    /// 佐证.
    pub evidence: Vec<Evidence>,
}

impl Decide for AskExclusion {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        use Stage::*;
        ctx.stage(order, &[Handling, Replied, Callback, Deferred, Closed])?;
        ctx.text("grounds", &self.grounds)?;
        let lead = order.lead().ok_or(Refusal::LeadOnly)?;
        holds(order, lead.no, ctx)?;
        if self.evidence.is_empty() {
            return Err(Refusal::EvidenceMissing);
        }
        if order.exclusion.is_some() {
            return Err(Refusal::AlreadyAsked);
        }
        Ok(vec![Event::ExclusionAsked {
            reason: self.reason,
            grounds: self.grounds.clone(),
            evidence: self.evidence.clone(),
        }])
    }
}

/// Decides on the exclusion: first the hotline, then, if it was granted, the
/// panel, which is somebody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JudgeExclusion {
    /// Whether it is granted.
    pub granted: bool,
    /// Why.
    pub reason: TextRef,
}

impl Decide for JudgeExclusion {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let exclusion = order.exclusion.as_ref().ok_or(Refusal::NothingAsked)?;
        if order.stage == Stage::Archived {
            ctx.stage(order, crate::intake::OPEN)?;
        }
        ctx.text("reason", &self.reason)?;
        ctx.not_the_asker(&exclusion.by)?;
        match (&exclusion.first, &exclusion.panel) {
            (None, _) => ctx.role(&[Role::Dispatcher, Role::Supervisor])?,
            (Some(first), None) if first.granted => {
                ctx.role(&[Role::Adjudicator, Role::Supervisor])?;
                ctx.not_the_asker(&first.by)?;
            }
            _ => return Err(Refusal::NothingAsked),
        }
        Ok(vec![Event::ExclusionJudged { granted: self.granted, reason: self.reason.clone() }])
    }
}
