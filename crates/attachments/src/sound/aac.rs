//! AAC as a stream of frames (ADTS, ISO/IEC 13818-7).

use crate::bytes::array;
use crate::format::Format;
use crate::unfit::Unfit;

/// A frame, and where it ends another, or nothing.
pub(crate) fn recognise(bytes: &[u8]) -> Option<Result<Format, Unfit>> {
    let next = bytes.get(frame(bytes)?..)?;
    (next.is_empty() || frame(next).is_some()).then_some(Ok(Format::Aac))
}

/// The size in bytes of the frame that begins here.
fn frame(bytes: &[u8]) -> Option<usize> {
    let [first, second, rate, high, middle, low, _] = array(bytes, 0)?;
    let is = first == 0xff && second & 0xf6 == 0xf0 && rate >> 2 & 15 < 13;
    let size = usize::from(high & 3) << 11 | usize::from(middle) << 3 | usize::from(low >> 5);
    (is && size > 7).then_some(size)
}
