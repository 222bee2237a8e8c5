//! Whether two appeals are about the same.

mod past;

pub use past::{Found, Past};
