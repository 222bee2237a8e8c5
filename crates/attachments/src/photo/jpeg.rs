//! JPEG (ISO/IEC 10918-1): segments, each a marker with a body; what is
//! drawn follows its start-of-scan segment.
//!
//! Read by hand, to the end mark: what phones append behind it (a second
//! picture, a short film) has an EXIF of its own, and the libraries keep it.

use super::orientation;
use crate::bytes::be16;
use crate::exif::turned;
use crate::format::Format;
use crate::unfit::Unfit;

const SCAN: u8 = 0xda;
const END: u8 = 0xd9;
const APP0: u8 = 0xe0;
const APP1: u8 = 0xe1;
const APP2: u8 = 0xe2;
const APP14: u8 = 0xee;
const EXIF: &[u8] = b"Exif\0\0";

struct Segment<'a> {
    marker: u8,
    body: &'a [u8],
    /// What is drawn, behind the start of a scan.
    drawn: &'a [u8],
}

pub(crate) fn recognise(bytes: &[u8]) -> Option<Result<Format, Unfit>> {
    bytes.starts_with(b"\xff\xd8\xff").then(|| check(bytes).map(|()| Format::Jpeg))
}

fn check(bytes: &[u8]) -> Result<(), Unfit> {
    let (mut frames, mut scans) = (0, 0);
    for segment in segments(bytes) {
        match segment?.marker {
            SCAN => scans += 1,
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => frames += 1,
            _ => {}
        }
    }
    if frames > 0 && scans > 0 { Ok(()) } else { Err(Unfit::damaged("it has no picture")) }
}

/// The bytes of the first EXIF.
pub(super) fn exif(bytes: &[u8]) -> Option<&[u8]> {
    segments(bytes)
        .map_while(Result::ok)
        .take_while(|segment| segment.marker != SCAN)
        .find_map(|segment| segment.body.strip_prefix(EXIF).filter(|_| segment.marker == APP1))
}

/// Nothing but the picture, its colours, and how it must be turned.
pub(crate) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Unfit> {
    check(bytes)?;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend([0xff, 0xd8]);
    if let Some(orientation) = orientation(exif(bytes)) {
        push(&mut out, APP1, &[EXIF, &turned(orientation)].concat());
    }
    for segment in segments(bytes) {
        let segment = segment?;
        if let Some(body) = kept(&segment) {
            push(&mut out, segment.marker, body);
            out.extend(segment.drawn);
        }
    }
    out.extend([0xff, END]);
    Ok(out)
}

/// What of a segment's body is kept: all that pictures are made of; of the
/// applications' segments only what the colours and the aspect need.
fn kept<'a>(segment: &Segment<'a>) -> Option<&'a [u8]> {
    let body = segment.body;
    match segment.marker {
        // One with a thumbnail, whose size is in the last two bytes, goes as a
        // whole: the picture shows the same without it.
        APP0 if body.starts_with(b"JFIF\0") && body.get(12..14) == Some(&[0, 0]) => body.get(..14),
        APP2 if body.starts_with(b"ICC_PROFILE\0") => Some(body),
        APP14 if body.starts_with(b"Adobe") => body.get(..12),
        0xc0..=0xc7 | 0xc9..=0xcf | 0xda..=0xdf => Some(body),
        _ => None,
    }
}

fn push(out: &mut Vec<u8>, marker: u8, body: &[u8]) {
    out.extend([0xff, marker]);
    out.extend((body.len() as u16 + 2).to_be_bytes());
    out.extend(body);
}

fn segments(bytes: &[u8]) -> Segments<'_> {
    Segments { rest: bytes.get(2..).unwrap_or_default(), ended: false }
}

struct Segments<'a> {
    rest: &'a [u8],
    ended: bool,
}

impl<'a> Iterator for Segments<'a> {
    type Item = Result<Segment<'a>, Unfit>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let segment = self.segment();
        self.ended = !matches!(&segment, Some(segment) if segment.marker != END);
        match segment {
            Some(segment) if segment.marker == END => None,
            Some(segment) => Some(Ok(segment)),
            None => Some(Err(Unfit::damaged("it has no end"))),
        }
    }
}

impl<'a> Segments<'a> {
    /// The next segment; none when the bytes end before it does.
    fn segment(&mut self) -> Option<Segment<'a>> {
        loop {
            // Readers pass over what is no marker, and over fill bytes.
            let at = self.rest.iter().position(|&byte| byte == 0xff)?;
            let &marker = self.rest.get(at + 1)?;
            match marker {
                0xff => self.rest = &self.rest[at + 1..],
                // Those without a body, and no marker at all.
                0x00..=0x01 | 0xd0..=0xd8 => self.rest = &self.rest[at + 2..],
                END => return Some(Segment { marker, body: &[], drawn: &[] }),
                _ => {
                    let size = usize::from(be16(self.rest, at + 2)?);
                    let body = self.rest.get(at + 4..at + 2 + size)?;
                    let rest = &self.rest[at + 2 + size..];
                    let drawn = if marker == SCAN { drawn(rest)? } else { 0 };
                    self.rest = &rest[drawn..];
                    return Some(Segment { marker, body, drawn: &rest[..drawn] });
                }
            }
        }
    }
}

/// How far a scan reaches: to the first marker but those that may stand
/// within it.
fn drawn(rest: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += rest.get(at..)?.iter().position(|&byte| byte == 0xff)?;
        match rest.get(at + 1)? {
            0x00 | 0xd0..=0xd7 => at += 2,
            0xff => at += 1,
            _ => return Some(at),
        }
    }
}
