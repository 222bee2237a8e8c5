//! 归档.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Order, Stage};
use crate::refusal::Refusal;

/// Puts a closed order away for good, once nobody can ask for a review any
/// more. An archived order is not reopened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Archive {}

impl Decide for Archive {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Closed])?;
        if order.has_open_request() {
            return Err(Refusal::RequestOpen);
        }
        match order.review_until {
            Some(until) if ctx.at <= until => Err(Refusal::ReviewStillOpen { until }),
            _ => Ok(vec![Event::Archived]),
        }
    }
}
