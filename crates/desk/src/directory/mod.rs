//! 派单目录 as the city has it: read in any version, drafted, reviewed and
//! published on the record, checked against the city's lists and orders, tried
//! on the past, and put into a sheet and back.

mod drafts;
mod lists;
mod sheet;
mod survey;
mod versions;
mod words;

use domain::directory::{DraftRefusal, EntryFault};
use store::StoreError;

pub use drafts::{Drafting, KeptDraft, Step, begin, draft, drafts, edit, take_out, take_step};
pub use lists::CityLists;
pub use sheet::{SheetFault, read_sheet, write_sheet};
pub use survey::{check, replay};
pub(crate) use versions::entries;
pub use versions::{Edition, editions, in_force, named};

use crate::CityError;

/// Why something cannot be done with the directory.
#[derive(Debug, thiserror::Error)]
pub enum DirectoryError {
    /// There is no such version, draft or entry.
    #[error("there is no {0}")]
    NotThere(String),
    /// The draft is not where this could be done with it.
    #[error(transparent)]
    Refused(#[from] DraftRefusal),
    /// An entry does not fit the city.
    #[error("entry {code}: {fault}")]
    Unfit {
        /// The entry's code.
        code: String,
        /// What is wrong with it.
        fault: EntryFault,
    },
    /// Somebody else was faster.
    #[error("somebody else was faster: it is at version {version} now")]
    Changed {
        /// The version now.
        version: i64,
    },
    /// The city cannot be read.
    #[error(transparent)]
    City(#[from] CityError),
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
}
