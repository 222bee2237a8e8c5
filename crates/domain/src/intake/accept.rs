//! 受理.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::SCREENING;
use crate::codes::ClockKind;
use crate::context::{Context, restart};
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::Order;

/// Accepts the appeal: it is for the hotline, and goes on to dispatch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Accept {}

impl Decide for Accept {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, SCREENING)?;
        Ok([Event::Accepted].into_iter().chain(restart(order, ClockKind::Triage, 0)).collect())
    }
}
