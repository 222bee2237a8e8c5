//! Connections for reading, opened when they are first needed and kept.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::{Conn, DatabaseUrl};
use crate::error::{Result, StoreError};

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
    idle: Vec<Conn>,
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
            if let Some(conn) = state.idle.pop() {
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
                self.pool.lock().idle.push(conn);
                self.pool.freed.notify_one();
            }
            Some(conn) if conn.is_lost() => self.pool.lose_all(),
            _ => self.pool.lose(),
        }
    }
}
