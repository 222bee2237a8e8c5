//! tsvector and GIN. GIN knows all documents of a word but not which are the
//! newest, and a frequent word has a great many. So each document also holds,
//! like words, the names of the blocks of document numbers that it lies in,
//! of four sizes. A search looks for the words together with the newest small
//! block first, and goes on with larger ones as long as it finds little: a
//! frequent word is done with the first, and a rare one has few documents
//! anywhere.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::find::Found;
use crate::engine::Conn;
use crate::error::Result;

/// The sizes of the blocks, as powers of two: from 512 orders to two million.
const SIZES: [u32; 4] = [12, 16, 20, 24];

/// A larger block is taken when about so many documents are to be expected in
/// it at most.
const EXPECTED: i64 = 512;

/// The planner would rather walk the primary key from its end than ask GIN,
/// because it does not know how rare words meet; it is not asked.
const SQL: &str = "
    WITH found AS MATERIALIZED (SELECT doc_id FROM search WHERE words @@ $1::text::tsquery)
    SELECT doc_id FROM found WHERE doc_id < $2 ORDER BY doc_id DESC LIMIT $3";

/// A document as it is written: the text form of a tsvector. Words have no
/// quotes or backslashes in them.
pub(super) fn document(doc_id: i64, words: &BTreeSet<String>) -> String {
    let mut all = String::new();
    for word in words {
        let _ = write!(all, "'{word}' ");
    }
    for (size, bits) in SIZES.iter().enumerate() {
        let _ = write!(all, "'{}' ", block(size, doc_id >> bits));
    }
    all
}

/// The newest documents below `below` with all the words, at most `most`.
pub(super) fn find(conn: &mut Conn, words: &BTreeSet<String>, below: i64, most: usize) -> Result<Found> {
    let words: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    let words = words.join(" & ");
    let mut documents = Vec::new();
    let mut below = below.min(newest(conn)? + 1);
    let mut size = 0;
    while below > 0 && documents.len() < most {
        // Beyond the largest blocks lies everything that is left.
        let Some(bits) = SIZES.get(size) else {
            add(conn, &mut documents, words, below, most)?;
            below = 0;
            break;
        };
        let number = (below - 1) >> bits;
        let found = add(conn, &mut documents, format!("{words} & '{}'", block(size, number)), below, most)?;
        let looked_at = below - (number << bits);
        below = number << bits;
        let next = SIZES.get(size + 1).map_or(below, |bits| 1 << bits);
        // A sliver of a block does not tell how frequent the words are.
        let tells = looked_at >= 1 << (bits - 3);
        if tells && (found + 1).saturating_mul(next) / looked_at <= EXPECTED {
            size += 1;
        }
    }
    let ended = below <= 0 && documents.len() < most;
    Ok(Found { documents, ended })
}

fn newest(conn: &mut Conn) -> Result<i64> {
    let row = conn.first("SELECT COALESCE(MAX(doc_id), 0) FROM search", &[])?;
    row.map_or(Ok(0), |row| row.int(0))
}

/// Adds what a query finds; how many documents that were.
fn add(conn: &mut Conn, documents: &mut Vec<i64>, query: String, below: i64, most: usize) -> Result<i64> {
    let left = most - documents.len();
    let rows = conn.query(SQL, &[query.into(), below.into(), left.into()])?;
    for row in &rows {
        documents.push(row.int(0)?);
    }
    Ok(rows.len() as i64)
}

/// The name of a block. A word never holds a colon.
fn block(size: usize, number: i64) -> String {
    format!("{size}:{number}")
}
