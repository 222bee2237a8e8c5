//! Orders as they were last committed here. An order that is acted on is
//! usually acted on again soon, and folding its journal anew each time is a
//! quarter of an act's cost; and which order has which number, which every
//! call that names one asks.

use domain::Stage;
use domain::ids::OrderId;
use quick_cache::sync::Cache;

use crate::journal::Loaded;

/// So many orders are kept, at some kilobytes each.
const KEPT: usize = 2_000;

/// So many numbers are kept; they never change.
const NUMBERS: usize = 10_000;

/// A commit of more changes is bulk work, whose orders are not asked for
/// again soon.
const BULK: usize = 8;

/// The orders that were last committed by this process, and numbers that it
/// met. Another process may have changed an order since: whoever acts on it
/// then meets the journal's lock.
pub(super) struct Recent {
    orders: Cache<OrderId, Loaded>,
    numbers: Cache<String, OrderId>,
}

impl Default for Recent {
    fn default() -> Self {
        Self { orders: Cache::new(KEPT), numbers: Cache::new(NUMBERS) }
    }
}

impl Recent {
    /// The order that is known to have a number.
    pub fn id_of(&self, number: &str) -> Option<OrderId> {
        self.numbers.get(number)
    }

    /// Notes which order has a number.
    pub fn note_number(&self, number: &str, id: OrderId) {
        self.numbers.insert(number.to_owned(), id);
    }

    pub fn get(&self, id: OrderId) -> Option<Loaded> {
        self.orders.get(&id)
    }

    pub fn forget(&self, id: OrderId) {
        self.orders.remove(&id);
    }

    /// Notes what a commit left. Of orders that were committed by several at
    /// once the last version stays.
    pub fn note(&self, committed: &[Loaded]) {
        if committed.len() > BULK {
            committed.iter().for_each(|loaded| self.forget(loaded.order.id));
            return;
        }
        for loaded in committed {
            let id = loaded.order.id;
            let newer = self.orders.peek(&id).is_some_and(|known| known.order.version > loaded.order.version);
            if loaded.order.stage == Stage::Archived {
                self.forget(id);
            } else if !newer {
                self.orders.insert(id, loaded.clone());
            }
            // Once is enough, when the order is registered.
            if loaded.order.version == 1 {
                self.note_number(&loaded.order.number, id);
            }
        }
    }
}
