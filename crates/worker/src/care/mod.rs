//! What has to be done once in a while: seals, keys, and what is to be
//! removed in time.

mod erase;
mod every;
mod keys;
mod retention;
mod table;

use domain::Moment;
use store::StoreError;

use crate::error::Result;
use crate::known::Known;
use crate::stop::Stop;
use every::Every;
use keys::Keys;

pub use table::retention_document;

/// How often it is looked whether something is to be removed.
const RETENTION_MILLIS: i64 = 86_400_000;

/// Takes care.
pub(crate) struct Care<'a> {
    known: &'a Known,
    seal: Every,
    keys: Keys,
    retention: Every,
}

impl<'a> Care<'a> {
    pub(crate) fn new(known: &'a Known, seal_every_millis: i64) -> Self {
        Self {
            known,
            seal: Every::millis(seal_every_millis),
            keys: Keys::default(),
            retention: Every::millis(RETENTION_MILLIS),
        }
    }

    /// Does what is due.
    pub(crate) fn round(&mut self, now: Moment, stop: &Stop) -> Result<()> {
        let store = self.known.store();
        self.keys.round(store, now)?;
        self.seal(now)?;
        if self.retention.is_due(now) {
            retention::remove(&self.known.desk(), now, stop)?;
            self.retention.done(now);
        }
        Ok(())
    }

    /// Seals the journal, unless another worker has.
    fn seal(&mut self, now: Moment) -> Result<()> {
        if !self.seal.is_due(now) {
            return Ok(());
        }
        let store = self.known.store();
        if let Some(last) = store.seals()?.last() {
            self.seal.done(last.sealed_at);
        }
        if self.seal.is_due(now) {
            match store.seal(now) {
                Ok(_) | Err(StoreError::Taken(_)) => self.seal.done(now),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }
}
