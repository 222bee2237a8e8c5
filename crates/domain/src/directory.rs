//! 派单目录: whose duty a matter is, where, and by what law.

use std::collections::HashMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::{MatterCode, PlaceCode, UnitId};

/// One entry of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DirectoryEntry {
    /// Its stable code.
    pub code: String,
    /// The matter, with all that lies below it.
    pub matter: MatterCode,
    /// The place, with all that lies within it; none for everywhere.
    #[serde(default)]
    pub place: Option<PlaceCode>,
    /// 主办.
    pub lead: UnitId,
    /// 协办, each with its task.
    #[serde(default)]
    pub assists: Vec<AssistDuty>,
    /// On which level the duty lies.
    pub level: String,
    /// The law, the 三定规定, the list of powers, the ruling or the minutes.
    pub basis: String,
    /// Where the entry comes from: law, duties, ruling, minutes.
    pub source: String,
    /// The number of the ruling that it was made from.
    #[serde(default)]
    pub ruling: Option<String>,
    /// In force from this day.
    pub from: Date,
    /// In force until this day (not included).
    #[serde(default)]
    pub until: Option<Date>,
    /// When it is to be looked at again.
    #[serde(default)]
    pub review: Option<Date>,
}

/// What an assisting unit is to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssistDuty {
    /// The unit.
    pub unit: UnitId,
    /// Its task.
    pub task: String,
}

/// Why an entry did not win.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Lost {
    /// It is about another place.
    OtherPlace,
    /// It is not in force on that day.
    NotInForce,
    /// Another entry is closer to the matter.
    MatterTooWide,
    /// Another entry is closer to the place.
    PlaceTooWide,
}

/// The outcome of a look-up, with its reasons.
#[derive(Debug, Clone, Default)]
pub struct LookUp<'a> {
    /// The entry that says whose duty it is.
    pub winner: Option<&'a DirectoryEntry>,
    /// The entries about the matter that do not, each with the reason.
    pub others: Vec<(&'a DirectoryEntry, Lost)>,
}

/// One version of the directory.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    version: u32,
    entries: Vec<DirectoryEntry>,
    by_matter: HashMap<String, Vec<usize>>,
}

impl Directory {
    /// A version of the directory with its entries.
    pub fn new(version: u32, entries: Vec<DirectoryEntry>) -> Self {
        let mut by_matter: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, entry) in entries.iter().enumerate() {
            by_matter.entry(entry.matter.0.clone()).or_default().push(index);
        }
        Self { version, entries, by_matter }
    }

    /// Its version.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Its entries.
    pub fn entries(&self) -> &[DirectoryEntry] {
        &self.entries
    }

    /// An entry by its code.
    pub fn entry(&self, code: &str) -> Option<&DirectoryEntry> {
        self.entries.iter().find(|entry| entry.code == code)
    }

    /// The entries in force that were made from a ruling.
    pub fn ruled(&self, number: &str, on: Date) -> Option<&DirectoryEntry> {
        self.entries.iter().find(|entry| entry.ruling.as_deref() == Some(number) && entry.is_in_force(on))
    }

    /// An entry that says otherwise of the same matter at the same place, on
    /// the same level and at a time that both are in force: of two such, no
    /// look-up could choose.
    pub fn contradicts(&self, entry: &DirectoryEntry) -> Option<&DirectoryEntry> {
        let beside = |other: &&DirectoryEntry| {
            other.code != entry.code
                && (&other.matter, &other.place, &other.level) == (&entry.matter, &entry.place, &entry.level)
                && other.until.is_none_or(|until| entry.from < until)
                && entry.until.is_none_or(|until| other.from < until)
        };
        self.entries.iter().find(beside)
    }

    /// Whose duty a matter is at a place on a day. The closest matter wins,
    /// then the closest place.
    pub fn look_up(&self, matter: &MatterCode, place: &PlaceCode, on: Date) -> LookUp<'_> {
        let mut found = LookUp::default();
        // From the matter itself up to its widest class; codes are ASCII, and
        // a cut inside of a character finds nothing.
        for length in (1..=matter.0.len()).rev() {
            let Some(indexes) = matter.0.get(..length).and_then(|code| self.by_matter.get(code)) else {
                continue;
            };
            let closer_matter = found.winner.is_some();
            for entry in indexes.iter().map(|&index| &self.entries[index]) {
                match entry.loses(place, on) {
                    Some(why) => found.others.push((entry, why)),
                    None if closer_matter => found.others.push((entry, Lost::MatterTooWide)),
                    None => found.prefer(entry),
                }
            }
        }
        found
    }
}

impl DirectoryEntry {
    /// Whether it is in force on a day.
    pub fn is_in_force(&self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|until| on < until)
    }

    /// Whether it says whose duty a matter is at a place on a day.
    pub fn covers(&self, matter: &MatterCode, place: &PlaceCode, on: Date) -> bool {
        self.matter.covers(matter) && self.loses(place, on).is_none()
    }

    fn loses(&self, place: &PlaceCode, on: Date) -> Option<Lost> {
        if self.place.as_ref().is_some_and(|own| !own.covers(place)) {
            Some(Lost::OtherPlace)
        } else if !self.is_in_force(on) {
            Some(Lost::NotInForce)
        } else {
            None
        }
    }

    fn closeness(&self) -> usize {
        self.place.as_ref().map_or(0, |place| place.0.len())
    }
}

impl<'a> LookUp<'a> {
    fn prefer(&mut self, entry: &'a DirectoryEntry) {
        match self.winner {
            Some(winner) if winner.closeness() >= entry.closeness() => {
                self.others.push((entry, Lost::PlaceTooWide));
            }
            Some(winner) => {
                self.others.push((winner, Lost::PlaceTooWide));
                self.winner = Some(entry);
            }
            None => self.winner = Some(entry),
        }
    }
}
