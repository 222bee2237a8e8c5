//! 反馈: what a called unit did.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::called;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Order, WhistleStep};
use crate::text_ref::{Evidence, TextRef};

/// A called unit tells the town what it did, on the spot or after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportWhistle {
    /// Which whistle, counted from 1.
    pub whistle: u16,
    /// What was done.
    pub text: TextRef,
    /// 佐证.
    pub evidence: Vec<Evidence>,
}

impl Decide for ReportWhistle {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let (_, called) = called(order, self.whistle, WhistleStep::Report, ctx)?;
        ctx.text("text", &self.text)?;
        Ok(vec![Event::WhistleReported {
            whistle: self.whistle,
            unit: called.unit.clone(),
            text: self.text.clone(),
            evidence: self.evidence.clone(),
        }])
    }
}
