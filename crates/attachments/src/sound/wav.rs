//! WAV, a RIFF file.

use crate::format::Format;
use crate::riff;
use crate::unfit::Unfit;

const KIND: &[u8; 4] = b"WAVE";
/// What sound is made of.
const KEPT: &[&[u8; 4]] = &[b"fmt ", b"fact", b"data"];

pub(crate) fn recognise(bytes: &[u8]) -> Option<Result<Format, Unfit>> {
    riff::is(bytes, KIND).then(|| clean(bytes).map(|_| Format::Wav))
}

/// Nothing but the sound: no titles, names, places, nor texts.
pub(crate) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Unfit> {
    let mut out = Vec::with_capacity(bytes.len());
    let (mut format, mut data) = (false, false);
    for chunk in riff::file(bytes)? {
        let chunk = chunk?;
        if KEPT.contains(&&chunk.name) {
            riff::push(&mut out, &chunk.name, chunk.body);
        }
        format |= chunk.name == *b"fmt ";
        data |= chunk.name == *b"data";
    }
    if format && data { Ok(riff::write(KIND, &out)) } else { Err(Unfit::damaged("it has no sound")) }
}
