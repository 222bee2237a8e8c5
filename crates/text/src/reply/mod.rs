//! Whether a reply answers.

mod relevance;

pub use relevance::{Answered, Relevance, neighbours};
