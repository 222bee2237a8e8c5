//! Appeals as they come in, each to those about the same.

use rustc_hash::FxHashMap;

use super::group::{Group, Member};
use crate::gist::{Gist, Rarity};

/// An appeal joins those of which one is at least so near, and the nearest
/// three are near on average; chosen where the result hardly moves
/// (docs/text.md).
const NEAR: f32 = 0.22;
const NEAR_ON_AVERAGE: f32 = 0.12;
const NEAREST: usize = 3;

/// A word of more appeals than this brings nobody together.
const FREQUENT: usize = 5_000;

/// So many of an appeal's rarest words are kept to name what it is about.
const NAMING: usize = 8;

/// An appeal that came in.
#[derive(Debug, Clone, Copy)]
pub struct Heard<'a> {
    /// By which it is known.
    pub id: u64,
    /// Its title; may be empty.
    pub title: &'a str,
    /// What was told.
    pub story: &'a str,
    /// When, in seconds since 1970.
    pub at: i64,
    /// Who: the same number for the same person; none when nobody is named.
    pub caller: Option<u64>,
    /// Where, as the city names it; may be empty.
    pub place: &'a str,
}

/// Appeals in the order in which they came, and the groups they form.
#[derive(Debug, Default)]
pub struct HotStream {
    rarity: Rarity,
    found_by: FxHashMap<u64, Vec<(u32, f32)>>,
    members: Vec<Member>,
    group_of: Vec<u32>,
    groups: FxHashMap<u32, Vec<u32>>,
}

impl HotStream {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes an appeal in, and answers its group for now: the place of its first
    /// member in the stream.
    pub fn hear(&mut self, heard: &Heard<'_>) -> u32 {
        let gist = Gist::of(heard.title, heard.story);
        self.rarity.see(&gist);
        let weighed = gist.weighed(&self.rarity);
        let halves = || weighed.words.weights().iter().chain(weighed.title.weights());
        let mut near: FxHashMap<u32, f32> = FxHashMap::default();
        for &(key, weight) in halves() {
            let appeals = self.found_by.get(&key).map(Vec::as_slice).unwrap_or_default();
            if appeals.len() <= FREQUENT {
                appeals
                    .iter()
                    .for_each(|&(index, theirs)| *near.entry(index).or_default() += 0.5 * weight * theirs);
            }
        }
        let index = self.members.len() as u32;
        for &(key, weight) in halves() {
            self.found_by.entry(key).or_default().push((index, weight));
        }
        self.members.push(Member::new(heard, naming(&gist, &self.rarity)));
        self.group_of.push(index);
        self.groups.insert(index, vec![index]);
        for group in self.near_groups(&near) {
            self.join(group, self.group_of[index as usize]);
        }
        self.group_of[index as usize]
    }

    /// The group of the appeal that came in at this place of the stream.
    pub fn group_of(&self, index: usize) -> Option<u32> {
        self.group_of.get(index).copied()
    }

    /// The groups of several people at a moment (seconds since 1970), the hottest first.
    pub fn hot(&self, now: i64) -> Vec<Group> {
        let told = |members: &Vec<u32>| {
            let members: Vec<&Member> = members.iter().map(|&index| &self.members[index as usize]).collect();
            Group::of(&members, now)
        };
        let mut groups: Vec<Group> =
            self.groups.values().filter(|members| members.len() > 1).map(told).collect();
        groups.sort_by(|a, b| b.heat.total_cmp(&a.heat).then(a.first.cmp(&b.first)).then(a.ids.cmp(&b.ids)));
        groups
    }

    /// The groups that are near enough, the nearest first.
    fn near_groups(&self, near: &FxHashMap<u32, f32>) -> Vec<u32> {
        let mut by_group: FxHashMap<u32, Vec<f32>> = FxHashMap::default();
        for (&index, &likeness) in near {
            by_group.entry(self.group_of[index as usize]).or_default().push(likeness);
        }
        let mut groups: Vec<(f32, u32)> = Vec::new();
        for (group, mut likeness) in by_group {
            likeness.sort_by(|a, b| b.total_cmp(a));
            let counted = NEAREST.min(self.groups[&group].len());
            let average = likeness.iter().take(counted).sum::<f32>() / counted as f32;
            if likeness[0] >= NEAR && average >= NEAR_ON_AVERAGE {
                groups.push((likeness[0], group));
            }
        }
        groups.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// Makes two groups one, under the elder's name.
    fn join(&mut self, one: u32, other: u32) {
        let (elder, younger) = (one.min(other), one.max(other));
        if elder == younger {
            return;
        }
        let members = self.groups.remove(&younger).unwrap_or_default();
        members.iter().for_each(|&index| self.group_of[index as usize] = elder);
        self.groups.entry(elder).or_default().extend(members);
    }
}

/// The rarest words of an appeal.
fn naming(gist: &Gist, rarity: &Rarity) -> Vec<String> {
    let mut words: Vec<(f32, &String)> =
        gist.spelt.iter().map(|(key, word)| (rarity.of(*key), word)).collect();
    words.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    words.into_iter().take(NAMING).map(|(_, word)| word.clone()).collect()
}
