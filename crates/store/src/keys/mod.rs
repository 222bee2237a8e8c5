//! Keys: the file that holds them, sealing with SM4-GCM, finding by keyed
//! hash.

mod cipher;
mod index;
mod ring;
mod used;

pub(crate) use cipher::{open, seal};
pub(crate) use index::IndexKey;
pub use ring::Keyring;
pub(crate) use used::remember;
