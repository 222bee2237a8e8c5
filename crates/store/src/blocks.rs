//! Going through all orders in blocks, for work over the whole store: memory
//! stays small, and nobody is kept waiting for long.

use domain::ids::OrderId;
use domain::{Entry, Order};

use crate::commit::{SET_TABLES, appeal_rows, clock_rows, forgets, order_row, part_rows, set_rows};
use crate::engine::{Conn, Row, Value};
use crate::error::Result;
use crate::hash::Hash;
use crate::schema;
use crate::table::Table;
use crate::{disputes, publications};

/// A block ends with the order at which it has so many journal entries.
const ENTRIES: i64 = 5000;

/// A stretch of order numbers: from the first up to but without the second.
/// All blocks together leave out no number, so that rows without an order are
/// met too.
pub(crate) type Block = (i64, i64);

/// The block that begins at an order number; none after the last.
pub(crate) fn block_from(conn: &mut Conn, from: i64) -> Result<Option<Block>> {
    if from == i64::MAX {
        return Ok(None);
    }
    let sql = "SELECT order_id FROM journal WHERE order_id > $1 ORDER BY order_id LIMIT 1 OFFSET $2";
    let row = conn.first(sql, &[from.into(), ENTRIES.into()])?;
    let to = row.map_or(Ok(i64::MAX), |row| row.int(0))?;
    Ok(Some((from, to)))
}

/// An entry as it stands in its row.
pub(crate) struct Stored {
    pub pos: i64,
    pub order: i64,
    pub seq: i64,
    pub at: i64,
    pub act: String,
    pub actor: String,
    pub body: String,
    pub hash: Vec<u8>,
}

/// The journal of a block, order by order.
pub(crate) fn journal(conn: &mut Conn, block: Block) -> Result<Vec<Stored>> {
    let sql = "SELECT order_id, seq, at, act, actor, body, hash, pos FROM journal \
               WHERE order_id >= $1 AND order_id < $2 ORDER BY order_id, seq";
    conn.query(sql, &[block.0.into(), block.1.into()])?.into_iter().map(stored).collect()
}

fn stored(row: Row) -> Result<Stored> {
    Ok(Stored {
        order: row.int(0)?,
        seq: row.int(1)?,
        at: row.int(2)?,
        act: row.text(3)?.to_owned(),
        actor: row.text(4)?.to_owned(),
        body: row.text(5)?.to_owned(),
        hash: row.blob(6)?.to_vec(),
        pos: row.int(7)?,
    })
}

/// The rows of a block in a table, by the column that names the order.
pub(crate) fn rows(
    conn: &mut Conn,
    columns: &str,
    table: &str,
    order: &str,
    block: Block,
) -> Result<Vec<Row>> {
    let sql = format!("SELECT {columns} FROM {table} WHERE {order} >= $1 AND {order} < $2");
    conn.query(&sql, &[block.0.into(), block.1.into()])
}

/// What an order's entries make.
pub(crate) struct Folded {
    pub order: Order,
    /// The hash of the last entry.
    pub head: Hash,
    /// How many of its appeals, from the first, have lost their citizen to an
    /// erasure.
    pub forgotten: usize,
}

/// What an order's entries make; none when they make no order.
pub(crate) fn fold(entries: &[Stored]) -> Option<Folded> {
    let mut order = None;
    let mut forgotten = 0;
    for stored in entries {
        let entry: Entry = serde_json::from_str(&stored.body).ok()?;
        Order::apply_entry(&mut order, &entry);
        if forgets(&entry) {
            forgotten = order.as_ref().map_or(0, |order| order.appeals.len());
        }
    }
    let head = entries.last()?.hash.as_slice().try_into().ok()?;
    let order = order.filter(|order| Some(order.id) == entries.first().map(|entry| OrderId(entry.order)))?;
    Some(Folded { order, head, forgotten })
}

/// The tables that are computed, but for the full-text index.
pub(crate) static COMPUTED: [&Table; 9] = [
    &schema::ORDERS,
    &schema::CLOCKS,
    &schema::PARTS,
    &schema::APPEALS,
    SET_TABLES[0],
    SET_TABLES[1],
    SET_TABLES[2],
    &schema::PUBLICATIONS,
    &schema::DISPUTES,
];

/// For each of [`COMPUTED`], the rows of an order.
pub(crate) fn computed(folded: &Folded) -> [Vec<Vec<Value>>; 9] {
    let Folded { order, head, forgotten } = folded;
    let [involved, accused, awaiting] = set_rows(order);
    [
        vec![order_row(order, head)],
        clock_rows(None, order),
        part_rows(None, order),
        appeal_rows(order, 0, *forgotten),
        involved,
        accused,
        awaiting,
        publications::row(order).into_iter().collect(),
        disputes::rows(order),
    ]
}
