//! 并单: one order for several appeals (66号 五: 重复诉求原则上并单处理).
//! Two acts that are performed together: the one order ends, the other takes
//! its appeals in, so that every citizen is still answered.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::OPEN;
use crate::closing::close;
use crate::codes::{Confidentiality, Kind, LinkKind, Role};
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
        if ctx.by.role == Role::Citizen {
            joins(self.into, order, ctx)?;
        }
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

/// A citizen joins what they brought with what another brought, where the
/// policy lets them, and only what they brought themselves and nobody has
/// looked at yet. Of somebody who asked for secrecy nothing is moved.
fn joins(into: OrderId, order: &Order, ctx: &Context) -> Result<(), Refusal> {
    let may = ctx.policy.joining.as_ref().is_some_and(|rule| rule.citizens_may.value);
    if !may {
        return Err(Refusal::JoinedByStaff);
    }
    ctx.stage(order, &[Stage::Registered])?;
    let same = Link { kind: LinkKind::DuplicateOf, order: Some(into), external: None };
    if order.appeals.len() > 1 || !order.links.contains(&same) {
        return Err(Refusal::Unfit { field: "into".to_owned() });
    }
    may_be_shared(order)
}

/// Whoever joins an order sees how it goes on and what is answered: not of one
/// that is to be kept secret, or accuses somebody.
fn may_be_shared(order: &Order) -> Result<(), Refusal> {
    let open = order.confidentiality == Confidentiality::Open && order.kind != Kind::Report;
    if open && order.accused_people.is_empty() { Ok(()) } else { Err(Refusal::NotForThePublic) }
}

/// Takes in the appeals of an order that is merged into this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TakeIn {
    /// The order that ends.
    pub from: OrderId,
    /// Its appeals.
    pub appeals: Vec<Appeal>,
}

/// Where an order has not been answered: whoever joins later was never heard.
const BEFORE_ANSWER: &[Stage] =
    &[Stage::Registered, Stage::AwaitingSupplement, Stage::Accepted, Stage::Dispatched, Stage::Handling];

impl Decide for TakeIn {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        if ctx.by.role == Role::Citizen {
            // The order that ends was looked at by the act that ends it.
            may_be_shared(order)?;
            ctx.stage(order, BEFORE_ANSWER)?;
        }
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
