//! What a file is, before it is taken.

use domain::codes::EvidenceKind;
use domain::time::Moment;
use jiff::tz::TimeZone;
use sm3::{Digest, Sm3};

use crate::format::MOST_RECORDING;
use crate::recognise::recognise;
use crate::unfit::Unfit;
use crate::{bytes, exif, photo};

/// What the bytes of a file say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspected {
    /// Photo, recording (sound or video) or document.
    pub kind: EvidenceKind,
    /// The media type.
    pub media_type: &'static str,
    /// What a name for the file should end with, without the dot.
    pub extension: &'static str,
    /// SM3 of the bytes, in hexadecimal.
    pub hash: String,
    /// When a photo was taken, as the device's clock had it. It may lie in
    /// the future.
    pub taken_at: Option<Moment>,
    /// Where a photo was taken: millionths of a degree north and east, as the
    /// device had it (WGS 84 by the standard).
    pub position: Option<(i32, i32)>,
}

/// Says what a file is. Many cameras write the time without saying of which
/// zone; it is taken to be of `zone`.
///
/// # Errors
/// [`Unfit`] when the file is empty, too large, damaged, or none that is
/// taken.
pub fn inspect(bytes: &[u8], zone: &TimeZone) -> Result<Inspected, Unfit> {
    let size = bytes.len() as u64;
    if bytes.is_empty() {
        return Err(Unfit::Empty);
    }
    if size > MOST_RECORDING {
        return Err(Unfit::TooLarge { bytes: size, most: MOST_RECORDING });
    }
    let format = recognise(bytes)?;
    if size > format.most() {
        return Err(Unfit::TooLarge { bytes: size, most: format.most() });
    }
    let said = photo::exif(format, bytes).and_then(exif::Exif::new);
    Ok(Inspected {
        kind: format.kind(),
        media_type: format.media_type(),
        extension: format.extension(),
        hash: bytes::hex(&Sm3::digest(bytes)),
        taken_at: said.as_ref().and_then(|said| said.taken_at(zone)),
        position: said.as_ref().and_then(exif::Exif::position),
    })
}
