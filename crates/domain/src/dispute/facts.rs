//! 查明事实: what happened, where, and whose the thing is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::open_dispute;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::Order;
use crate::text_ref::{Evidence, TextRef};

/// Writes down what is known of the facts, the place and the ownership, so
/// that all argue about the same. Said again, it takes the place of what was
/// said before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EstablishFacts {
    /// What was found.
    pub text: TextRef,
    /// Where: millionths of a degree north and east (WGS 84).
    #[serde(default)]
    pub position: Option<(i32, i32)>,
    /// 权属: whose it is, and by what paper.
    #[serde(default)]
    pub ownership: Option<TextRef>,
    /// 佐证.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

impl Decide for EstablishFacts {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        open_dispute(order, ctx)?;
        ctx.text("text", &self.text)?;
        self.ownership.as_ref().map_or(Ok(()), |ownership| ctx.text("ownership", ownership))?;
        Ok(vec![Event::FactsEstablished {
            text: self.text.clone(),
            position: self.position,
            ownership: self.ownership.clone(),
            evidence: self.evidence.clone(),
        }])
    }
}
