//! Where a database is: `sqlite:PATH` or `postgres://…`.

use std::net::IpAddr;
use std::path::PathBuf;
use std::str::FromStr;

use postgres::config::{Host, SslMode};

use crate::error::StoreError;

/// Where a database is.
#[derive(Debug, Clone)]
pub enum DatabaseUrl {
    /// The path of a file, which is created when it is not there.
    Sqlite(PathBuf),
    /// A server, with all that its URL says.
    Postgres(Box<postgres::Config>),
}

impl DatabaseUrl {
    /// The hosts that are other machines than this one and reached in clear;
    /// none for a file, a socket, a loopback address, or with
    /// `sslmode=require`.
    pub fn reached_in_clear(&self) -> Vec<String> {
        let Self::Postgres(config) = self else { return Vec::new() };
        if config.get_ssl_mode() == SslMode::Require {
            return Vec::new();
        }
        let named = config.get_hosts().iter().filter_map(|host| match host {
            Host::Tcp(name) if name != "localhost" => Some(name.clone()),
            _ => None,
        });
        let hosts = named.chain(config.get_hostaddrs().iter().map(ToString::to_string));
        let is_here = |host: &str| host.parse().is_ok_and(|address: IpAddr| address.is_loopback());
        hosts.filter(|host| !is_here(host)).collect()
    }
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

#[cfg(test)]
mod tests {
    use super::DatabaseUrl;

    #[test]
    fn another_machine_is_told_from_this_one() {
        let elsewhere = |url: &str| url.parse::<DatabaseUrl>().unwrap().reached_in_clear();
        for here in [
            "sqlite:/var/lib/x.db",
            "postgres://u@localhost/x",
            "postgres://u@127.0.0.1:5433/x",
            "postgres://u@[::1]/x",
            "postgres://u@%2Fvar%2Frun%2Fpostgresql/x",
        ] {
            assert_eq!(elsewhere(here), Vec::<String>::new(), "{here}");
        }
        assert_eq!(elsewhere("postgres://u:secret@db.example,localhost/x"), ["db.example"]);
        assert_eq!(elsewhere("postgres://u@10.0.0.7/x"), ["10.0.0.7"]);
        assert_eq!(elsewhere("postgres://u@10.0.0.7/x?sslmode=require"), Vec::<String>::new());
    }
}
