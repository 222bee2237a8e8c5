//! Files of every kind, made by hand. What must not be shown contains
//! [`SECRET`]; what must be kept, [`KEPT`].

pub mod documents;
pub mod film;
pub mod photos;
pub mod sound;

/// Stands in everything that must not be shown.
pub const SECRET: &[u8] = b"SECRET";
/// Stands in what a file is there for.
pub const KEPT: &[u8] = b"KEPT";

/// A file of each type, with its media type.
pub fn all() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("image/jpeg", photos::jpeg(&photos::exif(6))),
        ("image/png", photos::png(&photos::exif(6))),
        ("image/webp", photos::webp(&photos::exif(6))),
        ("image/gif", photos::gif()),
        ("audio/mpeg", sound::mp3()),
        ("audio/aac", sound::aac()),
        ("audio/wav", sound::wav()),
        ("audio/ogg", sound::ogg(b"OpusHead")),
        ("audio/amr", sound::amr()),
        ("audio/mp4", film::film(b"M4A ", b"soun")),
        ("audio/mp4", film::film(b"mp42", b"soun")),
        ("audio/mp4", film::film(b"3gp4", b"soun")),
        ("video/mp4", film::film(b"isom", b"vide")),
        ("video/quicktime", film::film(b"qt  ", b"vide")),
        ("application/pdf", documents::pdf()),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            documents::zip(&["[Content_Types].xml", "word/document.xml"]),
        ),
        (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            documents::zip(&["[Content_Types].xml", "xl/workbook.xml"]),
        ),
        ("application/ofd", documents::zip(&["OFD.xml", "Doc_0/Document.xml"])),
        ("text/plain", "路灯不亮，已三天。\r\n\t电话 12345\n".into()),
    ]
}

/// Whether a stretch of bytes is in others.
pub fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
