//! Writing the domain's own types as JSON, with texts in place of references.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// Texts by hash; none for one that was erased.
pub(super) type Texts = HashMap<String, Option<String>>;

/// Writes a value as JSON, with texts in place of references and without the
/// numbers of identities, however deep they lie.
pub(super) fn write(value: &impl Serialize, texts: &Texts) -> serde_json::Result<Vec<u8>> {
    let written = RefCell::new(Vec::with_capacity(16 * 1024));
    let shaped = Shaped { written: &written, texts, open: Vec::new() };
    value.serialize(&mut Serializer::with_formatter(Onto(&written), shaped))?;
    Ok(written.into_inner())
}

/// Writes onto what is written so far, which [`Shaped`] takes back in part.
struct Onto<'a>(&'a RefCell<Vec<u8>>);

impl io::Write for Onto<'_> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(piece);
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Looks at each object when its end is written: there is no tree of values
/// to be built, walked and thrown away.
struct Shaped<'a> {
    written: &'a RefCell<Vec<u8>>,
    texts: &'a Texts,
    /// The objects that are being written, the outermost first.
    open: Vec<Object>,
}

/// An object that is being written, by places in what is written.
#[derive(Default)]
struct Object {
    from: usize,
    /// Where its last field begins, with the comma before; its name; its value.
    field: usize,
    name: usize,
    value: usize,
    /// How many fields it has.
    fields: usize,
    /// The values of the fields of a reference.
    hash: Option<(usize, usize)>,
    chars: Option<(usize, usize)>,
}

impl Shaped<'_> {
    /// What stands in place of a reference.
    fn text(&self, hash: &[u8], chars: &[u8]) -> Option<&str> {
        let hash = std::str::from_utf8(hash).unwrap_or_default().trim_matches('"');
        match self.texts.get(hash) {
            Some(text) => text.as_deref(),
            // An empty text needs no row.
            None => (chars == b"0").then_some(""),
        }
    }
}

impl Formatter for Shaped<'_> {
    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open.push(Object { from: self.written.borrow().len(), ..Object::default() });
        writer.write_all(b"{")
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, _: bool) -> io::Result<()> {
        let Some(object) = self.open.last_mut() else { return Ok(()) };
        object.field = self.written.borrow().len();
        object.name = object.field + usize::from(object.fields > 0);
        if object.fields > 0 { writer.write_all(b",") } else { Ok(()) }
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b":")?;
        if let Some(object) = self.open.last_mut() {
            object.value = self.written.borrow().len();
        }
        Ok(())
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        let Some(object) = self.open.last_mut() else { return Ok(()) };
        let mut written = self.written.borrow_mut();
        let value = Some((object.value, written.len()));
        match &written[object.name..object.value - 1] {
            b"\"citizen\"" => {
                written.truncate(object.field);
                return Ok(());
            }
            b"\"hash\"" => object.hash = value,
            b"\"chars\"" => object.chars = value,
            _ => {}
        }
        object.fields += 1;
        Ok(())
    }

    /// A reference to a text is the only object of exactly these two fields.
    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        let Some(Object { from, fields: 2, hash: Some(hash), chars: Some(chars), .. }) = self.open.pop()
        else {
            return writer.write_all(b"}");
        };
        let text = {
            let written = self.written.borrow();
            serde_json::to_vec(&self.text(&written[hash.0..hash.1], &written[chars.0..chars.1]))?
        };
        self.written.borrow_mut().truncate(from);
        writer.write_all(b"{\"text\":")?;
        writer.write_all(&text)?;
        writer.write_all(b"}")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn shaped(value: Value) -> Value {
        let texts = HashMap::from([("a".to_owned(), Some("路\"灯".to_owned())), ("b".to_owned(), None)]);
        serde_json::from_slice(&write(&value, &texts).unwrap()).unwrap()
    }

    #[test]
    fn texts_stand_in_the_place_of_their_references() {
        let value = json!({
            "citizen": 7,
            "said": {"hash": "a", "chars": 2},
            "erased": [{"hash": "b", "chars": 9}],
            "empty": {"chars": 0, "hash": "c"},
            "unknown": {"hash": "c", "chars": 3},
            "photo": {"kind": "photo", "hash": "a"},
        });
        assert_eq!(
            shaped(value),
            json!({
                "said": {"text": "路\"灯"},
                "erased": [{"text": null}],
                "empty": {"text": ""},
                "unknown": {"text": null},
                "photo": {"kind": "photo", "hash": "a"},
            })
        );
    }

    #[test]
    fn numbers_of_identities_go_wherever_they_stand() {
        let value = json!([
            {"citizen": {"citizen": 1, "of": [1, 2]}, "z": 1},
            {"a": 1, "citizen": 2, "z": {"citizen": null}},
            {"citizen": "only"},
            {"citizens": 3, "hash": "a", "chars": 1, "text": {}},
            [],
            "citizen",
        ]);
        let expected = json!([
            {"z": 1},
            {"a": 1, "z": {}},
            {},
            {"citizens": 3, "hash": "a", "chars": 1, "text": {}},
            [],
            "citizen",
        ]);
        assert_eq!(shaped(value), expected);
    }
}
