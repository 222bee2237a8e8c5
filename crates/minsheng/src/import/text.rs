//! Small functions for text that came from elsewhere.

use std::borrow::Cow;

/// A title made from a body has at most so many characters.
const HEADLINE: usize = 40;

/// The first `limit` characters.
pub fn cut(text: &str, limit: usize) -> &str {
    match text.char_indices().nth(limit) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// The first sentence, to stand as a title where the source has none.
pub fn headline(body: &str) -> &str {
    let end = body
        .char_indices()
        .find(|(_, c)| matches!(c, '。' | '！' | '？' | '!' | '?' | '\n'))
        .map_or(body.len(), |(at, _)| at);
    let sentence = body[..end].trim();
    cut(if sentence.is_empty() { body } else { sentence }, HEADLINE)
}

/// Without the white space around it and without NUL, which databases refuse; `None` if nothing is left.
pub fn clean(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    let trimmed = match text {
        Cow::Borrowed(text) => Cow::Borrowed(trim(text)),
        Cow::Owned(text) if trim(&text).len() == text.len() => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(trim(&text).to_owned()),
    };
    let kept = if trimmed.contains('\0') { Cow::Owned(trimmed.replace('\0', "")) } else { trimmed };
    (!kept.is_empty()).then_some(kept)
}

/// Byte order marks inside a file are white space too: files are glued together.
fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0')
}

/// How many characters stand for bytes that could not be decoded.
pub fn unreadable(text: &str) -> usize {
    text.matches('\u{fffd}').count()
}

/// A number as people and spreadsheets write it; `None` for anything else.
pub fn number(text: &str) -> Option<f64> {
    text.parse::<f64>().ok().filter(|n| n.is_finite())
}

/// Yes or no, in the words that exports use; anything else is no.
pub fn truth(text: &str) -> bool {
    matches!(text.to_ascii_lowercase().as_str(), "true" | "1" | "yes" | "y" | "是" | "有")
}
