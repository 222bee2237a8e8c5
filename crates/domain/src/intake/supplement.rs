//! 补充.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::OPEN;
use crate::codes::ClockKind;
use crate::context::{Context, restart};
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Order, Stage};
use crate::text_ref::TextRef;

/// Adds to what the citizen said, asked or unasked, at any time before the
/// end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Supplement {
    /// What is added.
    pub text: TextRef,
}

impl Decide for Supplement {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, OPEN)?;
        ctx.text("text", &self.text)?;
        let added = Event::Supplemented { text: self.text.clone() };
        let runs_on = match order.stage {
            Stage::AwaitingSupplement => restart(order, ClockKind::Triage, 0),
            _ => None,
        };
        Ok([added].into_iter().chain(runs_on).collect())
    }
}
