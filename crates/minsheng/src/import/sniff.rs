//! What kind of file it is, judged by its first 64 KiB and, where that leaves a doubt, its extension.

use std::path::Path;

use encoding_rs::{Encoding, GB18030, UTF_8};
use serde_json::Value;

use super::error::ReadError;
use super::mapping::Mapping;
use super::record::Record;

/// How the records stand in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One JSON object a line.
    Lines,
    /// A JSON array, bare or in an object.
    Array,
    /// A header and rows, with this between cells.
    Table(u8),
    /// `.xlsx`.
    Workbook,
    /// Records as elements.
    Xml,
}

/// What the bytes beyond ASCII are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// There are none: any encoding will do so far.
    Ascii,
    /// Most lines that have some are in this encoding.
    Known(&'static Encoding),
    /// Neither UTF-8 nor gb18030.
    Unknown,
}

/// Beginnings of files that people import by mistake: what each is, and what to do.
const OTHERS: [(&[u8], &str, &str); 7] = [
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file", "open it and save it as .xlsx"),
    (b"%PDF", "a PDF", "ask for the data as a table"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"SQLite format 3", "a database", "export its table as CSV"),
    (b"\xff\xfe", "text in UTF-16", "save it again as UTF-8"),
    (b"\xfe\xff", "text in UTF-16", "save it again as UTF-8"),
];

/// Tells the format from the start of the file, or says why it cannot be data.
pub fn format(path: &Path, window: &[u8], mapping: &Mapping) -> Result<Format, ReadError> {
    let shown = path.display().to_string();
    let not_data = |what, advice| ReadError::NotData { path: shown.clone(), what, advice };
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
    if window.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty(shown));
    }
    if window.starts_with(b"PK\x03\x04") {
        return Ok(Format::Workbook);
    }
    if let Some((_, what, advice)) = OTHERS.iter().find(|(magic, ..)| window.starts_with(magic)) {
        return Err(not_data(what, advice));
    }
    if extension == "xlsx" {
        return Err(not_data(
            "no workbook in spite of its name",
            "name it for what it is, or export it again",
        ));
    }
    if is_binary(window) {
        return Err(not_data("not text (or text in UTF-16)", "export it as CSV, JSON Lines or .xlsx"));
    }
    let text = String::from_utf8_lossy(window);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    Ok(match (extension.as_str(), text.as_bytes().first()) {
        ("csv" | "tsv" | "txt", _) => Format::Table(delimiter(text)),
        (_, Some(b'[')) => Format::Array,
        (_, Some(b'{')) if wraps(text, mapping) => Format::Array,
        ("jsonl" | "ndjson", _) => Format::Lines,
        (_, Some(b'{')) if wraps_below(text) => Format::Array,
        (_, Some(b'{')) => Format::Lines,
        (_, Some(b'<')) => Format::Xml,
        _ => Format::Table(delimiter(text)),
    })
}

/// More than a tenth of control characters is no text. A stray NUL in a row is the row's own trouble.
fn is_binary(window: &[u8]) -> bool {
    let control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    window.iter().filter(control).count() * 10 > window.len()
}

/// The most frequent of comma, tab and semicolon in the first line.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: u8| first.bytes().filter(|byte| *byte == mark).count();
    // Of equals the last wins: a comma.
    [b';', b'\t', b','].into_iter().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}

/// Whether the first line is an object that is no record itself but holds an array.
fn wraps(text: &str, mapping: &Mapping) -> bool {
    let first = text.lines().next().unwrap_or_default();
    let Ok(Value::Object(map)) = serde_json::from_str(first) else { return false };
    map.values().any(Value::is_array) && mapping.source_for(&Record::object(1, map)).is_none()
}

/// Whether the text is an object over several lines (or one that is not all in sight),
/// and one of its own fields begins an array of objects.
fn wraps_below(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    let unfinished = serde_json::from_str::<Value>(first).is_err_and(|e| e.is_eof());
    let Some(at) = text.find('[') else { return false };
    let (before, after) = (&text[..at], text[at + 1..].trim_start());
    let depth = before.matches('{').count() as i64 - before.matches('}').count() as i64;
    unfinished && depth == 1 && (after.is_empty() || after.starts_with(['{', ']']))
}

/// Judges by lines, so that a few damaged ones do not decide for the whole file.
pub fn script(window: &[u8]) -> Script {
    let whole = window.iter().rposition(|byte| *byte == b'\n').map_or(window, |end| &window[..end]);
    let (mut lines, mut utf8, mut gb) = (0, 0, 0);
    for line in whole.split(|byte| *byte == b'\n').filter(|line| !line.is_ascii()) {
        lines += 1;
        utf8 += usize::from(is_utf8(line));
        gb += usize::from(is_gb18030(line));
    }
    // UTF-8 first: Chinese in UTF-8 often passes for gb18030, hardly ever the other way round.
    if lines == 0 {
        Script::Ascii
    } else if utf8 * 2 >= lines {
        Script::Known(UTF_8)
    } else if gb * 2 >= lines {
        Script::Known(GB18030)
    } else {
        Script::Unknown
    }
}

/// A character cut in two by the window's end is no error.
fn is_utf8(line: &[u8]) -> bool {
    std::str::from_utf8(line).map_or_else(|e| e.error_len().is_none(), |_| true)
}

fn is_gb18030(line: &[u8]) -> bool {
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length(line.len()).unwrap_or(0));
    let (_, _, errors) = decoder.decode_to_string(line, &mut text, false);
    !errors
}
