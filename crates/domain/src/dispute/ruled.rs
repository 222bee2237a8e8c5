//! 认定规则优先: what a ruling in force says of an order that is to be
//! dispatched. A ruling goes before the directory, and the directory before
//! anybody's word.

use crate::codes::{ReturnReason, UnitKind};
use crate::context::Context;
use crate::directory::AssistDuty;
use crate::ids::UnitId;
use crate::order::Order;
use crate::recusal::is_accused;

/// The ruling that an order falls under, and what it says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound<'a> {
    /// Its number.
    pub number: &'a str,
    /// Who leads.
    pub lead: &'a UnitId,
    /// 协办, of a ruling that holds for more than its own order.
    pub assists: &'a [AssistDuty],
    /// The ground that was ruled on.
    pub ground: Option<ReturnReason>,
    /// Whether it was made on this very order.
    pub own: bool,
}

/// The ruling in force that an order falls under: the one made on it, else
/// the closest one whose scope it lies in. A ruling that cannot be followed,
/// because its unit has ended or is itself complained of, is none.
pub fn ruled<'a>(order: &'a Order, ctx: &Context<'a>) -> Option<Bound<'a>> {
    let today = ctx.calendar.date(ctx.at);
    let own = order.ruling().filter(|ruling| ruling.holds(&order.matter, today)).map(|ruling| Bound {
        number: &ruling.number,
        lead: &ruling.lead,
        assists: &[],
        ground: ruling.ground,
        own: true,
    });
    let general = || {
        let ruling = ctx.rulings.on_order(order, today)?;
        let (lead, assists) = (ruling.lead_of(order.id), &ruling.assists[..]);
        Some(Bound { number: &ruling.number, lead, assists, ground: ruling.ground, own: false })
    };
    let can_lead = |bound: &Bound| {
        let unit = ctx.unit(bound.lead).ok().filter(|unit| unit.kind != UnitKind::Village);
        unit.is_some() && !is_accused(bound.lead, order, ctx.units)
    };
    own.filter(can_lead).or_else(|| general().filter(can_lead))
}
