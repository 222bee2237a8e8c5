//! Computing anew what can be computed: orders, clocks, parts and who has to
//! do with an order from the journal, the full-text index from the texts.

use crate::blocks::{Block, COMPUTED, Folded, Stored, block_from, computed, fold, journal};
use crate::engine::{Conn, Value, alone};
use crate::error::{Result, StoreError};
use crate::figures;
use crate::schema;
use crate::search;

/// From where on a database of an earlier schema is still to be filled.
const FILL_FROM: &str = "fill_from";

/// Rebuilds the block that begins at an order number; where the next begins
/// and how many orders were met.
pub(crate) fn rebuild_block(conn: &mut Conn, from: i64) -> Result<Option<(Block, u64)>> {
    conn.hold_journal()?;
    if from == i64::MIN {
        figures::begin_anew(conn)?;
    }
    let Some(block) = block_from(conn, from)? else { return Ok(None) };
    figures::count_block(conn, block)?;
    let orders = compute(conn, block, |entries| {
        Err(StoreError::Damaged {
            place: format!("the journal of order {}", entries[0].order),
            what: "its entries make no order".into(),
        })
    })?;
    search::write_block(conn, block.0.max(0), block.1.min(i64::MAX / 8))?;
    Ok(Some((block, orders)))
}

/// Fills, in a database of an earlier schema, the next block of what is
/// computed; false when nothing is left. Entries that make no order
/// are passed over: `verify` names them, and the database opens.
pub(crate) fn fill_block(conn: &mut Conn) -> Result<bool> {
    let sql = "SELECT value FROM meta WHERE name = $1";
    if conn.first(sql, &[FILL_FROM.into()])?.is_none() {
        return Ok(false);
    }
    conn.transaction(|conn| {
        alone(conn)?;
        conn.hold_journal()?;
        let Some(row) = conn.first(sql, &[FILL_FROM.into()])? else { return Ok(false) };
        let from = row.text(0)?.parse().unwrap_or(i64::MIN);
        let Some(block) = block_from(conn, from)? else {
            conn.execute("DELETE FROM meta WHERE name = $1", &[FILL_FROM.into()])?;
            return Ok(false);
        };
        compute(conn, block, |_| Ok(()))?;
        conn.write(&schema::META, &[vec![FILL_FROM.into(), block.1.to_string().into()]])?;
        Ok(true)
    })
}

/// Counts, in a database that is older than its figures or whose counting was
/// cut short, the next block; false when nothing is left.
pub(crate) fn fill_figures(conn: &mut Conn) -> Result<bool> {
    if figures::counted_up_to(conn)? == i64::MAX {
        return Ok(false);
    }
    conn.transaction(|conn| {
        alone(conn)?;
        conn.hold_journal()?;
        let from = figures::counted_up_to(conn)?;
        let Some(block) = block_from(conn, from)? else { return Ok(false) };
        figures::count_block(conn, block)?;
        Ok(true)
    })
}

/// Writes a block of the computed tables anew; how many orders were met.
fn compute(conn: &mut Conn, block: Block, no_order: impl Fn(&[Stored]) -> Result<()>) -> Result<u64> {
    for table in COMPUTED {
        let order = table.keys[0];
        let sql = format!("DELETE FROM {} WHERE {order} >= $1 AND {order} < $2", table.name);
        conn.execute(&sql, &[block.0.into(), block.1.into()])?;
    }
    let mut rows: [Vec<Vec<Value>>; COMPUTED.len()] = Default::default();
    let mut orders = 0;
    for entries in journal(conn, block)?.chunk_by(|one, next| one.order == next.order) {
        let Some(folded): Option<Folded> = fold(entries) else {
            no_order(entries)?;
            continue;
        };
        for (all, own) in rows.iter_mut().zip(computed(&folded)) {
            all.extend(own);
        }
        orders += 1;
    }
    for (table, rows) in COMPUTED.iter().zip(&rows) {
        conn.write(table, rows)?;
    }
    Ok(orders)
}
