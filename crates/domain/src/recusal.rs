//! 回避: whoever is complained of neither handles the complaint nor acts on it
//! (济南条例 32; 信访工作条例: who has an interest in the matter stands aside).

use crate::codes::Role;
use crate::context::Context;
use crate::ids::UnitId;
use crate::order::Order;
use crate::person::Actor;
use crate::refusal::Refusal;
use crate::units::Units;

/// Whether somebody may not act on the order, being complained of: named as a
/// person, whatever their role, or working on orders for a unit that is. The
/// citizen and the platform have no log-in and are never meant.
pub fn is_recused(who: &Actor, order: &Order, units: &Units) -> bool {
    let named = !who.person.0.is_empty() && order.accused_people.contains(&who.person);
    let for_a_unit = matches!(who.role, Role::Handler | Role::Coordinator | Role::Leader);
    named || for_a_unit && who.unit.as_ref().is_some_and(|unit| is_accused(unit, order, units))
}

/// Whether a unit is complained of, or lies below one that is. Below the root
/// lie all units: a complaint of the whole city names none of them.
pub fn is_accused(unit: &UnitId, order: &Order, units: &Units) -> bool {
    let is_root = |accused: &UnitId| units.get(accused).is_some_and(|unit| unit.parent.is_none());
    order.accused.iter().any(|accused| accused == unit || !is_root(accused) && units.is_below(unit, accused))
}

/// Refuses a unit that is complained of, or lies below one that is.
pub(crate) fn not_accused(unit: &UnitId, order: &Order, ctx: &Context) -> Result<(), Refusal> {
    if is_accused(unit, order, ctx.units) {
        Err(Refusal::UnitIsAccused { unit: unit.clone() })
    } else {
        Ok(())
    }
}
