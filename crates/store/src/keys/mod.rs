//! Keys: where they come from, sealing with SM4-GCM, finding by keyed hash,
//! signing with SM2.

mod cipher;
mod index;
mod ring;
mod sealed;
mod sign;
mod source;
mod used;

pub(crate) use index::{ALPHABET, IndexKey};
pub use ring::Keyring;
pub(crate) use sealed::{SEALED, Sealed, bound_to};
pub(crate) use sign::{SignKey, is_signed};
pub(crate) use used::{SIGN_PREFIX, known, knows_all, remember};
