//! SQLite, bare.

use std::path::Path;

use anyhow::Result;
use rusqlite::{Connection, params_from_iter};

use super::{Act, Bare, Row, TABLES, Value};

/// The settings of the store's own connections.
const SETTINGS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -65536;
    PRAGMA wal_autocheckpoint = 8000;
    PRAGMA journal_size_limit = 67108864;
";

/// A connection.
pub struct Sqlite {
    connection: Connection,
    /// One statement for each table.
    writes: Vec<String>,
}

impl Sqlite {
    pub fn open(path: &Path) -> Result<Self> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(std::time::Duration::from_secs(30))?;
        connection.set_prepared_statement_cache_capacity(64);
        connection.execute_batch(SETTINGS)?;
        let writes = TABLES.iter().map(|table| {
            let marks = vec!["?"; table.kinds.len()].join(", ");
            let columns = table.columns.replace("doc_id", "rowid");
            // A virtual table knows no ON CONFLICT.
            let verb = if table.name == "search" { "INSERT OR REPLACE" } else { "INSERT" };
            format!("{verb} INTO {} ({columns}) VALUES ({marks}) {}", table.name, table.then)
        });
        let writes = writes.collect();
        Ok(Self { connection, writes })
    }
}

impl Bare for Sqlite {
    fn write(&mut self, acts: &[&Act]) -> Result<()> {
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        for (place, sql) in self.writes.iter().enumerate() {
            let mut statement = self.connection.prepare_cached(sql)?;
            for (_, row) in acts.iter().flat_map(|act| act.iter()).filter(|(table, _)| *table == place) {
                statement.execute(params_from_iter(row))?;
            }
        }
        self.connection.execute_batch("COMMIT")?;
        Ok(())
    }

    fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let width = statement.column_count();
        let mut found = Vec::new();
        let mut rows = statement.query(params_from_iter(params))?;
        while let Some(row) = rows.next()? {
            found.push((0..width).map(|at| row.get(at)).collect::<rusqlite::Result<Row>>()?);
        }
        Ok(found)
    }

    fn search_sql(&self) -> &'static str {
        "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT 28"
    }

    fn two_words(&self, first: &str, second: &str) -> String {
        format!("\"{first}\" \"{second}\"")
    }

    fn words_sql(&self) -> Option<&'static str> {
        None
    }
}
