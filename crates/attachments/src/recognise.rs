//! What a file is, by its bytes alone.

use crate::bytes::array;
use crate::format::Format;
use crate::unfit::Unfit;
use crate::{document, photo, sound, video};

/// Says what a file is: nothing when the bytes do not begin as its format
/// does; else the format, or what is wrong with the file.
pub(crate) type Recogniser = fn(&[u8]) -> Option<Result<Format, Unfit>>;

/// Those with a signature first. Sound without one (MP3, AAC) begins with a
/// few bits that other files may begin with by chance, and text may begin
/// with anything.
const ALL: &[Recogniser] = &[
    photo::jpeg::recognise,
    photo::png::recognise,
    photo::webp::recognise,
    photo::gif::recognise,
    video::recognise,
    sound::wav::recognise,
    sound::ogg::recognise,
    sound::amr::recognise,
    document::pdf::recognise,
    document::zip::recognise,
    sound::mp3::recognise,
    sound::aac::recognise,
    document::text::recognise,
];

/// The format of a file whose structure holds as far as it is cheap to see.
pub(crate) fn recognise(bytes: &[u8]) -> Result<Format, Unfit> {
    let known = ALL.iter().find_map(|recogniser| recogniser(bytes));
    known.unwrap_or_else(|| Err(Unfit::NotTaken { found: name(bytes) }))
}

/// The media type of a file that is not taken.
fn name(bytes: &[u8]) -> Option<String> {
    // The Word and Excel of before 2007 in one: they may carry macros.
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some("application/x-ole-storage".to_owned());
    }
    // What phones take photos in when nobody tells them to be compatible.
    if array(bytes, 4) == Some(*b"ftyp")
        && let Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"mif1" | b"msf1") =
            array(bytes, 8).as_ref()
    {
        return Some("image/heic".to_owned());
    }
    infer::get(bytes).map(|found| found.mime_type().to_owned())
}
