//! What of a film may be shown.

use super::boxes::{Span, boxes};
use super::samples::Wiper;
use super::{check, handler, inside, top_level};
use crate::unfit::Unfit;

/// The boxes that are kept at the top of a file.
const TOP: &[&[u8; 4]] = &[b"ftyp", b"styp", b"moov", b"moof", b"mdat", b"sidx", b"ssix", b"mfra", b"pdin"];

/// Those that are kept in a box of boxes; none for what is no such box, and
/// is kept as it is.
fn kept_in(kind: &[u8; 4]) -> Option<&'static [&'static [u8; 4]]> {
    Some(match kind {
        b"moov" => &[b"mvhd", b"trak", b"mvex"],
        b"trak" => &[b"tkhd", b"edts", b"mdia", b"tapt", b"load", b"clip", b"matt"],
        b"mdia" => &[b"mdhd", b"hdlr", b"minf", b"elng"],
        b"minf" => &[b"vmhd", b"smhd", b"nmhd", b"gmhd", b"hdlr", b"dinf", b"stbl"],
        b"stbl" => &[
            b"stsd", b"stts", b"ctts", b"cslg", b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"stss",
            b"stps", b"stsh", b"padb", b"stdp", b"sdtp", b"sbgp", b"sgpd", b"csgp", b"subs", b"saiz",
            b"saio",
        ],
        b"mvex" => &[b"mehd", b"trex", b"leva"],
        b"moof" => &[b"mfhd", b"traf"],
        b"traf" => &[
            b"tfhd", b"tfdt", b"trun", b"sdtp", b"sbgp", b"sgpd", b"csgp", b"subs", b"saiz", b"saio", b"senc",
        ],
        _ => return None,
    })
}

/// Nothing but pictures, sound, and how they are turned: no places, names,
/// times, nor texts, and no tracks of anything else, such as the positions
/// that drones write. All that goes becomes free space of the same size.
pub(crate) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Unfit> {
    check(bytes)?;
    let tops = top_level(bytes)?;
    let end = tops.last().map_or(0, |top| top.end);
    let mut out = bytes[..end].to_vec();
    free_other_tracks(bytes, &tops, &mut out)?;
    for top in tops {
        clean_box(bytes, top, TOP, &mut out)?;
    }
    Ok(out)
}

fn free_other_tracks(bytes: &[u8], tops: &[Span], out: &mut [u8]) -> Result<(), Unfit> {
    let of = |kind: &'static [u8; 4]| tops.iter().copied().filter(move |top| top.kind(bytes) == *kind);
    let tracks = || of(b"moov").flat_map(|film| inside(bytes, film, b"trak"));
    let others = || tracks().filter(|track| !is_shown(handler(bytes, *track)));
    let mut wiper = Wiper::new(of(b"mdat").collect(), out);
    others().try_for_each(|track| wiper.wipe(bytes, track))?;
    others().for_each(|track| free(track, out));
    Ok(())
}

fn is_shown(handler: Option<[u8; 4]>) -> bool {
    matches!(handler.as_ref(), Some(b"vide" | b"soun"))
}

/// Cleans a box that stands among boxes of which `kept` are kept. No box
/// that holds boxes may stand in one of its own kind, so this goes no deeper
/// than `kept_in` is long.
fn clean_box(bytes: &[u8], span: Span, kept: &[&[u8; 4]], out: &mut [u8]) -> Result<(), Unfit> {
    let kind = out[span.start + 4..][..4].first_chunk().copied().expect("four letters");
    if !kept.contains(&&kind) {
        free(span, out);
        return Ok(());
    }
    if let b"mvhd" | b"tkhd" | b"mdhd" = &kind {
        forget_times(span, out);
    }
    let Some(kept) = kept_in(&kind) else {
        return Ok(());
    };
    for inner in boxes(bytes, span.body..span.end) {
        match inner {
            Some(inner) => clean_box(bytes, inner, kept, out)?,
            None => return Err(Unfit::damaged("its index cannot be read")),
        }
    }
    Ok(())
}

/// Makes free space of a box.
fn free(span: Span, out: &mut [u8]) {
    out[span.start + 4..span.start + 8].copy_from_slice(b"free");
    out[span.body..span.end].fill(0);
}

/// Headers say when they were made and changed: behind a version and flags,
/// twice four bytes, or eight from version 1 on.
fn forget_times(span: Span, out: &mut [u8]) {
    let body = &mut out[span.body..span.end];
    let size = if body.first().is_some_and(|version| *version > 0) { 16 } else { 8 };
    if let Some(times) = body.get_mut(4..4 + size) {
        times.fill(0);
    }
}
