//! The city as data: its people, units, matters and places, and its
//! documents (policy packs, calendars, directories).

mod documents;
mod lists;
mod record;

pub use documents::Document;
pub(crate) use documents::{in_force, put as put_document};
pub use lists::{Matter, Person, Place};
pub(crate) use record::{Record, all, one, put, replace};
