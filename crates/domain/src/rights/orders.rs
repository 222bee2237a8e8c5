//! Which orders somebody sees.

use super::guests::{is_at_work_within, is_called_within};
use super::{Calling, Sight, Viewer};
use crate::codes::Role;
use crate::ids::UnitId;
use crate::order::{Order, Part};
use crate::recusal;
use crate::units::Units;

/// What somebody sees of an order; none when they do not see it at all.
/// `hotline` is the unit that runs the line.
///
/// Whoever is complained of sees nothing of the complaint, however open it is
/// (济南条例 32).
pub fn sees(order: &Order, who: &Viewer, units: &Units, hotline: &UnitId) -> Option<Sight> {
    if recusal::is_recused(&who.as_actor(), order, units) || !is_in_reach(order, who, units, hotline) {
        return None;
    }
    let sight = Sight::of(order, who);
    let for_a_unit = matches!(who.role, Role::Handler | Role::Coordinator);
    let guest = who.unit.as_ref().filter(|unit| for_a_unit && !has_part_within(order, unit, units));
    Some(match guest {
        None => sight,
        Some(unit) => {
            let may_call = if is_at_work_within(order, unit, units) { sight.may_call } else { Calling::No };
            Sight { may_call, may_export: false, ..sight }
        }
    })
}

fn is_in_reach(order: &Order, who: &Viewer, units: &Units, hotline: &UnitId) -> bool {
    match who.role {
        // The citizen has a page of their own, which shows what was told to
        // them; the platform does not look; who keeps articles, or the
        // platform running, does not read appeals for it (个人信息保护法 6:
        // no more than the purpose needs).
        Role::Citizen | Role::System | Role::KnowledgeEditor | Role::Administrator => false,
        Role::Operator
        | Role::ShiftLeader
        | Role::Dispatcher
        | Role::ReplyReviewer
        | Role::CallerBack
        | Role::Supervisor
        | Role::Adjudicator
        | Role::Leader
        | Role::Auditor => match &who.unit {
            None => true,
            Some(unit) => units.is_within(hotline, unit) || has_part_within(order, unit, units),
        },
        Role::Coordinator => who
            .unit
            .as_ref()
            .is_some_and(|unit| has_part_within(order, unit, units) || is_called_within(order, unit, units)),
        Role::Handler => who
            .unit
            .as_ref()
            .is_some_and(|unit| handles_within(order, unit, units) || is_called_within(order, unit, units)),
    }
}

/// Whether a part went to the unit or to one below it, or was copied there.
pub(super) fn has_part_within(order: &Order, unit: &UnitId, units: &Units) -> bool {
    let copied = |part: &Part| part.copy_to.as_ref().is_some_and(|copy| units.is_within(copy, unit));
    handles_within(order, unit, units) || order.parts.iter().any(copied)
}

/// Whether the unit or one below it has or had a part: who returned one goes
/// on seeing what became of it.
fn handles_within(order: &Order, unit: &UnitId, units: &Units) -> bool {
    let handles = |part: &Part| {
        units.is_within(&part.unit, unit) || part.handed_down.iter().any(|below| units.is_within(below, unit))
    };
    order.parts.iter().any(handles)
}
