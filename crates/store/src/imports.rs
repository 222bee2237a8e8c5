//! What was imported: so that nothing comes in twice, and that what the
//! source knew of an order's later life can be replayed.

use std::collections::HashSet;

use domain::ids::OrderId;

use crate::engine::{Conn, Row};
use crate::error::Result;

/// So many keys are asked for at once.
const PIECE: usize = 500;

/// Which of the keys of a source are here already.
pub(crate) fn known_keys(conn: &mut Conn, source: &str, keys: &[&str]) -> Result<HashSet<String>> {
    let among = conn.engine().one_of("$2");
    let sql = format!("SELECT key FROM imports WHERE source = $1 AND key {among}");
    let mut known = HashSet::new();
    for piece in keys.chunks(PIECE) {
        let piece = serde_json::to_string(piece).expect("texts only");
        for row in conn.query(&sql, &[source.into(), piece.into()])? {
            known.insert(row.text(0)?.to_owned());
        }
    }
    Ok(known)
}

/// An imported order, and what its source knew of its later life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The order.
    pub order: OrderId,
    /// The source.
    pub source: String,
    /// What the order is called there.
    pub key: String,
    /// What the source knew, JSON.
    pub recorded: String,
}

/// The order that was imported from a source under a name.
pub(crate) fn by_key(conn: &mut Conn, source: &str, key: &str) -> Result<Option<Imported>> {
    let sql = "SELECT order_id, source, key, recorded FROM imports WHERE source = $1 AND key = $2";
    conn.first(sql, &[source.into(), key.into()])?.as_ref().map(read).transpose()
}

/// Imported orders with numbers above `after`, rising, at most so many.
pub(crate) fn imported(conn: &mut Conn, after: OrderId, most: usize) -> Result<Vec<Imported>> {
    let sql =
        "SELECT order_id, source, key, recorded FROM imports WHERE order_id > $1 ORDER BY order_id LIMIT $2";
    conn.query(sql, &[after.0.into(), most.into()])?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Imported> {
    Ok(Imported {
        order: OrderId(row.int(0)?),
        source: row.text(1)?.to_owned(),
        key: row.text(2)?.to_owned(),
        recorded: row.text(3)?.to_owned(),
    })
}
