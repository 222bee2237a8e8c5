//! MP3 (ISO/IEC 11172-3, 13818-3, layer III): frames, with tags of titles
//! and names before and behind them.

use crate::bytes::{array, be32, le32};
use crate::format::Format;
use crate::unfit::Unfit;

/// Thousands of bits a second, by the number in a frame's header: of MPEG 1,
/// and of 2 and 2.5. Nought and fifteen say nothing.
const RATES_1: [u32; 15] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const RATES_2: [u32; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
/// Samples a second of MPEG 1; of MPEG 2 half, of 2.5 a quarter.
const SAMPLES: [u32; 3] = [44_100, 48_000, 32_000];

pub(crate) fn recognise(bytes: &[u8]) -> Option<Result<Format, Unfit>> {
    if is_sound(untagged(bytes)) {
        return Some(Ok(Format::Mp3));
    }
    // Other sound that begins with such a tag is not for sure MP3.
    tag_before(bytes).map(|_| Err(Unfit::damaged("no sound follows its tag")))
}

/// The frames without their tags.
pub(crate) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Unfit> {
    let frames = untagged(bytes);
    if is_sound(frames) { Ok(frames.to_vec()) } else { Err(Unfit::damaged("no sound follows its tag")) }
}

/// A frame, and where it ends another, or nothing.
fn is_sound(bytes: &[u8]) -> bool {
    let next = frame(bytes).and_then(|size| bytes.get(size..));
    next.is_some_and(|next| next.is_empty() || frame(next).is_some())
}

/// The size in bytes of the frame that begins here.
fn frame(bytes: &[u8]) -> Option<usize> {
    let header = be32(bytes, 0)?;
    let (version, layer) = (header >> 19 & 3, header >> 17 & 3);
    if header >> 21 != 0x7ff || version == 1 || layer != 1 {
        return None;
    }
    let rates = if version == 3 { &RATES_1 } else { &RATES_2 };
    let rate = *rates.get((header >> 12 & 15) as usize).filter(|rate| **rate > 0)? * 1000;
    let (slots, slower) = match version {
        3 => (144, 1),
        2 => (72, 2),
        _ => (72, 4),
    };
    let samples = SAMPLES.get((header >> 10 & 3) as usize)? / slower;
    let padding = header >> 9 & 1;
    Some((slots * rate / samples + padding) as usize)
}

fn untagged(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    while let Some(size) = tag_before(rest) {
        rest = rest.get(size..).unwrap_or_default();
    }
    // Some programs leave room behind the tag.
    let zeros = rest.iter().take_while(|byte| **byte == 0).count();
    if rest.len() < bytes.len() {
        rest = &rest[zeros..];
    }
    while let Some(size) = tag_behind(rest) {
        rest = &rest[..rest.len().saturating_sub(size)];
    }
    rest
}

/// The size of an ID3v2 tag at the begin: four times seven bits, its header,
/// and perhaps a footer.
fn tag_before(bytes: &[u8]) -> Option<usize> {
    let [b'I', b'D', b'3', 2..=4, _, flags, a, b, c, d] = array(bytes, 0)? else {
        return None;
    };
    let body = [a, b, c, d].iter().fold(0, |size, seven| size << 7 | usize::from(seven & 0x7f));
    Some(body + if flags & 0x10 == 0 { 10 } else { 20 })
}

/// The size of a tag at the end: ID3v1, or APE.
fn tag_behind(bytes: &[u8]) -> Option<usize> {
    let last = |size: usize| bytes.len().checked_sub(size).map(|at| &bytes[at..]);
    if last(128).is_some_and(|tag| tag.starts_with(b"TAG")) {
        return Some(128);
    }
    let footer = last(32).filter(|footer| footer.starts_with(b"APETAGEX"))?;
    let has_header = le32(footer, 20)? >> 31 == 1;
    Some(le32(footer, 12)?.max(32) as usize + if has_header { 32 } else { 0 })
}
