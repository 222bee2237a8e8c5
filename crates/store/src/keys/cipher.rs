//! SM4-GCM (RFC 8998): a sealed value is its nonce, then the ciphertext with
//! the tag.

use aes_gcm::aead::consts::U12;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{AesGcm, Nonce};
use sm4::Sm4;

const NONCE: usize = 12;

/// An SM4 key.
pub(crate) type Key = [u8; 16];

/// Seals bytes. `bound_to` is not hidden, but the value opens only beside it:
/// a sealed identity cannot be moved to another citizen.
pub(crate) fn seal(key: &Key, bound_to: &[u8], plain: &[u8]) -> Vec<u8> {
    let nonce: [u8; NONCE] = rand::random();
    let mut sealed = nonce.to_vec();
    sealed.extend(encrypt(key, nonce, bound_to, plain));
    sealed
}

/// Opens what [`seal`] sealed; none when the key or what it is bound to is
/// another, or a bit was changed.
pub(crate) fn open(key: &Key, bound_to: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, msg) = sealed.split_first_chunk::<NONCE>()?;
    cipher(key).decrypt(&Nonce::from(*nonce), Payload { msg, aad: bound_to }).ok()
}

fn encrypt(key: &Key, nonce: [u8; NONCE], aad: &[u8], msg: &[u8]) -> Vec<u8> {
    cipher(key)
        .encrypt(&Nonce::from(nonce), Payload { msg, aad })
        .expect("identities are far below GCM's limit")
}

fn cipher(key: &Key) -> AesGcm<Sm4, U12> {
    AesGcm::new(&(*key).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::{hex, unhex};

    /// RFC 8998, A.1.
    #[test]
    fn seals_as_the_standard_says() {
        let key: Key = unhex("0123456789abcdeffedcba9876543210").unwrap().try_into().unwrap();
        let nonce = unhex("00001234567800000000abcd").unwrap().try_into().unwrap();
        let aad = unhex("feedfacedeadbeeffeedfacedeadbeefabaddad2").unwrap();
        let plain = ["aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "cccccccccccccccc", "dddddddddddddddd"].concat()
            + &["eeeeeeeeeeeeeeee", "ffffffffffffffff", "eeeeeeeeeeeeeeee", "aaaaaaaaaaaaaaaa"].concat();
        let sealed = encrypt(&key, nonce, &aad, &unhex(&plain).unwrap());
        let expected = "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735\
                        d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d\
                        83de3541e4c2b58177e065a9bf7b62ec";
        assert_eq!(hex(&sealed), expected);
    }

    #[test]
    fn opens_only_unchanged_and_in_its_place() {
        let key = [7; 16];
        let mut sealed = seal(&key, b"citizen 1", b"name");
        assert_eq!(open(&key, b"citizen 1", &sealed).as_deref(), Some(&b"name"[..]));
        assert_eq!(open(&key, b"citizen 2", &sealed), None);
        assert_eq!(open(&[8; 16], b"citizen 1", &sealed), None);
        sealed[14] ^= 1;
        assert_eq!(open(&key, b"citizen 1", &sealed), None);
        assert_eq!(open(&key, b"citizen 1", b"short"), None);
    }
}
