//! Why a file or a mapping cannot be used at all. What is wrong with one row is a [`super::Rejected`].

use std::io;

/// A mapping that cannot be used. Shown as `FILE: what is wrong`, with the key named.
#[derive(Debug, thiserror::Error)]
#[error("mapping {name}.toml: {problem}")]
pub struct MappingError {
    /// The mapping's name, without `.toml`.
    pub name: String,
    /// What is wrong, naming the key.
    pub problem: String,
}

/// A file that cannot be read as a whole. Each says what is wrong and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// Nothing is there.
    #[error("{0}: there is no such file; check the path")]
    Missing(String),
    /// A directory was given.
    #[error("{0} is a directory; import its files one by one")]
    Directory(String),
    /// Not a byte, or nothing but white space.
    #[error("{0} is empty; export it again")]
    Empty(String),
    /// The system refused.
    #[error("{path} cannot be read: {problem}")]
    Io {
        /// The file.
        path: String,
        /// What the system said.
        problem: io::Error,
    },
    /// Not text and not a workbook.
    #[error("{path} is {what}; {advice}")]
    NotData {
        /// The file.
        path: String,
        /// What it looks like.
        what: &'static str,
        /// What to do.
        advice: &'static str,
    },
    /// Text in an encoding that is not the one declared, or none that is known.
    #[error(
        "{path} is not written in {expected}: {found}; save it again as UTF-8 or correct `encoding` in the mapping"
    )]
    Encoding {
        /// The file.
        path: String,
        /// What was expected.
        expected: String,
        /// What it seems to be.
        found: String,
    },
    /// A workbook that does not open.
    #[error(
        "{path} does not open as a workbook ({problem}); it may be cut off or protected: open it, save it as .xlsx, try again"
    )]
    Workbook {
        /// The file.
        path: String,
        /// What the reader said.
        problem: String,
    },
    /// The file's columns fit no source of the mapping.
    #[error(
        "{path} does not fit mapping {mapping}: it has the columns [{found}], and the mapping looks for {wanted}; choose another mapping or add a [[source]]"
    )]
    NoSource {
        /// The file.
        path: String,
        /// The mapping's name.
        mapping: String,
        /// The columns of the first record.
        found: String,
        /// What each source asks for.
        wanted: String,
    },
}

impl ReadError {
    /// An I/O error told by its cause.
    pub fn io(path: &str, problem: io::Error) -> Self {
        match problem.kind() {
            io::ErrorKind::NotFound => Self::Missing(path.to_owned()),
            io::ErrorKind::IsADirectory => Self::Directory(path.to_owned()),
            _ => Self::Io { path: path.to_owned(), problem },
        }
    }
}
