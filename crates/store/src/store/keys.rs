//! Changing keys while everything runs.

use std::sync::Arc;

use super::Store;
use crate::engine::{Conn, alone};
use crate::error::Result;
use crate::keys::{Keyring, SEALED, knows_all, remember};

/// So many values are sealed anew in one transaction.
const RESEALED: usize = 500;

impl Store {
    /// Adds a new key to the ring, seals everything anew with it that is
    /// sealed, and returns how much that was. May be stopped and begun again.
    /// Other processes go on; they learn of the key by
    /// [`refresh_keys`](Self::refresh_keys).
    pub fn rotate_key(&self, progress: &dyn Fn(u64)) -> Result<u64> {
        let known = self.ring();
        let ring = self.write(move |conn| {
            // Of two who add a key at once each is to keep the other's.
            alone(conn)?;
            let ring = known.reread()?.with_new_key()?;
            remember(conn, &ring)?;
            Ok(ring)
        })?;
        self.set_ring(ring);
        let mut resealed = 0;
        loop {
            let done = self.reseal(RESEALED)?;
            if done == 0 {
                return Ok(resealed);
            }
            resealed += done;
            progress(resealed);
        }
    }

    /// Learns of keys that another process added; whether there were any. Costs
    /// one short read, and is to be called every few seconds.
    pub fn refresh_keys(&self) -> Result<bool> {
        let ring = self.ring();
        if self.read(|conn| knows_all(conn, &ring))? {
            return Ok(false);
        }
        let ring = ring.reread()?;
        let known = ring.clone();
        self.write(move |conn| remember(conn, &known))?;
        self.set_ring(ring);
        Ok(true)
    }

    /// Seals anew, at most so many at once, what other processes still sealed
    /// with an older key before they learned of the newest; how many these
    /// were.
    pub fn reseal_leftovers(&self, most: usize) -> Result<u64> {
        self.refresh_keys()?;
        self.reseal(most)
    }

    /// How much is still sealed with an older key than the newest known here.
    pub fn leftovers(&self) -> Result<u64> {
        self.read_sealed(|conn, ring| {
            let mut left = 0;
            for (old, _) in ring.names().filter(|(_, is_active)| !is_active) {
                for sealed in SEALED {
                    left += sealed.count(conn, old)?;
                }
            }
            Ok(left)
        })
    }

    fn reseal(&self, most: usize) -> Result<u64> {
        let ring = self.ring();
        self.write(move |conn| reseal(conn, &ring, most))
    }

    pub(super) fn set_ring(&self, ring: Keyring) {
        *self.shared.ring.write().unwrap_or_else(|poison| poison.into_inner()) = Arc::new(ring);
    }
}

fn reseal(conn: &mut Conn, ring: &Keyring, most: usize) -> Result<u64> {
    let mut done = 0;
    for (old, _) in ring.names().filter(|(_, is_active)| !is_active) {
        for sealed in SEALED {
            let left = most.saturating_sub(usize::try_from(done).unwrap_or(most));
            done += sealed.reseal(conn, ring, old, left)?;
        }
    }
    Ok(done)
}
