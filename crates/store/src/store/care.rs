//! Taking care of the store.

use std::path::Path;

use domain::Moment;

use super::Store;
use crate::backup;
use crate::engine::Engine;
use crate::error::Result;
use crate::rebuild::rebuild_block;
use crate::seals::{self, Seal};
use crate::verify::{self, Report};

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

    /// Tells the engine how the tables have grown, so that it plans well:
    /// worth doing after a large import.
    pub fn tidy(&self) -> Result<()> {
        self.write(|conn| match conn.engine() {
            Engine::Sqlite => conn.script("PRAGMA optimize"),
            Engine::Postgres => conn.script("ANALYZE"),
        })
    }
}
