//! Dead letters: what a hook could not be told, kept to be delivered again.

use domain::Moment;

use crate::engine::{Conn, Row, Value};
use crate::error::Result;
use crate::hooks;

/// What a hook could not be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HookLetter {
    /// Its number.
    pub id: i64,
    /// The hook.
    pub hook: String,
    /// The position of the entry in the journal.
    pub pos: i64,
    /// When it was given up.
    pub at: Moment,
    /// After how many attempts.
    pub attempts: u32,
    /// Why the last one failed.
    pub error: String,
    /// When it was delivered after all.
    pub redelivered_at: Option<Moment>,
}

const COLUMNS: &str = "id, hook, pos, at, attempts, error, redelivered_at";

/// Gives a letter up, and lets the hook go on behind it.
pub(crate) fn bury(
    conn: &mut Conn,
    hook: &str,
    pos: i64,
    attempts: u32,
    error: &str,
    at: Moment,
) -> Result<()> {
    let sql = "INSERT INTO hook_letters (hook, pos, at, attempts, error) VALUES ($1, $2, $3, $4, $5)";
    let values: [Value; 5] = [hook.into(), pos.into(), at.into(), attempts.into(), error.into()];
    conn.execute(sql, &values)?;
    hooks::advance(conn, hook, pos, at)
}

/// The letters of a hook, newest first, at most so many.
pub(crate) fn of_hook(conn: &mut Conn, hook: &str, limit: usize) -> Result<Vec<HookLetter>> {
    let sql = format!("SELECT {COLUMNS} FROM hook_letters WHERE hook = $1 ORDER BY id DESC LIMIT $2");
    conn.query(&sql, &[hook.into(), limit.into()])?.iter().map(read).collect()
}

/// How many letters were never delivered after all.
pub(crate) fn dead(conn: &mut Conn) -> Result<u64> {
    let sql = "SELECT COUNT(*) FROM hook_letters WHERE redelivered_at IS NULL";
    conn.first(sql, &[])?.map_or(Ok(0), |row| Ok(row.int(0)?.unsigned_abs()))
}

/// A letter by its number.
pub(crate) fn by_id(conn: &mut Conn, id: i64) -> Result<Option<HookLetter>> {
    let sql = format!("SELECT {COLUMNS} FROM hook_letters WHERE id = $1");
    conn.first(&sql, &[id.into()])?.as_ref().map(read).transpose()
}

/// Notes that a letter was delivered after all.
pub(crate) fn note_redelivered(conn: &mut Conn, id: i64, at: Moment) -> Result<()> {
    let sql = "UPDATE hook_letters SET redelivered_at = $2 WHERE id = $1";
    conn.execute(sql, &[id.into(), at.into()]).map(|_| ())
}

fn read(row: &Row) -> Result<HookLetter> {
    Ok(HookLetter {
        id: row.int(0)?,
        hook: row.text(1)?.to_owned(),
        pos: row.int(2)?,
        at: Moment(row.int(3)?),
        attempts: u32::try_from(row.int(4)?).unwrap_or(u32::MAX),
        error: row.text(5)?.to_owned(),
        redelivered_at: row.maybe_int(6)?.map(Moment),
    })
}
