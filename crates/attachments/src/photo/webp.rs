//! WebP (RFC 9649), a RIFF file.

use super::orientation;
use crate::exif::turned;
use crate::format::Format;
use crate::riff::{self, Chunk};
use crate::unfit::Unfit;

const KIND: &[u8; 4] = b"WEBP";

/// What a picture, moving or not, and its colours are made of.
const KEPT: &[&[u8; 4]] = &[b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// What one picture of a moving one is made of.
const KEPT_IN_FRAME: &[&[u8; 4]] = &[b"VP8 ", b"VP8L", b"ALPH"];
/// A frame's place, size and duration stand before its chunks.
const FRAME_HEADER: usize = 16;

/// The bits of the header that say that there is EXIF, and XMP.
const HAS_EXIF: u8 = 0x08;
const HAS_XMP: u8 = 0x04;

pub(crate) fn recognise(bytes: &[u8]) -> Option<Result<Format, Unfit>> {
    // Whole to the innermost chunk: what is taken must be fit to be shown.
    riff::is(bytes, KIND).then(|| clean(bytes).map(|_| Format::Webp))
}

fn check(bytes: &[u8]) -> Result<(), Unfit> {
    let mut drawn = false;
    for chunk in riff::file(bytes)? {
        drawn |= matches!(&chunk?.name, b"VP8 " | b"VP8L" | b"ANMF");
    }
    if drawn { Ok(()) } else { Err(Unfit::damaged("it has no picture")) }
}

pub(super) fn exif(bytes: &[u8]) -> Option<&[u8]> {
    let body = riff::file(bytes).ok()?.map_while(Result::ok).find(|chunk| chunk.name == *b"EXIF")?.body;
    // Some programs write what stands before it in a JPEG.
    Some(body.strip_prefix(b"Exif\0\0").unwrap_or(body))
}

/// Nothing but the picture, its colours, and how it must be turned.
pub(crate) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Unfit> {
    check(bytes)?;
    let orientation = orientation(exif(bytes));
    let mut out = Vec::with_capacity(bytes.len());
    for chunk in riff::file(bytes)? {
        let Chunk { name, body } = chunk?;
        match &name {
            b"VP8X" => riff::push(&mut out, &name, &header(body, orientation.is_some())),
            b"ANMF" => riff::push(&mut out, &name, &frame(body)?),
            _ if KEPT.contains(&&name) => riff::push(&mut out, &name, body),
            _ => {}
        }
    }
    if let Some(orientation) = orientation {
        riff::push(&mut out, b"EXIF", &turned(orientation));
    }
    Ok(riff::write(KIND, &out))
}

fn header(body: &[u8], exif: bool) -> Vec<u8> {
    let mut header = body.to_vec();
    if let Some(flags) = header.first_mut() {
        *flags = *flags & !(HAS_EXIF | HAS_XMP) | if exif { HAS_EXIF } else { 0 };
    }
    header
}

fn frame(body: &[u8]) -> Result<Vec<u8>, Unfit> {
    let (header, chunks) =
        body.split_at_checked(FRAME_HEADER).ok_or_else(|| Unfit::damaged("a frame ends early"))?;
    let mut out = header.to_vec();
    for chunk in riff::chunks(chunks) {
        let Chunk { name, body } = chunk?;
        if KEPT_IN_FRAME.contains(&&name) {
            riff::push(&mut out, &name, body);
        }
    }
    Ok(out)
}
