//! Taking care of the store.

use std::path::Path;
use std::sync::Arc;

use domain::Moment;

use super::Store;
use crate::engine::Engine;
use crate::error::Result;
use crate::keys::remember;
use crate::rebuild::rebuild_block;
use crate::seals::{self, Seal};
use crate::verify::{self, Report};
use crate::{backup, citizens};

/// So many citizens are sealed anew in one transaction.
const RESEALED: i64 = 500;

impl Store {
    /// Seals what has been written since the last seal; none when nothing
    /// has.
    pub fn seal(&self, now: Moment) -> Result<Option<Seal>> {
        let Some(mut seal) = self.write(move |conn| seals::range(conn, now))? else { return Ok(None) };
        // The stretch cannot change any more, so nobody waits for this.
        seal.root = self.read(|conn| seals::root(conn, &seal))?.0;
        let written = seal.clone();
        self.write(move |conn| seals::write(conn, &written))?;
        Ok(Some(seal))
    }

    /// Computes everything anew that can be, and compares. Nothing is
    /// changed. `progress` is told how many orders have been looked at.
    pub fn verify(&self, progress: &(dyn Fn(u64) + Sync)) -> Result<Report> {
        verify::verify(&self.shared.pool, progress)
    }

    /// Writes anew what can be computed: orders, clocks and parts from the
    /// journal, the full-text index from the texts. The store stays in use.
    /// Returns how many orders there are.
    pub fn rebuild(&self, progress: &dyn Fn(u64)) -> Result<u64> {
        let mut from = i64::MIN;
        let mut orders = 0;
        while let Some((block, met)) = self.write(move |conn| rebuild_block(conn, from))? {
            from = block.1;
            orders += met;
            progress(orders);
        }
        Ok(orders)
    }

    /// Writes a backup, while the store is in use. Returns how many rows it
    /// has, and tells `progress` on the way.
    ///
    /// The keys are not in it: the key file is to be kept apart.
    pub fn backup(&self, path: &Path, progress: &dyn Fn(u64)) -> Result<u64> {
        self.read(|conn| backup::backup(conn, path, progress))
    }

    /// Adds a new key to the ring, seals every citizen anew with it, and
    /// returns how many these were. May be stopped and begun again.
    pub fn rotate_key(&self, progress: &dyn Fn(u64)) -> Result<u64> {
        let ring = self.ring().with_new_key()?;
        let known = ring.clone();
        self.write(move |conn| remember(conn, &known))?;
        *self.shared.ring.write().unwrap_or_else(|poison| poison.into_inner()) = Arc::new(ring.clone());
        let mut resealed = 0;
        let old: Vec<String> =
            ring.keys().map(|(id, _)| id.to_owned()).filter(|id| id != ring.active().0).collect();
        for old in old {
            loop {
                let (ring, old) = (ring.clone(), old.clone());
                let done = self.write(move |conn| citizens::reseal(conn, &ring, &old, RESEALED))?;
                if done == 0 {
                    break;
                }
                resealed += done;
                progress(resealed);
            }
        }
        Ok(resealed)
    }

    /// Tells the engine how the tables have grown, so that it plans well:
    /// worth doing after a large import.
    pub fn tidy(&self) -> Result<()> {
        self.write(|conn| match conn.engine() {
            Engine::Sqlite => conn.script("PRAGMA optimize"),
            Engine::Postgres => conn.script("ANALYZE"),
        })
    }
}
