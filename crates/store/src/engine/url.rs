//! Where a database is: `sqlite:PATH` or `postgres://…`.

use std::path::PathBuf;
use std::str::FromStr;

use crate::error::StoreError;

/// Where a database is.
#[derive(Debug, Clone)]
pub enum DatabaseUrl {
    /// The path of a file, which is created when it is not there.
    Sqlite(PathBuf),
    /// A server, with all that its URL says.
    Postgres(Box<postgres::Config>),
}

impl FromStr for DatabaseUrl {
    type Err = StoreError;

    fn from_str(url: &str) -> Result<Self, StoreError> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            if path.is_empty() {
                return Err(StoreError::Url("`sqlite:` is to be followed by the path of a file".into()));
            }
            return Ok(Self::Sqlite(path.into()));
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            // The URL may hold a password, so the error does not repeat it.
            return match url.parse() {
                Ok(config) => Ok(Self::Postgres(Box::new(config))),
                Err(error) => Err(StoreError::Url(format!("the postgres:// URL cannot be read: {error}"))),
            };
        }
        Err(StoreError::Url("a database is `sqlite:PATH` or `postgres://…`".into()))
    }
}
