//! The city as data: its people, units, matters and places, and its
//! documents (policy packs, calendars, directories).

mod changes;
mod documents;
mod lists;
mod record;

pub use changes::{
    CityChange, CityChangeFilter, CityChangeRow, CityChanged, CityEntry, CityWrite, CityWriting, Ending,
};
pub(crate) use changes::{change, changes, entries, entry, faults, is_lost_race};
pub use documents::{Document, DocumentVersion};
pub(crate) use documents::{in_force, list, put as put_document, version, versions};
pub use lists::{Matter, Person, Place};
pub(crate) use record::{Record, all, one, put, replace};
