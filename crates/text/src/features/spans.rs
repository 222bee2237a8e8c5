//! Every stretch of a text that counts as a feature.

use std::ops::Range;

use super::Told;

/// Which part of a text a feature speaks of. Each part has the same length as
/// a vector before it is weighed, whatever its number of features.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Characters of the whole.
    Chars,
    /// Words of the whole, alone and in pairs.
    Words,
    /// Characters of the title.
    Title,
    /// Characters at the beginning: who and where.
    Begin,
    /// Characters at the end: what is wanted.
    End,
}

/// How much each part counts, in the order of [`Part`]; chosen by
/// cross-validation (docs/text.md).
pub(crate) const WEIGHTS: [f32; 5] = [1.0, 1.0, 1.0, 0.5, 0.5];

/// The longest stretch of characters in the whole, and in one of its parts.
const LONGEST: usize = 4;
const LONGEST_OF_PART: usize = 3;

/// So many characters are the beginning, and the end, of a text.
const BEGIN: usize = 25;
const END: usize = 18;

/// A feature where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Span {
    pub part: Part,
    /// The same for the same feature in every text, on every machine.
    pub key: u64,
    /// Where it stands in the whole, in bytes.
    pub at: Range<usize>,
}

/// Calls `each` with every feature of a text.
pub(crate) fn spans(told: &Told, mut each: impl FnMut(Span)) {
    let starts: Vec<usize> = told.whole.char_indices().map(|(at, _)| at).chain([told.whole.len()]).collect();
    let count = starts.len() - 1;
    let mut stretches = |part, chars: Range<usize>, longest: usize| {
        for from in chars.clone() {
            for to in from + 1..=(from + longest).min(chars.end) {
                let at = starts[from]..starts[to];
                each(Span { part, key: key(part, &told.whole[at.clone()]), at });
            }
        }
    };
    stretches(Part::Chars, 0..count, LONGEST);
    stretches(Part::Title, 0..told.title_chars, LONGEST_OF_PART);
    stretches(Part::Begin, 0..count.min(BEGIN), LONGEST_OF_PART);
    stretches(Part::End, count.saturating_sub(END)..count, LONGEST_OF_PART);
    words(&told.whole, &mut each);
}

/// Every word, and every two that stand side by side.
fn words(text: &str, each: &mut impl FnMut(Span)) {
    let mut before: Option<usize> = None;
    for at in crate::words::word_ranges(text) {
        each(Span { part: Part::Words, key: key(Part::Words, &text[at.clone()]), at: at.clone() });
        if let Some(from) = before {
            let pair = from..at.end;
            // A pair may be spelt like a word, and is not the same.
            each(Span { part: Part::Words, key: key(Part::Words, &text[pair.clone()]) ^ 1, at: pair });
        }
        before = Some(at.start);
    }
}

/// FNV-1a of part and text, mixed once more.
fn key(part: Part, text: &str) -> u64 {
    let begin = 0xcbf2_9ce4_8422_2325 ^ part as u64;
    let hash = text.bytes().fold(begin, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    hash ^ (hash >> 29)
}
