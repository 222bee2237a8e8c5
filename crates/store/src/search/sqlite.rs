//! FTS5: it walks the documents of a word from the newest on by itself, so
//! that a frequent word costs no more than a rare one.

use std::collections::BTreeSet;

use super::find::Found;
use crate::engine::Conn;
use crate::error::Result;

/// A document as it is written.
pub(super) fn document(words: &BTreeSet<String>) -> String {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    words.join(" ")
}

/// The newest documents below `below` with all the words, at most `most`.
pub(super) fn find(conn: &mut Conn, words: &BTreeSet<String>, below: i64, most: usize) -> Result<Found> {
    let query: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    let sql = "SELECT rowid FROM search WHERE search MATCH $1 AND rowid < $2 ORDER BY rowid DESC LIMIT $3";
    let rows = conn.query(sql, &[query.join(" ").into(), below.into(), most.into()])?;
    let documents = rows.iter().map(|row| row.int(0)).collect::<Result<Vec<_>>>()?;
    let ended = documents.len() < most;
    Ok(Found { documents, ended })
}
