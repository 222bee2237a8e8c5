//! The one way in: an act's journal entry and all that follows from it are
//! written in one transaction, or not at all.

mod batch;
mod change;
pub(crate) mod concerned;
mod erase;
mod prepare;
mod rows;
mod writer;

pub use change::{Change, ImportRow, NewJob};
pub(crate) use concerned::{SET_TABLES, appeal_rows, forgets, set_rows};
pub(crate) use prepare::{Prepared, prepare};
pub(crate) use rows::{NEVER, clock_rows, order_row, part_rows, rank};
pub use writer::Pending;
pub(crate) use writer::Writer;
