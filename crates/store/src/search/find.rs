//! Searching: the engine names documents, newest first; their orders are then
//! looked at through the filter.

use std::collections::{BTreeSet, HashMap};

use super::{postgres, sqlite};
use crate::engine::{Conn, Engine};
use crate::error::Result;
use crate::orders::{Filter, Listed, by_ids};

/// One search looks at no more than so many documents that the filter turns
/// away, and then gives what it has, with the place to go on from.
const MOST_LOOKED_AT: usize = 2048;

/// An order that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The order.
    pub order: Listed,
}

/// One page of a search, newest orders first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hits {
    /// What was found. A page may be shorter than asked for although there is
    /// more, when the filter turned much away.
    pub hits: Vec<Hit>,
    /// Where the next page begins; none when there is none.
    pub next: Option<i64>,
}

/// What an engine found: document numbers, falling, and whether there are no
/// further ones.
pub(super) struct Found {
    pub documents: Vec<i64>,
    pub ended: bool,
}

/// Orders of which one document has all the words of `query`, and that pass
/// the filter. `after` is the `next` of the page before.
pub(crate) fn search(
    conn: &mut Conn,
    query: &str,
    filter: &Filter,
    after: Option<i64>,
    limit: usize,
) -> Result<Hits> {
    let words: BTreeSet<String> = text::words(query).into_iter().collect();
    if words.is_empty() || limit == 0 {
        return Ok(Hits::default());
    }
    let mut hits = Vec::with_capacity(limit);
    let mut below = after.unwrap_or(i64::MAX);
    let mut most = if filter.turns_few_away() { limit + 8 } else { 256.max(limit) };
    let mut looked_at = 0;
    loop {
        let found = match conn.engine() {
            Engine::Sqlite => sqlite::find(conn, &words, below, most)?,
            Engine::Postgres => postgres::find(conn, &words, below, most)?,
        };
        looked_at += found.documents.len();
        let mut orders: Vec<i64> = found.documents.iter().map(|document| document / 8).collect();
        orders.dedup();
        let mut listed: HashMap<i64, Listed> =
            by_ids(conn, &orders, filter)?.into_iter().map(|order| (order.id.0, order)).collect();
        for order in orders {
            // Further documents of the same order would only repeat it.
            below = order * 8;
            if let Some(order) = listed.remove(&order) {
                hits.push(Hit { order });
                if hits.len() == limit {
                    return Ok(Hits { hits, next: Some(below) });
                }
            }
        }
        if found.ended {
            return Ok(Hits { hits, next: None });
        }
        if looked_at >= MOST_LOOKED_AT {
            return Ok(Hits { hits, next: Some(below) });
        }
        most = (most * 4).min(1024);
    }
}
