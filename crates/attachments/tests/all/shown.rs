//! What is shown.

use attachments::{inspect, shown};
use exif::{In, Reader, Tag};
use img_parts::jpeg::Jpeg;
use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{ImageEXIF, ImageICC};
use jiff::tz::TimeZone;

use crate::samples::{self, KEPT, SECRET, film, has, photos, sound};

#[test]
fn no_secret_is_shown_and_the_rest_is() {
    for (media_type, bytes) in samples::all() {
        let shown = shown(&bytes, media_type).unwrap();
        assert!(!has(&shown, SECRET), "{media_type}");
        assert_eq!(has(&shown, KEPT), has(&bytes, KEPT), "{media_type}");
        let inspected = inspect(&shown, &TimeZone::UTC).unwrap();
        assert_eq!(inspected.media_type, media_type);
        assert_eq!((inspected.taken_at, inspected.position), (None, None));
    }
}

/// What is left of a photo's EXIF, as a library reads it.
fn left(exif: Option<img_parts::Bytes>) -> Vec<(Tag, Option<u32>)> {
    let Some(exif) = exif else {
        return Vec::new();
    };
    let exif = Reader::new().read_raw(exif.to_vec()).unwrap();
    exif.fields()
        .map(|field| (field.tag, exif.get_field(field.tag, In::PRIMARY).unwrap().value.get_uint(0)))
        .collect()
}

#[test]
fn photos_stay_as_they_are_turned() {
    for orientation in 0..=9 {
        let exif = photos::exif(orientation);
        let jpeg = Jpeg::from_bytes(shown(&photos::jpeg(&exif), "image/jpeg").unwrap().into()).unwrap();
        let png = Png::from_bytes(shown(&photos::png(&exif), "image/png").unwrap().into()).unwrap();
        let webp = WebP::from_bytes(shown(&photos::webp(&exif), "image/webp").unwrap().into()).unwrap();
        let turned = (2..=8).contains(&orientation);
        let expected =
            if turned { vec![(Tag::Orientation, Some(u32::from(orientation)))] } else { Vec::new() };
        assert_eq!(left(jpeg.exif()), expected, "JPEG {orientation}");
        assert_eq!(left(png.exif()), expected, "PNG {orientation}");
        assert_eq!(left(webp.exif()), expected, "WebP {orientation}");
        let flags = webp.chunk_by_id(*b"VP8X").unwrap().content().data().unwrap()[0];
        assert_eq!(flags, if turned { 0x2a } else { 0x22 });
    }
}

#[test]
fn photos_keep_their_colours() {
    let exif = photos::exif(1);
    let jpeg = Jpeg::from_bytes(shown(&photos::jpeg(&exif), "image/jpeg").unwrap().into()).unwrap();
    assert_eq!(jpeg.icc_profile().as_deref(), Some(KEPT));
    assert_eq!(jpeg.dimensions(), Some((1, 1)));
    let png = Png::from_bytes(shown(&photos::png(&exif), "image/png").unwrap().into()).unwrap();
    let kinds: Vec<[u8; 4]> = png.chunks().iter().map(|chunk| chunk.kind()).collect();
    assert_eq!(kinds, [*b"IHDR", *b"iCCP", *b"IDAT", *b"IEND"]);
    let webp = WebP::from_bytes(shown(&photos::webp(&exif), "image/webp").unwrap().into()).unwrap();
    assert_eq!(webp.icc_profile().as_deref(), Some(KEPT));
}

/// Both scans, to their last bit.
#[test]
fn a_photo_is_not_computed_anew() {
    let shown = shown(&photos::jpeg(&photos::exif(1)), "image/jpeg").unwrap();
    assert!(has(
        &shown,
        b"\x3f\0KEPT\xff\x00KEPT\xff\xd0KEPT\xff\xda\0\x08\x01\x01\0\0\x3f\0KEPT\xff\xff\xd9"
    ));
}

#[test]
fn a_gif_still_moves() {
    let shown = shown(&photos::gif(), "image/gif").unwrap();
    assert!(has(&shown, b"NETSCAPE2.0\x03\x01\0\0\0\x21\xf9\x04\0\x0a\0\0\0\x2c"));
    assert!(shown.ends_with(b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x04KEPT\0\x3b"));
}

/// Tables of a film say at which byte its samples begin.
#[test]
fn in_a_film_everything_stays_where_it_was() {
    let bytes = film::film(b"isom", b"vide");
    let shown = shown(&bytes, "video/mp4").unwrap();
    assert_eq!(shown.len(), bytes.len() - SECRET.len());
    let differs = |at: &usize| shown[*at] != bytes[*at];
    let sample = bytes.windows(4).position(|window| window == KEPT).unwrap();
    assert_eq!((0..shown.len()).find(differs), Some(sample + b"KEPT sample".len()));
    let tracks = shown.windows(4).filter(|window| *window == b"trak").count();
    assert_eq!(tracks, 1);
}

#[test]
fn sound_is_its_frames_alone() {
    assert_eq!(shown(&sound::mp3(), "audio/mpeg").unwrap(), sound::mp3_frames());
}
