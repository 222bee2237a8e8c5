//! The store, as the rest of the program sees it.

mod acts;
mod care;
mod city;
mod console;
mod disputes;
mod keys;
mod knowledge;
mod numbers;
mod outside;
mod people;
mod questions;
mod recent;
mod record;
mod retention;
mod sessions;
mod wire;

use std::path::Path;
use std::sync::{Arc, OnceLock, RwLock};

use jiff::tz::TimeZone;

pub use acts::Committing;
use numbers::Numbers;
pub use questions::OrderFile;
use recent::Recent;
use sessions::Sessions;

use crate::backup;
use crate::commit::Writer;
use crate::engine::{Conn, DatabaseUrl, Engine, Pool, migrate};
use crate::error::{Result, StoreError};
use crate::figures;
use crate::keys::{Keyring, remember};
use crate::rebuild::{fill_block, fill_figures, rebuild_block};

/// So many may read at once.
const READERS: usize = 8;

/// A store. Copies share one writer and one pool of readers; the last one
/// that goes waits until everything handed over is written.
#[derive(Clone)]
pub struct Store {
    shared: Arc<Shared>,
}

struct Shared {
    engine: Engine,
    writer: Writer,
    pool: Pool,
    ring: RwLock<Arc<Keyring>>,
    recent: Recent,
    sessions: Sessions,
    numbers: Numbers,
    /// By whose days it is counted, once there is a city.
    zone: OnceLock<TimeZone>,
}

impl Store {
    /// Opens a database, creating or migrating it as needed.
    ///
    /// Fails when it cannot be reached, was written by a newer program, or
    /// was written with keys that the ring does not have.
    pub fn open(url: &DatabaseUrl, ring: Keyring) -> Result<Self> {
        let mut conn = Conn::open(url)?;
        migrate(&mut conn)?;
        conn.transaction(|conn| remember(conn, &ring))?;
        while fill_block(&mut conn)? {}
        while fill_figures(&mut conn)? {}
        Ok(Self::with(url, conn, ring))
    }

    /// Restores a backup into an empty database, of either engine, and opens
    /// it. Nothing is restored when the file is not whole and unaltered.
    /// `progress` is told how many rows have been restored.
    pub fn restore(url: &DatabaseUrl, ring: Keyring, path: &Path, progress: &dyn Fn(u64)) -> Result<Self> {
        let mut conn = Conn::open(url)?;
        migrate(&mut conn)?;
        conn.transaction(|conn| {
            backup::restore(conn, path, progress)?;
            remember(conn, &ring)
        })?;
        let mut from = Some(i64::MIN);
        while let Some(block) = from {
            let built = conn.transaction(|conn| rebuild_block(conn, block))?;
            from = built.map(|(block, _)| block.1);
        }
        Ok(Self::with(url, conn, ring))
    }

    fn with(url: &DatabaseUrl, conn: Conn, ring: Keyring) -> Self {
        let engine = conn.engine();
        let writer = Writer::start(url.clone(), conn);
        let pool = Pool::new(url.clone(), READERS);
        let ring = RwLock::new(Arc::new(ring));
        let (recent, sessions, numbers) = Default::default();
        let zone = OnceLock::new();
        Self { shared: Arc::new(Shared { engine, writer, pool, ring, recent, sessions, numbers, zone }) }
    }

    /// Which engine it is on.
    pub fn engine(&self) -> Engine {
        self.shared.engine
    }

    pub(crate) fn read<T>(&self, work: impl Fn(&mut Conn) -> Result<T>) -> Result<T> {
        self.shared.pool.read(work)
    }

    /// Reads what is sealed. Another process may have sealed it with a key that
    /// is not known here yet.
    fn read_sealed<T>(&self, work: impl Fn(&mut Conn, &Keyring) -> Result<T>) -> Result<T> {
        match self.read(|conn| work(conn, &self.ring())) {
            Err(StoreError::KeyMissing { .. }) => {
                self.reread_ring()?;
                self.read(|conn| work(conn, &self.ring()))
            }
            found => found,
        }
    }

    fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let done = self.shared.writer.run(work);
        self.shared.sessions.forget();
        done
    }

    #[cfg(feature = "testing")]
    pub(crate) fn between<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.shared.writer.between(work)
    }

    /// The city's time zone; UTC before there is a city.
    fn zone(&self) -> Result<TimeZone> {
        if let Some(known) = self.shared.zone.get() {
            return Ok(known.clone());
        }
        let found = self.read(figures::zone)?;
        Ok(found.map_or(TimeZone::UTC, |zone| self.shared.zone.get_or_init(|| zone).clone()))
    }

    fn ring(&self) -> Arc<Keyring> {
        self.shared.ring.read().unwrap_or_else(|poison| poison.into_inner()).clone()
    }

    /// Another process may have added a key.
    fn reread_ring(&self) -> Result<()> {
        let ring = self.ring().reread()?;
        self.set_ring(ring);
        Ok(())
    }
}
