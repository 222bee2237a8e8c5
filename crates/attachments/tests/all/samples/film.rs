//! MP4 and QuickTime.

use super::{KEPT, SECRET};

/// What stands for a picture or for sound in a film, and for the position
/// that a drone writes into a track of its own.
const SAMPLE: &[u8] = b"KEPT sample";
const POSITION: &[u8] = b"SECRET N 30 E 120";

pub fn atom(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let mut out = (body.len() as u32 + 8).to_be_bytes().to_vec();
    out.extend(kind);
    out.extend(body);
    out
}

/// A film of a brand, with a track of a kind and one of positions.
pub fn film(brand: &[u8; 4], handler: &[u8; 4]) -> Vec<u8> {
    let head = atom(b"ftyp", &[&brand[..], b"\0\0\0\0", brand].concat());
    let data = atom(b"mdat", &[SAMPLE, POSITION].concat());
    let at = head.len() as u32 + 8;
    let header = [&b"\0\0\0\0"[..], b"SECRETxy", b"\0\0\x03\xe8\0\0\0\0"].concat();
    let film = [
        atom(b"mvhd", &header),
        track(handler, at, SAMPLE.len() as u32),
        track(b"meta", at + SAMPLE.len() as u32, POSITION.len() as u32),
        atom(b"udta", &atom(b"\xa9xyz", SECRET)),
        atom(b"meta", SECRET),
    ];
    let film = atom(b"moov", &film.concat());
    [head, data, film, atom(b"uuid", &SECRET.repeat(4)), atom(b"free", SECRET), SECRET.to_vec()].concat()
}

/// A track with one sample.
pub fn track(handler: &[u8; 4], at: u32, size: u32) -> Vec<u8> {
    track_of(handler, &[at], size)
}

/// A track with chunks of one sample each, of one size.
pub fn track_of(handler: &[u8; 4], chunks: &[u32], size: u32) -> Vec<u8> {
    let words = |words: &[u32]| words.iter().flat_map(|word| word.to_be_bytes()).collect::<Vec<u8>>();
    let count = chunks.len() as u32;
    let tables = [
        atom(b"stsd", KEPT),
        atom(b"stsc", &words(&[0, 1, 1, 1, 1])),
        atom(b"stsz", &words(&[0, size, count])),
        atom(b"stco", &[words(&[0, count]), words(chunks)].concat()),
    ];
    let header = [&b"\0\0\0\0"[..], b"SECRETxy", b"\0\0\0\x01"].concat();
    let media = [
        atom(b"mdhd", &header),
        atom(b"hdlr", &[&b"\0\0\0\0\0\0\0\0"[..], handler, &[0; 13]].concat()),
        atom(b"minf", &atom(b"stbl", &tables.concat())),
    ];
    let track = [atom(b"tkhd", &header), atom(b"mdia", &media.concat()), atom(b"udta", SECRET)];
    atom(b"trak", &track.concat())
}
