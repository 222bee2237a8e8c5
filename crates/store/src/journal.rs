//! Reading the journal: an order is folded from its entries.

use domain::ids::OrderId;
use domain::{Entry, Order};

use crate::engine::{Conn, Row};
use crate::error::{Result, StoreError};
use crate::hash::Hash;

/// An order as the journal has it, and the head of its chain: what a change
/// is made against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The order.
    pub order: Order,
    /// The hash of its last entry.
    pub head: Hash,
}

/// The entries of an order, oldest first, each with its hash.
pub(crate) fn history(conn: &mut Conn, id: OrderId) -> Result<Vec<(Entry, Hash)>> {
    let rows =
        conn.query("SELECT body, hash FROM journal WHERE order_id = $1 ORDER BY seq", &[id.0.into()])?;
    rows.iter().map(|row| Ok((entry(id, row)?, row.hash(1)?))).collect()
}

/// An order folded from its entries; none when there are none.
pub(crate) fn load(conn: &mut Conn, id: OrderId) -> Result<Option<Loaded>> {
    fold(id, &history(conn, id)?)
}

/// Folds an order from its entries.
pub(crate) fn fold(id: OrderId, history: &[(Entry, Hash)]) -> Result<Option<Loaded>> {
    let order = Order::fold(history.iter().map(|(entry, _)| entry));
    let head = history.last().map(|(_, hash)| *hash);
    match (order, head) {
        (Some(order), Some(head)) => Ok(Some(Loaded { order, head })),
        (None, Some(_)) => Err(damaged(id, "its first entry does not register it")),
        _ => Ok(None),
    }
}

fn entry(id: OrderId, row: &Row) -> Result<Entry> {
    serde_json::from_str(row.text(0)?).map_err(|error| damaged(id, error))
}

fn damaged(id: OrderId, what: impl ToString) -> StoreError {
    StoreError::Damaged { place: format!("the journal of order {}", id.0), what: what.to_string() }
}
