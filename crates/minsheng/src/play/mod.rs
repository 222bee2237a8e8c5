//! Playing: many orders' lives, in the order of time, through the same
//! decisions and commits as everything else. A [`Cast`] says who does what
//! next; time itself does the rest.

mod cast;
mod engine;
mod fate;
mod phrases;
mod playing;
mod quarrels;
mod settling;
mod staff;
mod summary;

pub use cast::{Actors, salts_from};
pub use engine::{Arrival, Play};
pub use fate::{Fate, Screening};
pub use phrases::{Phrases, fill};
pub use quarrels::county;
pub use staff::Staff;
pub use summary::Summary;
