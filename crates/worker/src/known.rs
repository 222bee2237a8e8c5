//! The city and its messages as this worker last read them. An administrator
//! may change either while it runs.

use std::sync::{Arc, PoisonError, RwLock};

use desk::{City, Desk};
use domain::Moment;
use store::Store;
use tracing::error;

use crate::error::Result;
use crate::messages::Templates;

/// How often the city is read anew, in milliseconds.
const EVERY_MILLIS: i64 = 60_000;

/// What is known of the city.
pub(crate) struct Known {
    store: Store,
    usual: Templates,
    last: RwLock<Read>,
}

#[derive(Clone)]
struct Read {
    at: Moment,
    desk: Arc<Desk>,
    templates: Arc<Templates>,
}

impl Known {
    /// Reads the city. `usual` is what notices say where nobody has changed
    /// it.
    pub fn new(store: Store, usual: Templates, now: Moment) -> Result<Self> {
        let read = read(&store, &usual, now)?;
        Ok(Self { store, usual, last: RwLock::new(read) })
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The desk in the city.
    pub fn desk(&self) -> Arc<Desk> {
        self.last().desk
    }

    /// What notices say.
    pub fn templates(&self) -> Arc<Templates> {
        self.last().templates
    }

    fn last(&self) -> Read {
        self.last.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the city anew, a minute after the last time. One that cannot be
    /// used is not taken: the one known goes on.
    pub fn keep_up(&self, now: Moment) {
        if now.millis_since(self.last().at).abs() < EVERY_MILLIS {
            return;
        }
        match read(&self.store, &self.usual, now) {
            Ok(read) => *self.last.write().unwrap_or_else(PoisonError::into_inner) = read,
            Err(error) => {
                error!(%error, "the city cannot be read anew");
                self.last.write().unwrap_or_else(PoisonError::into_inner).at = now;
            }
        }
    }
}

fn read(store: &Store, usual: &Templates, now: Moment) -> Result<Read> {
    let city = City::load(store, now)?;
    let changed = store.documents(Templates::DOCUMENT, now)?;
    let changed: Vec<_> = changed.into_iter().map(|document| (document.name, document.body)).collect();
    Ok(Read {
        at: now,
        desk: Arc::new(Desk::new(store.clone(), city)),
        templates: Arc::new(usual.with_changes(&changed)),
    })
}
