//! Whole lives, and registrations alone: ours through the desk, and the same
//! rows bare.

use std::ops::Range;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use anyhow::Result;
use desk::{Desk, notices};
use domain::ids::OrderId;
use rand::SeedableRng as _;
use rand::rngs::SmallRng;
use tests::life::{self, Step};

use crate::bare::{Act, Bare, write_all};
use crate::fill::{begin, next, registered, unit};
use crate::measure::{Measured, Watch, at_once};
use crate::words::Words;

/// So many act at once.
pub const CLIENTS: usize = 8;

/// Lives through the desk, until the time is over: an order is read from the
/// store before each act, as it is in earnest. `acts` are those of each life
/// that are done.
pub fn ours(
    desk: &Desk,
    words: &Words,
    acts: usize,
    time: Duration,
    server: Option<u32>,
) -> Result<Measured> {
    let until = Instant::now() + time;
    let serial = AtomicI64::new(0);
    let watch = Watch::start(server);
    let serial = &serial;
    let client = |_| -> Result<Vec<Duration>> {
        let mut each = Vec::new();
        let mut started = Instant::now();
        let mut took = || each.push(std::mem::replace(&mut started, Instant::now()).elapsed());
        while Instant::now() < until {
            let serial = serial.fetch_add(1, Ordering::Relaxed);
            let mut rng = SmallRng::seed_from_u64(serial.unsigned_abs());
            let (unit, begin) = (unit(serial), begin(1_200_000 + serial));
            let mut say = |count: usize| words.text(count, &mut rng);
            let id: OrderId = life::begin(desk, unit, begin, &mut say)?.order.id;
            took();
            for step in &Step::ALL[1..acts] {
                life::go_on(desk, id, *step, unit, begin, &mut say)?;
                took();
            }
        }
        Ok(each)
    };
    Ok(watch.stop(at_once(CLIENTS, client)?))
}

/// Whole lives with the order held in memory from act to act, and numbers
/// taken many at a time: what is left of [`ours`] when nothing is read.
pub fn held(desk: &Desk, words: &Words, time: Duration, server: Option<u32>) -> Result<Measured> {
    let until = Instant::now() + time;
    let watch = Watch::start(server);
    let client = |_| -> Result<Vec<Duration>> {
        let mut each = Vec::new();
        let mut started = Instant::now();
        let mut ids = 0..0;
        while Instant::now() < until {
            if ids.is_empty() {
                ids = desk.store().next_order_ids(64)?;
            }
            let Some(id) = ids.next() else { continue };
            let mut rng = SmallRng::seed_from_u64(id.unsigned_abs());
            let mut change = registered(desk.city(), words, id, &mut rng)?;
            for step in 1..=Step::ALL.len() {
                change.jobs = notices(&change.after, &change.entry);
                let loaded = desk.store().commit(vec![change])?.remove(0);
                each.push(std::mem::replace(&mut started, Instant::now()).elapsed());
                let Some(step) = Step::ALL.get(step) else { break };
                change = next(desk.city(), loaded, words, &mut rng, *step, |texts, say| {
                    step.act(unit(id), say, texts)
                })?;
            }
        }
        Ok(each)
    };
    Ok(watch.stop(at_once(CLIENTS, client)?))
}

/// The same rows bare, of so many acts of each life; and how many acts a
/// transaction had.
pub fn bare(
    bare: &mut dyn Bare,
    lives: &[Vec<Act>],
    acts: Range<usize>,
    time: Duration,
    server: Option<u32>,
) -> Result<(Measured, f64)> {
    let lives: Vec<Vec<Act>> = lives.iter().map(|life| life[acts.clone()].to_vec()).collect();
    let watch = Watch::start(server);
    let group = write_all(bare, &lives, CLIENTS, time)?;
    let together = group.each.len() as f64 / group.transactions.max(1) as f64;
    Ok((watch.stop(group.each), together))
}
