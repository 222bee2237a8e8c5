//! The rows of lives, caught for the baseline: the lives are lived in a
//! scratch store, and after each act its rows are read back.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use anyhow::{Context as _, Result};
use desk::notices;
use rand::SeedableRng as _;
use rand::rngs::SmallRng;
use store::{Change, Engine};
use tests::city;
use tests::life::Step;

use crate::bare::{Act, Bare, Row, TABLES, Table, Value};
use crate::fill::{UNITS, after, next, registered, unit};
use crate::place::Place;
use crate::words::Words;

/// The acts of the lives of orders with these numbers, one list for each.
pub fn lives(engine: Engine, words: &Words, ids: Range<i64>) -> Result<Vec<Vec<Act>>> {
    let place = Place::fresh(engine, "scratch")?.context("the engine is at hand: it was before")?;
    let desk = city::desk(place.store()?, UNITS)?;
    let mut bare = place.bare()?;
    let mut made: Vec<(SmallRng, Change)> = Vec::new();
    let mut lives: Vec<Vec<Act>> = Vec::new();
    let mut heads: HashMap<i64, [u8; 32]> = HashMap::new();
    let mut seen = Seen::default();
    for (at, step) in Step::ALL.into_iter().enumerate() {
        // All orders take the same step together.
        let mut changes = Vec::new();
        for (place, id) in ids.clone().enumerate() {
            if step == Step::Register {
                let mut rng = SmallRng::seed_from_u64(id.unsigned_abs());
                let change = registered(desk.city(), words, id, &mut rng)?;
                made.push((rng, change));
                lives.push(Vec::new());
            } else {
                let (rng, before) = &mut made[place];
                let make = |texts: &mut desk::Texts, say: &mut dyn FnMut(usize) -> String| {
                    step.act(unit(id), say, texts)
                };
                let change = next(desk.city(), after(before), words, rng, step, make)?;
                *before = change;
            }
            let change = &mut made[place].1;
            change.jobs = notices(&change.after, &change.entry);
            let mut change = change.clone();
            if let (Some(before), Some(head)) = (&mut change.before, heads.get(&id)) {
                before.head = *head;
            }
            changes.push(change);
        }
        for loaded in desk.store().commit(changes)? {
            heads.insert(loaded.order.id.0, loaded.head);
        }
        lives.iter_mut().for_each(|life| life.push(Vec::new()));
        for (id, table, row) in seen.read_back(bare.as_mut(), at + 1)? {
            lives[(id - ids.start) as usize][at].push((table, row));
        }
    }
    Ok(lives)
}

/// The rows that have been read back.
#[derive(Default)]
struct Seen(HashSet<String>);

impl Seen {
    /// The rows that an act wrote, with their order and table: those that
    /// were not there before.
    fn read_back(&mut self, bare: &mut dyn Bare, seq: usize) -> Result<Vec<(i64, usize, Row)>> {
        let mut written = Vec::new();
        for (place, table) in TABLES.iter().enumerate().filter(|(_, table)| table.name != "search") {
            let by_act =
                if table.columns.contains("seq") { "WHERE seq = ?1" } else { "WHERE CAST(?1 AS BIGINT) > 0" };
            let sql = format!("SELECT {} FROM {} {by_act}", table.columns, table.name);
            let order = table.columns.split(", ").position(|column| column == "order_id").unwrap_or(0);
            for row in bare.query(&sql, &[Value::Integer(seq as i64)])? {
                if self.0.insert(format!("{place} {row:?}")) {
                    written.push((int(&row[order]), place, row));
                }
            }
        }
        let search = Table::place("search");
        let documents = match bare.words_sql() {
            Some(sql) => bare.query(sql, &[])?,
            None => documents(&written),
        };
        let new = documents.into_iter().filter(|row| self.0.insert(format!("{search} {row:?}")));
        written.extend(new.map(|row| (int(&row[0]) / 8, search, row)).collect::<Vec<_>>());
        Ok(written)
    }
}

/// The documents of texts that were written, where the engine does not show
/// them: their words, each once.
fn documents(written: &[(i64, usize, Row)]) -> Vec<Row> {
    let mut words: BTreeMap<i64, BTreeSet<String>> = BTreeMap::new();
    for (order, table, row) in written {
        let [_, _, Value::Text(kind), _, Value::Text(body), ..] = row.as_slice() else { continue };
        let place = ["appeal", "reply"].iter().position(|known| known == kind);
        if let (Some(place), true) = (place, *table == Table::place("texts")) {
            words.entry(order * 8 + place as i64).or_default().extend(text::words(body));
        }
    }
    let joined = |words: BTreeSet<String>| words.into_iter().collect::<Vec<_>>().join(" ");
    words.into_iter().map(|(id, words)| vec![Value::Integer(id), Value::Text(joined(words))]).collect()
}

fn int(value: &Value) -> i64 {
    if let Value::Integer(number) = value { *number } else { 0 }
}
