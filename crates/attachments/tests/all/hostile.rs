//! Files that mean harm. None may panic, hang or be half shown.

use attachments::{Format, Unfit, inspect, shown};
use jiff::tz::TimeZone;
use proptest::prelude::*;

use crate::samples::{self, film, photos};

/// Whatever the bytes are, what is taken can be shown, is still what it was,
/// and has nothing more to hide.
fn holds(bytes: &[u8]) {
    let taken = inspect(bytes, &TimeZone::UTC);
    if let Ok(inspected) = &taken {
        let first = shown(bytes, inspected.media_type).expect("what is taken can be shown");
        let again = inspect(&first, &TimeZone::UTC).expect("what is shown could be taken");
        assert_eq!((again.media_type, again.taken_at, again.position), (inspected.media_type, None, None));
        assert_eq!(shown(&first, inspected.media_type).as_ref(), Ok(&first));
    }
}

/// Said to be of whatever type, nothing panics.
fn holds_as_any_type(bytes: &[u8]) {
    for format in Format::ALL {
        let _ = shown(bytes, format.media_type());
    }
}

#[test]
fn cut_anywhere() {
    for (_, bytes) in samples::all() {
        for end in 0..bytes.len() {
            holds(&bytes[..end]);
        }
    }
}

#[test]
fn any_byte_turned_over() {
    for (_, bytes) in samples::all() {
        for at in 0..bytes.len() {
            for with in [0x01, 0x80, 0xff] {
                let mut bytes = bytes.clone();
                bytes[at] ^= with;
                holds(&bytes);
            }
        }
    }
}

proptest! {
    #[test]
    fn anything(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        holds(&bytes);
        holds_as_any_type(&bytes);
    }

    /// Signatures before anything, and pieces of one file in another.
    #[test]
    fn patched(
        first in 0..19_usize, second in 0..19_usize, at: prop::sample::Index,
        from: prop::sample::Index, size in 0..64_usize,
    ) {
        let mut bytes = samples::all().swap_remove(first).1;
        let other = samples::all().swap_remove(second).1;
        let piece = from.index(other.len());
        let piece = &other[piece..other.len().min(piece + size)];
        let at = at.index(bytes.len());
        let end = bytes.len().min(at + piece.len());
        bytes.splice(at..end, piece.iter().copied());
        holds(&bytes);
    }

    #[test]
    fn bytes_changed_at_random(
        first in 0..19_usize, changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = samples::all().swap_remove(first).1;
        for (at, to) in changes {
            let at = at.index(bytes.len());
            bytes[at] = to;
        }
        holds(&bytes);
        holds_as_any_type(&bytes);
    }
}

/// A directory of directories that overlap: a library that lists every value
/// of each needs hundreds of megabytes for it.
#[test]
fn exif_that_unfolds() {
    let half = 2_700_u16;
    let mut exif = b"MM\0*\0\0\0\x08".to_vec();
    exif.extend(half.to_be_bytes());
    for index in 0..u32::from(half) {
        exif.extend(b"\x87\x69\0\x04\0\0\0\x01");
        exif.extend((32_500 + index).to_be_bytes());
    }
    exif.resize(65_000, 0x0a);
    holds(&photos::jpeg(&exif));
}

/// EXIF whose directory is itself.
#[test]
fn exif_that_turns_in_a_circle() {
    let exif = b"MM\0*\0\0\0\x08\0\x02\x87\x69\0\x04\0\0\0\x01\0\0\0\x08\x88\x25\0\x04\0\0\0\x01\0\0\0\x08";
    holds(&photos::jpeg(exif));
}

/// Each of many tracks, and each of its chunks, says that the whole file is
/// its own.
#[test]
fn a_film_whose_samples_overlap() {
    let track = film::track_of(b"meta", &[24; 1_000], 1 << 20);
    let tracks = [film::track(b"vide", 0, 1), track.repeat(500)].concat();
    let bytes = [
        film::atom(b"ftyp", b"isom\0\0\0\0"),
        film::atom(b"mdat", &[0; 1 << 20]),
        film::atom(b"moov", &tracks),
    ]
    .concat();
    let overlap = Unfit::Damaged { what: "the samples of its tracks overlap".to_owned() };
    assert_eq!(inspect(&bytes, &TimeZone::UTC), Err(overlap));
}

/// A track whose samples are said to lie where the index does.
#[test]
fn a_film_that_would_wipe_itself() {
    let tracks = [film::track(b"vide", 24, 1), film::track(b"meta", 40, 8)].concat();
    let bytes =
        [film::atom(b"ftyp", b"isom\0\0\0\0"), film::atom(b"mdat", b"x"), film::atom(b"moov", &tracks)]
            .concat();
    let outside = Unfit::Damaged { what: "the samples of a track are not in the file".to_owned() };
    assert_eq!(inspect(&bytes, &TimeZone::UTC), Err(outside));
}

/// Boxes in boxes, a hundred thousand deep.
#[test]
fn a_film_without_a_ground() {
    let depth = 100_000;
    let mut bytes = film::film(b"isom", b"vide");
    let end = bytes.len() - samples::SECRET.len();
    bytes.truncate(end);
    for level in 0..depth {
        bytes.extend((8 * (depth - level) as u32).to_be_bytes());
        bytes.extend(b"moof");
    }
    holds(&bytes);
}

/// As many boxes, chunks and markers as fit.
#[test]
fn millions_of_small_pieces() {
    let mut boxes = film::atom(b"ftyp", b"isom\0\0\0\0");
    boxes.extend(film::atom(b"free", b"").repeat(500_000));
    assert!(inspect(&boxes, &TimeZone::UTC).is_err());
    let mut jpeg = b"\xff\xd8\xff".to_vec();
    jpeg.resize(4_000_000, 0xff);
    assert!(inspect(&jpeg, &TimeZone::UTC).is_err());
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.extend(b"\0\0\0\0zzzz\0\0\0\0".repeat(300_000));
    assert!(inspect(&png, &TimeZone::UTC).is_err());
    let mut tags = b"ID3\x03\0\0\0\0\0\0".repeat(400_000);
    tags.extend(b"TAG");
    assert!(inspect(&tags, &TimeZone::UTC).is_err());
}
