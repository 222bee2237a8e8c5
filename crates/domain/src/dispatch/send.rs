//! 派单.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{basis, guard, opening};
use crate::codes::{ClockKind, Duty, Manner, UnitKind};
use crate::context::{Context, stop};
use crate::decide::{Decide, Decided};
use crate::dispute::{ends_assist, ruled};
use crate::ids::UnitId;
use crate::order::{Basis, Order, Stage};
use crate::recusal::not_accused;
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Sends the order to its lead unit, and to assists if it needs them, on a
/// stated basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Dispatch {
    /// 主办: the unit that answers for it.
    pub lead: UnitId,
    /// 协办, each with a named task.
    pub assists: Vec<Assignment>,
    /// 派单依据.
    pub basis: Basis,
    /// 派单方式.
    pub manner: Manner,
    /// 抄送 (北京条例 12: direct dispatch to a street is copied to its district).
    pub copy_to: Option<UnitId>,
}

/// What a unit is asked to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Assignment {
    /// The unit.
    pub unit: UnitId,
    /// The task.
    pub task: TextRef,
}

impl Decide for Dispatch {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Accepted])?;
        self.lead_may_lead(order, ctx)?;
        guard::dispatch(&self.lead, &self.basis, order, ctx)?;
        basis::check(&self.basis, &self.lead, order, ctx)?;
        if let Some(copy_to) = &self.copy_to {
            ctx.unit(copy_to)?;
        }
        self.assists_as_ruled(order, ctx)?;
        let next = order.parts.len() as u16 + 1;
        let mut events: Vec<_> = stop(order, ClockKind::Triage, 0).into_iter().collect();
        events.extend(ends_assist(order, &self.lead));
        events.extend(opening(order, ctx, next, Duty::Lead, &self.lead, None, self));
        for (index, assist) in self.assists.iter().enumerate() {
            assist_may_assist(assist, order, ctx)?;
            let named = |unit: &UnitId| unit == &assist.unit;
            if named(&self.lead) || self.assists[..index].iter().any(|other| named(&other.unit)) {
                return Err(Refusal::HasPartAlready { unit: assist.unit.clone() });
            }
            let no = next + 1 + index as u16;
            events.extend(opening(order, ctx, no, Duty::Assist, &assist.unit, Some(&assist.task), self));
        }
        Ok(events)
    }
}

impl Dispatch {
    fn lead_may_lead(&self, order: &Order, ctx: &Context) -> Result<(), Refusal> {
        let unit = ctx.unit(&self.lead)?;
        // 北京条例 17: what is not the community's duty is not given to it,
        // and never as the lead.
        if unit.kind == UnitKind::Village {
            return Err(Refusal::VillageMayNotLead { unit: unit.code.clone() });
        }
        not_accused(&self.lead, order, ctx)?;
        let by_ruling = matches!(self.basis, Basis::Ruling { .. });
        if order.was_returned_by(&self.lead) && !by_ruling {
            return Err(Refusal::ReturnedBefore { unit: self.lead.clone() });
        }
        match order.parts.iter().find(|part| part.state.is_open() && part.unit == self.lead) {
            Some(part) if !by_ruling => Err(Refusal::HasPartAlready { unit: part.unit.clone() }),
            _ => Ok(()),
        }
    }

    /// 联合办理: who assists by the ruling is not left out, where nothing keeps it from assisting.
    fn assists_as_ruled(&self, order: &Order, ctx: &Context) -> Result<(), Refusal> {
        let Some(bound) = ruled(order, ctx) else { return Ok(()) };
        let named = |unit: &UnitId| self.assists.iter().any(|assist| &assist.unit == unit);
        let busy = |unit: &UnitId| order.parts.iter().any(|part| part.state.is_open() && &part.unit == unit);
        let free =
            |unit: &UnitId| ctx.unit(unit).is_ok() && not_accused(unit, order, ctx).is_ok() && !busy(unit);
        match bound.assists.iter().find(|duty| !named(&duty.unit) && free(&duty.unit)) {
            Some(duty) => {
                let (number, unit) = (bound.number.to_owned(), duty.unit.clone());
                Err(Refusal::RulingSaysOtherwise { number, unit })
            }
            None => Ok(()),
        }
    }
}

/// Checks that a unit may assist: known, not complained of, without a part,
/// and with a task.
pub(super) fn assist_may_assist(assist: &Assignment, order: &Order, ctx: &Context) -> Result<(), Refusal> {
    ctx.unit(&assist.unit)?;
    ctx.text("task", &assist.task)?;
    not_accused(&assist.unit, order, ctx)?;
    let has_part = order.parts.iter().any(|part| part.state.is_open() && part.unit == assist.unit);
    if has_part { Err(Refusal::HasPartAlready { unit: assist.unit.clone() }) } else { Ok(()) }
}
