//! The rows that say who has to do with an order: its citizens, the units
//! that have a part in it, those of which it complains, and of whom it waits
//! for what.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use domain::ids::UnitId;
use domain::order::Awaited;
use domain::{Entry, Event, Moment, Order};

use super::rows::{NEVER, due_at};
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

/// The tables whose rows are a set for each order: an act may take some away.
pub(crate) static SET_TABLES: [&Table; 3] = [&schema::INVOLVED, &schema::ACCUSED, &schema::AWAITING];

/// For each of [`SET_TABLES`], the rows of an order.
pub(crate) fn set_rows(order: &Order) -> [Vec<Vec<Value>>; 3] {
    [involved_rows(order), accused_rows(order), awaiting_rows(order)]
}

fn involved_rows(order: &Order) -> Vec<Vec<Value>> {
    let units = order
        .parts
        .iter()
        .flat_map(|part| std::iter::once(&part.unit).chain(&part.handed_down).chain(&part.copy_to))
        .chain(order.guests())
        .map(UnitId::as_str);
    let (open, due) = (order.closed_at.is_none(), due_at(order));
    let units: BTreeSet<&str> = units.collect();
    units.into_iter().map(|unit| vec![order.id.0.into(), unit.into(), open.into(), due.into()]).collect()
}

/// A person who is complained of stands among the accused as `person:LOGIN`.
fn accused_rows(order: &Order) -> Vec<Vec<Value>> {
    let people = order.accused_people.iter().map(|person| Cow::Owned(format!("{PERSON}{person}")));
    let accused: BTreeSet<Cow<str>> =
        order.accused.iter().map(|unit| Cow::Borrowed(unit.as_str())).chain(people).collect();
    accused.into_iter().map(|accused| vec![order.id.0.into(), accused.as_ref().into()]).collect()
}

fn awaiting_rows(order: &Order) -> Vec<Vec<Value>> {
    let row = |awaited: Awaited| {
        vec![
            order.id.0.into(),
            Value::code(awaited.what.code()),
            awaited.part.into(),
            awaited.unit.as_ref().map_or("", UnitId::as_str).into(),
            awaited.since.into(),
            awaited.due.unwrap_or(Moment(NEVER)).into(),
        ]
    };
    order.awaited().into_iter().map(row).collect()
}

/// The sets that a commit changes, each whole, by order.
#[derive(Default)]
pub(crate) struct Sets([BTreeMap<i64, Set>; 3]);

#[derive(Clone, Default)]
struct Set {
    /// Whether a row is no longer in it.
    shrinks: bool,
    rows: Vec<Vec<Value>>,
}

impl Sets {
    /// Notes what an act changes.
    pub fn note(&mut self, before: Option<&Order>, after: &Order) {
        let old = before.map(set_rows).unwrap_or_default();
        for (at, (old, rows)) in old.iter().zip(set_rows(after)).enumerate() {
            if *old != rows {
                let shrinks = !old.iter().all(|row| has_key(SET_TABLES[at], &rows, row));
                self.add(at, after.id.0, &Set { shrinks, rows });
            }
        }
    }

    /// Adds what a later commit changes: its sets stand in place of earlier
    /// ones.
    pub fn extend(&mut self, later: &Sets) {
        for (at, sets) in later.0.iter().enumerate() {
            sets.iter().for_each(|(order, set)| self.add(at, *order, set));
        }
    }

    fn add(&mut self, at: usize, order: i64, set: &Set) {
        let known = self.0[at].entry(order).or_default();
        known.shrinks |= set.shrinks;
        known.rows.clone_from(&set.rows);
    }

    /// Writes them.
    pub fn write(&self, conn: &mut Conn) -> Result<()> {
        for (table, sets) in SET_TABLES.into_iter().zip(&self.0) {
            for order in sets.iter().filter(|(_, set)| set.shrinks).map(|(order, _)| *order) {
                conn.execute(&format!("DELETE FROM {} WHERE order_id = $1", table.name), &[order.into()])?;
            }
            let rows: Vec<&Vec<Value>> = sets.values().flat_map(|set| &set.rows).collect();
            conn.write(table, &rows)?;
        }
        Ok(())
    }
}

/// Whether one of the rows has the key of a row.
fn has_key(table: &Table, rows: &[Vec<Value>], row: &[Value]) -> bool {
    let keys = table.key_positions();
    rows.iter().any(|other| keys.iter().all(|&key| other[key] == row[key]))
}
