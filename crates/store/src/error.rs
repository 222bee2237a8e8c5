//! What can go wrong in the store.

use std::path::PathBuf;

use domain::ids::OrderId;

/// What can go wrong in the store. Errors can be copied, because one failed
/// transaction may have to be told to everybody whose commit was in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Somebody else changed the order in the meantime. Nothing was written;
    /// load it anew, decide anew.
    #[error("order {} has been changed by somebody else since version {expected}", order.0)]
    Conflict {
        /// The order.
        order: OrderId,
        /// The version that the change was made against.
        expected: u32,
    },
    /// A name or number that must be unique is taken. Nothing was written.
    #[error("already taken: {0}")]
    Taken(String),
    /// A change that does not follow from what it says it was made against.
    #[error("the change to order {} is not whole: {what}", order.0)]
    BadChange {
        /// The order.
        order: OrderId,
        /// What is wrong with it.
        what: &'static str,
    },
    /// The disk, or the room that the database may take, is full. Nothing was
    /// written.
    #[error("no room is left for the database; nothing was written")]
    Full,
    /// The database cannot be reached. Nothing was written.
    #[error("the database cannot be reached: {0}")]
    Lost(String),
    /// The connection was lost at the moment of commit, and the database
    /// could not be asked since.
    #[error("the database was lost while it committed, and whether this was written is not known: {0}")]
    Unknown(String),
    /// The store has been closed, or its writer has died.
    #[error("the store is closed")]
    Closed,
    /// The database was written by a newer program.
    #[error("the database has schema {found}, this program knows schemas up to {known}: use a newer program")]
    NewerSchema {
        /// The database's version.
        found: i64,
        /// The last version that this program knows.
        known: i64,
    },
    /// A key that the database was written with is not in the key file.
    #[error("the key file lacks the key `{id}`, with which this database was written")]
    KeyMissing {
        /// The key's name.
        id: String,
    },
    /// A key of the key file is not the one that the database was written
    /// with.
    #[error("the key `{id}` of the key file is not the one with which this database was written")]
    KeyWrong {
        /// The key's name.
        id: String,
    },
    /// The key file cannot be used.
    #[error("key file {}: {what}", path.display())]
    KeyFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// The program that shows the keys does not do what it is to do.
    #[error("the program that shows the keys: {what}")]
    KeyProgram {
        /// What is wrong with it.
        what: String,
    },
    /// What was read cannot have been written by this program.
    #[error("{place} is damaged: {what}")]
    Damaged {
        /// Table and row.
        place: String,
        /// What is wrong.
        what: String,
    },
    /// A restore needs an empty database.
    #[error("the database is not empty: `{table}` has rows; restore into a fresh one")]
    NotEmpty {
        /// The first table found with rows.
        table: &'static str,
    },
    /// The file is not a whole, unaltered backup.
    #[error("the backup cannot be used, line {line}: {what}")]
    BadBackup {
        /// The line, from 1.
        line: u64,
        /// What is wrong there.
        what: String,
    },
    /// A file cannot be read or written.
    #[error("{}: {what}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        what: String,
    },
    /// The place of the database cannot be understood.
    #[error("{0}")]
    Url(String),
    /// The database engine refused.
    #[error("database: {0}")]
    Engine(String),
}

impl StoreError {
    /// A file error with the file's name.
    pub(crate) fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::File { path: path.to_owned(), what: error.to_string() }
    }

    /// Whether one commit of a batch can be the cause, so that the others are
    /// worth trying without it.
    pub(crate) fn may_be_one_commits(&self) -> bool {
        matches!(self, Self::Taken(_) | Self::Engine(_))
    }
}

/// What the store's functions return.
pub type Result<T> = std::result::Result<T, StoreError>;
