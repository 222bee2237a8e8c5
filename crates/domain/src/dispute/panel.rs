//! 职责认定小组: every seat writes its opinion; who has an interest stands aside.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{at_step, not_a_party, open_dispute, provided};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::ids::UnitId;
use crate::order::{Dispute, DisputeStep, Order, PanelSeat};
use crate::policy::DisputeRule;
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Writes the opinion of a seat of the panel (66号 五: 机构编制、司法行政等部门参与研究).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WriteOpinion {
    /// The seat.
    pub seat: PanelSeat,
    /// Whose duty it is.
    pub lead: UnitId,
    /// Why.
    pub opinion: TextRef,
}

impl Decide for WriteOpinion {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let dispute = free_seat(self.seat, order, ctx)?;
        not_a_party(dispute, order, ctx)?;
        ctx.unit(&self.lead)?;
        ctx.text("opinion", &self.opinion)?;
        // One person has one voice.
        if dispute.opinions.iter().any(|written| ctx.by.is_same_person(&written.by)) {
            return Err(Refusal::SamePerson);
        }
        let (lead, opinion) = (self.lead.clone(), self.opinion.clone());
        Ok(vec![Event::OpinionWritten { seat: self.seat, lead, opinion }])
    }
}

/// 回避: a seat stands aside; what it had written does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RecuseSeat {
    /// The seat.
    pub seat: PanelSeat,
    /// Why.
    pub reason: TextRef,
}

impl Decide for RecuseSeat {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let dispute = seat(self.seat, order, ctx)?;
        // Only who wrote an opinion takes it back.
        let written = dispute.opinions.iter().find(|written| written.seat == self.seat);
        if written.is_some_and(|written| !ctx.by.is_same_person(&written.by)) {
            return Err(Refusal::AlreadyAsked);
        }
        ctx.text("reason", &self.reason)?;
        Ok(vec![Event::Recused { seat: self.seat, reason: self.reason.clone() }])
    }
}

/// The dispute before the panel, if the seat is one of it and does not stand aside.
fn seat<'a>(seat: PanelSeat, order: &'a Order, ctx: &Context) -> Result<&'a Dispute, Refusal> {
    let dispute = open_dispute(order, ctx)?;
    let rule = provided(ctx)?;
    at_step(dispute, &[DisputeStep::Panel])?;
    let seats = &rule.seats.value;
    if !seats.contains(&seat) {
        return Err(Refusal::NoSuchSeat { seats: seats.clone() });
    }
    if dispute.recusals.iter().any(|recusal| recusal.seat == seat) {
        return Err(Refusal::SeatRecused { seat });
    }
    Ok(dispute)
}

fn free_seat<'a>(which: PanelSeat, order: &'a Order, ctx: &Context) -> Result<&'a Dispute, Refusal> {
    let dispute = seat(which, order, ctx)?;
    if dispute.opinions.iter().any(|written| written.seat == which) {
        return Err(Refusal::AlreadyAsked);
    }
    Ok(dispute)
}

/// Whether every seat has written its opinion or stands aside.
pub(super) fn opinions_are_in(dispute: &Dispute, rule: &DisputeRule) -> bool {
    let spoken = dispute.opinions.iter().map(|written| written.seat);
    let spoken: Vec<PanelSeat> = spoken.chain(dispute.recusals.iter().map(|recusal| recusal.seat)).collect();
    rule.seats.value.iter().all(|seat| spoken.contains(seat))
}

/// The unit that more than half of the opinions name.
pub(super) fn majority(dispute: &Dispute) -> Option<&UnitId> {
    let votes = |unit: &UnitId| dispute.opinions.iter().filter(|written| &written.lead == unit).count();
    let named = dispute.opinions.iter().map(|written| &written.lead);
    named.into_iter().find(|unit| votes(unit) * 2 > dispute.opinions.len())
}
