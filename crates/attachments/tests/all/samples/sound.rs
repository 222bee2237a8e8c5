//! Sound.

use super::{KEPT, SECRET};

/// Two frames of 417 bytes: 128 kbit/s at 44.1 kHz.
pub fn mp3_frames() -> Vec<u8> {
    let mut frame = vec![0xff, 0xfb, 0x90, 0x00];
    frame.extend(KEPT);
    frame.resize(417, 0x55);
    frame.repeat(2)
}

/// Frames behind an ID3v2 tag and before an APE and an ID3v1 tag.
pub fn mp3() -> Vec<u8> {
    let mut out = b"ID3\x03\0\0\0\0\x01\x00".to_vec();
    out.extend(padded(SECRET, 128));
    out.extend(mp3_frames());
    let ape = padded(SECRET, 40);
    out.extend(&ape);
    out.extend(b"APETAGEX\xd0\x07\0\0");
    out.extend((ape.len() as u32 + 32).to_le_bytes());
    out.extend([0; 16]);
    out.extend(b"TAG");
    out.extend(padded(SECRET, 125));
    out
}

/// Two frames of 16 bytes.
pub fn aac() -> Vec<u8> {
    let mut frame = vec![0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc];
    frame.resize(16, 0x55);
    frame.repeat(2)
}

pub fn amr() -> Vec<u8> {
    [&b"#!AMR\n"[..], &[0x3c; 32]].concat()
}

/// Two pages, the first of which begins with the name of the codec.
pub fn ogg(codec: &[u8]) -> Vec<u8> {
    let page = |flags: u8, body: &[u8]| {
        let mut page = b"OggS\0".to_vec();
        page.push(flags);
        page.extend([0; 20]);
        page.extend([1, body.len() as u8]);
        page.extend(body);
        page
    };
    [page(2, &padded(codec, 19)), page(4, KEPT)].concat()
}

pub fn wav() -> Vec<u8> {
    let chunk = |name: &[u8; 4], body: &[u8]| {
        let mut chunk = name.to_vec();
        chunk.extend((body.len() as u32).to_le_bytes());
        chunk.extend(body);
        chunk.extend(&[0][..body.len() % 2]);
        chunk
    };
    let chunks = [
        chunk(b"LIST", b"INFOIART\x07\0\0\0SECRET\0\0"),
        chunk(b"fmt ", b"\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0"),
        chunk(b"bext", SECRET),
        chunk(b"data", b"KEPT."),
        chunk(b"id3 ", SECRET),
    ]
    .concat();
    let mut out = b"RIFF".to_vec();
    out.extend((chunks.len() as u32 + 4).to_le_bytes());
    out.extend(b"WAVE");
    out.extend(chunks);
    out.extend(SECRET);
    out
}

fn padded(bytes: &[u8], size: usize) -> Vec<u8> {
    let mut out = bytes.to_vec();
    out.resize(size, 0);
    out
}
