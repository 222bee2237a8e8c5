//! 查目录: which entry says whose duty an order is, and why each other does not.

use std::collections::HashMap;

use jiff::civil::{Date, DateTime};

use super::condition::Holds;
use super::{DirectoryEntry, Facts, Predicate};
use crate::codes::codes;
use crate::ids::{MatterCode, PlaceCode};

/// What is asked of the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question<'a> {
    /// The matter.
    pub matter: &'a MatterCode,
    /// The place.
    pub place: &'a PlaceCode,
    /// The day on which the entry must be in force: that of the dispatch.
    pub on: Date,
    /// When the appeal came in, in the city's time; none when that is not known.
    pub time: Option<DateTime>,
    /// What else is known.
    pub facts: Facts,
}

codes! {
    /// 未适用的原因: why an entry did not win.
    Lost {
        /// 地点不符
        OtherPlace = "other_place",
        /// 不在有效期
        NotInForce = "not_in_force",
        /// 时段不符
        OtherHours = "other_hours",
        /// 季节不符
        OtherSeason = "other_season",
        /// 行为主体不符
        OtherSubject = "other_subject",
        /// 权属不符
        OtherOwner = "other_owner",
        /// 职责认定优先
        RulingGoesFirst = "ruling_goes_first",
        /// 另有更具体的事项
        MatterTooWide = "matter_too_wide",
        /// 另有更具体的地点
        PlaceTooWide = "place_too_wide",
        /// 另有条件更具体的条目
        ConditionTooWide = "condition_too_wide",
        /// 上级条目优先
        LevelTooLow = "level_too_low",
        /// 条目冲突：同等条件另有规定
        Tied = "tied",
    }
}

/// An entry that would win if what is not known were so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct If<'a> {
    /// The entry.
    pub entry: &'a DirectoryEntry,
    /// What has to be found out.
    pub unstated: Vec<Predicate>,
}

/// The outcome of a look-up, with its reasons.
#[derive(Debug, Clone, Default)]
pub struct LookUp<'a> {
    /// The entry that says whose duty it is.
    pub winner: Option<&'a DirectoryEntry>,
    /// The entries that would go before the winner if what the order does not
    /// state were so: none of them wins silently.
    pub ifs: Vec<If<'a>>,
    /// The other entries about the matter, each with the reason why it does not.
    pub others: Vec<(&'a DirectoryEntry, Lost)>,
}

/// One version of the directory.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    version: u32,
    entries: Vec<DirectoryEntry>,
    by_code: HashMap<String, usize>,
    by_matter: HashMap<String, Vec<usize>>,
    by_ruling: HashMap<String, Vec<usize>>,
}

impl Directory {
    /// A version of the directory with its entries.
    pub fn new(version: u32, entries: Vec<DirectoryEntry>) -> Self {
        let mut directory = Self { version, ..Self::default() };
        for (index, entry) in entries.iter().enumerate() {
            directory.by_code.entry(entry.code.clone()).or_insert(index);
            directory.by_matter.entry(entry.matter.0.clone()).or_default().push(index);
            if let Some(ruling) = &entry.ruling {
                directory.by_ruling.entry(ruling.clone()).or_default().push(index);
            }
        }
        Self { entries, ..directory }
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
        self.by_code.get(code).map(|&index| &self.entries[index])
    }

    /// The first entry in force that was made from a ruling.
    pub fn ruled(&self, number: &str, on: Date) -> Option<&DirectoryEntry> {
        let indexes = self.by_ruling.get(number)?;
        indexes.iter().map(|&index| &self.entries[index]).find(|entry| entry.is_in_force(on))
    }

    /// An entry that says otherwise than this one, and is as close.
    pub fn contradicts(&self, entry: &DirectoryEntry) -> Option<&DirectoryEntry> {
        self.about(&entry.matter).find(|other| entry.contradicts(other))
    }

    /// The entries about a matter itself, and neither about one above nor below.
    pub(super) fn about(&self, matter: &MatterCode) -> impl Iterator<Item = &DirectoryEntry> {
        self.by_matter.get(&matter.0).into_iter().flatten().map(|&index| &self.entries[index])
    }

