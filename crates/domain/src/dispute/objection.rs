//! 认定异议: one chance for each unit concerned. It does not suspend the
//! ruling: until it is decided, the designated unit works.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::open::{Opening, opened};
use super::{not_a_party, speaks_for};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::ids::UnitId;
use crate::order::{Dispute, DisputeCause, DisputeStep, Order, Ruling, Stage};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Objects to a ruling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ObjectRuling {
    /// The ruling's number.
    pub number: String,
    /// The unit that objects.
    pub unit: UnitId,
    /// Why.
    pub grounds: TextRef,
}

impl Decide for ObjectRuling {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let (dispute, ruling) = ruling(&self.number, order)?;
        let concerned = self.unit == ruling.lead || dispute.concerned().any(|unit| unit == &self.unit);
        let concerned = concerned || ruling.assists().iter().any(|assist| assist.unit == self.unit);
        if !concerned {
            return Err(Refusal::NotAParty { unit: self.unit.clone() });
        }
        if !speaks_for(&self.unit, ctx) {
            return Err(Refusal::NotYourUnit { holder: self.unit.clone() });
        }
        if ruling.ended_at.is_some() {
            return Err(Refusal::RulingEnded { number: self.number.clone() });
        }
        if ruling.objections.iter().any(|objection| objection.unit == self.unit) {
            return Err(Refusal::AlreadyAsked);
        }
        match ruling.object_until {
            Some(until) if ctx.at <= until => {}
            until => return Err(Refusal::ObjectionWindowPassed { until: until.unwrap_or(ruling.at) }),
        }
        ctx.text("grounds", &self.grounds)?;
        let (number, unit, grounds) = (self.number.clone(), self.unit.clone(), self.grounds.clone());
        Ok(vec![Event::RulingObjected { number, unit, grounds }])
    }
}

/// Decides on the objection to a ruling that was made first. One that is
/// upheld ends the ruling: for the future, and, unless the government office
/// designated, for the order as well, which is then ruled on anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JudgeObjection {
    /// The ruling's number.
    pub number: String,
    /// Whether the objection is right.
    pub upheld: bool,
    /// Why.
    pub reason: TextRef,
}

impl Decide for JudgeObjection {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let (dispute, ruling) = ruling(&self.number, order)?;
        let objection = ruling.open_objection().ok_or(Refusal::NothingAsked)?;
        ctx.text("reason", &self.reason)?;
        not_a_party(dispute, order, ctx)?;
        // Who signed the ruling does not judge what is said against it.
        ruling.by.as_ref().map_or(Ok(()), |by| ctx.not_the_asker(by))?;
        let (number, upheld, reason) = (self.number.clone(), self.upheld, self.reason.clone());
        let mut events = vec![Event::ObjectionJudged { number, upheld, reason }];
        if upheld && is_ruled_anew(ruling, order) {
            let opening = Opening {
                cause: DisputeCause::Objection,
                ground: dispute.ground,
                question: Some(objection.grounds.clone()),
                new_facts: Some(objection.grounds.clone()),
                units: dispute.parties.iter().map(|party| party.unit.clone()).collect(),
            };
            events.extend(opened(opening, order, ctx));
        }
        Ok(events)
    }
}

/// Whether the order itself is ruled on anew. What the government office
/// designated is final for its order.
fn is_ruled_anew(ruling: &Ruling, order: &Order) -> bool {
    let working = matches!(order.stage, Stage::Dispatched | Stage::Handling);
    let last = order.ruling().is_some_and(|last| last.number == ruling.number);
    working && last && order.open_return().is_none() && ruling.step != Some(DisputeStep::Designation)
}

/// A ruling made on the order, with the dispute that it ended.
pub(super) fn ruling<'a>(number: &str, order: &'a Order) -> Result<(&'a Dispute, &'a Ruling), Refusal> {
    let ruled = order.disputes.iter().rev().filter_map(|dispute| Some((dispute, dispute.ruling.as_ref()?)));
    let mut found = ruled.filter(|(_, ruling)| ruling.number == number);
    found.next().ok_or(Refusal::NoSuchRuling { number: number.to_owned() })
}
