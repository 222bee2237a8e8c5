//! SQLite: one file, read while it is written (WAL).

use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, ToSql, params_from_iter};

use super::{Engine, Row, Value};
use crate::error::{Result, StoreError};
use crate::table::Table;

/// A connection, with its statements as SQLite spells them.
pub(crate) struct Sqlite {
    connection: Connection,
    spelled: HashMap<String, String>,
}

/// An acknowledged commit is on the disk (`synchronous = FULL`). The WAL is
/// folded into the file less often than by default, which bulk writes would
/// do all the time. Of a large file the first two gigabytes are read through
/// memory maps, without a call to the system for every page.
const SETTINGS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = OFF;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -32768;
    PRAGMA mmap_size = 2147418112;
    PRAGMA wal_autocheckpoint = 8000;
    PRAGMA journal_size_limit = 67108864;
";

impl Sqlite {
    pub fn open(path: &Path) -> Result<Self> {
        let connection = Connection::open(path)
            .map_err(|error| StoreError::Engine(format!("{}: {error}", path.display())))?;
        connection.busy_timeout(Duration::from_secs(30)).map_err(engine_error)?;
        connection.set_prepared_statement_cache_capacity(256);
        // A plan does not depend on the values of parameters. Without this,
        // every statement with `LIMIT $n` is prepared anew for each value.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(engine_error)?;
        connection.execute_batch(SETTINGS).map_err(engine_error)?;
        Ok(Self { connection, spelled: HashMap::new() })
    }

    pub fn each(
        &mut self,
        sql: &str,
        params: &[Value],
        take: &mut dyn FnMut(Row) -> Result<()>,
    ) -> Result<()> {
        let sql = spell(&mut self.spelled, sql);
        let mut statement = self.connection.prepare_cached(sql).map_err(engine_error)?;
        let width = statement.column_count();
        let mut rows = statement.query(params_from_iter(params)).map_err(engine_error)?;
        while let Some(row) = rows.next().map_err(engine_error)? {
            let values = (0..width).map(|at| row.get_ref(at).map_err(engine_error).and_then(value));
            take(Row(values.collect::<Result<_>>()?))?;
        }
        Ok(())
    }

    pub fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64> {
        let sql = spell(&mut self.spelled, sql);
        let mut statement = self.connection.prepare_cached(sql).map_err(engine_error)?;
        let touched = statement.execute(params_from_iter(params)).map_err(engine_error)?;
        Ok(touched as u64)
    }

    pub fn script(&mut self, sql: &str) -> Result<()> {
        self.connection.execute_batch(sql).map_err(engine_error)
    }

    /// Row by row, with one prepared statement.
    pub fn write<R: AsRef<[Value]>>(&mut self, table: &'static Table, rows: &[R]) -> Result<()> {
        let mut statement =
            self.connection.prepare_cached(table.write_sql(Engine::Sqlite)).map_err(engine_error)?;
        for row in rows {
            statement.execute(params_from_iter(row.as_ref())).map_err(engine_error)?;
        }
        Ok(())
    }

    pub fn in_transaction(&self) -> bool {
        !self.connection.is_autocommit()
    }
}

/// `$1` is a name for SQLite, counted as it meets it; `?1` is a position.
fn spell<'a>(spelled: &'a mut HashMap<String, String>, sql: &str) -> &'a str {
    if !spelled.contains_key(sql) {
        spelled.insert(sql.to_owned(), sql.replace('$', "?"));
    }
    &spelled[sql]
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(*number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn value(value: ValueRef<'_>) -> Result<Value> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Real(number) => return Err(super::misshapen(number)),
        // A text that somebody damaged is shown damaged, so that `verify` can
        // name it.
        ValueRef::Text(text) => Value::from(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
    })
}

fn engine_error(error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => StoreError::Full,
        Some(ErrorCode::ConstraintViolation) => StoreError::Taken(error.to_string()),
        _ => StoreError::Engine(error.to_string()),
    }
}
