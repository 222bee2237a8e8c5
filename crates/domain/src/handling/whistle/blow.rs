//! 吹哨.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rule;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::open_part;
use crate::distance::is_on_the_globe;
use crate::event::Event;
use crate::handling::WORKING;
use crate::ids::UnitId;
use crate::order::{self, Called, Order, Part, Term};
use crate::policy::WhistleRule;
use crate::recusal::not_accused;
use crate::refusal::Refusal;
use crate::text_ref::TextRef;
use crate::time::Moment;
use crate::units::Unit;

/// Calls units to a place at a time. For units with a task of their own, and
/// time for it, there is the assist; a whistle is for what is settled on the
/// spot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Whistle {
    /// The part of the unit that calls.
    pub part: u16,
    /// The units that are called.
    pub units: Vec<UnitId>,
    /// Where they meet, in words.
    pub place: TextRef,
    /// Where they meet: millionths of a degree north and east (WGS 84).
    #[serde(default)]
    pub position: Option<(i32, i32)>,
    /// When they meet.
    pub meet_at: Moment,
    /// What for.
    pub purpose: TextRef,
    /// Why these units: whose powers are needed.
    pub basis: TextRef,
}

impl Decide for Whistle {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, WORKING)?;
        let part = open_part(order, self.part, ctx)?;
        let rule = rule(ctx)?;
        let caller = ctx.unit(caller(part, ctx))?;
        if !rule.from.value.contains(&caller.kind) {
            return Err(Refusal::MayNotWhistle { unit: caller.code.clone(), kinds: rule.from.value.clone() });
        }
        ctx.text("place", &self.place)?;
        ctx.text("purpose", &self.purpose)?;
        ctx.text("basis", &self.basis)?;
        if self.position.is_some_and(|position| !is_on_the_globe(position)) {
            return Err(Refusal::Unfit { field: "position".to_owned() });
        }
        self.units_fit(caller, rule, order, ctx)?;
        let latest = ctx.until(&rule.ahead);
        if self.meet_at < ctx.at || self.meet_at > latest {
            return Err(Refusal::MeetingDoesNotFit { from: ctx.at, latest });
        }
        let open = order.whistles.iter().filter(|whistle| whistle.is_open() && whistle.unit == caller.code);
        if open.count() >= usize::from(rule.most_open.value) {
            return Err(Refusal::TooManyOpen { most: rule.most_open.value });
        }
        let whistle = order::Whistle {
            unit: caller.code.clone(),
            by: ctx.by.clone(),
            part: part.no,
            place: self.place.clone(),
            position: self.position,
            meet_at: self.meet_at,
            purpose: self.purpose.clone(),
            basis: self.basis.clone(),
            called: self.units.iter().map(|unit| self.call(unit, rule, ctx)).collect(),
            at: ctx.at,
            result: None,
            ended: None,
        };
        Ok(vec![Event::Whistled { whistle: Box::new(whistle) }])
    }
}

/// The unit that calls: the actor's own where it has the part, else, for a
/// coordinator above, the one that answers for the part.
fn caller<'a>(part: &'a Part, ctx: &Context) -> &'a UnitId {
    let chain = || std::iter::once(&part.unit).chain(&part.handed_down);
    chain().find(|unit| ctx.by.unit.as_ref() == Some(unit)).unwrap_or(&part.unit)
}

impl Whistle {
    fn units_fit(
        &self,
        caller: &Unit,
        rule: &WhistleRule,
        order: &Order,
        ctx: &Context,
    ) -> Result<(), Refusal> {
        if self.units.is_empty() {
            return Err(Refusal::Missing { field: "units".to_owned() });
        }
        if self.units.len() > usize::from(rule.most_units.value) {
            return Err(Refusal::TooManyCalled { most: rule.most_units.value });
        }
        for (at, code) in self.units.iter().enumerate() {
            let unit = ctx.unit(code)?;
            if self.units[..at].contains(code) {
                return Err(Refusal::Unfit { field: "units".to_owned() });
            }
            // Who lies below is told by handing down.
            if ctx.units.is_within(code, &caller.code) {
                return Err(Refusal::OwnUnit { unit: code.clone() });
            }
            if !rule.units.value.contains(&unit.kind) {
                let kinds = rule.units.value.clone();
                return Err(Refusal::MayNotBeCalled { unit: code.clone(), kinds });
            }
            not_accused(code, order, ctx)?;
        }
        Ok(())
    }

    fn call(&self, unit: &UnitId, rule: &WhistleRule, ctx: &Context) -> Called {
        let term = |from, limit| Term {
            limit,
            due: ctx.due_from(from, limit).unwrap_or(Moment(i64::MAX)),
            done: None,
            late: false,
        };
        Called {
            unit: unit.clone(),
            acknowledge: term(ctx.at, rule.acknowledge.within),
            report: term(self.meet_at, rule.report.within),
            coming: None,
            arrival: None,
            attendance: None,
        }
    }
}
