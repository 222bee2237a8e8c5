//! Who was called or asked, and has no part in the order.

use crate::codes::Role;
use crate::ids::UnitId;
use crate::order::Order;
use crate::person::Actor;
use crate::units::Units;

use super::orders::has_part_within;

/// What a unit does that was called by a whistle or asked for its opinion and
/// has no part in the order: it answers, and nothing else.
const ACTS: &[&str] = &[
    "acknowledge_whistle",
    "arrive",
    "report_whistle",
    "answer_consult",
    "attach",
    "state_claim",
    "sign_minutes",
    "object_ruling",
];

/// Whether somebody may not perform the act of this name because their unit
/// is on the order as a guest only.
pub(crate) fn is_not_for_guests(act: &str, who: &Actor, order: &Order, units: &Units) -> bool {
    let for_a_unit = matches!(who.role, Role::Handler | Role::Coordinator);
    let is_guest = |unit| is_called_within(order, unit, units) && !has_part_within(order, unit, units);
    for_a_unit && !ACTS.contains(&act) && who.unit.as_ref().is_some_and(is_guest)
}

/// Whether the unit or one below it was ever called by a whistle, or is asked
/// for its opinion and has not answered.
pub(super) fn is_called_within(order: &Order, unit: &UnitId, units: &Units) -> bool {
    order.guests().any(|guest| units.is_within(guest, unit))
}

/// Whether the unit or one below it is called by a whistle that goes on, for
/// which it may have to speak with the citizen as an assist would.
pub(super) fn is_at_work_within(order: &Order, unit: &UnitId, units: &Units) -> bool {
    let open = order.whistles.iter().filter(|whistle| whistle.is_open());
    open.flat_map(|whistle| &whistle.called).any(|called| units.is_within(&called.unit, unit))
}
