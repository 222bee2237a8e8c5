//! What of a file may be shown.

use crate::format::Format;
use crate::unfit::Unfit;
use crate::{photo, sound, video};

/// What of a file may be shown to those who need to see what is in it, and
/// not who made it, where, when and with what. Nothing is computed anew: the
/// picture and the sound are those of the original.
///
/// | format | what goes |
/// |---|---|
/// | JPEG, PNG, WebP | EXIF (but how the photo is turned), XMP, IPTC, comments, texts, thumbnails, and what is appended |
/// | GIF | comments, texts, what applications add |
/// | MP4, M4A, QuickTime | places, names, texts, times, and tracks that are neither picture nor sound |
/// | MP3 | ID3 and APE tags |
/// | WAV | all but the sound and its format |
/// | AAC, AMR | nothing: they have no room for it |
/// | Ogg, PDF, DOCX, XLSX, OFD, text | **nothing, though they may name who made them**: they can only be told apart by taking them to pieces |
///
/// Colour profiles stay, for the colours would be wrong without. In a film
/// that was written in fragments, as it went, the track of positions goes,
/// but its samples stay among the others, where no player looks. What is seen
/// or heard in a file is for people to judge.
///
/// # Errors
/// [`Unfit`] when the type is none that is taken, or the bytes are not of it.
pub fn shown(bytes: &[u8], media_type: &str) -> Result<Vec<u8>, Unfit> {
    let format = Format::of(media_type).ok_or_else(|| Unfit::not_taken(media_type))?;
    match format {
        Format::Jpeg => photo::jpeg::clean(bytes),
        Format::Png => photo::png::clean(bytes),
        Format::Webp => photo::webp::clean(bytes),
        Format::Gif => photo::gif::clean(bytes),
        Format::Mp4 | Format::M4a | Format::QuickTime => video::clean(bytes),
        Format::Mp3 => sound::mp3::clean(bytes),
        Format::Wav => sound::wav::clean(bytes),
        Format::Aac
        | Format::Ogg
        | Format::Amr
        | Format::Pdf
        | Format::Docx
        | Format::Xlsx
        | Format::Ofd
        | Format::Text => Ok(bytes.to_vec()),
    }
}
