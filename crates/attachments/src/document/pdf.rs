//! PDF (ISO 32000).

use crate::format::Format;
use crate::unfit::Unfit;

/// Readers look for the end mark in so many last bytes.
const TAIL: usize = 1024;

pub(crate) fn recognise(bytes: &[u8]) -> Option<Result<Format, Unfit>> {
    bytes.starts_with(b"%PDF-").then(|| {
        let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
        let ended = tail.windows(5).any(|window| window == b"%%EOF");
        if ended { Ok(Format::Pdf) } else { Err(Unfit::damaged("it has no end")) }
    })
}
