//! The desk at which acts are performed: an order is loaded, the domain
//! decides, the store commits. Whoever changes an order, over HTTP, from a
//! job, or in a simulation, does it here.

mod city;
pub mod directory;
mod intake;
mod notices;
mod perform;
mod terms;
mod texts;

pub use city::{City, CityError, CityFile};
pub use intake::{Said, Told, bringer, register_act};
pub use notices::{NOTICE, notices};
pub use perform::{Decided, Desk, DeskError, decide, decide_numbered, open};
pub use terms::{Acting, Kept, Terms};
pub use texts::{Texts, random_salt};
