//! PNG (ISO/IEC 15948): chunks of a size, a four-letter name, so many bytes,
//! and a check sum.

use super::orientation;
use crate::bytes::{array, be32};
use crate::exif::turned;
use crate::format::Format;
use crate::unfit::Unfit;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What a picture, moving or not, its colours and its aspect are made of.
const KEPT: &[&[u8; 4]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP",
    b"mDCV", b"cLLI", b"bKGD", b"pHYs", b"hIST", b"acTL", b"fcTL", b"fdAT",
];

struct Chunk<'a> {
    name: [u8; 4],
    body: &'a [u8],
    /// Size, name, body and check sum.
    whole: &'a [u8],
}

pub(crate) fn recognise(bytes: &[u8]) -> Option<Result<Format, Unfit>> {
    bytes.starts_with(SIGNATURE).then(|| check(bytes).map(|()| Format::Png))
}

fn check(bytes: &[u8]) -> Result<(), Unfit> {
    let (mut first, mut drawn) = (true, false);
    for chunk in chunks(bytes) {
        let chunk = chunk?;
        if first && chunk.name != *b"IHDR" {
            return Err(Unfit::damaged("it has no header"));
        }
        // Readers refuse a picture for these (capital) chunks only.
        if chunk.name[0].is_ascii_uppercase()
            && sum(&chunk.name, chunk.body) != chunk.whole[chunk.whole.len() - 4..]
        {
            return Err(Unfit::damaged("a check sum is wrong"));
        }
        first = false;
        drawn |= chunk.name == *b"IDAT";
    }
    if drawn { Ok(()) } else { Err(Unfit::damaged("it has no picture")) }
}

pub(super) fn exif(bytes: &[u8]) -> Option<&[u8]> {
    chunks(bytes).map_while(Result::ok).find(|chunk| chunk.name == *b"eXIf").map(|chunk| chunk.body)
}

/// Nothing but the picture, its colours, and how it must be turned.
pub(crate) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Unfit> {
    check(bytes)?;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(SIGNATURE);
    for chunk in chunks(bytes) {
        let chunk = chunk?;
        if KEPT.contains(&&chunk.name) {
            out.extend(chunk.whole);
        }
        if chunk.name == *b"IHDR"
            && let Some(orientation) = orientation(exif(bytes))
        {
            push(&mut out, b"eXIf", &turned(orientation));
        }
    }
    Ok(out)
}

fn push(out: &mut Vec<u8>, name: &[u8; 4], body: &[u8]) {
    out.extend((body.len() as u32).to_be_bytes());
    out.extend(name);
    out.extend(body);
    out.extend(sum(name, body));
}

fn sum(name: &[u8; 4], body: &[u8]) -> [u8; 4] {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(name);
    hasher.update(body);
    hasher.finalize().to_be_bytes()
}

/// The chunks up to the last, which says that it is.
fn chunks(bytes: &[u8]) -> impl Iterator<Item = Result<Chunk<'_>, Unfit>> {
    let mut rest = bytes.get(SIGNATURE.len()..);
    std::iter::from_fn(move || {
        let bytes = rest.take()?;
        let Some(chunk) = chunk(bytes) else {
            return Some(Err(Unfit::damaged("it has no end")));
        };
        if chunk.name != *b"IEND" {
            rest = Some(&bytes[chunk.whole.len()..]);
        }
        Some(Ok(chunk))
    })
}

fn chunk(bytes: &[u8]) -> Option<Chunk<'_>> {
    let size = be32(bytes, 0)? as usize;
    let body = bytes.get(8..)?.get(..size)?;
    Some(Chunk { name: array(bytes, 4)?, body, whole: bytes.get(..size + 12)? })
}
