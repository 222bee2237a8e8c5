//! What stands beside an order on its page: why each clock is due when it is,
//! what can be done now, and who the people are that acted.

use std::collections::BTreeMap;

use domain::codes::{ClockKind, Role};
use domain::fits::fitting;
use domain::rights::may_outsourced;
use domain::time::Step;
use domain::{Entry, Order, Refusal};
use schemars::JsonSchema;
use serde::Serialize;

use crate::call::Call;
use crate::problem::Problem;

/// How a clock came to be due.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ClockStory {
    /// Which clock.
    pub kind: ClockKind,
    /// The part that it belongs to; 0 for the whole order.
    pub part: u16,
    /// How its limit was counted, and what moved or held it since.
    pub steps: Vec<Step>,
}

/// The story of each clock, in the order of the order's clocks.
pub(super) fn clocks(call: &Call, order: &Order) -> Vec<ClockStory> {
    let desk = call.app.desk();
    let city = desk.city();
    let story = |clock: &domain::time::Clock| ClockStory {
        kind: clock.kind,
        part: clock.part,
        steps: clock.explain(&city.calendar, city.policy(clock.started).counting.rolls_to_working_day.value),
    };
    order.clocks.iter().map(story).collect()
}

/// An act of this person's role, and whether it fits now.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Can {
    /// The act.
    #[schemars(with = "domain::life::ActName")]
    pub act: &'static str,
    /// The parts on which it fits; empty for an act on the whole order, and where it does not fit.
    pub parts: Vec<u16>,
    /// Why it cannot be done now, whatever is said with it; none when it can.
    pub refusal: Option<Refusal>,
}

/// Each act that this person may perform, and whether the order stands where
/// it fits. What is said with the act is judged when it is performed.
pub(super) fn can(call: &Call, order: &Order) -> Result<Vec<Can>, Problem> {
    let staff = call.staff()?;
    let actor = staff.actor();
    let desk = call.app.desk();
    let fits = fitting(order, &desk.city().context(&actor, call.at));
    let theirs = fits.into_iter().filter(|fit| !staff.outsourced || may_outsourced(fit.act));
    Ok(theirs.map(|fit| Can { act: fit.act, parts: fit.parts, refusal: fit.refusal }).collect())
}

/// A member of staff, by name.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Colleague {
    /// The name.
    pub name: String,
    /// The role that they have now.
    #[schemars(with = "Role")]
    pub role: String,
    /// The unit's code.
    pub unit: String,
}

/// The members of staff who acted on the order, by log-in.
pub(super) fn people(call: &Call, history: &[Entry]) -> Result<BTreeMap<String, Colleague>, Problem> {
    let store = call.app.store();
    let mut people = BTreeMap::new();
    for login in history.iter().map(|entry| entry.by.person.as_str()).filter(|login| !login.is_empty()) {
        if people.contains_key(login) {
            continue;
        }
        if let Some(person) = store.person(login)? {
            let colleague = Colleague { name: person.name, role: person.role, unit: person.unit };
            people.insert(login.to_owned(), colleague);
        }
    }
    Ok(people)
}
