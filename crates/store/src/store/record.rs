//! What is recorded beside the journal, and following the journal.

use domain::Moment;

use super::Store;
use crate::commit::Prepared;
use crate::error::Result;
use crate::feed::{self, Feed, FeedStart, Followed};
use crate::looks::{self, Look, LookFilter, LookPage};
use crate::requests::{self, RequestRow};

impl Store {
    /// Records looks: all or none. Written together with whatever else waits
    /// to be written.
    pub fn log_looks(&self, looks: Vec<Look>) -> Result<()> {
        if looks.is_empty() {
            return Ok(());
        }
        self.shared.writer.submit(Prepared::looks(&looks))?.wait()
    }

    /// One page of the looks that pass a filter, newest first. `after` is the
    /// `next` of the page before.
    pub fn looks(&self, filter: &LookFilter, after: Option<i64>, limit: usize) -> Result<LookPage> {
        self.read(|conn| looks::list(conn, filter, after, limit))
    }

    /// Remembers the answer to a request that changed no order; one that did
    /// is part of its [`Change`](crate::Change). Fails with
    /// [`Taken`](crate::StoreError::Taken) when the key has been answered.
    pub fn put_request(&self, request: RequestRow, at: Moment) -> Result<()> {
        self.shared.writer.submit(Prepared::request(request, at))?.wait()
    }

    /// The request with a key, if it has been answered.
    pub fn request(&self, key: &str) -> Result<Option<RequestRow>> {
        self.read(|conn| requests::find(conn, key))
    }

    /// Follows the journal from a place on.
    pub fn feed(&self, from: FeedStart) -> Result<Feed> {
        self.read(|conn| Feed::begin(conn, from))
    }

    /// The entries of the journal behind a position, at most so many. What
    /// another process commits at the same time may still appear among them;
    /// a [`Feed`] takes care of that.
    pub fn entries_after(&self, pos: i64, most: usize) -> Result<Vec<Followed>> {
        self.read(|conn| feed::after(conn, pos, most))
    }
}
