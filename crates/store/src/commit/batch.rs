//! A batch: commits that are written in one transaction.

use std::collections::{HashMap, HashSet, VecDeque};

use super::concerned::Sets;
use super::erase;
use super::prepare::{Prepared, WRITTEN};
use super::writer::Waiting;
use crate::engine::{Conn, Engine, Value};
use crate::error::{Result, StoreError};
use crate::figures::{self, Figures};
use crate::requests;
use crate::search;
use crate::table::{Meets, Table};

/// So many commits at most are written together …
pub(super) const MOST_COMMITS: usize = 512;

/// … and no further ones once there are so many rows.
const MANY_ROWS: usize = 20_000;

/// Takes from the front what can be written together. Two commits that claim
/// the same entry of the same order cannot: the second waits for the next
/// batch, and fails there if the first did not.
pub(super) fn take(waiting: &mut VecDeque<Waiting>) -> Vec<Waiting> {
    let mut batch = Vec::new();
    let mut claimed = HashSet::new();
    let mut rows = 0;
    while let Some(next) = waiting.front() {
        let claims = || next.prepared.entries.iter().map(|(order, before, _)| (*order, *before));
        if batch.len() == MOST_COMMITS || rows > MANY_ROWS || claims().any(|claim| claimed.contains(&claim)) {
            break;
        }
        claimed.extend(claims());
        rows += next.prepared.rows.iter().map(Vec::len).sum::<usize>();
        batch.extend(waiting.pop_front());
    }
    batch
}

/// Writes all commits of a batch, or none.
pub(super) fn write(conn: &mut Conn, batch: &[Waiting]) -> Result<()> {
    conn.transaction(|conn| {
        if conn.engine() == Engine::Sqlite {
            // FTS5 cannot replace a document by writing it.
            for document in batch.iter().flat_map(|waiting| &waiting.prepared.documents) {
                search::delete(conn, *document, document + 1)?;
            }
        }
        for (at, table) in WRITTEN.iter().enumerate() {
            let rows = batch.iter().flat_map(|waiting| &waiting.prepared.rows[at]);
            conn.write(table, &last_of_each(table, rows.collect()))?;
        }
        let mut sets = Sets::default();
        batch.iter().for_each(|waiting| sets.extend(&waiting.prepared.sets));
        sets.write(conn)?;
        // While figures are made anew, those of orders that are not reached
        // yet come with their block. Read after the journal was written to:
        // whoever makes them holds it.
        let counted = figures::counted_up_to(conn)?;
        let mut added = Figures::default();
        let all = batch.iter().flat_map(|waiting| &waiting.prepared.figures);
        all.filter(|(order, _)| order.0 < counted).for_each(|(_, figures)| added.extend(figures));
        added.write(conn)?;
        let erasures = batch.iter().flat_map(|waiting| &waiting.prepared.erasures);
        erasures.into_iter().try_for_each(|erasure| erase::erase(conn, erasure))
    })
}

/// Of rows with the same key the last one, where the later row replaces the
/// earlier: PostgreSQL refuses to replace a row twice in one statement.
fn last_of_each<'a>(table: &Table, rows: Vec<&'a Vec<Value>>) -> Vec<&'a Vec<Value>> {
    if rows.len() < 2 || !matches!(table.meets, Meets::Replace { .. }) {
        return rows;
    }
    let keys = table.key_positions();
    let mut last = HashMap::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        last.insert(keys.iter().map(|&key| &row[key]).collect::<Vec<_>>(), at);
    }
    if last.len() == rows.len() {
        return rows;
    }
    let kept: HashSet<usize> = last.into_values().collect();
    rows.into_iter().enumerate().filter(|(at, _)| kept.contains(at)).map(|(_, row)| row).collect()
}

/// Whether a commit was written: whether its entries stand in the journal.
/// None when it has no entry and answers no request: nothing tells.
pub(super) fn is_written(conn: &mut Conn, prepared: &Prepared) -> Result<Option<bool>> {
    if prepared.entries.is_empty() {
        let asked = !prepared.requests.is_empty();
        return Ok(if asked { Some(find_taken(conn, prepared)?.is_some()) } else { None });
    }
    for (order, before, hash) in &prepared.entries {
        let sql = "SELECT hash FROM journal WHERE order_id = $1 AND seq = $2";
        let row = conn.first(sql, &[order.0.into(), (before + 1).into()])?;
        if row.is_none_or(|row| row.hash(0).is_ok_and(|found| found != *hash)) {
            return Ok(Some(false));
        }
    }
    Ok(Some(true))
}

/// The request of a commit that has been answered already, if there is one.
pub(super) fn find_taken(conn: &mut Conn, prepared: &Prepared) -> Result<Option<StoreError>> {
    for key in &prepared.requests {
        if requests::find(conn, key)?.is_some() {
            return Ok(Some(StoreError::Taken("a request with this key has been answered".into())));
        }
    }
    Ok(None)
}

/// The entry of a commit whose place in the journal is taken, if there is
/// one.
pub(super) fn find_conflict(conn: &mut Conn, prepared: &Prepared) -> Result<Option<StoreError>> {
    for &(order, expected, _) in &prepared.entries {
        let sql = "SELECT seq FROM journal WHERE order_id = $1 AND seq = $2";
        if conn.first(sql, &[order.0.into(), (expected + 1).into()])?.is_some() {
            return Ok(Some(StoreError::Conflict { order, expected }));
        }
    }
    Ok(None)
}
