//! What is known of appeals about one thing.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{DAY, Heard};

/// Heat halves in so many days.
const HALF_LIFE: f64 = 7.0;

/// So many unnamed appeals are believed beside the named ones: all of them may
/// come from one person.
const UNNAMED: usize = 2;

/// So many words name a group.
const NAMED: usize = 4;

/// The days of a trend, and of those before.
const TREND: i64 = 7 * DAY;

/// An appeal in a group.
#[derive(Debug)]
pub(super) struct Member {
    id: u64,
    title: String,
    words: Vec<String>,
    at: i64,
    caller: Option<u64>,
    place: String,
}

impl Member {
    pub fn new(heard: &Heard<'_>, words: Vec<String>) -> Self {
        let (title, place) = (heard.title.to_owned(), heard.place.to_owned());
        Self { id: heard.id, title, words, at: heard.at, caller: heard.caller, place }
    }
}

/// Appeals about one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The appeals, in the order in which they came.
    pub ids: Vec<u64>,
    /// The title of the appeal that has most of the group's words.
    pub title: String,
    /// The words that most of them share.
    pub words: Vec<String>,
    /// Where most of them are; empty when none says where.
    pub place: String,
    /// When the first came, in seconds since 1970.
    pub first: i64,
    /// When the last came.
    pub last: i64,
    /// How many people, of those that are named.
    pub people: usize,
    /// How many appeals of nobody named.
    pub unnamed: usize,
    /// Appeals in the last seven days, and in the seven before.
    pub trend: (usize, usize),
    /// People, each counted once however often they call, halved for every
    /// week since their last call; of unnamed appeals no more than named people and two.
    pub heat: f64,
}

impl Group {
    /// Of its members at a moment.
    pub(super) fn of(members: &[&Member], now: i64) -> Self {
        let mut by_age: Vec<&Member> = members.to_vec();
        by_age.sort_by_key(|member| (member.at, member.id));
        let aged =
            |ages: Range<i64>| by_age.iter().filter(|member| ages.contains(&(now - member.at))).count();
        let words = shared(by_age.iter().flat_map(|member| &member.words));
        let places = shared(by_age.iter().map(|member| &member.place).filter(|place| !place.is_empty()));
        let telling = |member: &&&Member| member.words.iter().filter(|word| words.contains(word)).count();
        let title = by_age.iter().rev().max_by_key(telling).map(|member| member.title.clone());
        let (heat, people, unnamed) = heat(&by_age, now);
        Self {
            ids: by_age.iter().map(|member| member.id).collect(),
            title: title.unwrap_or_default(),
            words: words.into_iter().take(NAMED).collect(),
            place: places.into_iter().next().unwrap_or_default(),
            first: by_age.first().map_or(0, |member| member.at),
            last: by_age.last().map_or(0, |member| member.at),
            people,
            unnamed,
            trend: (aged(0..TREND), aged(TREND..2 * TREND)),
            heat,
        }
    }
}

/// Heat, named people and unnamed appeals.
fn heat(members: &[&Member], now: i64) -> (f64, usize, usize) {
    let cooled = |at: i64| 0.5_f64.powf((now - at).max(0) as f64 / (HALF_LIFE * DAY as f64));
    let named: BTreeMap<u64, i64> = members.iter().filter_map(|one| Some((one.caller?, one.at))).collect();
    let mut unnamed: Vec<f64> =
        members.iter().filter(|one| one.caller.is_none()).map(|one| cooled(one.at)).collect();
    unnamed.sort_by(|a, b| b.total_cmp(a));
    let believed: f64 = unnamed.iter().take(named.len() + UNNAMED).sum();
    let heat = named.values().map(|&at| cooled(at)).sum::<f64>() + believed;
    (heat, named.len(), unnamed.len())
}

/// Words by how many share them, those of only one left out when others are
/// shared.
fn shared<'a>(words: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    words.for_each(|word| *counts.entry(word).or_default() += 1);
    let mut words: Vec<(usize, &String)> = counts.into_iter().map(|(word, count)| (count, word)).collect();
    words.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    let distinct: BTreeSet<usize> = words.iter().map(|(count, _)| *count).collect();
    let least = if distinct.len() > 1 { 2 } else { 1 };
    words.into_iter().filter(|(count, _)| *count >= least).map(|(_, word)| word.clone()).collect()
}
