//! 增派协办.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::opening;
use super::send::{Assignment, Dispatch, assist_may_assist};
use crate::codes::{Duty, Manner};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::order::{Basis, Order, Stage};
use crate::refusal::Refusal;

/// Calls one more unit in, for a named task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AddAssist {
    /// The unit and its task.
    pub assist: Assignment,
    /// Why this unit.
    pub basis: Basis,
}

impl Decide for AddAssist {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Dispatched, Stage::Handling, Stage::Disputed])?;
        assist_may_assist(&self.assist, order, ctx)?;
        if let Basis::Human { reason, .. } = &self.basis {
            ctx.text("reason", reason)?;
        }
        let lead = order.lead().ok_or(Refusal::LeadOnly)?;
        let dispatch = Dispatch {
            lead: lead.unit.clone(),
            assists: Vec::new(),
            basis: self.basis.clone(),
            manner: Manner::Direct,
            copy_to: None,
        };
        let no = order.parts.len() as u16 + 1;
        Ok(opening(order, ctx, no, Duty::Assist, &self.assist.unit, Some(&self.assist.task), &dispatch))
    }
}
