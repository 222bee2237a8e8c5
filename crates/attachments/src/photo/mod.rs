//! Photos.

pub(crate) mod gif;
pub(crate) mod jpeg;
pub(crate) mod png;
pub(crate) mod webp;

use crate::format::Format;

/// The EXIF of a photo, where its format has one and it is there.
pub(crate) fn exif(format: Format, bytes: &[u8]) -> Option<&[u8]> {
    match format {
        Format::Jpeg => jpeg::exif(bytes),
        Format::Png => png::exif(bytes),
        Format::Webp => webp::exif(bytes),
        _ => None,
    }
}

/// How a photo must be turned to be upright, where it says so.
fn orientation(exif: Option<&[u8]>) -> Option<u8> {
    exif.and_then(crate::exif::Exif::new)?.orientation()
}
