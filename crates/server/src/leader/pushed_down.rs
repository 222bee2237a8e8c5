//! 越级下派: what the directory gives to a department and was sent to a town all
//! the same, by who sent it and by who got it; and what towns refused.

use std::collections::BTreeMap;

use domain::Moment;
use domain::codes::Role;
use domain::figures::Counted;
use schemars::JsonSchema;
use serde::Serialize;
use store::By;

use super::days::WhichFigures;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Shown;

/// What was pushed down.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PushedDownPage {
    from: Moment,
    to: Moment,
    /// By who sent it, the most first; only of the whole city.
    people: Vec<PushedByPerson>,
    /// By the town that got it, the most first.
    units: Vec<PushedToUnit>,
}

/// What somebody sent down.
#[derive(Debug, Serialize, JsonSchema)]
struct PushedByPerson {
    /// The log-in.
    person: String,
    orders: u64,
}

/// What a town got.
#[derive(Debug, Serialize, JsonSchema)]
struct PushedToUnit {
    unit: String,
    /// 越级下派.
    orders: u64,
    /// 清单外退回.
    turned_down: u64,
}

pub(super) fn show(call: &Call, said: WhichFigures) -> Result<Shown<PushedDownPage>, Problem> {
    let asked = said.asked(call)?;
    let store = call.app.store();
    let days = (asked.first, asked.today);
    let codes: Option<Vec<String>> =
        asked.area.as_ref().map(|(_, units)| units.iter().map(|unit| unit.0.clone()).collect());
    // A coordinator's area does not tell who sent it there.
    let whole = codes.is_none() && call.staff()?.role != Role::Coordinator;
    let mut people: BTreeMap<String, u64> = BTreeMap::new();
    if whole {
        for figure in store.figures(By::Person, None, &[Counted::PushedDown], days)? {
            *people.entry(figure.code).or_default() += figure.count;
        }
    }
    let mut units: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    let counted = [Counted::PushedDown, Counted::TurnedDown];
    for figure in store.figures(By::Unit, codes.as_deref(), &counted, days)? {
        let (pushed, turned) = units.entry(figure.code).or_default();
        let of = if figure.what == Counted::PushedDown { pushed } else { turned };
        *of += figure.count;
    }
    let mut people: Vec<_> =
        people.into_iter().map(|(person, orders)| PushedByPerson { person, orders }).collect();
    people.sort_by_key(|line| std::cmp::Reverse(line.orders));
    let line = |(unit, (orders, turned_down))| PushedToUnit { unit, orders, turned_down };
    let mut units: Vec<_> = units.into_iter().map(line).collect();
    units.sort_by_key(|line| std::cmp::Reverse(line.orders));
    let desk = call.app.desk();
    Ok(Shown(PushedDownPage { from: desk.city().calendar.start_of(asked.first), to: call.at, people, units }))
}
