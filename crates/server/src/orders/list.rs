//! Lists.

use domain::codes::{Channel, Kind, Level};
use domain::order::Awaiting;
use domain::{Ending, Moment, Stage};
use schemars::JsonSchema;
use serde::Serialize;
use store::{Cursor, Listed, Sort};

use super::filter::{Sorting, WhichOrders};
use super::search::Snippet;
use crate::access::{AwaitedLine, Mine, Purpose};
use crate::call::Call;
use crate::problem::Problem;
use crate::route::{Page, Shown};

/// A page has so many orders when it is not said, and at most this many.
const PAGE: usize = 50;
const LARGEST_PAGE: usize = 200;

/// An order, as lists show it.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct OrderLine {
    number: String,
    version: u32,
    stage: Stage,
    /// How it ended; none while it is open.
    outcome: Option<Ending>,
    kind: Kind,
    matter: String,
    place: String,
    level: Level,
    /// The lead's unit.
    unit: Option<String>,
    /// The unit that holds the lead's part now: the lead's own, or one below it.
    holder: Option<String>,
    channel: Channel,
    registered_at: Moment,
    changed_at: Moment,
    due_at: Option<Moment>,
    closed_at: Option<Moment>,
    /// How often it was returned.
    returns: u32,
    /// How often it was quarrelled over.
    disputes: u32,
    /// Whether a quarrel is open.
    disputed: bool,
    /// How often it was handled anew.
    round: u32,
    /// Clocks that are or were late.
    late: u32,
    /// Clocks with a red card.
    red: u32,
    /// How many appeals it carries.
    appeals: u32,
    /// Whether it is left out of the scores.
    excluded: bool,
    /// Attempts to call the citizens back, in this round.
    calls: u32,
    /// How often it was hurried.
    reminders: u32,
    /// How many formal instructions were given on it.
    supervisions: u32,
    /// What it waits for, what is due first first.
    awaiting: Vec<AwaitedLine>,
    /// What of that is due next for whoever asks; for others than those it waits for, what is due next at all.
    next_due: Option<NextDue>,
    /// The title, masked; none when it was erased.
    title: Option<String>,
    /// Of a search that asked for them: where what was sought stands.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub(super) found: Vec<Snippet>,
}

/// What is due next.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct NextDue {
    what: Awaiting,
    at: Moment,
}

/// How many.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OrderCount {
    count: u64,
    /// Whether there are more: with `up_to`, counting ended there.
    more: bool,
}

/// An order's line. Numbers and the like in its title are masked; names are
/// only known to the page of the order, so a name in a title stays.
pub(crate) fn line(listed: Listed, mine: &Mine) -> OrderLine {
    let awaiting: Vec<AwaitedLine> = listed.awaiting.into_iter().map(|awaited| mine.shown(awaited)).collect();
    OrderLine {
        next_due: next_due(&awaiting),
        awaiting,
        holder: listed.holder.map(|unit| unit.0),
        calls: listed.calls,
        reminders: listed.reminders,
        supervisions: listed.supervisions,
        number: listed.number,
        version: listed.version,
        stage: listed.stage,
        outcome: listed.outcome,
        kind: listed.kind,
        matter: listed.matter.0,
        place: listed.place.0,
        level: listed.level,
        unit: listed.unit.map(|unit| unit.0),
        channel: listed.channel,
        registered_at: listed.registered_at,
        changed_at: listed.changed_at,
        due_at: listed.due_at,
        closed_at: listed.closed_at,
        returns: listed.returns,
        disputes: listed.disputes,
        disputed: listed.disputed,
        round: listed.round,
        late: listed.late,
        red: listed.red,
        appeals: listed.appeals,
        excluded: listed.excluded,
        title: listed.title.map(|title| text::mask(&title, &[])),
        found: Vec::new(),
    }
}

fn next_due(awaiting: &[AwaitedLine]) -> Option<NextDue> {
    let due = |line: &AwaitedLine| line.due_at.map(|at| NextDue { what: line.what, at });
    let mine = awaiting.iter().filter(|line| line.mine).find_map(due);
    mine.or_else(|| awaiting.iter().find_map(due))
}

pub(super) fn list(call: &Call, asked: WhichOrders) -> Result<Shown<Page<OrderLine>>, Problem> {
    let sort = match asked.sort {
        Sorting::Due => Sort::Due,
        Sorting::Newest => Sort::Newest,
        Sorting::Oldest => Sort::Oldest,
        Sorting::Urgent => Sort::Urgent,
    };
    let after: Option<Cursor> = match &asked.after {
        Some(place) => Some(place.parse().map_err(|_| not_a_place())?),
        None => None,
    };
    let filter = asked.filter(call)?;
    let page = call.app.store().list(&filter, sort, after, size(asked.limit))?;
    shown(call, page.orders, page.next.map(|next| next.to_string()), Purpose::List)
}

pub(super) fn count(call: &Call, which: WhichOrders) -> Result<Shown<OrderCount>, Problem> {
    let filter = which.filter(call)?;
    let store = call.app.store();
    let Some(most) = which.up_to else {
        return Ok(Shown(OrderCount { count: store.count(&filter)?, more: false }));
    };
    let count = store.count_up_to(&filter, most.saturating_add(1))?;
    Ok(Shown(OrderCount { count: count.min(most), more: count > most }))
}

/// A page of orders; that they were looked at is noted.
pub(super) fn shown(
    call: &Call,
    orders: Vec<Listed>,
    next: Option<String>,
    purpose: Purpose,
) -> Result<Shown<Page<OrderLine>>, Problem> {
    if !orders.is_empty() {
        call.app.looks().several(call, orders.iter().map(|order| order.id).collect(), purpose, "")?;
    }
    let mine = Mine::of(call)?;
    Ok(Shown(Page { items: orders.into_iter().map(|order| line(order, &mine)).collect(), next }))
}

pub(super) fn size(asked: Option<usize>) -> usize {
    asked.unwrap_or(PAGE).clamp(1, LARGEST_PAGE)
}

pub(super) fn not_a_place() -> Problem {
    Problem::BadQuery { at: "after".to_owned(), why: "it is the `next` of the page before".to_owned() }
}
