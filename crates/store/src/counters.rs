//! Numbers given out, each once. Callers that need many take a block at a
//! time; what they do not use is lost, so numbers rise but may have gaps.

use std::ops::Range;

use crate::engine::Conn;
use crate::error::Result;

/// Takes the next `count` numbers of a name; the first of all is 1.
pub(crate) fn take(conn: &mut Conn, name: &str, count: u32) -> Result<Range<i64>> {
    let sql = "INSERT INTO counters (name, next) VALUES ($1, $2) \
               ON CONFLICT (name) DO UPDATE SET next = counters.next + $3 RETURNING next";
    let count = i64::from(count);
    let row = conn.first(sql, &[name.into(), (1 + count).into(), count.into()])?;
    let next = row.map_or(Ok(1 + count), |row| row.int(0))?;
    Ok(next - count..next)
}
