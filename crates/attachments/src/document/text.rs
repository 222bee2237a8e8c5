//! Plain text in UTF-8.

use crate::format::Format;
use crate::unfit::Unfit;

/// Text is what has no control characters but those that lay it out. What
/// begins as markup or as a script is not taken, for a browser or a shell
/// would make more of it than text.
pub(crate) fn recognise(bytes: &[u8]) -> Option<Result<Format, Unfit>> {
    let text = std::str::from_utf8(bytes).ok()?;
    if text.chars().any(|char| char.is_control() && !matches!(char, '\t' | '\n' | '\r' | '\x0c')) {
        return None;
    }
    let begin = text.trim_start_matches('\u{feff}').trim_start();
    let found = match begin {
        _ if begin.starts_with("#!") => Some("text/x-script"),
        _ if begin.starts_with("%!") => Some("application/postscript"),
        _ if begin.starts_with("{\\rtf") => Some("application/rtf"),
        _ if begin.starts_with('<') => Some(markup(begin)),
        _ => None,
    };
    Some(found.map_or(Ok(Format::Text), |found| Err(Unfit::not_taken(found))))
}

fn markup(text: &str) -> &'static str {
    let xml = text.starts_with("<?xml") || text.starts_with("<svg");
    match xml {
        true if text.contains("<svg") => "image/svg+xml",
        true => "text/xml",
        false => "text/html",
    }
}
