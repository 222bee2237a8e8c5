//! SM4-GCM (RFC 8998) in chunks, so that a large file need not be encrypted
//! in one piece.
//!
//! A key is for one file, so the nonce may count: it is the number of the
//! chunk. Each chunk is bound to its number and to whether it is the last:
//! none can be dropped, swapped or cut off.

use std::io::{ErrorKind, Read};

use aes_gcm::aead::consts::U12;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{AesGcm, Nonce};
use sm4::Sm4;

use super::ShelfError;

/// The SM4 key of one file.
pub type Key = [u8; 16];

/// The plain bytes of every chunk but the last: 1 MiB.
const CHUNK: usize = 1 << 20;
/// What the cipher adds to a chunk.
const TAG: usize = 16;

/// The chunks of a file, sealed. There is always a last, if an empty one.
pub(super) fn seal<'a>(key: &Key, bytes: &'a [u8]) -> impl Iterator<Item = Vec<u8>> + 'a {
    let cipher = cipher(key);
    let count = bytes.len().div_ceil(CHUNK).max(1);
    (0..count).map(move |number| {
        let end = bytes.len().min((number + 1) * CHUNK);
        let msg = &bytes[number * CHUNK..end];
        let aad = &place(number, number + 1 == count);
        cipher.encrypt(&nonce(number), Payload { msg, aad }).expect("a chunk is far below GCM's limit")
    })
}

/// Opens a file of so many bytes that [`seal`] sealed.
pub(super) fn open(key: &Key, mut sealed: impl Read, size: u64) -> Result<Vec<u8>, ShelfError> {
    let cipher = cipher(key);
    let size = usize::try_from(size).map_err(|_| ShelfError::Damaged)?;
    let count = size.div_ceil(CHUNK + TAG);
    let mut bytes = Vec::with_capacity(size);
    for number in 0..count {
        let left = size - number * (CHUNK + TAG);
        let mut msg = vec![0; left.min(CHUNK + TAG)];
        sealed.read_exact(&mut msg).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => ShelfError::Damaged,
            _ => error.into(),
        })?;
        let payload = Payload { msg: &msg, aad: &place(number, number + 1 == count) };
        bytes.extend(cipher.decrypt(&nonce(number), payload).map_err(|_| ShelfError::Damaged)?);
    }
    if count == 0 { Err(ShelfError::Damaged) } else { Ok(bytes) }
}

fn nonce(number: usize) -> Nonce<U12> {
    let mut nonce = [0; 12];
    nonce[4..].copy_from_slice(&(number as u64).to_be_bytes());
    Nonce::from(nonce)
}

/// What a chunk is bound to.
fn place(number: usize, last: bool) -> [u8; 9] {
    let mut place = [0; 9];
    place[..8].copy_from_slice(&(number as u64).to_be_bytes());
    place[8] = u8::from(last);
    place
}

fn cipher(key: &Key) -> AesGcm<Sm4, U12> {
    AesGcm::new(&(*key).into())
}
