//! How rare words are in a city.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// In how many texts each word stands.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Rarity {
    texts: u32,
    counts: FxHashMap<u64, u32>,
}

impl Rarity {
    /// Counts a text.
    pub fn see(&mut self, gist: &super::Gist) {
        self.see_keys(gist.keys());
    }

    /// Counts a text by its different keys.
    pub(crate) fn see_keys(&mut self, keys: impl Iterator<Item = u64>) {
        self.texts += 1;
        for key in keys {
            *self.counts.entry(key).or_default() += 1;
        }
    }

    /// How rare: 1 for a word of every text, more for rarer ones.
    pub(crate) fn of(&self, key: u64) -> f32 {
        let count = self.counts.get(&key).copied().unwrap_or(0);
        ((1.0 + self.texts as f32) / (1.0 + count as f32)).ln() + 1.0
    }
}
