//! 目录回放: what a version of the directory, or a draft, would have done with
//! past orders. It counts in both directions: what it would have put right, and
//! what it would have sent astray.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::{Date, DateTime};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Directory, Facts, Question};
use crate::ids::{MatterCode, PlaceCode, UnitId};

/// What a replay reads of a past order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Its number.
    pub number: String,
    /// The matter.
    pub matter: MatterCode,
    /// The place.
    pub place: PlaceCode,
    /// What else is known of it.
    pub facts: Facts,
    /// When it came in, in the city's time.
    pub time: DateTime,
    /// The unit that it was first sent to as its lead; none when it never was.
    pub first: Option<UnitId>,
    /// The unit that had it last, as its lead.
    pub last: Option<UnitId>,
    /// How often it was returned.
    pub returns: u32,
    /// How often it was disputed whose it is.
    pub disputes: u32,
}

/// Orders that would have gone elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "MovedOrders")]
pub struct Moved {
    /// The unit that they were first sent to.
    pub from: UnitId,
    /// The unit that they would have been sent to.
    pub to: UnitId,
    /// How many.
    pub orders: u64,
    /// Of these, orders that ended with the unit that they would have been sent to.
    pub right: u64,
    /// Of these, orders that ended where they were first sent.
    pub astray: u64,
    /// The number of one of them.
    pub example: String,
}

/// What came of a replay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "ReplayOutcome")]
pub struct Replayed {
    /// The version; of a draft, the one that it would become.
    pub version: u32,
    /// The day on which entries had to be in force.
    pub on: Date,
    /// Orders looked at.
    pub orders: u64,
    /// Orders that were sent to a unit, and that an entry covers.
    pub named: u64,
    /// Orders that no entry covers: a person would have had to decide.
    pub unnamed: u64,
    /// Orders of which too little is known: with more, another entry might win.
    pub conditional: u64,
    /// Orders that would have gone first to another unit than they did.
    pub changed: u64,
    /// Of the changed ones, orders that ended with the unit that they would have been sent to at once.
    pub right_at_once: u64,
    /// Of the changed ones, orders that ended where they were first sent: these it would have sent astray.
    pub astray: u64,
    /// Returns that these orders would have been spared (the ones right at once).
    pub returns_saved: u64,
    /// Disputes that they would have been spared.
    pub disputes_saved: u64,
    /// From where to where, the most orders first.
    pub moved: Vec<Moved>,
    /// Entries in force that no order met.
    pub never_hit: Vec<String>,
}

/// A replay under way.
#[derive(Debug)]
pub struct Replay<'a> {
    directory: &'a Directory,
    on: Date,
    hit: HashSet<&'a str>,
    moved: BTreeMap<(UnitId, UnitId), Moved>,
    outcome: Replayed,
}

impl<'a> Replay<'a> {
    /// Begins a replay of a version as it stood on a day.
    pub fn begin(directory: &'a Directory, on: Date) -> Self {
        let outcome = Replayed {
            version: directory.version(),
            on,
            orders: 0,
            named: 0,
            unnamed: 0,
            conditional: 0,
            changed: 0,
            right_at_once: 0,
            astray: 0,
            returns_saved: 0,
            disputes_saved: 0,
            moved: Vec::new(),
            never_hit: Vec::new(),
        };
        Self { directory, on, hit: HashSet::new(), moved: BTreeMap::new(), outcome }
    }

    /// Takes the next order.
    pub fn take(&mut self, past: &Past) {
        let out = &mut self.outcome;
        out.orders += 1;
        let Some(first) = &past.first else { return };
        let time = Some(past.time);
        let asked =
            Question { matter: &past.matter, place: &past.place, on: self.on, time, facts: past.facts };
        let found = self.directory.look_up(&asked);
        out.conditional += u64::from(!found.ifs.is_empty());
        let Some(winner) = found.winner else {
            out.unnamed += 1;
            return;
        };
        out.named += 1;
        self.hit.insert(&winner.code);
        if winner.lead == *first {
            return;
        }
        let right = past.last.as_ref() == Some(&winner.lead);
        let astray = past.last.as_ref() == Some(first);
        out.changed += 1;
        out.astray += u64::from(astray);
        if right {
            out.right_at_once += 1;
            out.returns_saved += u64::from(past.returns);
            out.disputes_saved += u64::from(past.disputes);
        }
        let moved = self.moved.entry((first.clone(), winner.lead.clone())).or_insert_with(|| Moved {
            from: first.clone(),
            to: winner.lead.clone(),
            orders: 0,
            right: 0,
            astray: 0,
            example: past.number.clone(),
        });
        moved.orders += 1;
        moved.right += u64::from(right);
        moved.astray += u64::from(astray);
    }

    /// Ends it, and says what came of it.
    pub fn end(mut self) -> Replayed {
        self.outcome.moved = self.moved.into_values().collect();
        self.outcome.moved.sort_by_key(|moved| std::cmp::Reverse(moved.orders));
        let in_force = self.directory.entries().iter().filter(|entry| entry.is_in_force(self.on));
        let unhit = in_force.filter(|entry| !self.hit.contains(entry.code.as_str()));
        self.outcome.never_hit = unhit.map(|entry| entry.code.clone()).collect();
        self.outcome
    }
}
