//! 催办.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::intake::OPEN;
use crate::order::Order;
use crate::text_ref::TextRef;

/// Reminds whoever has the order, on the citizen's behalf or the hotline's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Remind {
    /// What is said.
    pub text: TextRef,
}

impl Decide for Remind {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, OPEN)?;
        ctx.text("text", &self.text)?;
        Ok(vec![Event::Reminded { text: self.text.clone() }])
    }
}
