//! Sessions as they were last read: every call of somebody who has logged in
//! asks for theirs, and an act asks for nothing else.
//!
//! Whatever this process writes outside of acts (a session that ends, a person
//! who changes) makes it forget at once; what another process writes is known
//! within a second.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use domain::Moment;
use quick_cache::sync::Cache;

use crate::error::Result;
use crate::hash::Hash;
use crate::sessions::Session;

/// A session is read anew after so long: another process may have ended it.
const FRESH: Duration = Duration::from_secs(1);

/// So many are kept.
const KEPT: usize = 4_000;

/// Sessions by the hashes of their tokens.
pub(super) struct Sessions {
    known: Cache<Hash, Known>,
    /// How often this process has written what sessions are made of.
    written: AtomicU64,
}

#[derive(Clone)]
struct Known {
    session: Session,
    read: Instant,
    /// [`Sessions::written`] before it was read.
    written: u64,
}

impl Default for Sessions {
    fn default() -> Self {
        Self { known: Cache::new(KEPT), written: AtomicU64::new(0) }
    }
}

impl Sessions {
    /// The session of a token at a moment, read only when it is not known.
    pub fn of(
        &self,
        token: &Hash,
        now: Moment,
        read: impl FnOnce() -> Result<Option<Session>>,
    ) -> Result<Option<Session>> {
        let written = self.written.load(Ordering::SeqCst);
        let fresh = |known: &Known| known.written == written && known.read.elapsed() < FRESH;
        if let Some(known) = self.known.get(token).filter(fresh) {
            return Ok(Some(known.session).filter(|session| session.ends_at > now));
        }
        let began = Instant::now();
        let session = read()?;
        match &session {
            Some(session) => {
                self.known.insert(*token, Known { session: session.clone(), read: began, written });
            }
            None => {
                self.known.remove(token);
            }
        }
        Ok(session)
    }

    /// Forgets them all.
    pub fn forget(&self) {
        self.written.fetch_add(1, Ordering::SeqCst);
    }
}
