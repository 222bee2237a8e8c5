//! 派单依据: a dispatch rests on the directory, on a ruling, or on a written
//! reason (66号 五). A person's reason may override the directory only by
//! naming the entry that it overrides.

use crate::context::Context;
use crate::dispute::ruled;
use crate::ids::UnitId;
use crate::order::{Basis, Order};
use crate::refusal::Refusal;

/// Checks that the basis says what the dispatch does. Where a ruling in force
/// says whose duty it is, nothing else is a basis.
pub(super) fn check(basis: &Basis, lead: &UnitId, order: &Order, ctx: &Context) -> Result<(), Refusal> {
    if let Some(bound) = ruled(order, ctx) {
        let follows = lead == bound.lead && basis.ruling() == Some(bound.number);
        let (number, unit) = (bound.number.to_owned(), bound.lead.clone());
        return if follows { Ok(()) } else { Err(Refusal::RuledOtherwise { number, unit }) };
    }
    match basis {
        Basis::Directory { entry, version } => directory(entry, *version, lead, order, ctx),
        Basis::Ruling { number } => ruling(number, lead, order, ctx),
        Basis::Human { reason, overrides } => {
            ctx.text("reason", reason)?;
            human(overrides.as_deref(), lead, order, ctx)
        }
        // The guard has looked at it.
        Basis::Override { .. } => Ok(()),
    }
}

fn directory(code: &str, version: u32, lead: &UnitId, order: &Order, ctx: &Context) -> Result<(), Refusal> {
    let does_not_say = || Refusal::DirectoryDoesNotSay { entry: code.to_owned(), version };
    let entry = ctx.directory.entry(code).filter(|_| version == ctx.directory.version());
    let entry = entry.ok_or_else(does_not_say)?;
    let unstated = entry.unstated(&ctx.question(order)).ok_or_else(does_not_say)?;
    if !unstated.is_empty() {
        Err(Refusal::DirectoryAsksMore { entry: code.to_owned(), unstated })
    } else if &entry.lead == lead {
        Ok(())
    } else {
        Err(Refusal::DirectorySaysOtherwise { entry: entry.code.clone(), unit: entry.lead.clone() })
    }
}

/// A ruling that is not in force as such may have become an entry of the directory.
fn ruling(number: &str, lead: &UnitId, order: &Order, ctx: &Context) -> Result<(), Refusal> {
    let entry = ctx.directory.ruled(number, ctx.calendar.date(ctx.at));
    let entry = entry.filter(|entry| entry.covers(&ctx.question(order)));
    let named = &entry.ok_or_else(|| Refusal::NoSuchRuling { number: number.to_owned() })?.lead;
    if named == lead {
        Ok(())
    } else {
        Err(Refusal::RulingSaysOtherwise { number: number.to_owned(), unit: named.clone() })
    }
}

fn human(overrides: Option<&str>, lead: &UnitId, order: &Order, ctx: &Context) -> Result<(), Refusal> {
    let winner = ctx.directory.look_up(&ctx.question(order)).winner;
    match (winner, overrides) {
        // An entry whose unit returned the order with approval has spoken
        // already; naming it again adds nothing.
        (Some(entry), None) if &entry.lead != lead && !order.was_returned_by(&entry.lead) => {
            Err(Refusal::DirectorySaysOtherwise { entry: entry.code.clone(), unit: entry.lead.clone() })
        }
        (winner, Some(code)) if winner.is_none_or(|entry| entry.code != code) => {
            Err(Refusal::DirectoryDoesNotSay { entry: code.to_owned(), version: ctx.directory.version() })
        }
        _ => Ok(()),
    }
}
