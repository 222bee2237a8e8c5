//! Chinese text: how it is cut into words, and what of it is hidden from whom
//! it does not concern.

mod mask;
mod snippet;
mod words;

pub use mask::{mask, mask_name, mask_phone};
pub use snippet::{Piece, has_phrase, snippet};
pub use words::words;
