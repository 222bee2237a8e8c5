//! SM3, and hashes as text.

use domain::ids::OrderId;
use sm3::{Digest, Sm3};

/// An SM3 hash.
pub type Hash = [u8; 32];

/// What stands before the first entry of every order's chain.
pub(crate) const GENESIS: Hash = [0; 32];

/// The head of an order's chain after an entry: SM3 over the head before it,
/// its header, and the bytes of its body. In the header numbers are eight
/// bytes, the highest first, and texts come after their length.
pub(crate) fn link(
    before: &Hash,
    order: OrderId,
    seq: u32,
    at: i64,
    act: &str,
    actor: &str,
    body: &str,
) -> Hash {
    let mut hasher = Sm3::new();
    hasher.update(before);
    hasher.update(order.0.to_be_bytes());
    hasher.update(u64::from(seq).to_be_bytes());
    hasher.update(at.to_be_bytes());
    for text in [act, actor] {
        hasher.update((text.len() as u64).to_be_bytes());
        hasher.update(text.as_bytes());
    }
    hasher.update(body.as_bytes());
    hasher.finalize().into()
}

/// SM3 over several pieces, one after the other.
pub(crate) fn sm3(pieces: &[&[u8]]) -> Hash {
    let mut hasher = Sm3::new();
    for piece in pieces {
        hasher.update(piece);
    }
    hasher.finalize().into()
}

/// Bytes as lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

/// Hexadecimal back to bytes; none when it is not hexadecimal.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()
}
