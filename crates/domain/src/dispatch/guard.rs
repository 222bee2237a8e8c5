//! 镇街守卫: what the directory gives to a department is not given to the grass
//! roots (国办函〔2025〕66号 五: 应由职能部门办理的诉求事项不得分派给基层办理; 潍坊条例
//! 24), unless somebody answers for it with their name, a reason and the law.

use crate::codes::UnitKind;
use crate::context::Context;
use crate::directory::DirectoryEntry;
use crate::ids::UnitId;
use crate::order::{Basis, Order, Override};
use crate::refusal::Refusal;

/// The entry that gives an order to a department, so that no town gets it; none
/// when the directory says nothing of it, or names somebody else.
pub fn reserved<'a>(order: &Order, ctx: &Context<'a>) -> Option<&'a DirectoryEntry> {
    let winner = ctx.directory.look_up(&ctx.question(order)).winner?;
    let kind = ctx.units.get(&winner.lead)?.kind;
    let department = matches!(kind, UnitKind::Department | UnitKind::DistrictDepartment | UnitKind::Utility);
    department.then_some(winner)
}

/// Whether a unit is a town or a village.
pub(super) fn is_grassroots(unit: &UnitId, ctx: &Context) -> bool {
    ctx.units.get(unit).is_some_and(|unit| matches!(unit.kind, UnitKind::Town | UnitKind::Village))
}

/// Whether a unit may be made the lead on this basis. A ruling binds towns, too.
pub(super) fn dispatch(lead: &UnitId, basis: &Basis, order: &Order, ctx: &Context) -> Result<(), Refusal> {
    match basis {
        Basis::Ruling { .. } => Ok(()),
        Basis::Override { named } => allowed(lead, Some(named), order, ctx),
        Basis::Directory { .. } | Basis::Human { .. } => allowed(lead, None, order, ctx),
    }
}

/// Whether a part may be handed down to a unit. What a town has already may go
/// on to its villages.
pub(super) fn hand_down(
    to: &UnitId,
    holder: &UnitId,
    named: Option<&Override>,
    order: &Order,
    ctx: &Context,
) -> Result<(), Refusal> {
    if is_grassroots(holder, ctx) && named.is_none() { Ok(()) } else { allowed(to, named, order, ctx) }
}

fn allowed(unit: &UnitId, named: Option<&Override>, order: &Order, ctx: &Context) -> Result<(), Refusal> {
    let entry = is_grassroots(unit, ctx).then(|| reserved(order, ctx)).flatten();
    match (entry, named) {
        (None, None) => Ok(()),
        // There is nothing to override.
        (None, Some(_)) => Err(Refusal::Unfit { field: "overrides".to_owned() }),
        (Some(entry), None) => Err(Refusal::TownNeedsOverride {
            unit: unit.clone(),
            entry: entry.code.clone(),
            lead: entry.lead.clone(),
        }),
        (Some(entry), Some(named)) => named.check(entry, ctx),
    }
}

/// The longest name of a person with their office, in characters.
const LONGEST_NAME: usize = 100;

impl Override {
    fn check(&self, entry: &DirectoryEntry, ctx: &Context) -> Result<(), Refusal> {
        if self.entry != entry.code {
            let version = ctx.directory.version();
            return Err(Refusal::DirectoryDoesNotSay { entry: self.entry.clone(), version });
        }
        if self.person.trim().is_empty() || self.person.chars().count() > LONGEST_NAME {
            return Err(Refusal::Missing { field: "person".to_owned() });
        }
        ctx.text("reason", &self.reason)?;
        ctx.text("law", &self.law)
    }
}
