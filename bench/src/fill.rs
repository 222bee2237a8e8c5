//! Filling a store: half of the orders are answered at once, most others
//! have lived their whole lives, one in twenty is still open. They go in
//! through the store's own commit, many lives at a time.

use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Result, anyhow};
use desk::{City, Desk, Texts, decide, notices, open, register_act};
use domain::ids::OrderId;
use domain::{Act, Moment, closing, intake};
use rand::rngs::SmallRng;
use rand::{RngExt as _, SeedableRng as _};
use store::{Change, Loaded};
use tests::life::{Step, told};

use crate::words::Words;

/// So many units share the orders.
pub const UNITS: u16 = 50;

/// So many orders are committed together.
const TOGETHER: u64 = 100;

/// The first order is registered on this Monday, 8 January 2024.
const FIRST: Moment = Moment(1_704_679_200_000);

/// And so many milliseconds later the next.
const BETWEEN: i64 = 43_000;

/// When the life of the order with this number begins.
pub fn begin(id: i64) -> Moment {
    FIRST.plus_millis(id * BETWEEN)
}

/// The unit that the order with this number goes to.
pub fn unit(id: i64) -> u16 {
    (id % i64::from(UNITS)) as u16 + 1
}

/// Adds so many orders; `progress` is told how many there are so far.
pub fn fill(desk: &Desk, words: &Words, orders: u64, progress: &(dyn Fn(u64) + Sync)) -> Result<()> {
    let (left, done) = (AtomicU64::new(orders), AtomicU64::new(0));
    let work = || -> Result<()> {
        let mut handed_over: Option<store::Committing> = None;
        while let Ok(before) = left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
            (left > 0).then(|| left.saturating_sub(TOGETHER))
        }) {
            let count = before.min(TOGETHER);
            let mut changes = Vec::new();
            for id in desk.store().next_order_ids(count as u32)? {
                changes.extend(life(desk.city(), words, id)?);
            }
            // The next lives are made up while these are being written.
            let next = desk.store().submit(changes)?;
            handed_over.replace(next).map_or(Ok(Vec::new()), store::Committing::wait)?;
            progress(done.fetch_add(count, Ordering::Relaxed) + count);
        }
        handed_over.map_or(Ok(Vec::new()), store::Committing::wait)?;
        Ok(())
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| thread.join().map_err(|_| anyhow!("a thread panicked"))?)
    })
}

/// Makes an act: seals its texts, and has them made up in so many words.
type Make<'a> = dyn Fn(&mut Texts, &mut dyn FnMut(usize) -> String) -> Act + 'a;

/// One life, as the changes that it makes.
fn life(city: &City, words: &Words, id: i64) -> Result<Vec<Change>> {
    let mut rng = SmallRng::seed_from_u64(id.unsigned_abs());
    let (at_once, is_open) = (rng.random_bool(0.5), rng.random_bool(0.05));
    let steps = if is_open { rng.random_range(1..7) } else { Step::ALL.len() };
    let mut changes = vec![registered(city, words, id, &mut rng)?];
    let mut add = |step: Step, make: &Make| {
        let before = changes.last().map(after).expect("the registration is there");
        next(city, before, words, &mut rng, step, make).map(|change| changes.push(change))
    };
    if at_once && !is_open {
        add(Step::Accept, &|texts, say| intake::AnswerAtOnce { answer: texts.seal(&say(40)) }.into())?;
        add(Step::Archive, &|_, _| closing::Archive {}.into())?;
    } else {
        Step::ALL[1..steps]
            .iter()
            .try_for_each(|step| add(*step, &|texts, say| step.act(unit(id), say, texts)))?;
    }
    // An open order's notices still wait to be sent.
    if is_open {
        changes.iter_mut().for_each(|change| change.jobs = notices(&change.after, &change.entry));
    }
    Ok(changes)
}

/// The change that registers an order.
pub fn registered(city: &City, words: &Words, id: i64, rng: &mut SmallRng) -> Result<Change> {
    let mut salts = SmallRng::seed_from_u64(rng.random());
    let mut salt = || salts.random();
    let mut texts = Texts::new(&mut salt);
    let told = told(unit(id), begin(id), &mut |count| words.text(count, rng));
    let act = register_act(&told, &mut texts);
    let by = Step::Register.by(unit(id));
    let mut change = open(OrderId(id), &act, &city.context(&by, begin(id)))?;
    change.texts = texts.sealed();
    Ok(change)
}

/// The change of the act that follows.
pub fn next(
    city: &City,
    before: Loaded,
    words: &Words,
    rng: &mut SmallRng,
    step: Step,
    make: impl FnOnce(&mut Texts, &mut dyn FnMut(usize) -> String) -> Act,
) -> Result<Change> {
    let mut salts = SmallRng::seed_from_u64(rng.random());
    let mut salt = || salts.random();
    let mut texts = Texts::new(&mut salt);
    let act = make(&mut texts, &mut |count| words.text(count, rng));
    let id = before.order.id.0;
    let mut change = decide(&before, &act, &city.context(&step.by(unit(id)), step.at(begin(id))))?;
    change.texts = texts.sealed();
    Ok(change)
}

/// The order after a change that is still to be committed. The store carries
/// the chain of hashes on by itself within one commit, so the head is left
/// out.
pub fn after(change: &Change) -> Loaded {
    Loaded { order: change.after.clone(), head: [0; 32] }
}