    /// Whose duty an order is.
    pub fn look_up(&self, asked: &Question) -> LookUp<'_> {
        let mut found = LookUp::default();
        let mut possible = Vec::new();
        for entry in self.covering(asked.matter) {
            match entry.answers(asked) {
                Answer::No(why) => found.others.push((entry, why)),
                Answer::Yes => found.prefer(entry),
                Answer::If(unstated) => possible.push(If { entry, unstated }),
            }
        }
        for offered in possible {
            match found.winner.and_then(|winner| winner.beats(offered.entry)) {
                Some(why) => found.others.push((offered.entry, why)),
                None => found.ifs.push(offered),
            }
        }
        found.ifs.sort_by_key(|offered| std::cmp::Reverse(offered.entry.rank()));
        found
    }

    /// The entries about a matter and all above it, the closest first. Codes are
    /// ASCII, and a cut inside of a character finds nothing.
    pub(super) fn covering<'a>(&'a self, matter: &MatterCode) -> impl Iterator<Item = &'a DirectoryEntry> {
        let above = (1..=matter.0.len()).rev().filter_map(|length| matter.0.get(..length));
        let indexes = above.filter_map(|code| self.by_matter.get(code)).flatten();
        indexes.map(|&index| &self.entries[index])
    }
}

/// What an entry says to a question about its matter.
enum Answer {
    Yes,
    No(Lost),
    If(Vec<Predicate>),
}

impl DirectoryEntry {
    /// Whether it says whose duty an order is: it is about it, in force, and all
    /// that it demands is known to be so.
    pub fn covers(&self, asked: &Question) -> bool {
        self.matter.covers(asked.matter) && matches!(self.answers(asked), Answer::Yes)
    }

    /// What would have to be known for it to cover an order; empty when it covers
    /// it, none when it does not.
    pub fn unstated(&self, asked: &Question) -> Option<Vec<Predicate>> {
        match self.answers(asked) {
            _ if !self.matter.covers(asked.matter) => None,
            Answer::Yes => Some(Vec::new()),
            Answer::No(_) => None,
            Answer::If(unstated) => Some(unstated),
        }
    }

    fn answers(&self, asked: &Question) -> Answer {
        if self.place.as_ref().is_some_and(|own| !own.covers(asked.place)) {
            return Answer::No(Lost::OtherPlace);
        }
        if !self.is_in_force(asked.on) {
            return Answer::No(Lost::NotInForce);
        }
        match self.condition.holds(asked.time, asked.facts) {
            Holds::Yes => Answer::Yes,
            Holds::Unstated(unstated) => Answer::If(unstated),
            Holds::No(Predicate::Hours) => Answer::No(Lost::OtherHours),
            Holds::No(Predicate::Season) => Answer::No(Lost::OtherSeason),
            Holds::No(Predicate::Subject) => Answer::No(Lost::OtherSubject),
            Holds::No(Predicate::Ownership) => Answer::No(Lost::OtherOwner),
        }
    }

    /// Why another does not win beside this one; none when it goes before it.
    fn beats(&self, other: &DirectoryEntry) -> Option<Lost> {
        let (own, other) = (self.rank(), other.rank());
        let reasons = [
            (own.ruled.cmp(&other.ruled), Lost::RulingGoesFirst),
            (own.matter.cmp(&other.matter), Lost::MatterTooWide),
            (own.place.cmp(&other.place), Lost::PlaceTooWide),
            (own.conditions.cmp(&other.conditions), Lost::ConditionTooWide),
            (own.level.cmp(&other.level), Lost::LevelTooLow),
        ];
        match reasons.into_iter().find(|(order, _)| order.is_ne()) {
            Some((std::cmp::Ordering::Less, _)) => None,
            Some((_, why)) => Some(why),
            None => Some(Lost::Tied),
        }
    }
}

impl<'a> LookUp<'a> {
    fn prefer(&mut self, entry: &'a DirectoryEntry) {
        let Some(winner) = self.winner else {
            self.winner = Some(entry);
            return;
        };
        match winner.beats(entry) {
            Some(why) => self.others.push((entry, why)),
            None => {
                // The one that goes before it says why it lost.
                self.others.extend(entry.beats(winner).map(|why| (winner, why)));
                self.winner = Some(entry);
            }
        }
    }
}
