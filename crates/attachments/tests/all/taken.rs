//! What is taken.

use attachments::{Format, Inspected, inspect};
use domain::codes::EvidenceKind;
use jiff::tz::TimeZone;

use crate::samples;

#[test]
fn every_type_is_known_by_its_bytes() {
    for (media_type, bytes) in samples::all() {
        let inspected =
            inspect(&bytes, &TimeZone::UTC).unwrap_or_else(|unfit| panic!("{media_type}: {unfit}"));
        assert_eq!(inspected.media_type, media_type);
        let kind = match media_type.split('/').next().unwrap() {
            "image" => EvidenceKind::Photo,
            "audio" | "video" => EvidenceKind::Recording,
            _ => EvidenceKind::Document,
        };
        assert_eq!(inspected.kind, kind, "{media_type}");
    }
}

#[test]
fn every_format_has_a_sample_and_a_type_of_its_own() {
    for format in Format::ALL {
        assert_eq!(Format::of(format.media_type()), Some(format));
        assert!(
            samples::all().iter().any(|(media_type, _)| *media_type == format.media_type()),
            "{format:?}"
        );
    }
}

#[test]
fn codecs_of_ogg() {
    for codec in [&b"OpusHead"[..], b"\x01vorbis", b"Speex   "] {
        assert_eq!(inspect(&samples::sound::ogg(codec), &TimeZone::UTC).unwrap().media_type, "audio/ogg");
    }
}

/// The hash is the one of the standard (GB/T 32905, A.1).
#[test]
fn a_text_and_its_hash() {
    let expected = Inspected {
        kind: EvidenceKind::Document,
        media_type: "text/plain",
        extension: "txt",
        hash: "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0".to_owned(),
        taken_at: None,
        position: None,
    };
    assert_eq!(inspect(b"abc", &TimeZone::UTC), Ok(expected));
}

/// Texts that begin like something else.
#[test]
fn texts_stay_texts() {
    for text in [
        "BM 小区",
        "MZ",
        "ID3 卡",
        "PK 赛",
        "\u{feff}有标记",
        "GIF 图打不开",
        "RIFF",
        "OggS 打不开",
        "Get free parking",
    ] {
        let inspected = inspect(text.as_bytes(), &TimeZone::UTC);
        assert_eq!(inspected.map(|inspected| inspected.media_type), Ok("text/plain"), "{text}");
    }
}
