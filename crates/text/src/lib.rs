//! Chinese text: how it is cut into words, and what of it is hidden from whom
//! it does not concern.

mod mask;
mod words;

pub use mask::{mask, mask_name, mask_phone};
pub use words::words;
