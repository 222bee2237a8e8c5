//! Keys that change while everything runs: another process may have made a
//! new one.

use domain::Moment;
use store::Store;
use tracing::info;

use super::every::Every;
use crate::error::Result;

/// So many rows are sealed anew at a time.
const RESEALED: usize = 500;

/// Looks after the keys.
pub(super) struct Keys {
    refresh: Every,
    leftovers: Every,
}

impl Default for Keys {
    fn default() -> Self {
        Self { refresh: Every::millis(10_000), leftovers: Every::millis(3_600_000) }
    }
}

impl Keys {
    /// Learns of new keys, and seals anew what was sealed with an old one
    /// while the new one was not known everywhere.
    pub(super) fn round(&mut self, store: &Store, now: Moment) -> Result<()> {
        if self.refresh.is_due(now) {
            if store.refresh_keys()? {
                info!("there is a new key");
            }
            self.refresh.done(now);
        }
        if self.leftovers.is_due(now) {
            let mut all = 0;
            loop {
                let resealed = store.reseal_leftovers(RESEALED)?;
                all += resealed;
                if resealed == 0 {
                    break;
                }
            }
            if all > 0 {
                info!(rows = all, "sealed anew with the newest key");
            }
            self.leftovers.done(now);
        }
        Ok(())
    }
}
