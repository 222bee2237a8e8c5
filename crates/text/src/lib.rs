//! Chinese text: how it is cut into words.

mod words;

pub use words::words;
