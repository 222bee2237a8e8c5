//! Orders as they were last committed here. An order that is acted on is
//! usually acted on again soon, and folding its journal anew each time is a
//! quarter of an act's cost.

use domain::Stage;
use domain::ids::OrderId;
use quick_cache::sync::Cache;

use crate::journal::Loaded;

/// So many orders are kept, at some kilobytes each.
const KEPT: usize = 2_000;

/// A commit of more changes is bulk work, whose orders are not asked for
/// again soon.
const BULK: usize = 8;

/// The orders that were last committed by this process. Another process may
/// have changed one since: whoever acts on it then meets the journal's lock.
pub(super) struct Recent(Cache<OrderId, Loaded>);

impl Default for Recent {
    fn default() -> Self {
        Self(Cache::new(KEPT))
    }
}

impl Recent {
    pub fn get(&self, id: OrderId) -> Option<Loaded> {
        self.0.get(&id)
    }

    pub fn forget(&self, id: OrderId) {
        self.0.remove(&id);
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
            let newer = self.0.peek(&id).is_some_and(|known| known.order.version > loaded.order.version);
            if loaded.order.stage == Stage::Archived {
                self.forget(id);
            } else if !newer {
                self.0.insert(id, loaded.clone());
            }
        }
    }
}
