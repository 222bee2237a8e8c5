//! Open lists, orders with their histories, searches: ours, and the same
//! questions bare.

use std::time::Duration;

use anyhow::Result;
use domain::ids::{OrderId, UnitId};
use rand::rngs::SmallRng;
use rand::{RngExt as _, SeedableRng as _};
use store::{Filter, Sort, Store};
use tests::city;

use crate::bare::{Bare, HISTORY, LISTED, Value, list_sql};
use crate::fill::UNITS;
use crate::measure::{Measured, repeat};

/// Rows of a page.
pub const PAGE: usize = 20;

/// Pages that are turned of one list.
const PAGES: usize = 4;

/// A thing that was read in both ways.
pub type Both = (Measured, Measured);

/// What the questions are asked about.
pub struct Reading<'a> {
    /// The store.
    pub store: &'a Store,
    /// The engine itself.
    pub bare: &'a mut dyn Bare,
    /// Its server's process.
    pub server: Option<u32>,
    /// The highest number of an order.
    pub newest: i64,
    /// How long each thing is done.
    pub time: Duration,
}

/// So many questions at most: what is asked again and again is not what a
/// city asks.
const MOST: usize = 4_000;

impl Reading<'_> {
    /// A unit's open orders, those first that are due first: the first page
    /// and some that follow.
    pub fn open_list(&mut self) -> Result<Both> {
        let units: Vec<String> = (1..=UNITS).map(city::code).collect();
        let (store, sql) = (self.store, list_sql());
        let unit = |turn: usize| units[turn / PAGES % units.len()].as_str();
        let mut after = None;
        let mut ours = |turn: usize| {
            if turn.is_multiple_of(PAGES) {
                after = None;
            }
            let filter =
                Filter { open: Some(true), units: vec![UnitId::from(unit(turn))], ..Filter::default() };
            after = store.list(&filter, Sort::Due, after, PAGE)?.next;
            Ok(())
        };
        let mut cursor = vec![Value::Integer(i64::MIN); 2];
        let bare = &mut self.bare;
        let mut plain = |turn: usize| {
            if turn.is_multiple_of(PAGES) {
                cursor = vec![Value::Integer(i64::MIN); 2];
            }
            let mut params = vec![Value::Text(unit(turn).to_owned())];
            params.append(&mut cursor);
            let page = bare.query(&sql, &params)?;
            let last = page.get(PAGE - 1).filter(|_| page.len() > PAGE);
            cursor =
                last.map_or(vec![Value::Integer(i64::MIN); 2], |row| vec![row[13].clone(), row[0].clone()]);
            Ok(())
        };
        both(self.server, self.time, MOST, &mut ours, &mut plain)
    }

    /// One order, with its history and its texts.
    pub fn history(&mut self) -> Result<Both> {
        let mut rng = SmallRng::seed_from_u64(7);
        let ids: Vec<i64> = (0..MOST).map(|_| rng.random_range(1..=self.newest)).collect();
        let (store, bare) = (self.store, &mut self.bare);
        let mut ours = |turn: usize| {
            let id = OrderId(ids[turn]);
            let _ = store.file(id)?;
            Ok(())
        };
        let mut plain = |turn: usize| {
            HISTORY.iter().try_for_each(|sql| bare.query(sql, &[Value::Integer(ids[turn])]).map(|_| ()))
        };
        both(self.server, self.time, MOST, &mut ours, &mut plain)
    }

    /// The newest orders with two words that stand together in some order.
    pub fn search(&mut self) -> Result<Both> {
        let pairs = pairs(self.store, self.newest, MOST / 4)?;
        let listed = format!(
            "SELECT {LISTED}, (SELECT body FROM texts WHERE order_id = orders.id AND hash = orders.title) \
             FROM orders WHERE id IN "
        );
        let (store, bare) = (self.store, &mut self.bare);
        let mut ours = |turn: usize| {
            let (first, second) = &pairs[turn];
            store.search(&format!("{first} {second}"), &Filter::default(), None, PAGE)?;
            Ok(())
        };
        let mut plain = |turn: usize| {
            let (first, second) = &pairs[turn];
            let words = bare.two_words(first, second);
            let found = bare.query(bare.search_sql(), &[Value::Text(words)])?;
            let mut orders: Vec<String> = found.iter().map(|row| order(&row[0])).collect();
            orders.dedup();
            orders.truncate(PAGE);
            if !orders.is_empty() {
                let numbers: Vec<Value> =
                    orders.iter().map(|id| Value::Integer(id.parse().unwrap_or(0))).collect();
                let marks: Vec<String> = (1..=orders.len()).map(|at| format!("?{at}")).collect();
                bare.query(&format!("{listed} ({})", marks.join(", ")), &numbers)?;
            }
            Ok(())
        };
        both(self.server, self.time, MOST / 4, &mut ours, &mut plain)
    }
}

/// Pairs of words, each from the text of some order.
pub fn pairs(store: &Store, newest: i64, count: usize) -> Result<Vec<(String, String)>> {
    let mut rng = SmallRng::seed_from_u64(11);
    let mut pairs = Vec::with_capacity(count);
    while pairs.len() < count {
        let id = OrderId(rng.random_range(1..=newest));
        let Some(loaded) = store.order(id)? else { continue };
        let texts = store.texts(id)?;
        let content = loaded.order.appeals.first().and_then(|appeal| texts.get(&appeal.content.hash));
        let words: Vec<String> =
            content.cloned().flatten().iter().flat_map(|body| text::words(body)).collect();
        let long: Vec<&String> = words.iter().filter(|word| word.chars().count() == 2).collect();
        if long.len() > 1 {
            let mut one = || long[rng.random_range(0..long.len())].clone();
            pairs.push((one(), one()));
        }
    }
    Ok(pairs)
}

fn order(document: &Value) -> String {
    if let Value::Integer(number) = document { (number / 8).to_string() } else { String::new() }
}

/// Ours, then bare, after a turn of each that is not counted.
fn both(
    server: Option<u32>,
    time: Duration,
    most: usize,
    ours: &mut dyn FnMut(usize) -> Result<()>,
    bare: &mut dyn FnMut(usize) -> Result<()>,
) -> Result<Both> {
    repeat(server, time / 2, most, &mut *bare)?;
    repeat(server, time / 2, most, &mut *ours)?;
    let ours = repeat(server, time, most, ours)?;
    let bare = repeat(server, time, most, bare)?;
    Ok((ours, bare))
}
