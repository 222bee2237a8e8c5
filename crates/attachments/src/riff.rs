//! The container of WAV and WebP: chunks of a four-letter name, a size and
//! so many bytes, filled up to an even number.

use crate::bytes::{array, le32};
use crate::unfit::Unfit;

/// A chunk.
pub(crate) struct Chunk<'a> {
    pub(crate) name: [u8; 4],
    pub(crate) body: &'a [u8],
}

/// Whether this is a RIFF file of that type.
pub(crate) fn is(bytes: &[u8], kind: &[u8; 4]) -> bool {
    bytes.starts_with(b"RIFF") && array(bytes, 8).as_ref() == Some(kind)
}

/// The chunks of a file; what lies behind its stated end is not part of it.
pub(crate) fn file(bytes: &[u8]) -> Result<Chunks<'_>, Unfit> {
    let size = le32(bytes, 4).unwrap_or(0) as usize;
    let body = bytes.get(12..).and_then(|rest| rest.get(..size.checked_sub(4)?));
    body.map(chunks).ok_or_else(|| Unfit::damaged("it ends early"))
}

/// The chunks in a stretch of bytes.
pub(crate) fn chunks(bytes: &[u8]) -> Chunks<'_> {
    Chunks { rest: bytes }
}

pub(crate) struct Chunks<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Result<Chunk<'a>, Unfit>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let rest = std::mem::take(&mut self.rest);
        let chunk = (|| {
            let size = le32(rest, 4)? as usize;
            let body = rest.get(8..)?.get(..size)?;
            // The last chunk is not always filled up.
            self.rest = rest.get(8 + size + size % 2..).unwrap_or_default();
            Some(Chunk { name: array(rest, 0)?, body })
        })();
        Some(chunk.ok_or_else(|| Unfit::damaged("a chunk ends early")))
    }
}

/// A file of chunks.
pub(crate) fn write(kind: &[u8; 4], chunks: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(12 + chunks.len());
    out.extend(b"RIFF");
    out.extend((chunks.len() as u32 + 4).to_le_bytes());
    out.extend(kind);
    out.extend(chunks);
    out
}

/// Adds a chunk.
pub(crate) fn push(out: &mut Vec<u8>, name: &[u8; 4], body: &[u8]) {
    out.extend(name);
    out.extend((body.len() as u32).to_le_bytes());
    out.extend(body);
    out.extend(&[0][..body.len() % 2]);
}
