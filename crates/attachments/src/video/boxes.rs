//! One box after the other.

use std::ops::Range;

use crate::bytes::{array, be32, be64};

/// Where a box lies in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: usize,
    /// Behind the header.
    pub(super) body: usize,
    pub(super) end: usize,
}

impl Span {
    /// The four letters of its kind.
    pub(super) fn kind(self, bytes: &[u8]) -> [u8; 4] {
        array(bytes, self.start + 4).expect("a box has a header")
    }
}

/// The boxes in a range; the last is none when something stands there that
/// is no box. Less than a header is no box: QuickTime ends some with a nought.
pub(super) fn boxes(bytes: &[u8], range: Range<usize>) -> impl Iterator<Item = Option<Span>> + '_ {
    let mut at = Some(range.start);
    std::iter::from_fn(move || {
        let start = at.take().filter(|at| range.end - at >= 8)?;
        let span = span(&bytes[..range.end], start);
        at = span.map(|span| span.end);
        Some(span)
    })
}

fn span(bytes: &[u8], start: usize) -> Option<Span> {
    let (header, size) = match be32(bytes, start)? {
        // To the end.
        0 => (8, bytes.len() - start),
        1 => (16, usize::try_from(be64(bytes, start + 8)?).ok()?),
        size => (8, size as usize),
    };
    let end = start.checked_add(size).filter(|end| *end <= bytes.len())?;
    (size >= header).then_some(Span { start, body: start + header, end })
}
