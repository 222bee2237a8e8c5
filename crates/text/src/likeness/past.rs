//! The most alike among many texts of the past.

use rustc_hash::FxHashMap;

use crate::gist::{Gist, Rarity};

/// A word that stands in more texts than this leads nowhere.
const FREQUENT: usize = 4_000;

/// Texts of the past, found by what they have in common with another.
#[derive(Debug, Default)]
pub struct Past {
    rarity: Rarity,
    found_by: FxHashMap<u64, Vec<(u32, f32)>>,
    texts: usize,
}

/// A text of the past that is like another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Its place among the texts that were given.
    pub index: usize,
    /// How alike, from 0 to 1.
    pub likeness: f32,
}

impl Past {
    /// Of titles (which may be empty) and stories.
    pub fn of<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let gists: Vec<Gist> = texts.into_iter().map(|(title, story)| Gist::of(title, story)).collect();
        let mut past = Self { texts: gists.len(), ..Self::default() };
        gists.iter().for_each(|gist| past.rarity.see(gist));
        for (index, gist) in gists.iter().enumerate() {
            let weighed = gist.weighed(&past.rarity);
            for &(key, weight) in weighed.words.weights() {
                past.found_by.entry(key).or_default().push((index as u32, weight));
            }
        }
        past
    }

    /// The texts whose words are most like those of another, the likest first, at most
    /// so many.
    pub fn alike(&self, title: &str, story: &str, most: usize) -> Vec<Found> {
        let weighed = Gist::of(title, story).weighed(&self.rarity);
        let mut likeness = vec![0.0_f32; self.texts];
        for &(key, weight) in weighed.words.weights() {
            let texts = self.found_by.get(&key).map(Vec::as_slice).unwrap_or_default();
            if texts.len() <= FREQUENT {
                texts.iter().for_each(|&(index, theirs)| likeness[index as usize] += weight * theirs);
            }
        }
        let any = likeness.into_iter().enumerate().filter(|(_, likeness)| *likeness > 0.0);
        let mut found: Vec<Found> = any.map(|(index, likeness)| Found { index, likeness }).collect();
        let by_likeness =
            |a: &Found, b: &Found| b.likeness.total_cmp(&a.likeness).then(a.index.cmp(&b.index));
        if found.len() > most {
            found.select_nth_unstable_by(most, by_likeness);
            found.truncate(most);
        }
        found.sort_by(by_likeness);
        found
    }
}
