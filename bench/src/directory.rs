//! How fast the directory says whose duty an order is, with every reason: among
//! entries, and entries that were made from rulings.

use std::time::Instant;

use anyhow::{Result, ensure};
use clap::Args;
use domain::directory::{
    Condition, Directory, DirectoryEntry, DutyLevel, DutySource, Facts, Ownership, Question, Subject,
};
use domain::ids::{MatterCode, PlaceCode};
use jiff::civil::date;
use rand::rngs::SmallRng;
use rand::{RngExt as _, SeedableRng as _};

use crate::measure::Watch;

/// What the directory holds.
#[derive(Args)]
pub struct Settings {
    /// So many entries
    #[arg(long, default_value_t = 5_000)]
    entries: u32,
    /// So many entries that were made from rulings
    #[arg(long, default_value_t = 10_000)]
    rulings: u32,
    /// So many look-ups
    #[arg(long, default_value_t = 100_000)]
    look_ups: u32,
}

/// Matters stand in a tree of three levels, as a city's list does: 20 × 20 × 10.
const WIDTHS: [u32; 3] = [20, 20, 10];

/// Measures look-ups one after the other.
pub fn run(settings: &Settings) -> Result<()> {
    let mut rng = SmallRng::seed_from_u64(1);
    let entries = (0..settings.entries + settings.rulings)
        .map(|no| entry(no, no >= settings.entries, &mut rng))
        .collect();
    let directory = Directory::new(1, entries);
    let (mut each, mut reasons) = (Vec::with_capacity(settings.look_ups as usize), 0);
    let watch = Watch::start(None);
    for _ in 0..settings.look_ups {
        let (matter, place) = (matter(3, &mut rng), place(2, &mut rng));
        let facts = Facts {
            subject: rng.random_ratio(1, 2).then_some(Subject::Company),
            ownership: rng.random_ratio(1, 2).then_some(Ownership::Municipal),
        };
        let time = Some(date(2026, 6, 1).at(rng.random_range(0..24), 0, 0, 0));
        let asked = Question { matter: &matter, place: &place, on: date(2026, 6, 1), time, facts };
        let began = Instant::now();
        let found = directory.look_up(&asked);
        each.push(began.elapsed());
        reasons += found.others.len() + found.ifs.len();
    }
    let measured = watch.stop(each);
    ensure!(reasons > 0, "no entry was met: nothing was measured");
    println!(
        "{} entries and {} from rulings: {:.0} look-ups a second, p50 {} µs, p99 {} µs, {:.1} reasons each",
        settings.entries,
        settings.rulings,
        measured.rate,
        measured.p50,
        measured.p99,
        reasons as f64 / f64::from(settings.look_ups)
    );
    Ok(())
}

fn entry(no: u32, ruled: bool, rng: &mut SmallRng) -> DirectoryEntry {
    let condition = Condition {
        hours: rng.random_ratio(1, 10).then(|| "22:00-06:00".parse().expect("hours")),
        season: None,
        subjects: if rng.random_ratio(1, 10) { vec![Subject::Company] } else { Vec::new() },
        ownerships: if rng.random_ratio(1, 5) { vec![Ownership::Utility] } else { Vec::new() },
    };
    let (deep, near) = (rng.random_range(1..=3), rng.random_range(0..=2));
    DirectoryEntry {
        code: format!("D{no}"),
        matter: matter(deep, rng),
        place: (near > 0).then(|| place(near, rng)),
        condition,
        lead: domain::ids::UnitId(format!("U{}", rng.random_range(0..200))),
        assists: Vec::new(),
        level: DutyLevel::City,
        limit: None,
        evidence: Vec::new(),
        basis: "invented".to_owned(),
        source: if ruled { DutySource::Ruling } else { DutySource::Law },
        ruling: ruled.then(|| format!("R{no}")),
        approver: None,
        from: date(2024, 1, 1),
        until: None,
        review: None,
    }
}

fn matter(levels: usize, rng: &mut SmallRng) -> MatterCode {
    MatterCode(WIDTHS[..levels].iter().map(|width| format!("{:02}", rng.random_range(0..*width))).collect())
}

fn place(levels: usize, rng: &mut SmallRng) -> PlaceCode {
    PlaceCode((0..levels).map(|_| rng.random_range(0..10).to_string()).collect())
}
