//! 过程记录.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::{ClockKind, Role};
use crate::context::{Context, stop};
use crate::decide::{Decide, Decided};
use crate::dispatch::holds;
use crate::event::Event;
use crate::intake::OPEN;
use crate::order::Order;
use crate::refusal::Refusal;
use crate::text_ref::{Evidence, TextRef};

/// Records what was done or found on the way. 0 as the part means the whole
/// order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// The part, or 0.
    pub part: u16,
    /// What.
    pub text: TextRef,
    /// 佐证.
    pub evidence: Vec<Evidence>,
}

impl Decide for Note {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, OPEN)?;
        ctx.text("text", &self.text)?;
        if matches!(ctx.by.role, Role::Handler | Role::Coordinator) {
            holds(order, self.part, ctx)?;
        } else if self.part != 0 && order.part(self.part).is_none() {
            return Err(Refusal::UnknownPart { part: self.part });
        }
        let noted =
            Event::Noted { part: self.part, text: self.text.clone(), evidence: self.evidence.clone() };
        // Only the unit's own word shows that it has begun.
        let begun = matches!(ctx.by.role, Role::Handler | Role::Coordinator)
            .then(|| stop(order, ClockKind::Execution, self.part));
        Ok([noted].into_iter().chain(begun.flatten()).collect())
    }
}
