//! GIF (89a): a header, then blocks: pictures, and extensions to them.

use crate::format::Format;
use crate::unfit::Unfit;

const PICTURE: u8 = 0x2c;
const EXTENSION: u8 = 0x21;
const END: u8 = 0x3b;
/// The extension that says how long a picture stands.
const CONTROL: u8 = 0xf9;
/// How the extension begins that says how often to repeat.
const REPEATS: &[u8] = b"\xff\x0bNETSCAPE2.0\x03\x01";

pub(crate) fn recognise(bytes: &[u8]) -> Option<Result<Format, Unfit>> {
    let is = bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a");
    is.then(|| clean(bytes).map(|_| Format::Gif))
}

/// Nothing but the pictures, their colours, and how they move: no comments,
/// no texts, nothing of applications but how often to repeat.
pub(crate) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Unfit> {
    blocks(bytes).ok_or_else(|| Unfit::damaged("it has no end"))
}

fn blocks(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut at = 13 + colours(*bytes.get(10)?);
    let mut out = bytes.get(..at)?.to_vec();
    loop {
        let begin = at;
        let keep = match *bytes.get(at)? {
            END => {
                out.push(END);
                return Some(out);
            }
            PICTURE => {
                at = after_data(bytes, at + 11 + colours(*bytes.get(at + 9)?))?;
                true
            }
            EXTENSION => {
                at = after_data(bytes, at + 2)?;
                repeats_or_controls(&bytes[begin + 1..at])
            }
            _ => return None,
        };
        if keep {
            out.extend(&bytes[begin..at]);
        }
    }
}

/// Each of these has one block of data; behind it something could be hidden.
fn repeats_or_controls(extension: &[u8]) -> bool {
    let controls = extension.len() == 7 && extension.first() == Some(&CONTROL);
    let repeats = extension.len() == 18 && extension.starts_with(REPEATS);
    controls || repeats
}

/// The bytes that a table of colours takes, if there is one.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Where a chain of data blocks, each behind its size, has ended.
fn after_data(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let size = usize::from(*bytes.get(at)?);
        at += 1 + size;
        if size == 0 {
            return Some(at);
        }
    }
}
