//! 回放: orders that were imported go through their whole lives under a
//! policy, with the recorded unit, times and answers where the source has
//! them. What it does not have is not made up to look good: a citizen who was
//! not asked there is not asked here.

mod recorded;

pub use recorded::{MOST_UNNAMED, unnamed};

use desk::City;
use domain::ids::OrderId;
use domain::{Moment, Stage};
use store::Store;

use crate::play::{Actors, Phrases, Play, Staff, Summary};

/// So many orders are on their way at a time; each chunk is played to its
/// end, so that memory does not grow with the history.
const CHUNK: usize = 20_000;

/// Plays every imported order that is not archived to its end; `progress`
/// hears how many were taken up.
///
/// # Errors
/// The store's fault; what was committed stays, and another run goes on from
/// there.
pub fn replay(store: &Store, city: &City, progress: &dyn Fn(u64)) -> anyhow::Result<Summary> {
    let phrases = Phrases::parse(crate::city_files::text("phrases.toml").unwrap_or_default())?;
    let staff = Staff::new(&store.people()?);
    let rulings = store.rulings_in_force()?;
    let actors = Actors { staff: &staff, phrases: &phrases, rulings, rules_for: None };
    let mut play = Play::new(store, city, actors, Moment(i64::MAX));
    let mut after = OrderId(0);
    let mut taken = 0;
    loop {
        let imported = store.imported(after, CHUNK)?;
        let Some(last) = imported.last() else { break };
        after = last.order;
        for import in &imported {
            taken += 1;
            let Some(loaded) = store.order(import.order)? else { continue };
            if loaded.order.stage != Stage::Archived {
                let fate = recorded::fate(&loaded.order, import, city)?;
                play.take_up(loaded, fate);
            }
        }
        play.run_until(Moment(i64::MAX))?;
        progress(taken);
    }
    play.finish()
}
