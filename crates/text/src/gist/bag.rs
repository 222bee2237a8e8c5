//! A text as a direction in the space of words.

use super::Rarity;

/// Words with their weights, sorted; its length is 1, or 0 when it is empty.
#[derive(Debug, Clone, Default)]
pub struct Bag(Vec<(u64, f32)>);

impl Bag {
    /// Words weighed by how often they stand there (the logarithm), and how rare
    /// they are.
    pub(crate) fn of(counts: &[(u64, u32)], rarity: &Rarity) -> Self {
        let weigh = |&(key, count): &(u64, u32)| (key, (1.0 + (count as f32).ln()) * rarity.of(key));
        let mut bag: Vec<(u64, f32)> = counts.iter().map(weigh).collect();
        let length = bag.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        bag.iter_mut().for_each(|(_, weight)| *weight /= length);
        Self(bag)
    }

    /// The words and their weights.
    pub(crate) fn weights(&self) -> &[(u64, f32)] {
        &self.0
    }

    /// What both have in common, from 0 to 1.
    pub fn cosine(&self, other: &Self) -> f32 {
        self.common(other).map(|(_, mine, theirs)| mine * theirs).sum()
    }

    /// How much of this is in the other, from 0 to 1; rare words count most.
    pub(crate) fn within(&self, other: &Self) -> f32 {
        self.common(other).map(|(_, mine, _)| mine * mine).sum()
    }

    /// The words of both, with both weights.
    pub(crate) fn common(&self, other: &Self) -> impl Iterator<Item = (u64, f32, f32)> {
        let mut theirs = other.0.iter().peekable();
        self.0.iter().filter_map(move |&(key, mine)| {
            while theirs.next_if(|(other, _)| *other < key).is_some() {}
            theirs.peek().filter(|(other, _)| *other == key).map(|&&(_, weight)| (key, mine, weight))
        })
    }
}
