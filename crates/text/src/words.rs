//! Cutting a text into the words by which it is found.

use std::ops::Range;
use std::sync::LazyLock;

use jieba_rs::Jieba;

/// Longer words are cut off: they are addresses of pages, or noise.
const MAX_CHARS: usize = 64;

/// Further words of one text are dropped.
const MAX_WORDS: usize = 20_000;

static JIEBA: LazyLock<Jieba> = LazyLock::new(Jieba::new);

/// The words of a text, in the order in which they stand, repeated as often
/// as they stand there. A long word is followed or preceded by the shorter
/// ones within it, so that 人民法院 is found by 法院 too. The same cut is made
/// of what is searched for.
///
/// Full-width letters and digits become half-width, letters lower case;
/// punctuation and white space are left out.
pub fn words(text: &str) -> Vec<String> {
    let plain: String = text.chars().flat_map(plain).collect();
    let mut words = Vec::new();
    for token in JIEBA.cut_for_search(&plain, true) {
        if !token.word.chars().any(char::is_alphanumeric) {
            continue;
        }
        words.push(token.word.chars().filter(|&c| belongs(c)).take(MAX_CHARS).collect());
        if words.len() == MAX_WORDS {
            break;
        }
    }
    words
}

/// Where the words of a text stand, one after the other, without those within
/// others, in bytes.
pub(crate) fn word_ranges(text: &str) -> Vec<Range<usize>> {
    let mut end = 0;
    let mut ranges = Vec::new();
    for token in JIEBA.cut(text, true) {
        let start = end;
        end += token.word.len();
        if token.word.chars().any(char::is_alphanumeric) {
            ranges.push(start..end);
        }
    }
    ranges
}

/// Whether a word may hold this character: of the ASCII marks only those that
/// join a number or a code (`5.4.5`, `a_b`).
fn belongs(c: char) -> bool {
    !c.is_ascii() || c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-')
}

/// Half-width and lower case.
pub(crate) fn plain(full: char) -> impl Iterator<Item = char> {
    half_width(full).to_lowercase()
}

/// The same as one character, so that places in a text stay what they are.
pub(crate) fn plain_char(full: char) -> char {
    plain(full).next().unwrap_or(full)
}

fn half_width(full: char) -> char {
    match full {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(full as u32 - 0xfee0).unwrap_or(full),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_found_by_the_short_ones_within() {
        assert_eq!(words("人民法院"), ["人民", "民法", "法院", "人民法院"]);
    }

    #[test]
    fn width_and_case_do_not_matter_and_marks_are_dropped() {
        assert_eq!(words("ＡＢｃ，１２３４５！ \t\n、。"), words("abc 12345"));
        assert!(words("，。！？ …… ——").is_empty());
    }

    #[test]
    fn long_noise_is_cut() {
        assert_eq!(words(&"a".repeat(1000))[0].len(), MAX_CHARS);
        assert_eq!(words(&"水 ".repeat(MAX_WORDS + 5)).len(), MAX_WORDS);
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_cut(text in ".{0,200}") {
            for word in words(&text) {
                proptest::prop_assert!(!word.is_empty() && !word.contains(char::is_whitespace));
                proptest::prop_assert!(!word.contains(['"', '\'', '\\']));
            }
        }
    }
}
