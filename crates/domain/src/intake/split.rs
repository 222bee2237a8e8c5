//! 拆分: several matters in one appeal become orders of their own (一事一单).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::BEFORE_DISPATCH;
use crate::closing::close;
use crate::codes::LinkKind;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::ids::OrderId;
use crate::order::{Link, Order, Outcome};
use crate::refusal::Refusal;

/// Records the orders that were registered for the further matters of the
/// appeal. They are registered together with this act, each linked back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Split {
    /// The new orders.
    pub into: Vec<OrderId>,
    /// Whether a matter is left for this order; else it ends here.
    pub keeps_a_matter: bool,
}

impl Decide for Split {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, BEFORE_DISPATCH)?;
        // Without a matter of its own the order must become at least two.
        let least = if self.keeps_a_matter { 1 } else { 2 };
        if self.into.len() < least {
            return Err(Refusal::Missing { field: "into".to_owned() });
        }
        if self.into.contains(&order.id) {
            return Err(Refusal::SameOrder);
        }
        let link = |&id: &OrderId| Event::Linked {
            link: Link { kind: LinkKind::SplitInto, order: Some(id), external: None },
        };
        let mut events: Vec<Event> = self.into.iter().map(link).collect();
        if !self.keeps_a_matter {
            events.extend(close(order, Outcome::Split, ctx));
        }
        Ok(events)
    }
}
