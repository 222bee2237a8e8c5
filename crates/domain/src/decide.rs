//! Deciding: an order and an act become events or a refusal.

use crate::context::Context;
use crate::event::{Entry, Event};
use crate::ids::OrderId;
use crate::intake::Register;
use crate::life::Act;
use crate::order::Order;
use crate::recusal;
use crate::refusal::Refusal;
use crate::rights;

/// What the events of one act are gathered in.
pub type Decided = Result<Vec<Event>, Refusal>;

/// Each act decides for itself.
pub(crate) trait Decide {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided;
}

/// Decides on an act: what happens to the order, in order, or why it may
/// not.
///
/// # Errors
/// A [`Refusal`] with its data; the order is untouched.
pub fn decide(order: &Order, act: &Act, ctx: &Context) -> Decided {
    if ctx.at < order.changed_at {
        return Err(Refusal::BeforeLastEntry { last: order.changed_at });
    }
    if recusal::is_recused(ctx.by, order, ctx.units) {
        return Err(Refusal::Recused);
    }
    ctx.role(act.roles())?;
    if rights::is_not_for_guests(act.name(), ctx.by, order, ctx.units) {
        return Err(Refusal::NoPart);
    }
    act.decide(order, ctx)
}

/// Decides on an appeal that opens a new order, whose number in the store
/// is `id`.
///
/// # Errors
/// A [`Refusal`] with its data.
pub fn register(id: OrderId, act: &Register, ctx: &Context) -> Decided {
    ctx.role(Register::ROLES)?;
    act.open(id, ctx)
}

/// The journal entry of an act that was decided.
pub fn entry(order: OrderId, version: u32, act: &str, events: Vec<Event>, ctx: &Context) -> Entry {
    Entry { order, seq: version + 1, at: ctx.at, by: ctx.by.clone(), act: act.to_owned(), events }
}
