//! 目录体检: what is wrong with a version of the directory, each finding with an
//! example. Nothing here repairs anything: a finding is the reason for a draft.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Directory, DirectoryEntry, Facts, Question};
use crate::codes::{UnitKind, codes};
use crate::ids::{MatterCode, PlaceCode, UnitId};
use crate::units::Units;

/// How many orders there were of one matter at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volume {
    /// The matter.
    pub matter: MatterCode,
    /// The place.
    pub place: PlaceCode,
    /// What else was known of them.
    pub facts: Facts,
    /// How many orders.
    pub orders: u64,
    /// The number of one of them.
    pub example: String,
}

/// 目录冲突: two entries that are equally close to the same orders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DirectoryContradiction")]
pub struct Quarrel {
    /// One of them.
    pub one: DirectoryEntry,
    /// The other.
    pub other: DirectoryEntry,
}

/// 目录空白: a matter that no entry in force covers, or not everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DirectoryGap")]
pub struct Gap {
    /// The matter.
    pub matter: MatterCode,
    /// The places at which there were such orders; empty when there were none.
    pub places: Vec<PlaceCode>,
    /// How many orders it was that nothing covers.
    pub orders: u64,
    /// The number of one of them.
    pub example: Option<String>,
}

codes! {
    /// 单位失效的原因: why nothing can be sent to a unit that an entry names.
    Unfit {
        /// 单位不存在
        Unknown = "unknown",
        /// 单位已撤并
        Ended = "ended",
        /// 村（居）不得主办
        Village = "village",
    }
}

/// 单位失效: an entry that names a unit to which nothing can be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DirectoryDeadUnit")]
pub struct Unheld {
    /// The entry.
    pub entry: String,
    /// The unit.
    pub unit: UnitId,
    /// Why.
    pub why: Unfit,
    /// The unit in its place, when one was named.
    pub successor: Option<UnitId>,
}

/// 依据到期: an entry whose time is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DirectoryStaleEntry")]
pub struct Stale {
    /// The entry.
    pub entry: String,
    /// Since when.
    pub since: Date,
    /// What it rests on.
    pub basis: String,
}

/// 循环: units that send a matter round, each to the next and the last to the
/// first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DirectoryCycle")]
pub struct Cycle {
    /// The units, in the order of the round.
    pub units: Vec<UnitId>,
    /// The entries that make it; empty when it is units that ended, each in
    /// favour of the next.
    pub entries: Vec<String>,
}

/// What is wrong with a version of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DirectoryFindings")]
pub struct Findings {
    /// The version.
    pub version: u32,
    /// The day for which it was checked.
    pub on: Date,
    /// Entries in force on it.
    pub entries: usize,
    /// Entries that say different things of the same orders.
    pub contradictions: Vec<Quarrel>,
    /// Matters without an entry, those with the most orders first.
    pub gaps: Vec<Gap>,
    /// Entries that name units to which nothing can be sent.
    pub dead_units: Vec<Unheld>,
    /// Entries that ran out, and in whose place nothing stands.
    pub expired: Vec<Stale>,
    /// Entries that should have been looked at again.
    pub past_review: Vec<Stale>,
    /// Matters that would go round.
    pub cycles: Vec<Cycle>,
    /// Orders by whose matter and place the directory was asked.
    pub orders: u64,
    /// Of these, orders that an entry covers, or would if more were known of them.
    pub orders_covered: u64,
}

/// Checks a version for a day. `matters` are those of the city's list that have
/// nothing below them, `volumes` the orders there were.
pub fn check(
    directory: &Directory,
    on: Date,
    units: &Units,
    matters: &[MatterCode],
    volumes: &[Volume],
) -> Findings {
    let in_force: Vec<_> = directory.entries().iter().filter(|entry| entry.is_in_force(on)).collect();
    let (gaps, orders, orders_covered) = gaps(directory, on, matters, volumes);
    Findings {
        version: directory.version(),
        on,
        entries: in_force.len(),
        contradictions: contradictions(directory, on),
        gaps,
        dead_units: in_force.iter().flat_map(|entry| dead_units(entry, units)).collect(),
        expired: expired(directory, on),
        past_review: in_force.iter().filter_map(|entry| past_review(entry, on)).collect(),
        cycles: [circles_of_successors(&in_force, units), pairs(directory, on, &in_force)].concat(),
        orders,
        orders_covered,
    }
}

/// Also of entries to come: what will contradict is better known today.
fn contradictions(directory: &Directory, on: Date) -> Vec<Quarrel> {
    let lasting = |entry: &&DirectoryEntry| entry.until.is_none_or(|until| on < until);
    let mut found = Vec::new();
    for one in directory.entries().iter().filter(lasting) {
        let others = directory.about(&one.matter).filter(lasting);
        // Each pair once.
        let others = others.filter(|other| one.code < other.code && one.contradicts(other));
        found.extend(others.map(|other| Quarrel { one: one.clone(), other: other.clone() }));
    }
    found
}

