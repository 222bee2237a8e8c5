//! Computing anew what can be computed: orders, clocks and parts from the
//! journal, the full-text index from the texts.

use crate::blocks::{Block, block_from, computed, fold, journal};
use crate::engine::Conn;
use crate::error::{Result, StoreError};
use crate::schema;
use crate::search;

/// The tables that are computed, with the column that names the order.
const COMPUTED: [(&crate::table::Table, &str); 3] =
    [(&schema::ORDERS, "id"), (&schema::CLOCKS, "order_id"), (&schema::PARTS, "order_id")];

/// Rebuilds the block that begins at an order number; where the next begins
/// and how many orders were met.
pub(crate) fn rebuild_block(conn: &mut Conn, from: i64) -> Result<Option<(Block, u64)>> {
    conn.hold_journal()?;
    let Some(block) = block_from(conn, from)? else { return Ok(None) };
    for (table, order) in COMPUTED {
        let sql = format!("DELETE FROM {} WHERE {order} >= $1 AND {order} < $2", table.name);
        conn.execute(&sql, &[block.0.into(), block.1.into()])?;
    }
    let mut rows: [Vec<_>; 3] = Default::default();
    let mut orders = 0;
    for entries in journal(conn, block)?.chunk_by(|one, next| one.order == next.order) {
        let (order, head) = fold(entries).ok_or_else(|| StoreError::Damaged {
            place: format!("the journal of order {}", entries[0].order),
            what: "its entries make no order".into(),
        })?;
        for (all, own) in rows.iter_mut().zip(computed(&order, &head)) {
            all.extend(own);
        }
        orders += 1;
    }
    for ((table, _), rows) in COMPUTED.into_iter().zip(&rows) {
        conn.write(table, rows)?;
    }
    search::write_block(conn, block.0.max(0), block.1.min(i64::MAX / 8))?;
    Ok(Some((block, orders)))
}
