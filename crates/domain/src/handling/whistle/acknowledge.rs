//! 响应吹哨.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::called;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Order, WhistleStep};
use crate::text_ref::TextRef;

/// A called unit says whether it comes. Who cannot says why, and when it can;
/// it owes its report all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AcknowledgeWhistle {
    /// Which whistle, counted from 1.
    pub whistle: u16,
    /// Whether it comes.
    pub coming: bool,
    /// Who comes and how they are reached, or why nobody does.
    pub note: TextRef,
}

impl Decide for AcknowledgeWhistle {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let (_, called) = called(order, self.whistle, WhistleStep::Acknowledge, ctx)?;
        ctx.text("note", &self.note)?;
        Ok(vec![Event::WhistleAcknowledged {
            whistle: self.whistle,
            unit: called.unit.clone(),
            coming: self.coming,
            note: self.note.clone(),
        }])
    }
}
