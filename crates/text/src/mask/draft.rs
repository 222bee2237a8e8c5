//! A text on which passages are being hidden.

use std::ops::Range;

/// A text on which passages are being hidden. No passage is hidden twice.
pub(super) struct Draft {
    chars: Vec<char>,
    /// As [`plain`] has them, so that what is looked for has one spelling;
    /// [`HIDDEN`] where a passage is hidden already.
    pub plain: Vec<char>,
    hidden: Vec<(Range<usize>, String)>,
}

/// What stands in place of a hidden character: nothing that is looked for.
const HIDDEN: char = '\0';

impl Draft {
    pub fn of(body: &str) -> Draft {
        let chars: Vec<char> = body.chars().collect();
        let plain = chars.iter().map(|&c| plain(c)).collect();
        Draft { chars, plain, hidden: Vec::new() }
    }

    /// Puts something else in the place of a passage.
    pub fn hide(&mut self, passage: Range<usize>, with: String) {
        self.plain[passage.clone()].fill(HIDDEN);
        self.hidden.push((passage, with));
    }

    /// The text with everything hidden.
    pub fn finished(mut self) -> String {
        self.hidden.sort_by_key(|(passage, _)| passage.start);
        let mut text = String::with_capacity(self.chars.len());
        let mut at = 0;
        for (passage, with) in self.hidden {
            text.extend(&self.chars[at..passage.start]);
            text.push_str(&with);
            at = passage.end;
        }
        text.extend(&self.chars[at..]);
        text
    }
}

/// Whether the stars of an earlier masking follow: what stands before them is
/// the rest of something, and nothing by itself.
pub(super) fn is_masked(after: &[char]) -> bool {
    after.starts_with(&['*'; 3])
}

/// Half-width and upper case.
pub(super) fn plain(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c).to_ascii_uppercase(),
        _ => c.to_ascii_uppercase(),
    }
}
