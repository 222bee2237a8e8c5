//! The two database engines behind one connection type: what the rest of the
//! store says to either is the same plain SQL, with `$1` parameters.

mod migrate;
mod pool;
mod postgres;
mod sqlite;
mod url;
mod value;

#[cfg(feature = "testing")]
pub(crate) use migrate::later_steps;
pub(crate) use migrate::{SCHEMA, alone, is_empty, migrate};
pub(crate) use pool::Pool;
pub use url::DatabaseUrl;
pub(crate) use value::{Row, Value};

use crate::error::{Result, StoreError};
use crate::table::Table;

/// Which engine speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    /// Embedded, one file.
    Sqlite,
    /// A server.
    Postgres,
}

impl Engine {
    /// SQL after a text column: it is one of those in the JSON array that the
    /// parameter holds.
    pub(crate) fn one_of(self, mark: &str) -> String {
        match self {
            Engine::Sqlite => format!("IN (SELECT value FROM json_each({mark}))"),
            Engine::Postgres => format!("= ANY(ARRAY(SELECT json_array_elements_text({mark}::text::json)))"),
        }
    }

    /// SQL after a subquery for rows to be worked on: those that another
    /// process works on are passed over.
    pub(crate) fn skip_locked(self) -> &'static str {
        match self {
            Engine::Sqlite => "",
            Engine::Postgres => "FOR UPDATE SKIP LOCKED",
        }
    }
}

/// One connection to either engine.
pub(crate) enum Conn {
    /// Embedded.
    Sqlite(sqlite::Sqlite),
    /// Over the wire.
    Postgres(Box<postgres::Postgres>),
}

impl Conn {
    /// Opens a connection; an SQLite file is created when there is none.
    pub fn open(url: &DatabaseUrl) -> Result<Conn> {
        match url {
            DatabaseUrl::Sqlite(path) => sqlite::Sqlite::open(path).map(Conn::Sqlite),
            DatabaseUrl::Postgres(config) => {
                postgres::Postgres::open(config).map(|client| Conn::Postgres(Box::new(client)))
            }
        }
    }

    /// The same connection with a small cache of its own: a reader of SQLite
    /// loses its cache with each commit, and reads through the memory map.
    pub fn for_reading(mut self) -> Result<Conn> {
        if self.engine() == Engine::Sqlite {
            self.script("PRAGMA cache_size = -2048")?;
        }
        Ok(self)
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        match self {
            Conn::Sqlite(_) => Engine::Sqlite,
            Conn::Postgres(_) => Engine::Postgres,
        }
    }

    /// All rows that a statement returns.
    pub fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        let mut rows = Vec::new();
        self.each(sql, params, &mut |row| {
            rows.push(row);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The first row, if there is one.
    pub fn first(&mut self, sql: &str, params: &[Value]) -> Result<Option<Row>> {
        Ok(self.query(sql, params)?.into_iter().next())
    }

    /// Hands each row to `take` as it arrives, for results too long to hold.
    pub fn each(
        &mut self,
        sql: &str,
        params: &[Value],
        take: &mut dyn FnMut(Row) -> Result<()>,
    ) -> Result<()> {
        match self {
            Conn::Sqlite(sqlite) => sqlite.each(sql, params, take),
            Conn::Postgres(postgres) => postgres.each(sql, params, take),
        }
    }

    /// Executes a statement; how many rows it touched.
    pub fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64> {
        match self {
            Conn::Sqlite(sqlite) => sqlite.execute(sql, params),
            Conn::Postgres(postgres) => postgres.execute(sql, params),
        }
    }

    /// Executes statements without parameters, divided by semicolons.
    pub fn script(&mut self, sql: &str) -> Result<()> {
        match self {
            Conn::Sqlite(sqlite) => sqlite.script(sql),
            Conn::Postgres(postgres) => postgres.script(sql),
        }
    }

    /// Writes rows as the table's descriptor says.
    pub fn write<R>(&mut self, table: &'static Table, rows: &[R]) -> Result<()>
    where
        R: AsRef<[Value]> + std::fmt::Debug + Sync,
    {
        match self {
            _ if rows.is_empty() => Ok(()),
            Conn::Sqlite(sqlite) => sqlite.write(table, rows),
            Conn::Postgres(postgres) => postgres.write(table, rows),
        }
    }

    /// Does `work` in a transaction that may write: all of it is kept, or,
    /// when it fails, nothing.
    pub fn transaction<T>(&mut self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let begin = match self {
            Conn::Sqlite(_) => "BEGIN IMMEDIATE",
            Conn::Postgres(_) => "BEGIN",
        };
        self.within(begin, work)
    }

    /// Does `work` on one unchanging picture of the database.
    pub fn snapshot<T>(&mut self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let begin = match self {
            Conn::Sqlite(_) => "BEGIN",
            Conn::Postgres(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        self.within(begin, work)
    }

    fn within<T>(&mut self, begin: &str, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        self.script(begin)?;
        let done = work(self).and_then(|value| {
            match self.script("COMMIT") {
                // It may have come through, and only the answer was lost.
                Err(StoreError::Lost(what)) => Err(StoreError::Unknown(what)),
                done => done.map(|()| value),
            }
        });
        if done.is_err() && self.in_transaction() {
            // What failed is what the caller wants to know, not whether the
            // rollback of a dead connection failed too.
            let _ = self.script("ROLLBACK");
        }
        done
    }

    /// SQLite ends a transaction by itself when the disk is full.
    fn in_transaction(&self) -> bool {
        match self {
            Conn::Sqlite(sqlite) => sqlite.in_transaction(),
            Conn::Postgres(postgres) => !postgres.is_lost(),
        }
    }

    /// Whether the connection is of no more use.
    pub fn is_lost(&self) -> bool {
        match self {
            Conn::Sqlite(_) => false,
            Conn::Postgres(postgres) => postgres.is_lost(),
        }
    }

    /// Holds back every other process that would write to the journal, until
    /// the transaction ends. SQLite's writing transaction does so anyway.
    pub fn hold_journal(&mut self) -> Result<()> {
        match self {
            Conn::Sqlite(_) => Ok(()),
            Conn::Postgres(postgres) => postgres.script("LOCK TABLE journal IN SHARE MODE"),
        }
    }
}

/// The error for a row that does not have the shape that its table promises.
pub(crate) fn misshapen(what: impl std::fmt::Display) -> StoreError {
    StoreError::Engine(format!("a row has not the expected shape: {what}"))
}
