//! The bare baseline: the same rows and the same questions, said to the same
//! engine in plain SQL. Nothing is decided, folded, hashed, turned into JSON
//! or cut into words here; every value is ready before the time is taken.

mod group;
mod postgres;
mod sqlite;
mod tables;

use anyhow::Result;
pub use group::write_all;
pub use rusqlite::types::Value;
pub use tables::{TABLES, Table};

/// One row.
pub type Row = Vec<Value>;

/// The rows of one act, each with its place in [`TABLES`].
pub type Act = Vec<(usize, Row)>;

/// A plain connection.
pub trait Bare: Send {
    /// Writes the rows of some acts in one transaction.
    fn write(&mut self, acts: &[&Act]) -> Result<()>;

    /// All rows of a prepared statement; `?1` is its first parameter.
    fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>>;

    /// The question for the documents with two words, newest first; two
    /// words become its first parameter with [`Bare::two_words`].
    fn search_sql(&self) -> &'static str;

    /// Two words as the engine wants to be asked for them.
    fn two_words(&self, first: &str, second: &str) -> String;

    /// What a document's words are read with, where the engine can show them.
    fn words_sql(&self) -> Option<&'static str>;
}

/// The columns that a list shows.
pub const LISTED: &str = "id, number, version, stage, outcome, kind, matter, place, level, unit, channel, \
    registered_at, changed_at, due_at, closed_at, returns, disputes, disputed, round, late, red, appeals, excluded";

/// A page of a unit's open orders.
pub fn list_sql() -> String {
    format!(
        "SELECT {LISTED}, (SELECT body FROM texts WHERE texts.order_id = orders.id AND texts.hash = orders.title) \
         FROM orders WHERE closed_at IS NULL AND unit = ?1 AND (due_at, id) > (?2, ?3) ORDER BY due_at, id LIMIT 21"
    )
}

/// An order's journal, and its texts.
pub const HISTORY: [&str; 2] = [
    "SELECT seq, at, act, actor, body, hash FROM journal WHERE order_id = ?1 ORDER BY seq",
    "SELECT hash, body FROM texts WHERE order_id = ?1",
];

/// Opens SQLite with the settings of the store.
pub fn sqlite(path: &std::path::Path) -> Result<impl Bare + use<>> {
    sqlite::Sqlite::open(path)
}

/// Opens PostgreSQL.
pub fn postgres(config: &::postgres::Config) -> Result<impl Bare + use<>> {
    postgres::Postgres::open(config)
}
