//! What the city's lists have in common: a record is a row.

use crate::engine::{Conn, Row, Value};
use crate::error::Result;
use crate::table::Table;

/// A record of one of the city's lists.
pub(crate) trait Record: Sized {
    /// Its table.
    fn table() -> &'static Table;
    /// Its row.
    fn row(&self) -> Vec<Value>;
    /// From its row.
    fn read(row: &Row) -> Result<Self>;
}

/// Writes records; those with the same key are replaced.
pub(crate) fn put<T: Record>(conn: &mut Conn, records: &[T]) -> Result<()> {
    let rows: Vec<Vec<Value>> = records.iter().map(Record::row).collect();
    conn.write(T::table(), &rows)
}

/// Writes records in place of all there were.
pub(crate) fn replace<T: Record>(conn: &mut Conn, records: &[T]) -> Result<()> {
    conn.execute(&format!("DELETE FROM {}", T::table().name), &[])?;
    put(conn, records)
}

/// The record with a key.
pub(crate) fn one<T: Record>(conn: &mut Conn, key: &str) -> Result<Option<T>> {
    let table = T::table();
    let sql = format!("SELECT {} FROM {} WHERE {} = $1", table.column_list(), table.name, table.keys[0]);
    conn.first(&sql, &[key.into()])?.as_ref().map(T::read).transpose()
}

/// All records, in the order of their keys.
pub(crate) fn all<T: Record>(conn: &mut Conn) -> Result<Vec<T>> {
    let table = T::table();
    let sql =
        format!("SELECT {} FROM {} ORDER BY {}", table.column_list(), table.name, table.keys.join(", "));
    conn.query(&sql, &[])?.iter().map(T::read).collect()
}
