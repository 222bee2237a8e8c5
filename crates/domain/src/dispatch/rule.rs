//! 职责认定: the ruling that ends a dispute. It binds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::send::Dispatch;
use super::{opening, stop_part};
use crate::codes::{ClockKind, Duty, Manner, UnitKind};
use crate::context::{Context, stop};
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::ids::UnitId;
use crate::order::{Basis, Order, PartState, RulingRef, Stage};
use crate::recusal::not_accused;
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Rules on the open dispute: this unit leads, and cannot return it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rule {
    /// The ruling's number.
    pub number: String,
    /// 主办.
    pub lead: UnitId,
    /// Why.
    pub reasons: TextRef,
}

impl Decide for Rule {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Disputed])?;
        ctx.text("reasons", &self.reasons)?;
        if self.number.trim().is_empty() {
            return Err(Refusal::Missing { field: "number".to_owned() });
        }
        // 北京条例 17: not even a ruling makes a community the lead.
        if ctx.unit(&self.lead)?.kind == UnitKind::Village {
            return Err(Refusal::VillageMayNotLead { unit: self.lead.clone() });
        }
        not_accused(&self.lead, order, ctx)?;
        // 回避: a party to the dispute does not rule on it, be it the unit that
        // returned the order or the one that has it.
        let holder = order.open_dispute().and_then(|dispute| dispute.holder.as_ref());
        let party =
            |unit: &UnitId| order.returns.iter().any(|asked| &asked.unit == unit) || holder == Some(unit);
        if let Some(unit) = ctx.by.unit.as_ref().filter(|unit| party(unit)) {
            return Err(Refusal::NotYourUnit { holder: unit.clone() });
        }
        let ruling = RulingRef {
            number: self.number.clone(),
            lead: self.lead.clone(),
            reasons: self.reasons.clone(),
            at: ctx.at,
        };
        let mut events = self.new_lead(order, ctx);
        events.push(Event::Ruled { ruling });
        events.extend(stop(order, ClockKind::Dispute, 0));
        Ok(events)
    }
}

impl Rule {
    /// The unit that has the order keeps it, now bound; or another gets it,
    /// with full time, while the citizen's clock runs on.
    fn new_lead(&self, order: &Order, ctx: &Context) -> Vec<Event> {
        let mut events = Vec::new();
        match order.lead() {
            Some(lead) if lead.unit == self.lead => {
                events.push(Event::Bound { part: lead.no });
                if lead.state == PartState::Handling {
                    events.extend(stop(order, ClockKind::Owner, 0));
                }
                return events;
            }
            Some(lead) => {
                events.push(Event::PartReturned { part: lead.no });
                events.extend(stop_part(order, lead.no));
            }
            None => {}
        }
        // An assist that is made the lead stops being an assist.
        if let Some(assist) = order.parts.iter().find(|part| part.state.is_open() && part.unit == self.lead) {
            events.push(Event::PartReturned { part: assist.no });
            events.extend(stop_part(order, assist.no));
        }
        let dispatch = Dispatch {
            lead: self.lead.clone(),
            assists: Vec::new(),
            basis: Basis::Ruling { number: self.number.clone() },
            manner: Manner::Designated,
            copy_to: None,
        };
        events.extend(stop(order, ClockKind::Triage, 0));
        let no = order.parts.len() as u16 + 1;
        events.extend(opening(order, ctx, no, Duty::Lead, &self.lead, None, &dispatch));
        events
    }
}
