//! 并单: one order for several appeals (66号 五: 重复诉求原则上并单处理).
//! Two acts that are performed together: the one order ends, the other takes
//! its appeals in, so that every citizen is still answered.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::OPEN;
use crate::closing::close;
use crate::codes::LinkKind;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::ids::OrderId;
use crate::order::{Appeal, Link, Order, Outcome, Stage};
use crate::refusal::Refusal;

/// Ends this order: another carries its appeals from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Merge {
    /// The order that takes them in.
    pub into: OrderId,
}

impl Decide for Merge {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        use Stage::*;
        // What a unit has answered already is not moved under its feet.
        ctx.stage(order, &[Registered, AwaitingSupplement, Accepted, Dispatched, Handling])?;
        if self.into == order.id {
            return Err(Refusal::SameOrder);
        }
        if order.has_open_request() {
            return Err(Refusal::RequestOpen);
        }
        let link = Link { kind: LinkKind::MergedInto, order: Some(self.into), external: None };
        let closed = close(order, Outcome::Merged { into: self.into }, ctx);
        Ok([Event::Linked { link }].into_iter().chain(closed).collect())
    }
}

/// Takes in the appeals of an order that is merged into this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TakeIn {
    /// The order that ends.
    pub from: OrderId,
    /// Its appeals.
    pub appeals: Vec<Appeal>,
}

impl Decide for TakeIn {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, OPEN)?;
        if self.from == order.id {
            return Err(Refusal::SameOrder);
        }
        if self.appeals.is_empty() {
            return Err(Refusal::Missing { field: "appeals".to_owned() });
        }
        if order.appeals.iter().any(|appeal| appeal.from == Some(self.from)) {
            return Err(Refusal::LinkedAlready { order: self.from });
        }
        let moved = |appeal: &Appeal| Appeal { from: appeal.from.or(Some(self.from)), ..appeal.clone() };
        Ok(vec![Event::TookIn { appeals: self.appeals.iter().map(moved).collect() }])
    }
}
