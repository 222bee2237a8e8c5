//! What is not taken, and why.

use attachments::{MOST_DOCUMENT, MOST_PHOTO, MOST_RECORDING, Unfit, inspect, shown};
use jiff::tz::TimeZone;

use crate::samples::{self, documents, film, photos, sound};

fn refused(bytes: &[u8]) -> Unfit {
    inspect(bytes, &TimeZone::UTC).expect_err("is not taken")
}

fn not_taken(found: &str) -> Unfit {
    Unfit::NotTaken { found: Some(found.to_owned()) }
}

#[test]
fn nothing() {
    assert_eq!(refused(b""), Unfit::Empty);
}

#[test]
fn too_much_of_each_kind() {
    let grown = |mut bytes: Vec<u8>, most: u64, filler: u8| {
        bytes.resize(most as usize + 1, filler);
        (refused(&bytes), Unfit::TooLarge { bytes: most + 1, most })
    };
    let photo = photos::jpeg(&photos::exif(1));
    for (found, expected) in [
        grown(photo.clone(), MOST_PHOTO, 0),
        grown(b"text".to_vec(), MOST_DOCUMENT, b' '),
        grown(sound::mp3_frames(), MOST_RECORDING, 0),
    ] {
        assert_eq!(found, expected);
    }
    let mut most = photo;
    most.resize(MOST_PHOTO as usize, 0);
    assert!(inspect(&most, &TimeZone::UTC).is_ok());
}

#[test]
fn photos_that_a_browser_cannot_show_say_what_they_are() {
    for brand in [b"heic", b"mif1"] {
        let heic = film::atom(b"ftyp", &[&brand[..], b"\0\0\0\0mif1heic"].concat());
        assert_eq!(refused(&heic), not_taken("image/heic"));
    }
}

#[test]
fn what_a_browser_or_a_shell_would_run() {
    for (text, found) in [
        ("<!DOCTYPE html><p>", "text/html"),
        ("\u{feff} \n<script>alert(1)</script>", "text/html"),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        ("<?xml version='1.0'?>\n<svg onload='x'/>", "image/svg+xml"),
        ("<?xml version='1.0'?><x/>", "text/xml"),
        ("#!/bin/sh\nrm -r .", "text/x-script"),
        ("{\\rtf1 x}", "application/rtf"),
    ] {
        assert_eq!(refused(text.as_bytes()), not_taken(found), "{text}");
    }
}

#[test]
fn programs_and_archives() {
    let mut program = b"MZ\x90\0\x03\0\0\0\x04".to_vec();
    program.resize(128, 0);
    assert_eq!(refused(&program), not_taken("application/vnd.microsoft.portable-executable"));
    assert_eq!(refused(b"\x1f\x8b\x08\0\0\0\0\0\0\x03"), not_taken("application/gzip"));
    assert_eq!(refused(&documents::zip(&["a.txt"])), not_taken("application/zip"));
    assert_eq!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"), not_taken("application/x-ole-storage"));
    assert_eq!(refused(&sound::ogg(b"\x80theora")), not_taken("application/ogg"));
}

#[test]
fn documents_with_macros() {
    let word = documents::zip(&["word/document.xml", "word/vbaProject.bin"]);
    assert_eq!(refused(&word), not_taken("application/vnd.ms-word.document.macroEnabled.12"));
    let excel = documents::zip(&["xl/VBAPROJECT.BIN", "xl/workbook.xml"]);
    assert_eq!(refused(&excel), not_taken("application/vnd.ms-excel.sheet.macroEnabled.12"));
}

#[test]
fn what_is_nothing_known() {
    assert_eq!(refused(&[0, 1, 2, 3]), Unfit::NotTaken { found: None });
    // 路灯 in GBK: text is taken in UTF-8 only.
    assert_eq!(refused(b"\xc2\xb7\xb5\xc6"), Unfit::NotTaken { found: None });
}

/// Cut anywhere, a file is not taken for a whole one. Frames of sound, and
/// text, are whole wherever they end.
#[test]
fn what_is_cut_off() {
    let open_end = ["audio/mpeg", "audio/aac", "audio/amr", "text/plain"];
    for (media_type, bytes) in samples::all().iter().filter(|(media_type, _)| !open_end.contains(media_type))
    {
        // What stands behind the end mark is not part of it.
        let end = bytes.len() - samples::SECRET.len() - 4;
        let end = if media_type.starts_with("video") || *media_type == "audio/mp4" { 60 } else { end / 2 };
        let unfit = refused(&bytes[..end]);
        assert!(matches!(unfit, Unfit::Damaged { .. }), "{media_type}: {unfit:?}");
    }
    assert_eq!(refused(b"PK\x03\x04 no archive"), Unfit::Damaged { what: "it has no directory".to_owned() });
    assert_eq!(refused(b"\xff\xd8\xff\xd9"), Unfit::Damaged { what: "it has no picture".to_owned() });
}

#[test]
fn a_wrong_check_sum() {
    let mut png = photos::png(&photos::exif(1));
    png[20] ^= 1;
    assert_eq!(refused(&png), Unfit::Damaged { what: "a check sum is wrong".to_owned() });
}

#[test]
fn what_is_not_of_the_type_it_is_said_to_be_is_not_shown() {
    let text = b"text".as_slice();
    for media_type in
        ["image/jpeg", "image/png", "image/webp", "image/gif", "video/mp4", "audio/mpeg", "audio/wav"]
    {
        assert!(matches!(shown(text, media_type), Err(Unfit::Damaged { .. })), "{media_type}");
    }
    assert_eq!(shown(text, "text/html"), Err(not_taken("text/html")));
}

#[test]
fn a_refusal_on_the_wire() {
    let json = serde_json::to_string(&not_taken("image/heic")).unwrap();
    assert_eq!(json, r#"{"code":"not_taken","found":"image/heic"}"#);
    assert_eq!(serde_json::from_str::<Unfit>(&json).unwrap(), not_taken("image/heic"));
}
