//! Restoring: all of a backup, or nothing. Only the last line tells whether
//! the file is whole, so everything happens in one transaction.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use sm3::{Digest, Sm3};

use super::{Closing, FORMAT, Heading, Opening, tables};
use crate::engine::{Conn, Engine, SCHEMA, Value, is_empty};
use crate::error::{Result, StoreError};
use crate::hash::{hex, unhex};
use crate::schema;
use crate::table::{Kind, Table};

/// So many rows are written at once.
const PIECE: usize = 5000;

/// Restores a backup into an empty database, within the transaction of the
/// caller. Returns how many rows it had.
pub(crate) fn restore(conn: &mut Conn, path: &Path, progress: &dyn Fn(u64)) -> Result<u64> {
    is_empty(conn)?;
    let failed = |error: std::io::Error| StoreError::file(path, &error);
    let file = File::open(path).map_err(failed)?;
    let stream = zstd::Decoder::new(file).map_err(failed)?;
    let mut lines =
        Lines { stream: BufReader::new(stream), hasher: Sm3::new(), line: 0, text: String::new() };
    open(&mut lines)?;
    let mut rows = 0;
    let mut expected = tables();
    let mut filling: Option<Filling> = None;
    loop {
        lines.next()?;
        if let (Some(filling), b'[') = (&mut filling, lines.first()) {
            filling.add(conn, &lines)?;
            rows += 1;
            if rows % 1000 == 0 {
                progress(rows);
            }
            continue;
        }
        if let Some(filled) = filling.take() {
            filled.finish(conn)?;
        }
        match expected.next() {
            Some(table) => {
                lines.hash();
                filling = Some(Filling::begin(&lines, table)?);
            }
            None => break,
        }
    }
    close(&mut lines, rows)?;
    number_on(conn)?;
    Ok(rows)
}

fn open(lines: &mut Lines) -> Result<()> {
    lines.next()?;
    let opening: Opening = lines.parse()?;
    if opening.minsheng != "backup" || opening.format != FORMAT {
        return Err(lines.bad("this is not a backup of the format that this program reads"));
    }
    if opening.schema != SCHEMA {
        let what = format!("it has schema {}, this program's is {SCHEMA}", opening.schema);
        return Err(lines.bad(&what));
    }
    lines.hash();
    Ok(())
}

fn close(lines: &mut Lines, rows: u64) -> Result<()> {
    let closing: Closing = lines.parse()?;
    if closing.rows != rows {
        return Err(lines.bad(&format!("it should have {} rows and has {rows}", closing.rows)));
    }
    if closing.sm3 != hex(&lines.hasher.clone().finalize()) {
        return Err(lines.bad("its content has been altered"));
    }
    match lines.next() {
        Err(StoreError::BadBackup { .. }) => Ok(()),
        _ => Err(lines.bad("something follows its end")),
    }
}

/// The engine numbers further rows after those that came with numbers.
fn number_on(conn: &mut Conn) -> Result<()> {
    if conn.engine() == Engine::Postgres {
        for table in schema::NUMBERED {
            let (name, column) = (table.name, table.columns[0].0);
            let sql = format!(
                "SELECT setval(pg_get_serial_sequence('{name}', '{column}'), \
                 (SELECT COALESCE(MAX({column}), 0) + 1 FROM {name}), false)"
            );
            conn.query(&sql, &[])?;
        }
    }
    Ok(())
}

/// A table that is being filled.
struct Filling {
    table: &'static Table,
    rows: Vec<Vec<Value>>,
}

impl Filling {
    fn begin(lines: &Lines, table: &'static Table) -> Result<Self> {
        let heading: Heading = lines.parse()?;
        let columns = table.columns.iter().map(|column| column.0);
        if heading.table != table.name || !heading.columns.iter().map(String::as_str).eq(columns) {
            return Err(lines.bad(&format!("here the table `{}` should begin", table.name)));
        }
        Ok(Self { table, rows: Vec::new() })
    }

    fn add(&mut self, conn: &mut Conn, lines: &Lines) -> Result<()> {
        let values: Vec<serde_json::Value> = lines.parse()?;
        if values.len() != self.table.columns.len() {
            return Err(lines.bad("the row has not as many values as the table has columns"));
        }
        let columns = self.table.columns.iter().zip(values);
        let row = columns.map(|(column, json)| value(column.1, json)).collect::<Option<Vec<_>>>();
        self.rows.push(row.ok_or_else(|| lines.bad("a value is not of its column's kind"))?);
        if self.rows.len() == PIECE {
            conn.write(self.table, &self.rows)?;
            self.rows.clear();
        }
        Ok(())
    }

    fn finish(self, conn: &mut Conn) -> Result<()> {
        conn.write(self.table, &self.rows)
    }
}

fn value(kind: Kind, json: serde_json::Value) -> Option<Value> {
    match (kind, json) {
        (_, serde_json::Value::Null) => Some(Value::Null),
        (Kind::Int, serde_json::Value::Number(number)) => number.as_i64().map(Value::Int),
        (Kind::Text, serde_json::Value::String(text)) => Some(text.into()),
        (Kind::Blob, serde_json::Value::String(text)) => unhex(&text).map(Value::Blob),
        _ => None,
    }
}

/// The lines of the file. A row is hashed as soon as it is read, the lines
/// between only when it is known that they are not the last.
struct Lines {
    stream: BufReader<zstd::Decoder<'static, BufReader<File>>>,
    hasher: Sm3,
    line: u64,
    text: String,
}

impl Lines {
    fn next(&mut self) -> Result<()> {
        if self.first() == b'[' {
            self.hash();
        }
        self.text.clear();
        self.line += 1;
        match self.stream.read_line(&mut self.text) {
            Ok(_) if self.text.ends_with('\n') => Ok(()),
            Ok(_) => Err(self.bad("the file ends here, before its end")),
            Err(error) => Err(self.bad(&error.to_string())),
        }
    }

    fn first(&self) -> u8 {
        self.text.bytes().next().unwrap_or(b' ')
    }

    fn hash(&mut self) {
        self.hasher.update(self.text.as_bytes());
    }

    fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_str(&self.text).map_err(|error| self.bad(&error.to_string()))
    }

    fn bad(&self, what: &str) -> StoreError {
        StoreError::BadBackup { line: self.line, what: what.to_owned() }
    }
}
