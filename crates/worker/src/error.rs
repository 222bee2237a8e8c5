//! What can go wrong in a worker.

use desk::{CityError, DeskError};
use store::StoreError;

use crate::messages::TemplateError;

/// What can go wrong in a worker.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An act of the worker's was not performed.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// The city cannot be read.
    #[error(transparent)]
    City(#[from] CityError),
    /// What notices say cannot be read.
    #[error(transparent)]
    Templates(#[from] TemplateError),
    /// A setting that cannot be used.
    #[error("{setting}: {what}")]
    Setting {
        /// Its key.
        setting: &'static str,
        /// What is wrong with it; never its value, which may be secret.
        what: String,
    },
    /// A job that cannot be done.
    #[error("job {job}: {what}")]
    BadJob {
        /// Its number.
        job: i64,
        /// What is wrong with it.
        what: String,
    },
}

/// What the worker's functions return.
pub type Result<T, E = WorkerError> = std::result::Result<T, E>;
