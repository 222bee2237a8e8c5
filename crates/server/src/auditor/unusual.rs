//! 异常查看: who opened far more orders than others in their role, who had far
//! more numbers shown, who looked outside of office hours. It is counted, with
//! what is usual beside it, and accuses nobody: an auditor asks.

use std::collections::{BTreeMap, HashSet};

use domain::Moment;
use domain::codes::Role;
use domain::ids::OrderId;
use domain::time::Calendar;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Look, LookFilter};

use crate::call::Call;
use crate::problem::Problem;
use crate::route::Shown;

/// In which time.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "WhenLooked")]
pub(super) struct When {
    /// At this moment or later; the beginning of today, when it is not said.
    from: Option<Moment>,
    /// Before this moment; until now, when it is not said.
    to: Option<Moment>,
}

/// What is unusual in a time.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct UnusualLooks {
    /// From when.
    from: Moment,
    /// Until when.
    to: Moment,
    /// How many looks were counted, the newest first.
    counted: usize,
    /// Whether these are all of that time.
    complete: bool,
    /// Those of whom something is unusual, most orders first.
    people: Vec<Unusual>,
}

/// Somebody whose looks are unusual.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "UnusualLooker")]
struct Unusual {
    login: String,
    role: String,
    unit: String,
    /// What is unusual, each with what was counted and what is usual.
    why: Vec<Why>,
}

/// What is unusual.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "UnusualWhy")]
struct Why {
    /// `many_orders`: more than three times the median of the role, and more than 20. `many_in_clear`: the same of
    /// looks at personal data in clear, and more than 10. `outside_office_hours`: more than 5, in a role that
    /// works no shifts.
    code: &'static str,
    /// How many.
    count: usize,
    /// The median of the role in that time; none for office hours.
    usual: Option<usize>,
}

/// So many looks are counted at most.
const MOST: usize = 100_000;

/// How many times the median of the role is unusual, and below which number
/// nothing is.
const TIMES: usize = 3;
const ORDERS_AT_LEAST: usize = 20;
const CLEAR_AT_LEAST: usize = 10;
const OUTSIDE_AT_LEAST: usize = 5;

/// What somebody looked at.
#[derive(Default)]
struct Tally {
    role: String,
    unit: String,
    orders: HashSet<OrderId>,
    clear: usize,
    outside: usize,
}

pub(super) fn list(call: &Call, when: When) -> Result<Shown<UnusualLooks>, Problem> {
    call.app.looks().write();
    let desk = call.app.desk();
    let calendar = &desk.city().calendar;
    let to = when.to.unwrap_or(call.at.plus_millis(1));
    let from = when.from.unwrap_or_else(|| calendar.start_of(calendar.date(call.at)));
    let filter = LookFilter { from: Some(from), to: Some(to), ..LookFilter::default() };
    let (mut tallies, mut counted, mut after): (BTreeMap<String, Tally>, usize, Option<i64>) =
        Default::default();
    loop {
        let page = desk.store().looks(&filter, after, 1_000)?;
        counted += page.looks.len();
        for (_, look) in page.looks.into_iter().filter(|(_, look)| !look.login.starts_with("system:")) {
            tallies.entry(look.login.clone()).or_default().add(&look, calendar);
        }
        after = page.next;
        if after.is_none() || counted >= MOST {
            break;
        }
    }
    let mut people: Vec<(usize, Unusual)> = Vec::new();
    for (login, tally) in &tallies {
        let why = tally.why(&tallies);
        if !why.is_empty() {
            let (role, unit) = (tally.role.clone(), tally.unit.clone());
            people.push((tally.orders.len(), Unusual { login: login.clone(), role, unit, why }));
        }
    }
    people.sort_by_key(|(orders, _)| std::cmp::Reverse(*orders));
    let people = people.into_iter().map(|(_, unusual)| unusual).collect();
    Ok(Shown(UnusualLooks { from, to, counted, complete: after.is_none(), people }))
}

impl Tally {
    fn add(&mut self, look: &Look, calendar: &Calendar) {
        self.role.clone_from(&look.role);
        self.unit.clone_from(&look.unit);
        // A list shows what it shows; what is opened is somebody's choice.
        self.orders.extend(look.order);
        self.clear += usize::from(look.what == "clear");
        self.outside += usize::from(calendar.office_minutes(look.at, look.at.plus_minutes(1)) == 0);
    }

    fn why(&self, all: &BTreeMap<String, Tally>) -> Vec<Why> {
        let median = |of: fn(&Tally) -> usize| {
            let mut counts: Vec<usize> =
                all.values().filter(|tally| tally.role == self.role).map(of).collect();
            counts.sort_unstable();
            counts[(counts.len() - 1) / 2]
        };
        let more = |code, count: usize, usual: usize, least: usize| {
            (count > least && count > TIMES * usual).then_some(Why { code, count, usual: Some(usual) })
        };
        let orders =
            more("many_orders", self.orders.len(), median(|tally| tally.orders.len()), ORDERS_AT_LEAST);
        let clear = more("many_in_clear", self.clear, median(|tally| tally.clear), CLEAR_AT_LEAST);
        let outside = (self.outside > OUTSIDE_AT_LEAST && !works_shifts(&self.role)).then_some(Why {
            code: "outside_office_hours",
            count: self.outside,
            usual: None,
        });
        [orders, clear, outside].into_iter().flatten().collect()
    }
}

/// The line is open day and night (国办函〔2025〕66号), and so are units for what
/// is urgent.
fn works_shifts(role: &str) -> bool {
    let shifts = [Role::Operator, Role::ShiftLeader, Role::Dispatcher, Role::CallerBack, Role::Handler];
    shifts.iter().any(|shift| shift.code() == role)
}
