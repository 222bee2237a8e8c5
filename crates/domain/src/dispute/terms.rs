//! What a ruling may say.

use jiff::civil::Date;

use crate::codes::UnitKind;
use crate::context::Context;
use crate::dispatch::Assignment;
use crate::ids::UnitId;
use crate::order::{Order, RulingEffect, RulingTerms};
use crate::recusal::not_accused;
use crate::refusal::Refusal;

/// Checks the terms of a ruling, or of minutes that are to become one.
pub(super) fn check(terms: &RulingTerms, order: &Order, ctx: &Context) -> Result<(), Refusal> {
    leads(&terms.lead, order, ctx)?;
    let named = |unit: &UnitId| unit == &terms.lead;
    for (at, assist) in terms.assists.iter().enumerate() {
        let Assignment { unit, task } = assist;
        ctx.unit(unit)?;
        ctx.text("task", task)?;
        not_accused(unit, order, ctx)?;
        if named(unit) || terms.assists[..at].iter().any(|other| &other.unit == unit) {
            return Err(Refusal::HasPartAlready { unit: unit.clone() });
        }
    }
    effect_fits(terms, order, ctx)?;
    days_fit(terms, ctx.calendar.date(ctx.at))?;
    contradicts_none(terms, ctx)
}

fn leads(unit: &UnitId, order: &Order, ctx: &Context) -> Result<(), Refusal> {
    // 北京条例 17: not even a ruling makes a community the lead.
    if ctx.unit(unit)?.kind == UnitKind::Village {
        return Err(Refusal::VillageMayNotLead { unit: unit.clone() });
    }
    not_accused(unit, order, ctx)
}

/// Each effect has what it needs, and nothing that it does not.
fn effect_fits(terms: &RulingTerms, order: &Order, ctx: &Context) -> Result<(), Refusal> {
    use RulingEffect::*;
    let general = terms.scope.is_some();
    let fault = match terms.effect {
        ThisOrder if general => Some("scope"),
        AllSuch | TemporaryLead | Rotation if !general => Some("scope"),
        // 临时牵头: until the duties are changed, and not for ever.
        TemporaryLead if terms.until.is_none() => Some("until"),
        Joint if terms.assists.is_empty() => Some("assists"),
        Rotation if terms.turns.len() < 2 => Some("turns"),
        ThisOrder | AllSuch | TemporaryLead | Joint if !terms.turns.is_empty() => Some("turns"),
        ThisOrder if terms.until.is_some() || terms.review.is_some() || terms.replaces.is_some() => {
            Some("until")
        }
        _ => None,
    };
    if let Some(field) = fault {
        return Err(Refusal::Unfit { field: field.to_owned() });
    }
    for turn in &terms.turns {
        leads(&turn.unit, order, ctx)?;
        if turn.share == 0 {
            return Err(Refusal::Unfit { field: "share".to_owned() });
        }
    }
    // A ruling speaks of what was heard: its scope lies around the order.
    let around = terms.scope.as_ref().is_none_or(|scope| {
        !scope.matter.0.is_empty()
            && scope.matter.covers(&order.matter)
            && scope.place.as_ref().is_none_or(|place| place.covers(&order.place))
    });
    if around { Ok(()) } else { Err(Refusal::Unfit { field: "scope".to_owned() }) }
}

fn days_fit(terms: &RulingTerms, today: Date) -> Result<(), Refusal> {
    let past = |day: Option<Date>| day.is_some_and(|day| day <= today);
    if past(terms.until) || past(terms.review) {
        return Err(Refusal::Unfit { field: "until".to_owned() });
    }
    Ok(())
}

/// Two rulings that say otherwise of the same would leave nobody knowing: one
/// takes the other's place, or is not made.
fn contradicts_none(terms: &RulingTerms, ctx: &Context) -> Result<(), Refusal> {
    if let Some(number) = &terms.replaces {
        ctx.rulings.numbered(number).ok_or(Refusal::NoSuchRuling { number: number.clone() })?;
    }
    let Some(scope) = &terms.scope else { return Ok(()) };
    let today = ctx.calendar.date(ctx.at);
    let other = ctx.rulings.all().find(|ruling| {
        (&ruling.matter, &ruling.place) == (&scope.matter, &scope.place)
            && ruling.until.is_none_or(|until| today < until)
            && terms.replaces.as_ref() != Some(&ruling.number)
            && (&ruling.lead, &ruling.turns) != (&terms.lead, &terms.turns)
    });
    match other {
        Some(other) => Err(Refusal::ContradictsRuling { number: other.number.clone() }),
        None => Ok(()),
    }
}
