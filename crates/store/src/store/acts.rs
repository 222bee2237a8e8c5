//! Writing acts.

use std::ops::Range;

use domain::Moment;
use domain::ids::OrderId;

use super::Store;
use crate::commit::{Change, Pending, prepare};
use crate::counters;
use crate::error::Result;
use crate::jobs::{self, Job};
use crate::journal::Loaded;

/// A commit under way: handed over, not yet known to be written.
pub struct Committing {
    pending: Pending,
    loaded: Vec<Loaded>,
    store: Store,
}

impl Committing {
    /// Waits until everything is on the disk, and returns the orders as they
    /// are now, one for each change, to make the next changes against.
    pub fn wait(self) -> Result<Vec<Loaded>> {
        match self.pending.wait() {
            Ok(()) => {
                self.store.shared.recent.note(&self.loaded);
                Ok(self.loaded)
            }
            Err(error) => {
                self.loaded.iter().for_each(|loaded| self.store.shared.recent.forget(loaded.order.id));
                Err(error)
            }
        }
    }
}

impl Store {
    /// Writes changes in one transaction: all of them or none. Returns the
    /// orders as they are now, one for each change.
    ///
    /// Fails with [`Conflict`](crate::StoreError::Conflict) when one of the
    /// orders is no longer as the change found it.
    pub fn commit(&self, changes: Vec<Change>) -> Result<Vec<Loaded>> {
        self.submit(changes)?.wait()
    }

    /// Hands changes over to be written in one transaction, so that the
    /// caller can prepare the next while these are being written.
    pub fn submit(&self, changes: Vec<Change>) -> Result<Committing> {
        let shared = &self.shared;
        let (prepared, loaded) = prepare(changes, shared.engine, &shared.pool, &self.ring(), self.zone()?)?;
        let pending = shared.writer.submit(prepared)?;
        Ok(Committing { pending, loaded, store: self.clone() })
    }

    /// The next number for an order.
    pub fn next_order_id(&self) -> Result<OrderId> {
        self.shared.numbers.one("order", |count| self.next("order", count)).map(OrderId)
    }

    /// Takes the next numbers for orders.
    pub fn next_order_ids(&self, count: u32) -> Result<Range<i64>> {
        self.next("order", count)
    }

    /// Takes the next numbers for citizens.
    pub fn next_citizen_ids(&self, count: u32) -> Result<Range<i64>> {
        self.next("citizen", count)
    }

    /// Takes the next numbers of any name; the first of all is 1.
    pub fn next(&self, name: &str, count: u32) -> Result<Range<i64>> {
        let name = name.to_owned();
        self.write(move |conn| counters::take(conn, &name, count))
    }

    /// Orders on which time itself is to act, those first that wait longest.
    pub fn due(&self, now: Moment, limit: usize) -> Result<Vec<OrderId>> {
        self.read(|conn| crate::orders::due(conn, now, limit))
    }

    /// How many orders there are on which time itself is to act by now.
    pub fn due_count(&self, now: Moment) -> Result<u64> {
        self.read(|conn| crate::orders::due_count(conn, now))
    }

    /// Claims at most so many jobs that are to be done at `now`, for so many
    /// milliseconds. No two callers get the same job in that time.
    pub fn claim_jobs(&self, now: Moment, for_millis: i64, most: usize) -> Result<Vec<Job>> {
        self.write(move |conn| jobs::claim(conn, now, now.plus_millis(for_millis), most))
    }

    /// Marks claimed jobs as done; how many of them still belonged to the
    /// claim.
    pub fn finish_jobs(&self, done: Vec<Job>, now: Moment) -> Result<u64> {
        self.write(move |conn| jobs::finish(conn, &done, now))
    }

    /// Puts back a job that failed, to be tried again later.
    pub fn fail_job(&self, failed: Job, now: Moment, why: &str) -> Result<()> {
        let why = why.to_owned();
        self.write(move |conn| jobs::fail(conn, &failed, now, &why))
    }

    /// Gives up a job that failed too often: it is not tried again, and is
    /// counted.
    pub fn give_up_job(&self, failed: Job, now: Moment, why: &str) -> Result<()> {
        let why = why.to_owned();
        self.write(move |conn| jobs::give_up(conn, &failed, now, &why))
    }

    /// How many jobs were given up, of those that are still remembered.
    pub fn jobs_given_up(&self) -> Result<u64> {
        self.read(jobs::given_up)
    }
}
