//! The features that are worth a weight, with how rare each is.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::spans::WEIGHTS;
use super::{Told, spans};

/// A feature stands in so many texts at least.
const LEAST: u32 = 2;

/// So many features are kept, those of the most texts: with the labels of the
/// largest city the model stays below 100 MB.
const MOST: usize = 320_000;

/// So many features of one text are kept, the rarest: a letter of three
/// thousand characters says no more.
const MOST_OF_ONE: usize = 2_500;

/// The known features.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub(crate) struct Vocabulary {
    known: FxHashMap<u64, u32>,
    kept: Kept,
}

/// What is kept of a vocabulary: each feature's key and rarity.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    keys: Vec<u64>,
    rarity: Vec<f32>,
}

impl From<Kept> for Vocabulary {
    fn from(kept: Kept) -> Self {
        let known = kept.keys.iter().zip(0..).map(|(&key, index)| (key, index)).collect();
        Self { known, kept }
    }
}

impl From<Vocabulary> for Kept {
    fn from(vocabulary: Vocabulary) -> Self {
        vocabulary.kept
    }
}

impl Vocabulary {
    /// The features that some texts share.
    pub fn learn(texts: &[Told]) -> Self {
        let mut found: FxHashMap<u64, (u32, u32)> = FxHashMap::default();
        for (told, mark) in texts.iter().zip(1..) {
            spans(told, |span| {
                let (count, last) = found.entry(span.key).or_default();
                if *last != mark {
                    (*count, *last) = (*count + 1, mark);
                }
            });
        }
        let mut kept: Vec<(u32, u64)> = found
            .into_iter()
            .map(|(key, (count, _))| (count, key))
            .filter(|(count, _)| *count >= LEAST)
            .collect();
        kept.sort_unstable_by_key(|&(count, key)| (std::cmp::Reverse(count), key));
        kept.truncate(MOST);
        let all = texts.len() as f32;
        let rarity = |&(count, _): &(u32, u64)| ((1.0 + all) / (1.0 + count as f32)).ln() + 1.0;
        let rarity = kept.iter().map(rarity).collect();
        Kept { keys: kept.into_iter().map(|(_, key)| key).collect(), rarity }.into()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.kept.keys.len()
    }

    /// A feature's index.
    pub fn index(&self, key: u64) -> Option<u32> {
        self.known.get(&key).copied()
    }

    /// A text as features with their values: how often (its logarithm) times how
    /// rare, each part scaled to its weight, the whole to length 1. Sorted by
    /// feature.
    pub fn row(&self, told: &Told) -> Vec<(u32, f32)> {
        let mut found: Vec<(u32, u8)> = Vec::new();
        spans(told, |span| found.extend(self.index(span.key).map(|index| (index, span.part as u8))));
        found.sort_unstable();
        let mut entries: Vec<(u32, f32, u8)> = Vec::new();
        for same in found.chunk_by(|a, b| a.0 == b.0) {
            let (index, part) = same[0];
            let often = 1.0 + (same.len() as f32).ln();
            entries.push((index, often * self.kept.rarity[index as usize], part));
        }
        if entries.len() > MOST_OF_ONE {
            entries.select_nth_unstable_by(MOST_OF_ONE, |a, b| b.1.total_cmp(&a.1));
            entries.truncate(MOST_OF_ONE);
            entries.sort_unstable_by_key(|entry| entry.0);
        }
        scaled(&entries)
    }

    /// Whether it is a whole one: it may come from a file.
    pub fn fits(&self) -> bool {
        self.kept.keys.len() == self.kept.rarity.len()
            && self.known.len() == self.kept.keys.len()
            && self.kept.rarity.iter().all(|rarity| rarity.is_finite())
    }

    /// Bytes of memory it takes.
    pub fn bytes(&self) -> usize {
        self.len() * (size_of::<u64>() + size_of::<f32>()) + self.known.capacity() * size_of::<(u64, u32)>()
    }
}

/// Each part at its weight, the whole at length 1.
fn scaled(entries: &[(u32, f32, u8)]) -> Vec<(u32, f32)> {
    let mut squares = [0.0_f32; WEIGHTS.len()];
    for &(_, value, part) in entries {
        squares[part as usize] += value * value;
    }
    let there = squares.iter().zip(WEIGHTS).filter(|(square, _)| **square > 0.0);
    let length = there.map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    let times = |part: u8| WEIGHTS[part as usize] / (squares[part as usize].sqrt() * length);
    entries.iter().map(|&(index, value, part)| (index, value * times(part))).collect()
}
