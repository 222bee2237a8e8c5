//! The rows of lives, caught for the baseline: the lives are lived in a
//! scratch store, and after each act its rows are read back.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use anyhow::{Context as _, Result};
use desk::notices;
use rand::SeedableRng as _;
use rand::rngs::SmallRng;
use store::{Change, Engine};
use tests::city;
use tests::life::Step;

use crate::bare::{Act, Bare, Row, TABLES, Table, Value};
use crate::fill::{UNITS, next, registered, unit};
use crate::place::Place;
use crate::words::Words;

/// The acts of the lives of orders with these numbers, one list for each.
pub fn lives(engine: Engine, words: &Words, ids: Range<i64>) -> Result<Vec<Vec<Act>>> {
    let place = Place::fresh(engine, "scratch")?.context("the engine is at hand: it was before")?;
    let desk = city::desk(place.store()?, UNITS)?;
    let mut bare = place.bare()?;
    let mut made: Vec<(SmallRng, Vec<Change>)> = Vec::new();
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
                made.push((rng, vec![change]));
                lives.push(Vec::new());
            } else {
                let (rng, before) = &mut made[place];
                let make = |texts: &mut desk::Texts, say: &mut dyn FnMut(usize) -> String| step.act(unit(id), say, texts);
                let change = next(desk.city(), before, words, rng, step, make)?;
                *before = vec![change];
            }
            let change = &mut made[place].1[0];
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
        seen.read_back(bare.as_mut(), at + 1, &mut |id, table, row| {
            lives[(id - ids.start) as usize][at].push((table, row));
        }, &mut |_| {})?;
    }
    Ok(lives)
}
