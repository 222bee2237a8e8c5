//! MP4 and QuickTime (ISO/IEC 14496-12): boxes in boxes. M4A is MP4 with
//! sound alone.
//!
//! Boxes cannot be cut out, for tables elsewhere say at which byte of the
//! file each sample begins. What goes is overwritten where it stands.

mod boxes;
mod clean;
mod samples;

pub(crate) use clean::clean;

use boxes::{Span, boxes};

use crate::bytes::{array, be32};
use crate::format::{Format, MOST_RECORDING};
use crate::unfit::Unfit;

/// The brands of MP4 as cameras, phones, recorders and browsers write it. The
/// 3GP of older telephones is MP4 by another name.
const MP4: &[&[u8; 4]] = &[
    b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"iso7", b"iso8", b"iso9", b"mp41", b"mp42",
    b"mp71", b"avc1", b"dash", b"M4V ", b"M4VH", b"M4VP", b"MSNV", b"XAVC", b"3gp4", b"3gp5", b"3gp6",
];

pub(crate) fn recognise(bytes: &[u8]) -> Option<Result<Format, Unfit>> {
    // Text has the same letters there, but before them no size that could be.
    be32(bytes, 0).filter(|size| u64::from(*size) <= MOST_RECORDING)?;
    let format = match (array(bytes, 4)?, array(bytes, 8)?) {
        // Before there were brands, QuickTime files began with anything.
        (kind, _) if matches!(&kind, b"moov" | b"wide" | b"free" | b"mdat") => Format::QuickTime,
        (kind, brand) if kind == *b"ftyp" => match &brand {
            b"qt  " => Format::QuickTime,
            b"M4A " | b"M4B " => Format::M4a,
            brand if MP4.contains(&brand) => Format::Mp4,
            _ => return None,
        },
        _ => return None,
    };
    Some(check(bytes).and_then(|pictures| {
        // What is taken must be fit to be shown, to its innermost box.
        clean(bytes)?;
        Ok(if pictures || format == Format::QuickTime { format } else { Format::M4a })
    }))
}

/// Whether there are pictures beside the sound.
fn check(bytes: &[u8]) -> Result<bool, Unfit> {
    let (mut films, mut data) = (0, false);
    let (mut sound, mut pictures) = (false, false);
    for top in top_level(bytes)? {
        data |= top.kind(bytes) == *b"mdat";
        if top.kind(bytes) != *b"moov" {
            continue;
        }
        films += 1;
        for track in inside(bytes, top, b"trak") {
            let handler = handler(bytes, track);
            pictures |= handler == Some(*b"vide");
            sound |= handler == Some(*b"soun");
        }
    }
    match (films, data && (sound || pictures)) {
        (1, true) => Ok(pictures),
        (0, _) => Err(Unfit::damaged("it has no index")),
        _ => Err(Unfit::damaged("it has neither sound nor picture")),
    }
}

/// The boxes of the file. Some cameras leave something that is no box behind
/// the last: it is not part of the film.
fn top_level(bytes: &[u8]) -> Result<Vec<Span>, Unfit> {
    let mut tops: Vec<Span> = Vec::new();
    for top in boxes(bytes, 0..bytes.len()) {
        let has = |kind: &[u8; 4]| tops.iter().any(|top| top.kind(bytes) == *kind);
        match top {
            Some(top) => tops.push(top),
            None if has(b"moov") && has(b"mdat") => break,
            None => return Err(Unfit::damaged("it ends early")),
        }
        if tops.len() > MOST_TOPS {
            return Err(Unfit::damaged("it is in too many pieces"));
        }
    }
    Ok(tops)
}

/// Live recordings have a few boxes a second; no camera makes so many.
const MOST_TOPS: usize = 100_000;

/// The boxes of a kind that stand directly in another.
fn inside<'a>(bytes: &'a [u8], outer: Span, kind: &'a [u8; 4]) -> impl Iterator<Item = Span> + 'a {
    boxes(bytes, outer.body..outer.end)
        .map_while(|inner| inner)
        .filter(move |inner| inner.kind(bytes) == *kind)
}

/// What a track is made of: `vide`, `soun`, or something that is not shown.
fn handler(bytes: &[u8], track: Span) -> Option<[u8; 4]> {
    let media = inside(bytes, track, b"mdia").next()?;
    let handler = inside(bytes, media, b"hdlr").next()?;
    array(&bytes[..handler.end], handler.body + 8)
}
