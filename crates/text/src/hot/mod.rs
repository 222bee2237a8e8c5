//! Hot matters: appeals that are about one thing, found as they come in. Each
//! is judged by what was known when it came; later ones may join two groups.

mod burst;
mod group;
mod stream;

pub use burst::{Burst, burst};
pub use group::Group;
pub use stream::{Heard, HotStream};

/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;
