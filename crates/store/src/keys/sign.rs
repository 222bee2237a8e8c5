//! SM2 signatures with SM3 (GB/T 32918.2): under what binds, so that anybody
//! with the public key can check it.

use sm2::dsa::signature::{Signer, Verifier};
use sm2::dsa::{Signature, SigningKey, VerifyingKey};

use super::ring::new_id;
use crate::hash::{hex, unhex};

/// The signer's name as the standard has it where none is agreed upon
/// (GM/T 0009, 10).
const SIGNER: &str = "1234567812345678";

/// The key that signs, and its name.
#[derive(Clone)]
pub(crate) struct SignKey {
    pub id: String,
    key: SigningKey,
}

impl SignKey {
    /// A new key.
    pub fn new() -> Self {
        loop {
            // Only a number beyond the order of the curve, one in 2^32, is none.
            let drawn: [u8; 32] = rand::random();
            if let Ok(key) = SigningKey::from_slice(SIGNER, &drawn) {
                return Self { id: new_id(), key };
            }
        }
    }

    /// A key from its hexadecimal form; none when it is no key.
    pub fn parse(id: &str, private: &str) -> Option<Self> {
        let key = SigningKey::from_slice(SIGNER, &unhex(private)?).ok()?;
        Some(Self { id: id.to_owned(), key })
    }

    /// The private key in hexadecimal, for the key file.
    pub fn private(&self) -> String {
        hex(&self.key.to_bytes())
    }

    /// The public key: a point as SEC 1 writes it.
    pub fn public(&self) -> Vec<u8> {
        self.key.verifying_key().to_sec1_bytes().into_vec()
    }

    /// Signs a message: r and s, 32 bytes each.
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        let signature: Signature = self.key.sign(message);
        signature.to_vec()
    }
}

/// Whether a signature is that of a message under a public key.
pub(crate) fn is_signed(public: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let key = VerifyingKey::from_sec1_bytes(SIGNER, public);
    let signature = Signature::from_slice(signature);
    key.is_ok_and(|key| signature.is_ok_and(|signature| key.verify(message, &signature).is_ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// GB/T 32918.5, A.2.
    #[test]
    fn checks_as_the_standard_says() {
        let private = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";
        let public = "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020\
                      ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
        let signature = "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3\
                         b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";
        let (public, signature) = (unhex(public).unwrap(), unhex(signature).unwrap());
        assert!(is_signed(&public, b"message digest", &signature));
        assert!(!is_signed(&public, b"message digesu", &signature));
        let key = SignKey::parse("k", private).unwrap();
        assert_eq!(key.private(), private);
        assert!(is_signed(&public, b"x", &key.sign(b"x")));
        assert!(is_signed(&key.public(), b"x", &key.sign(b"x")));
        assert!(!is_signed(&SignKey::new().public(), b"x", &key.sign(b"x")));
        assert!(!is_signed(b"no key", b"x", b"no signature"));
    }
}
