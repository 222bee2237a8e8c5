//! Connections for reading, opened when they are needed, and kept as long as
//! somebody uses them now and then: each has a cache of its own, and memory
//! maps of the database.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{Conn, DatabaseUrl};
use crate::error::{Result, StoreError};

/// A connection that nobody used for so long is closed.
const IDLE: Duration = Duration::from_secs(20);

/// Connections for reading. Whoever asks while all are in use waits.
#[derive(Clone)]
pub(crate) struct Pool(Arc<Inner>);

struct Inner {
    url: DatabaseUrl,
    most: usize,
    state: Mutex<State>,
    freed: Condvar,
}

struct State {
    /// Each with the moment since which it lies idle: the last one used comes last, and is used first.
    idle: Vec<(Instant, Conn)>,
    open: usize,
}

impl Pool {
    /// A pool of at most so many connections, none of them open yet.
    pub fn new(url: DatabaseUrl, most: usize) -> Self {
        let state = Mutex::new(State { idle: Vec::new(), open: 0 });
        Self(Arc::new(Inner { url, most: most.max(1), state, freed: Condvar::new() }))
    }

    /// Reads with a connection of the pool. A connection that lay idle while
    /// the server went away and came back is found out only by using it, so
    /// what was lost is read once more.
    pub fn read<T>(&self, work: impl Fn(&mut Conn) -> Result<T>) -> Result<T> {
        match self.read_once(&work) {
            Err(StoreError::Lost(_)) => self.read_once(&work),
            done => done,
        }
    }

    fn read_once<T>(&self, work: &impl Fn(&mut Conn) -> Result<T>) -> Result<T> {
        let mut lent = Lent { pool: &self.0, conn: Some(self.take()?) };
        work(lent.conn.as_mut().expect("lent until dropped"))
    }

    fn take(&self) -> Result<Conn> {
        let mut state = self.0.lock();
        loop {
            if let Some((_, conn)) = state.idle.pop() {
                return Ok(conn);
            }
            if state.open < self.0.most {
                break;
            }
            state = self.0.freed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.open += 1;
        drop(state);
        Conn::open(&self.0.url).and_then(Conn::for_reading).inspect_err(|_| self.0.lose())
    }
}

impl Inner {
    /// A panic elsewhere leaves the lists as they were: every change to them
    /// is a single step.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a connection back. Those that have not been needed for long are
    /// closed, which a busy platform never notices: the store is read every
    /// second by who looks for what is due.
    fn take_back(&self, conn: Conn) {
        let now = Instant::now();
        let unused: Vec<_> = {
            let mut state = self.lock();
            state.idle.push((now, conn));
            let unused = state.idle.partition_point(|(since, _)| now.duration_since(*since) > IDLE);
            state.open -= unused;
            state.idle.drain(..unused).collect()
        };
        self.freed.notify_one();
        drop(unused);
    }

    fn lose(&self) {
        self.lock().open -= 1;
        self.freed.notify_one();
    }

    /// When one connection is lost, those that lie idle are lost too, most
    /// likely, and nobody else need find out.
    fn lose_all(&self) {
        let mut state = self.lock();
        state.open -= 1 + state.idle.len();
        state.idle.clear();
        self.freed.notify_all();
    }
}

/// A connection on loan, given back however the work ends.
struct Lent<'a> {
    pool: &'a Inner,
    conn: Option<Conn>,
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        match self.conn.take() {
            // Whoever panicked may have left a transaction open.
            Some(conn) if !conn.is_lost() && !std::thread::panicking() => {
                self.pool.take_back(conn);
            }
            Some(conn) if conn.is_lost() => self.pool.lose_all(),
            _ => self.pool.lose(),
        }
    }
}
