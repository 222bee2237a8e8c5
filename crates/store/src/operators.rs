//! An operator's day: what they were doing, their calls, and the calls that
//! they had to end.

use domain::Moment;

use crate::calls::{self, Call};
use crate::engine::{Conn, Row, Value};
use crate::error::Result;
use crate::schema;

/// What an operator was doing for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperatorState {
    /// The state.
    pub state: String,
    /// From when.
    pub since: Moment,
    /// Until when; none while it lasts.
    pub until: Option<Moment>,
}

/// A call that was ended because its operator was harassed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallEnding {
    /// The call.
    pub call: i64,
    /// Who ended it.
    pub login: String,
    /// Why: a code.
    pub reason: String,
    /// The steps of the script that were said, in order.
    pub steps: Vec<String>,
    /// When.
    pub at: Moment,
}

/// Begins a state; the one before ends. The same one goes on.
pub(crate) fn set_state(conn: &mut Conn, login: &str, state: &str, at: Moment) -> Result<()> {
    let sql =
        "SELECT state FROM operator_states WHERE login = $1 AND ended_at IS NULL ORDER BY id DESC LIMIT 1";
    if conn.first(sql, &[login.into()])?.is_some_and(|row| row.text(0).is_ok_and(|known| known == state)) {
        return Ok(());
    }
    let sql = "UPDATE operator_states SET ended_at = $2 WHERE login = $1 AND ended_at IS NULL";
    conn.execute(sql, &[login.into(), at.into()])?;
    let sql = "INSERT INTO operator_states (login, state, since) VALUES ($1, $2, $3)";
    conn.execute(sql, &[login.into(), state.into(), at.into()]).map(|_| ())
}

/// The states of an operator that lasted at a moment or began later, oldest
/// first.
pub(crate) fn states(conn: &mut Conn, login: &str, from: Moment) -> Result<Vec<OperatorState>> {
    let sql = "SELECT state, since, ended_at FROM operator_states \
               WHERE login = $1 AND (ended_at IS NULL OR ended_at > $2) ORDER BY since, id";
    let read = |row: &Row| {
        Ok(OperatorState {
            state: row.text(0)?.to_owned(),
            since: Moment(row.int(1)?),
            until: row.maybe_int(2)?.map(Moment),
        })
    };
    conn.query(sql, &[login.into(), from.into()])?.iter().map(read).collect()
}

/// The call that rings at somebody's telephone, or that they talk on, if it
/// began after a moment.
pub(crate) fn current_call(conn: &mut Conn, login: &str, after: Moment) -> Result<Option<Call>> {
    let sql = "WHERE c.login = $1 AND c.started_at > $2 AND c.ended_at IS NULL AND c.state IN ('ringing', 'answered') \
               ORDER BY c.started_at DESC, c.id DESC LIMIT 1";
    Ok(calls::find(conn, sql, &[login.into(), after.into()])?.pop())
}

/// The calls of somebody since a moment, oldest first.
pub(crate) fn calls_since(conn: &mut Conn, login: &str, from: Moment) -> Result<Vec<Call>> {
    let sql = "WHERE c.login = $1 AND c.started_at >= $2 ORDER BY c.started_at, c.id";
    calls::find(conn, sql, &[login.into(), from.into()])
}

/// How often somebody performed each act of the desk since a moment.
pub(crate) fn acts_since(conn: &mut Conn, login: &str, from: Moment) -> Result<Vec<(String, u64)>> {
    // The condition is that of the index.
    let sql = "SELECT act, COUNT(*) FROM journal WHERE actor = $1 AND at >= $2 \
               AND act IN ('register', 'accept', 'answer_at_once', 'refuse', 'transfer') GROUP BY act ORDER BY act";
    let rows = conn.query(sql, &[login.into(), from.into()])?;
    rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.int(1)?.unsigned_abs()))).collect()
}

/// Notes that a call was ended; the first word of it stays.
pub(crate) fn note_ending(conn: &mut Conn, ending: &CallEnding) -> Result<()> {
    let row: Vec<Value> = vec![
        ending.call.into(),
        ending.login.as_str().into(),
        ending.reason.as_str().into(),
        ending.steps.join(",").into(),
        ending.at.into(),
    ];
    conn.write(&schema::CALL_ENDINGS, &[row])
}

/// The endings since a moment of calls from the number of a call, newest
/// first. A number that was erased with its citizen leads to none.
pub(crate) fn endings_of_caller(conn: &mut Conn, call: i64, from: Moment) -> Result<Vec<CallEnding>> {
    let sql = "SELECT e.call_id, e.login, e.reason, e.steps, e.at FROM calls AS c \
               JOIN calls AS o ON o.phone_hash = c.phone_hash \
               JOIN call_endings AS e ON e.call_id = o.id \
               WHERE c.id = $1 AND c.phone_hash IS NOT NULL AND e.at >= $2 ORDER BY e.at DESC";
    let read = |row: &Row| {
        Ok(CallEnding {
            call: row.int(0)?,
            login: row.text(1)?.to_owned(),
            reason: row.text(2)?.to_owned(),
            steps: row.text(3)?.split(',').filter(|step| !step.is_empty()).map(str::to_owned).collect(),
            at: Moment(row.int(4)?),
        })
    };
    conn.query(sql, &[call.into(), from.into()])?.iter().map(read).collect()
}
