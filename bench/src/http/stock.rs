//! What the clients draw on: orders to look at, words to search for, orders
//! that wait to be archived.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use desk::Desk;
use domain::Moment;
use domain::ids::OrderId;
use rand::rngs::SmallRng;
use rand::{RngExt as _, SeedableRng as _};
use tests::life::{self, Step};

use crate::fill::unit;
use crate::measure::at_once;
use crate::reading::pairs;
use crate::words::Words;

/// So many different orders, and so many different searches.
const MOST: usize = 2_000;

/// So many carry lives at once while the stock is laid in.
const HANDS: usize = 16;

/// Closed so many days ago nobody can ask for a review any more, and time
/// itself has not archived yet (10 working days, 30 natural ones).
const CLOSED_DAYS_AGO: i64 = 26;

/// An order, by its number in the store and by its name on the wire.
#[derive(Debug, Clone)]
pub struct Known {
    /// In the store.
    pub id: OrderId,
    /// On the wire.
    pub number: String,
    /// Its version.
    pub version: u32,
}

/// The stock.
pub struct Stock<'a> {
    /// What texts are made of.
    pub words: &'a Words,
    orders: Vec<Known>,
    pairs: Vec<(String, String)>,
    closed: Mutex<Vec<Known>>,
    turns: AtomicU64,
}

impl<'a> Stock<'a> {
    /// Lays in what is needed; orders are closed for so long, to have enough
    /// of them to archive.
    pub fn lay_in(desk: &Desk, words: &'a Words, time: Duration) -> Result<Self> {
        let newest = desk.store().next_order_ids(1)?.start - 1;
        let closed = closed(desk, words, time)?;
        let mut rng = SmallRng::seed_from_u64(7);
        let mut orders = Vec::with_capacity(MOST);
        while orders.len() < MOST {
            let id = OrderId(rng.random_range(1..=newest));
            orders.extend(desk.store().order(id)?.map(|loaded| known(&loaded.order)));
        }
        let pairs = pairs(desk.store(), newest, MOST)?;
        Ok(Self { words, orders, pairs, closed: Mutex::new(closed), turns: AtomicU64::new(0) })
    }

    /// The next turn of anybody.
    pub fn turn(&self) -> u64 {
        self.turns.fetch_add(1, Ordering::Relaxed)
    }

    /// The order of a turn.
    pub fn order(&self, turn: u64) -> &Known {
        &self.orders[turn as usize % MOST]
    }

    /// The two words of a turn.
    pub fn pair(&self, turn: u64) -> &(String, String) {
        &self.pairs[turn as usize % MOST]
    }

    /// An order that waits to be archived.
    pub fn closed(&self) -> Result<Known> {
        let mut closed = self.closed.lock().unwrap_or_else(PoisonError::into_inner);
        closed.pop().context("no closed order is left to be archived")
    }
}

fn known(order: &domain::Order) -> Known {
    Known { id: order.id, number: order.number.clone(), version: order.version }
}

/// Lives that were led up to their end some weeks ago.
fn closed(desk: &Desk, words: &Words, time: Duration) -> Result<Vec<Known>> {
    let now: Moment = jiff::Timestamp::now().into();
    let begin = now.plus_millis(-CLOSED_DAYS_AGO * 86_400_000);
    let until = Instant::now() + time;
    let (closed, serial) = (Mutex::new(Vec::new()), AtomicU64::new(0));
    let (all, serial) = (&closed, &serial);
    let client = |_| -> Result<Vec<Duration>> {
        while Instant::now() < until {
            let serial = serial.fetch_add(1, Ordering::Relaxed);
            let mut rng = SmallRng::seed_from_u64(serial);
            let (unit, mut say) = (unit(serial as i64), |count: usize| words.text(count, &mut rng));
            let mut loaded = life::begin(desk, unit, begin, &mut say)?;
            for step in &Step::ALL[1..Step::ALL.len() - 1] {
                loaded = life::go_on(desk, loaded.order.id, *step, unit, begin, &mut say)?;
            }
            all.lock().unwrap_or_else(PoisonError::into_inner).push(known(&loaded.order));
        }
        Ok(Vec::new())
    };
    at_once(HANDS, client)?;
    Ok(closed.into_inner().unwrap_or_else(PoisonError::into_inner))
}
