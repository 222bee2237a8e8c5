//! The database, and the way to it.

use store::{DatabaseUrl, Filter, Store};

use super::finding::{Finding, good, wrong};
use crate::settings::Settings;

/// Where it is, whether it answers, and whether the way to it is safe.
pub(super) fn database(settings: &Settings, store: &Store) -> Vec<Finding> {
    let url = settings.database();
    let place = match &url {
        Ok(DatabaseUrl::Sqlite(path)) => format!("SQLite, {}", path.display()),
        _ => "PostgreSQL".to_owned(),
    };
    let mut found = vec![match store.count(&Filter::default()) {
        Ok(orders) => good("database", format!("{place}, {orders} orders")),
        Err(error) => wrong("database", error.to_string()),
    }];
    let elsewhere = url.map(|url| url.reached_in_clear()).unwrap_or_default();
    if !elsewhere.is_empty() {
        found.push(wrong("database", format!("{}: {CLEAR}", elsewhere.join(", "))));
    }
    found
}

const CLEAR: &str = "another machine, reached without TLS: add `?sslmode=require` to the database's address";
