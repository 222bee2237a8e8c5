//! Whether the quotation marks of a CSV record of several lines stand where they may.

/// A lost quotation mark makes a record swallow the next ones; then a mark sooner or later stands
/// in the middle of a cell. True if every mark opens a cell, closes it, or is doubled inside it.
pub fn sound(record: &str, delimiter: u8) -> bool {
    let mut place = Place::Start;
    for byte in record.bytes() {
        let ends_cell = byte == delimiter || byte == b'\n';
        place = match (place, byte) {
            (Place::Start, b'"') => Place::Quoted,
            (Place::Quoted, b'"') => Place::AfterQuote,
            (Place::Quoted, _) => Place::Quoted,
            (Place::AfterQuote, b'"') => Place::Quoted,
            (Place::AfterQuote, _) if !ends_cell => return false,
            (_, _) if ends_cell => Place::Start,
            (_, _) => Place::Plain,
        };
    }
    !matches!(place, Place::Quoted)
}

/// Where in a cell a byte stands.
#[derive(Clone, Copy)]
enum Place {
    Start,
    Plain,
    Quoted,
    AfterQuote,
}
