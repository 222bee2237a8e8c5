//! XML in the shape that GeoReport v2 uses: the root holds records, a record holds fields, a field holds text.

use std::borrow::Cow;

use quick_xml::events::{BytesRef, Event};
use quick_xml::reader::Reader;
use serde_json::{Map, Value};

/// A record and the line where it begins, counted in the given text.
pub type Found = (u64, Map<String, Value>);

/// Every record in `text`, and where the XML breaks, if it does: the line and what is wrong.
pub fn records(text: &str) -> (Vec<Found>, Option<(u64, String)>) {
    let mut walk = Walk { reader: Reader::from_str(text), text, line: 1, counted: 0, depth: 0 };
    let mut found = Vec::new();
    loop {
        match walk.next_record() {
            Ok(Some(record)) => found.push(record),
            Ok(None) => return (found, None),
            Err(problem) => {
                let line = walk.line();
                return (found, Some((line, problem)));
            }
        }
    }
}

/// A walk through the document; `depth` is 1 inside the root, 2 inside a record, 3 inside a field.
struct Walk<'t> {
    reader: Reader<&'t [u8]>,
    text: &'t str,
    line: u64,
    counted: usize,
    depth: usize,
}

impl Walk<'_> {
    fn next_record(&mut self) -> Result<Option<Found>, String> {
        let mut record = (0, Map::new());
        let (mut name, mut value) = (String::new(), String::new());
        loop {
            match self.reader.read_event().map_err(|e| format!("not XML: {e}"))? {
                Event::Start(element) => {
                    self.depth += 1;
                    match self.depth {
                        2 => record = (self.line(), Map::new()),
                        3 => name = element.local_name().as_ref().to_owned(),
                        _ => {}
                    }
                }
                Event::Empty(element) if self.depth == 2 => {
                    record.1.insert(element.local_name().as_ref().to_owned(), Value::Null);
                }
                Event::Text(piece) if self.depth >= 3 => value.push_str(&piece.xml10_content()),
                Event::CData(piece) if self.depth >= 3 => value.push_str(&piece.xml10_content()),
                Event::GeneralRef(entity) if self.depth >= 3 => value.push_str(&resolved(&entity)?),
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    match self.depth {
                        2 => {
                            let text = std::mem::take(&mut value);
                            record.1.insert(std::mem::take(&mut name), Value::String(text));
                        }
                        1 => return Ok(Some(record)),
                        _ => {}
                    }
                }
                Event::Eof if self.depth > 0 => return Err("the XML breaks off".into()),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    /// The line that has been reached.
    fn line(&mut self) -> u64 {
        let reached = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        let reached = reached.min(self.text.len());
        let passed = &self.text.as_bytes()[self.counted..reached];
        self.line += passed.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.counted = reached;
        self.line
    }
}

/// `&lt;` and `&#60;` as the characters that they stand for; other entities are left as they are written.
fn resolved(entity: &BytesRef<'_>) -> Result<Cow<'static, str>, String> {
    if let Some(character) = entity.resolve_char_ref().map_err(|e| format!("not XML: {e}"))? {
        return Ok(Cow::Owned(character.to_string()));
    }
    let name = entity.xml10_content();
    Ok(match name.as_ref() {
        "lt" => Cow::Borrowed("<"),
        "gt" => Cow::Borrowed(">"),
        "amp" => Cow::Borrowed("&"),
        "quot" => Cow::Borrowed("\""),
        "apos" => Cow::Borrowed("'"),
        other => Cow::Owned(format!("&{other};")),
    })
}
