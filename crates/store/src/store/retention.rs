//! What has had its time.

use domain::Moment;
use domain::ids::OrderId;

use super::Store;
use crate::error::Result;
use crate::retention::{self as kept, Kept};

impl Store {
    /// Orders archived, and closed before a moment, whose texts are not yet
    /// erased, at most so many.
    pub fn texts_to_erase(&self, before: Moment, most: usize) -> Result<Vec<OrderId>> {
        self.read(|conn| kept::texts_to_erase(conn, before, most))
    }

    /// At most so many archived orders, closed before a moment, some of whose
    /// files are not erased yet.
    pub fn attachments_to_erase(&self, before: Moment, most: usize) -> Result<Vec<OrderId>> {
        self.read(|conn| kept::attachments_to_erase(conn, before, most))
    }

    /// Orders archived, and closed before a moment, whose citizens' identities
    /// are not yet erased with them, at most so many; only those of whose
    /// citizens no younger order exists.
    pub fn identities_to_erase(&self, before: Moment, most: usize) -> Result<Vec<OrderId>> {
        self.read(|conn| kept::identities_to_erase(conn, before, most))
    }

    /// Removes looks of before a moment, at most so many; how many it were.
    pub fn purge_looks(&self, before: Moment, most: usize) -> Result<u64> {
        self.purge(&kept::LOOKS, before, most)
    }

    /// Removes sessions that were over before a moment, at most so many; how
    /// many it were.
    pub fn purge_sessions(&self, before: Moment, most: usize) -> Result<u64> {
        // What people did while they were logged in goes with it.
        self.purge(&kept::STATES, before, most)?;
        self.purge(&kept::SESSIONS, before, most)
    }

    /// Removes failures to log in of before a moment, at most so many; how many
    /// it were.
    pub fn purge_login_failures(&self, before: Moment, most: usize) -> Result<u64> {
        self.purge(&kept::LOGIN_FAILURES, before, most)
    }

    /// Removes requests that were answered before a moment, at most so many;
    /// how many it were.
    pub fn purge_requests(&self, before: Moment, most: usize) -> Result<u64> {
        self.purge(&kept::REQUESTS, before, most)
    }

    /// Removes calls of which nothing was heard since a moment, at most so
    /// many; how many it were.
    pub fn purge_calls(&self, before: Moment, most: usize) -> Result<u64> {
        let purged = self.purge(&kept::CALLS, before, most)?;
        self.write(kept::purge_events)?;
        Ok(purged)
    }

    /// Removes dead letters of before a moment, at most so many; how many it
    /// were.
    pub fn purge_letters(&self, before: Moment, most: usize) -> Result<u64> {
        self.purge(&kept::LETTERS, before, most)
    }

    /// Removes jobs that were done before a moment, at most so many; how many
    /// it were.
    pub fn purge_done_jobs(&self, before: Moment, most: usize) -> Result<u64> {
        self.purge(&kept::JOBS, before, most)
    }

    fn purge(&self, kept: &'static Kept, before: Moment, most: usize) -> Result<u64> {
        self.write(move |conn| kept::purge(conn, kept, before, most))
    }
}
