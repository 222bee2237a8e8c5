//! Seals: closed stretches of the journal under one Merkle root each, which
//! can be published; and the receipts that prove an appeal to be in one.

mod merkle;
mod receipt;
mod seal;

pub use receipt::{Proof, Receipt};
pub(crate) use receipt::{check, receipt};
pub use seal::Seal;
pub(crate) use seal::{faults, range, root, seals, write};
