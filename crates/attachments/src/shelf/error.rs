//! What can go wrong with the shelf.

use std::io::{self, ErrorKind};

/// What can go wrong with the shelf.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShelfError {
    /// A name that is none.
    #[error("the name of a file is digits, small letters and hyphens, and ends with a hyphen and its hash")]
    BadName,
    /// There is no such file.
    #[error("the file is not there")]
    NotThere,
    /// The file was changed, or the key is that of another.
    #[error("the file is not as it was put there, or the key is not its own")]
    Damaged,
    /// No room is left. Nothing was written.
    #[error("no room is left for files; nothing was written")]
    Full,
    /// The disk failed, or may not be written to.
    #[error("the disk: {0}")]
    Disk(String),
}

impl From<io::Error> for ShelfError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => ShelfError::NotThere,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ShelfError::Full,
            _ => ShelfError::Disk(error.to_string()),
        }
    }
}
