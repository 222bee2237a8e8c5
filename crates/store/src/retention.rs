//! Retention: which orders' texts and identities have had their time, and
//! removing what is kept only for a while.

use domain::ids::OrderId;
use domain::{Moment, Stage};

use crate::engine::{Conn, Value};
use crate::error::Result;

/// Orders archived and closed before a moment, some of whose texts are still
/// there: those that somebody brought or answered.
pub(crate) fn texts_to_erase(conn: &mut Conn, before: Moment, most: usize) -> Result<Vec<OrderId>> {
    let of_order =
        "SELECT 1 FROM texts AS t WHERE t.order_id = o.id AND t.erased_at IS NULL AND t.kind <> ''";
    archived(conn, &format!("EXISTS ({of_order})"), before, most)
}

/// Orders archived and closed before a moment that still lead to a citizen,
/// none of whose citizens has an order that is younger.
pub(crate) fn identities_to_erase(conn: &mut Conn, before: Moment, most: usize) -> Result<Vec<OrderId>> {
    let leads = "SELECT 1 FROM appeals AS a WHERE a.order_id = o.id AND a.citizen_id IS NOT NULL";
    let younger = "SELECT 1 FROM appeals AS a JOIN appeals AS b ON b.citizen_id = a.citizen_id \
                   JOIN orders AS y ON y.id = b.order_id \
                   WHERE a.order_id = o.id AND (y.closed_at IS NULL OR y.closed_at >= $2)";
    archived(conn, &format!("EXISTS ({leads}) AND NOT EXISTS ({younger})"), before, most)
}

/// Orders archived and closed before a moment, some of whose files are still
/// there.
pub(crate) fn attachments_to_erase(conn: &mut Conn, before: Moment, most: usize) -> Result<Vec<OrderId>> {
    let of_order = "SELECT 1 FROM attachments AS f WHERE f.order_id = o.id AND f.erased_at IS NULL";
    archived(conn, &format!("EXISTS ({of_order})"), before, most)
}

fn archived(conn: &mut Conn, which: &str, before: Moment, most: usize) -> Result<Vec<OrderId>> {
    let sql = format!(
        // Nearly all orders are archived: those that were closed first are looked at alone.
        "SELECT o.id FROM orders AS o WHERE o.stage || '' = $1 AND o.closed_at < $2 AND {which} \
         ORDER BY o.closed_at, o.id LIMIT $3"
    );
    let values: [Value; 3] = [Value::code(Stage::Archived.code()), before.into(), most.into()];
    conn.query(&sql, &values)?.iter().map(|row| row.int(0).map(OrderId)).collect()
}

/// What is kept only for a while: a table, the column that names a row, and
/// the moment from which on it is kept.
pub(crate) struct Kept {
    table: &'static str,
    name: &'static str,
    since: &'static str,
}

pub(crate) const LOOKS: Kept = Kept { table: "looks", name: "id", since: "at" };
pub(crate) const SESSIONS: Kept = Kept { table: "sessions", name: "id", since: "ends_at" };
/// What an operator was doing.
pub(crate) const STATES: Kept = Kept { table: "operator_states", name: "id", since: "since" };
pub(crate) const LOGIN_FAILURES: Kept = Kept { table: "login_failures", name: "login", since: "since" };
pub(crate) const REQUESTS: Kept = Kept { table: "requests", name: "key", since: "at" };
pub(crate) const CALLS: Kept = Kept { table: "calls", name: "id", since: "changed_at" };
pub(crate) const LETTERS: Kept = Kept { table: "hook_letters", name: "id", since: "at" };
/// Only a job that is done has the moment.
pub(crate) const JOBS: Kept = Kept { table: "jobs", name: "id", since: "done_at" };

/// Removes at most so many rows that are kept since before a moment; how many
/// it were.
pub(crate) fn purge(conn: &mut Conn, kept: &Kept, before: Moment, most: usize) -> Result<u64> {
    let Kept { table, name, since } = kept;
    let sql = format!(
        "DELETE FROM {table} WHERE {name} IN \
         (SELECT {name} FROM {table} WHERE {since} < $1 ORDER BY {since} LIMIT $2)"
    );
    conn.execute(&sql, &[before.into(), most.into()])
}

/// Removes what belongs to calls that are no longer there.
pub(crate) fn purge_events(conn: &mut Conn) -> Result<()> {
    for table in ["call_events", "call_endings"] {
        let sql =
            format!("DELETE FROM {table} WHERE NOT EXISTS (SELECT 1 FROM calls WHERE calls.id = call_id)");
        conn.execute(&sql, &[])?;
    }
    Ok(())
}