fn gaps(directory: &Directory, on: Date, matters: &[MatterCode], volumes: &[Volume]) -> (Vec<Gap>, u64, u64) {
    let mut open: BTreeMap<&MatterCode, Gap> = BTreeMap::new();
    let (mut orders, mut covered) = (0, 0);
    for volume in volumes {
        let asked =
            Question { matter: &volume.matter, place: &volume.place, on, time: None, facts: volume.facts };
        let found = directory.look_up(&asked);
        orders += volume.orders;
        if found.winner.is_some() || !found.ifs.is_empty() {
            covered += volume.orders;
            continue;
        }
        let gap = open.entry(&volume.matter).or_insert_with(|| Gap::of(&volume.matter));
        gap.orders += volume.orders;
        gap.example.get_or_insert_with(|| volume.example.clone());
        if !gap.places.contains(&volume.place) {
            gap.places.push(volume.place.clone());
        }
    }
    for matter in matters {
        if !directory.covering(matter).any(|entry| entry.is_in_force(on)) {
            open.entry(matter).or_insert_with(|| Gap::of(matter));
        }
    }
    let mut gaps: Vec<Gap> = open.into_values().collect();
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.orders));
    (gaps, orders, covered)
}

impl Gap {
    fn of(matter: &MatterCode) -> Gap {
        Gap { matter: matter.clone(), places: Vec::new(), orders: 0, example: None }
    }
}

fn dead_units(entry: &DirectoryEntry, units: &Units) -> Vec<Unheld> {
    let named =
        std::iter::once((&entry.lead, true)).chain(entry.assists.iter().map(|duty| (&duty.unit, false)));
    let dead = named.filter_map(|(unit, leads)| {
        let (why, successor) = match (units.get(unit), units.ended(unit)) {
            (None, _) => (Unfit::Unknown, None),
            (_, Some(successor)) => (Unfit::Ended, successor.clone()),
            (Some(known), None) if leads && known.kind == UnitKind::Village => (Unfit::Village, None),
            _ => return None,
        };
        Some(Unheld { entry: entry.code.clone(), unit: unit.clone(), why, successor })
    });
    dead.collect()
}

fn expired(directory: &Directory, on: Date) -> Vec<Stale> {
    let over = directory.entries().iter().filter_map(|entry| {
        let since = entry.until.filter(|until| *until <= on)?;
        let everywhere = PlaceCode::default();
        let place = entry.place.as_ref().unwrap_or(&everywhere);
        let asked = Question { matter: &entry.matter, place, on, time: None, facts: Facts::default() };
        let found = directory.look_up(&asked);
        let replaced = found.winner.is_some() || !found.ifs.is_empty();
        (!replaced).then(|| Stale { entry: entry.code.clone(), since, basis: entry.basis.clone() })
    });
    over.collect()
}

fn past_review(entry: &DirectoryEntry, on: Date) -> Option<Stale> {
    let since = entry.review.filter(|review| *review < on)?;
    Some(Stale { entry: entry.code.clone(), since, basis: entry.basis.clone() })
}

/// Units that ended in favour of each other, so that none of them is left.
fn circles_of_successors(in_force: &[&DirectoryEntry], units: &Units) -> Vec<Cycle> {
    let mut rounds: Vec<Vec<UnitId>> = Vec::new();
    for entry in in_force {
        let mut walked = vec![&entry.lead];
        while let Some(Some(next)) = units.ended(walked[walked.len() - 1]) {
            if let Some(at) = walked.iter().position(|unit| *unit == next) {
                let mut round: Vec<UnitId> = walked[at..].iter().map(|unit| (*unit).clone()).collect();
                let least = (0..round.len()).min_by_key(|at| &round[*at]).unwrap_or(0);
                round.rotate_left(least);
                if !rounds.contains(&round) {
                    rounds.push(round);
                }
                break;
            }
            walked.push(next);
        }
    }
    rounds.into_iter().map(|units| Cycle { units, entries: Vec::new() }).collect()
}

/// Two entries about one matter that can meet in one order, of which each makes
/// the other's lead its assist: each unit can call the other the lead.
fn pairs(directory: &Directory, on: Date, in_force: &[&DirectoryEntry]) -> Vec<Cycle> {
    let calls = |one: &DirectoryEntry, unit: &UnitId| one.assists.iter().any(|duty| duty.unit == *unit);
    let meets = |one: &DirectoryEntry, other: &DirectoryEntry| {
        let around = |one: &DirectoryEntry, other: &DirectoryEntry| match (&one.place, &other.place) {
            (Some(one), Some(other)) => one.covers(other),
            (one, _) => one.is_none(),
        };
        one.condition.meets(&other.condition) && (around(one, other) || around(other, one))
    };
    let mut found = Vec::new();
    for one in in_force {
        let others = directory.about(&one.matter).filter(|other| {
            one.code < other.code
                && other.is_in_force(on)
                && calls(one, &other.lead)
                && calls(other, &one.lead)
                && meets(one, other)
        });
        found.extend(others.map(|other| Cycle {
            units: vec![one.lead.clone(), other.lead.clone()],
            entries: vec![one.code.clone(), other.code.clone()],
        }));
    }
    found
}
