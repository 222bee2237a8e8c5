//! How a worker is stopped.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// A request to stop, shared by whoever stops and whoever works. Copies are
/// one and the same.
#[derive(Debug, Clone, Default)]
pub struct Stop {
    shared: Arc<(Mutex<bool>, Condvar)>,
}

impl Stop {
    /// Nobody has stopped yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Stops: everybody who waits goes on at once.
    pub fn stop(&self) {
        let (stopped, told) = &*self.shared;
        *stopped.lock().unwrap_or_else(PoisonError::into_inner) = true;
        told.notify_all();
    }

    /// Whether it is time to stop.
    pub fn is_stopped(&self) -> bool {
        *self.shared.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for so long, or until it is time to stop; whether it is.
    pub fn wait(&self, longest: Duration) -> bool {
        let (stopped, told) = &*self.shared;
        let held = stopped.lock().unwrap_or_else(PoisonError::into_inner);
        let (held, _) = told
            .wait_timeout_while(held, longest, |stopped| !*stopped)
            .unwrap_or_else(PoisonError::into_inner);
        *held
    }
}
