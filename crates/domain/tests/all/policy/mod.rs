//! Packs: real statutes as data, and packs that cannot hold.

mod packs;
mod preview;
mod refused;
