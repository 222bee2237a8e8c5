//! What a text is about, in a form that can be compared: its words, and the
//! stretches of its title.

mod bag;
mod rarity;

pub use bag::Bag;
pub use rarity::Rarity;

use crate::words::word_ranges;

/// Of a story so many characters are compared, and so many of it serve for a
/// title that it does not have.
const READ: usize = 1_500;
const LIKE_A_TITLE: usize = 30;

/// The words and the title of a text, with how often each stands there.
#[derive(Debug, Clone)]
pub struct Gist {
    pub(crate) words: Vec<(u64, u32)>,
    pub(crate) title: Vec<(u64, u32)>,
    /// The words as they stand, without repetition.
    pub(crate) spelt: Vec<(u64, String)>,
}

impl Gist {
    /// Of a title (which may be empty) and a story.
    pub fn of(title: &str, story: &str) -> Self {
        let story = crate::normal::normal(story, READ);
        let title = match title.is_empty() {
            true => beginning(&story),
            false => crate::normal::normal(title, READ),
        };
        let mut spelt: Vec<(u64, String)> = Vec::new();
        for at in word_ranges(&story) {
            let word = &story[at];
            if tells(word) {
                spelt.push((key('w', word), word.to_owned()));
            }
        }
        let words = counted(spelt.iter().map(|(key, _)| *key).collect());
        spelt.sort_unstable();
        spelt.dedup();
        Self { words, title: stretches('t', &title, &[2, 3]), spelt }
    }

    /// Everything that it is compared by.
    pub(crate) fn keys(&self) -> impl Iterator<Item = u64> {
        self.words.iter().chain(&self.title).map(|(key, _)| *key)
    }

    /// As it is compared when words are so rare.
    pub fn weighed(&self, rarity: &Rarity) -> Weighed {
        Weighed { words: Bag::of(&self.words, rarity), title: Bag::of(&self.title, rarity) }
    }
}

/// A text that can be compared.
#[derive(Debug, Clone, Default)]
pub struct Weighed {
    /// Its words.
    pub words: Bag,
    /// The stretches of its title.
    pub title: Bag,
}

impl Weighed {
    /// From 0, nothing in common, to 1, the same: half the words, half the
    /// title, in which people name what matters.
    pub fn likeness(&self, other: &Self) -> f32 {
        0.5 * self.words.cosine(&other.words) + 0.5 * self.title.cosine(&other.title)
    }
}

/// The beginning of a story that has no title: what follows "the citizen says:".
fn beginning(story: &str) -> String {
    let begin: String = story.chars().take(LIKE_A_TITLE * 2).collect();
    let told = begin.split_once(':').map_or(begin.as_str(), |(_, told)| told);
    told.chars().take(LIKE_A_TITLE).collect()
}

/// Single Chinese characters tell nothing.
fn tells(word: &str) -> bool {
    word.chars().count() > 1 || word.chars().all(|c| c.is_ascii_alphanumeric())
}

/// The stretches of a text of the given lengths, marks left out.
pub(crate) fn stretches(kind: char, text: &str, lengths: &[usize]) -> Vec<(u64, u32)> {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut keys = Vec::new();
    for &length in lengths {
        keys.extend(letters.windows(length).map(|stretch| key(kind, &stretch.iter().collect::<String>())));
    }
    counted(keys)
}

/// The same for the same word on every machine (FNV-1a).
pub(crate) fn key(kind: char, word: &str) -> u64 {
    let begin = 0xcbf2_9ce4_8422_2325 ^ u64::from(kind);
    word.bytes().fold(begin, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

fn counted(mut keys: Vec<u64>) -> Vec<(u64, u32)> {
    keys.sort_unstable();
    keys.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect()
}
