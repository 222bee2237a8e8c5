//! Ogg (RFC 3533): pages, the first of which begins with the name of the
//! codec.

use crate::format::Format;
use crate::unfit::Unfit;

/// How the first packet of Opus, Vorbis, Speex and FLAC begins.
const SOUND: &[&[u8]] = &[b"OpusHead", b"\x01vorbis", b"Speex   ", b"\x7fFLAC"];
/// The header of a page, up to the number of its segments.
const HEADER: usize = 27;

pub(crate) fn recognise(bytes: &[u8]) -> Option<Result<Format, Unfit>> {
    bytes.starts_with(b"OggS\0").then(|| check(bytes).map(|()| Format::Ogg))
}

fn check(bytes: &[u8]) -> Result<(), Unfit> {
    let mut rest = bytes;
    let mut first = true;
    while !rest.is_empty() {
        let (page, after) = page(rest).ok_or_else(|| Unfit::damaged("a page ends early"))?;
        if first && !SOUND.iter().any(|begin| page.starts_with(begin)) {
            return Err(Unfit::not_taken("application/ogg"));
        }
        first = false;
        rest = after;
    }
    Ok(())
}

/// The body of the page that begins here, and what follows the page.
fn page(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let segments = usize::from(*bytes.strip_prefix(b"OggS").and(bytes.get(HEADER - 1))?);
    let sizes = bytes.get(HEADER..HEADER + segments)?;
    let size = sizes.iter().map(|size| usize::from(*size)).sum();
    bytes[HEADER + segments..].split_at_checked(size)
}
