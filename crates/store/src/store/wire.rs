//! Small questions of the wire.

use std::collections::HashMap;

use domain::ids::OrderId;

use super::Store;
use crate::error::Result;
use crate::hash::hex;
use crate::imports::{self, Imported};
use crate::orders::{self, Filter, Listed};

impl Store {
    /// The numbers of orders; none for one that is not there.
    pub fn numbers_of(&self, ids: &[OrderId]) -> Result<HashMap<OrderId, String>> {
        self.read(|conn| orders::numbers(conn, ids))
    }

    /// The number in the store of the order with a number.
    pub fn id_of(&self, number: &str) -> Result<Option<OrderId>> {
        if let Some(id) = self.shared.recent.id_of(number) {
            return Ok(Some(id));
        }
        let found = self.read(|conn| orders::by_number(conn, number))?;
        found.iter().for_each(|id| self.shared.recent.note_number(number, *id));
        Ok(found)
    }

    /// The code with which the citizen asks after the order of a number. It
    /// can be computed for any number; whether there is such an order, it
    /// does not tell.
    pub fn query_code(&self, number: &str) -> String {
        self.ring().index().query_code(number)
    }

    /// What proves that this store allowed something, such as to read an order
    /// for half an hour. Those made for one purpose hold for no other.
    pub fn ticket(&self, purpose: &str, what: &str) -> String {
        hex(&self.ring().index().hash(&format!("ticket {purpose}"), what))
    }

    /// Those of some orders that pass a filter, in no order.
    pub fn among(&self, orders: Vec<Listed>, filter: &Filter) -> Result<Vec<Listed>> {
        let ids: Vec<i64> = orders.iter().map(|order| order.id.0).collect();
        self.read(|conn| orders::by_ids(conn, &ids, filter))
    }

    /// The order that was imported from a source under a name.
    pub fn imported_as(&self, source: &str, key: &str) -> Result<Option<Imported>> {
        self.read(|conn| imports::by_key(conn, source, key))
    }
}
