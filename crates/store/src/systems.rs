//! Other programs that use the interface with a key. Of the key only the hash
//! is known here.

use domain::Moment;

use crate::engine::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::hash::{Hash, hex, unhex};
use crate::schema;

/// Another program that may use the interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct System {
    /// Its name.
    pub name: String,
    /// In which role it acts, as text.
    pub role: String,
    /// The unit acted for; empty for the hotline itself.
    pub unit: String,
    /// Of its key.
    pub token_hash: Hash,
    /// Since when it may.
    pub created_at: Moment,
}

/// Writes a system; the one of the same name is replaced.
pub(crate) fn put(conn: &mut Conn, system: &System) -> Result<()> {
    let row = vec![
        system.name.as_str().into(),
        system.role.as_str().into(),
        system.unit.as_str().into(),
        hex(&system.token_hash).into(),
        system.created_at.into(),
        Value::Null,
    ];
    conn.write(&schema::SYSTEMS, &[row])
}

/// The systems that may use the interface, by name.
pub(crate) fn all(conn: &mut Conn) -> Result<Vec<System>> {
    find(conn, "ended_at IS NULL", &[])
}

/// The system with a key, while it may use the interface.
pub(crate) fn by_token(conn: &mut Conn, token: &Hash) -> Result<Option<System>> {
    Ok(find(conn, "token_hash = $1 AND ended_at IS NULL", &[hex(token).into()])?.pop())
}

fn find(conn: &mut Conn, which: &str, values: &[Value]) -> Result<Vec<System>> {
    let sql =
        format!("SELECT name, role, unit, token_hash, created_at FROM systems WHERE {which} ORDER BY name");
    conn.query(&sql, values)?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<System> {
    let name = row.text(0)?.to_owned();
    let token_hash = unhex(row.text(3)?).and_then(|bytes| bytes.try_into().ok());
    let damaged =
        || StoreError::Damaged { place: format!("systems, {name}"), what: "its key has no hash".into() };
    Ok(System {
        role: row.text(1)?.to_owned(),
        unit: row.text(2)?.to_owned(),
        token_hash: token_hash.ok_or_else(damaged)?,
        created_at: Moment(row.int(4)?),
        name,
    })
}

/// Takes the interface from a system; whether there was one of the name.
pub(crate) fn end(conn: &mut Conn, name: &str, now: Moment) -> Result<bool> {
    let sql = "UPDATE systems SET ended_at = $2 WHERE name = $1 AND ended_at IS NULL";
    Ok(conn.execute(sql, &[name.into(), now.into()])? == 1)
}
