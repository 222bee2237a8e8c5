//! Chinese text: how it is cut into words, what it is about and whose it is,
//! what it resembles, and what of it is hidden from whom it does not concern.
//!
//! Everything here proposes; people decide. Nothing reads a clock, a file or
//! the network, and the same input gives the same answer.

mod chance;
mod features;
mod gist;
pub mod hot;
pub mod likeness;
mod linear;
mod mask;
pub mod measure;
mod model;
mod network;
mod normal;
pub mod reply;
mod rows;
mod snippet;
mod softmax;
mod table;
mod words;

pub use gist::{Bag, Gist, Rarity, Weighed};
pub use mask::{mask, mask_name, mask_phone};
pub use model::{Example, Figures, Model, Proposal, TooLittle, Unreadable};
pub use snippet::{Piece, has_phrase, snippet};
pub use words::words;
