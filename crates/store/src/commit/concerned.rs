//! The rows that say who has to do with an order: its citizens, the units
//! that have a part in it, and those of which it complains.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use domain::ids::UnitId;
use domain::order::Called;
use domain::{Entry, Event, Order};

use crate::engine::{Conn, Value};
use crate::error::Result;
use crate::schema;
use crate::table::Table;

/// The rows of the appeals from a position on. The first `forgotten` ones
/// lead to no citizen any more: their identities were erased.
pub(crate) fn appeal_rows(order: &Order, from: usize, forgotten: usize) -> Vec<Vec<Value>> {
    let rows = order.appeals.iter().enumerate().skip(from).map(|(at, appeal)| {
        let citizen = appeal.citizen.filter(|_| at >= forgotten);
        vec![
            order.id.0.into(),
            at.into(),
            citizen.map(|citizen| citizen.0).into(),
            Value::code(appeal.channel.code()),
            appeal.received_at.into(),
        ]
    });
    rows.collect()
}

/// Whether an entry erases the identities of those whose appeals the order
/// carries at the time.
pub(crate) fn forgets(entry: &Entry) -> bool {
    entry.events.iter().any(|event| matches!(event, Event::Erased { identities: true, .. }))
}

/// What a person is written with among the units of which an order complains.
pub const PERSON: &str = "person:";

/// The tables whose rows are a set of units for each order.
pub(crate) static UNIT_TABLES: [&Table; 3] = [&schema::INVOLVED, &schema::ACCUSED, &schema::AWAITED];

/// For each of [`UNIT_TABLES`], the units of an order.
/// A person who is complained of stands among the accused as `person:LOGIN`.
pub(crate) fn units(order: &Order) -> [BTreeSet<Cow<'_, str>>; 3] {
    let involved = order
        .parts
        .iter()
        .flat_map(|part| std::iter::once(&part.unit).chain(&part.handed_down).chain(&part.copy_to))
        .chain(order.guests());
    let people = order.accused_people.iter().map(|person| Cow::Owned(format!("{PERSON}{person}")));
    [involved.map(code).collect(), order.accused.iter().map(code).chain(people).collect(), awaited(order)]
}

/// Whom an order waits for beside the holders of its parts.
fn awaited(order: &Order) -> BTreeSet<Cow<'_, str>> {
    let open = order.whistles.iter().filter(|whistle| whistle.is_open());
    let whistles = open.flat_map(|whistle| {
        let owes = |called: &&Called| called.acknowledge.done.is_none() || called.report.done.is_none();
        let called = whistle.called.iter().filter(owes).map(|called| awaits(Awaits::Whistle, &called.unit));
        called.chain([awaits(Awaits::Whistling, &whistle.unit)])
    });
    let asked = order.opinions.iter().filter(|asked| asked.ended.is_none());
    let asked = asked.map(|asked| awaits(Awaits::Opinion, &asked.unit));
    let help = order.helps.iter().any(|help| help.ended.is_none()).then(|| Awaits::HELP.to_owned());
    whistles.chain(asked).chain(help).map(Cow::Owned).collect()
}

/// What an order waits for beside its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaits {
    /// A called unit has not answered or not reported.
    Whistle,
    /// The unit that called has not said who came.
    Whistling,
    /// A unit that is asked for its opinion has not answered.
    Opinion,
}

impl Awaits {
    /// What the hotline is written with that is asked for help.
    pub const HELP: &'static str = "help";

    fn code(self) -> &'static str {
        match self {
            Awaits::Whistle => "whistle",
            Awaits::Whistling => "whistling",
            Awaits::Opinion => "opinion",
        }
    }
}

/// What a unit is written with that something is awaited of.
pub fn awaits(what: Awaits, unit: &UnitId) -> String {
    format!("{}:{unit}", what.code())
}

fn code(unit: &UnitId) -> Cow<'_, str> {
    Cow::Borrowed(unit.as_str())
}

/// For each of [`UNIT_TABLES`], the rows of an order.
pub(crate) fn unit_rows(order: &Order) -> [Vec<Vec<Value>>; 3] {
    let row = |unit: Cow<str>| -> Vec<Value> { vec![order.id.0.into(), unit.as_ref().into()] };
    let [mut involved, accused, awaited] =
        units(order).map(|units| units.into_iter().map(row).collect::<Vec<_>>());
    involved.iter_mut().for_each(|row| row.push(order.closed_at.is_none().into()));
    [involved, accused, awaited]
}

/// The sets of units that a commit changes, each whole, by order.
#[derive(Default)]
pub(crate) struct UnitSets([BTreeMap<i64, UnitSet>; 3]);

#[derive(Clone, Default)]
struct UnitSet {
    /// Whether a unit is no longer in it.
    shrinks: bool,
    rows: Vec<Vec<Value>>,
}

impl UnitSets {
    /// Notes what an act changes.
    pub fn note(&mut self, before: Option<&Order>, after: &Order) {
        let old = before.map(units).unwrap_or_default();
        let new = units(after);
        let turned = before.is_some_and(|before| before.closed_at.is_some() != after.closed_at.is_some());
        let changed = [old[0] != new[0] || turned, old[1] != new[1], old[2] != new[2]];
        if changed == [false; 3] {
            return;
        }
        for (at, rows) in unit_rows(after).into_iter().enumerate() {
            let shrinks = !old[at].is_subset(&new[at]);
            if changed[at] {
                self.add(at, after.id.0, &UnitSet { shrinks, rows });
            }
        }
    }

    /// Adds what a later commit changes: its sets stand in place of earlier
    /// ones.
    pub fn extend(&mut self, later: &UnitSets) {
        for (at, sets) in later.0.iter().enumerate() {
            sets.iter().for_each(|(order, set)| self.add(at, *order, set));
        }
    }

    fn add(&mut self, at: usize, order: i64, set: &UnitSet) {
        let known = self.0[at].entry(order).or_default();
        known.shrinks |= set.shrinks;
        known.rows.clone_from(&set.rows);
    }

    /// Writes them.
    pub fn write(&self, conn: &mut Conn) -> Result<()> {
        for (table, sets) in UNIT_TABLES.into_iter().zip(&self.0) {
            for order in sets.iter().filter(|(_, set)| set.shrinks).map(|(order, _)| *order) {
                conn.execute(&format!("DELETE FROM {} WHERE order_id = $1", table.name), &[order.into()])?;
            }
            let rows: Vec<&Vec<Value>> = sets.values().flat_map(|set| &set.rows).collect();
            conn.write(table, &rows)?;
        }
        Ok(())
    }
}
