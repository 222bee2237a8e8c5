//! 模拟: a city's days, drawn from a seed. The same seed gives the same
//! journal, byte for byte.

mod appeals;
mod arrivals;
mod fates;
mod unclear;

use desk::City;
use domain::Moment;
use domain::ids::CitizenId;
use jiff::civil::Date;
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use store::Store;

use crate::play::{Actors, Phrases, Play, Staff, Summary};
pub use appeals::Templates;

/// What is simulated.
#[derive(Debug, Clone)]
pub struct Plan {
    /// How many appeals arrive.
    pub orders: u64,
    /// Over how many days.
    pub days: u32,
    /// From which day on.
    pub from: Date,
    /// The seed of all chance.
    pub seed: u64,
    /// Whether the run stops with the last day and leaves orders on their
    /// way, or plays every life to its end.
    pub stop_at_end: bool,
    /// Duties that nobody drew clearly, and what becomes of the rulings on them; none for a city
    /// whose directory says it all.
    pub quarrels: Option<Quarrels>,
}

/// What is assumed of unclear duties.
#[derive(Debug, Clone, Copy)]
pub struct Quarrels {
    /// Whether a ruling holds for all such orders.
    pub become_rules: bool,
    /// Of a hundred pairs of matter and county, so many are unclear.
    pub unclear: u32,
    /// For how many days a ruling holds.
    pub lasting: u32,
}

/// Runs a simulation; `progress` hears how many of the appeals have arrived.
///
/// # Errors
/// The store's fault, or data of the city that does not fit.
pub fn simulate(store: &Store, city: &City, plan: &Plan, progress: &dyn Fn(u64)) -> anyhow::Result<Summary> {
    let templates = Templates::load(store)?;
    let phrases = Phrases::parse(crate::city_files::text("phrases.toml").unwrap_or_default())?;
    let staff = Staff::new(&store.people()?);
    let mut chance = ChaCha8Rng::seed_from_u64(plan.seed);
    let times = arrivals::times(plan, city, &mut chance);
    let end = city.calendar.start_of(plan.from + jiff::Span::new().days(i64::from(plan.days)));
    let until = if plan.stop_at_end { end.plus_millis(-1) } else { Moment(i64::MAX) };

    let rules_for = plan.quarrels.filter(|quarrels| quarrels.become_rules).map(|quarrels| quarrels.lasting);
    let rulings = store.rulings_in_force()?;
    let actors = Actors { staff: &staff, phrases: &phrases, rulings, rules_for };
    let mut play = Play::new(store, city, actors, until);
    let mut citizens = 0..0;
    for (index, at) in times.into_iter().enumerate() {
        // Each appeal has a stream of chance of its own, so that one more
        // dice thrown for one does not change all others.
        let mut own = ChaCha8Rng::seed_from_u64(plan.seed);
        own.set_stream(index as u64 + 1);
        if citizens.is_empty() {
            citizens = store.next_citizen_ids(1_000)?;
        }
        let citizen = CitizenId(citizens.next().expect("a block of numbers is never empty"));
        let mut arrival = templates.arrival(at, citizen, city, &staff, own);
        if let Some(quarrels) = &plan.quarrels {
            unclear::unsettle(&mut arrival, quarrels, plan.seed, city);
        }
        play.expect(arrival);
        play.run_until(at)?;
        progress(index as u64 + 1);
    }
    play.finish()
}

/// Draws true with a chance of so many in a thousand.
fn chance(rng: &mut ChaCha8Rng, in_a_thousand: u32) -> bool {
    rng.next_u32() % 1000 < in_a_thousand
}
