//! Requests that must not be carried out twice (idempotency keys): the answer
//! is kept, and given again to whoever repeats the request.

use domain::Moment;

use crate::engine::{Conn, Value};
use crate::error::Result;

/// A request that was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestRow {
    /// The key that its sender gave it, made unique by whoever asks the store.
    pub key: String,
    /// Of what was asked, to tell a repetition from another request.
    pub fingerprint: String,
    /// The status that was answered.
    pub status: u16,
    /// The body that was answered.
    pub answer: String,
}

/// A request's row, in the order of [`crate::schema::REQUESTS`].
pub(crate) fn row(request: RequestRow, at: Moment) -> Vec<Value> {
    let RequestRow { key, fingerprint, status, answer } = request;
    vec![key.into(), fingerprint.into(), status.into(), answer.into(), at.into()]
}

/// The request with a key, if it was answered.
pub(crate) fn find(conn: &mut Conn, key: &str) -> Result<Option<RequestRow>> {
    let sql = "SELECT fingerprint, status, answer FROM requests WHERE key = $1";
    let Some(row) = conn.first(sql, &[key.into()])? else { return Ok(None) };
    Ok(Some(RequestRow {
        key: key.to_owned(),
        fingerprint: row.text(0)?.to_owned(),
        status: u16::try_from(row.int(1)?).unwrap_or_default(),
        answer: row.text(2)?.to_owned(),
    }))
}
