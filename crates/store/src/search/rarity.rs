//! How rare words are, without counting them: the newest documents of a
//! frequent word lie close together, those of a rare one far apart.

use std::collections::BTreeSet;

use domain::ids::OrderId;

use super::documents::RULING;
use super::{postgres, sqlite};
use crate::engine::{Conn, Engine};
use crate::error::Result;

/// What a word finds.
#[derive(Debug, Clone, PartialEq)]
pub struct WordHits {
    /// The word.
    pub word: String,
    /// The newest orders that have it, falling.
    pub orders: Vec<OrderId>,
    /// In about what share of the orders it stands: above 0, at most 1.
    pub share: f64,
}

/// The newest orders that have each of some words.
pub(crate) fn newest_with(conn: &mut Conn, words: &[String], most: usize) -> Result<Vec<WordHits>> {
    let newest =
        conn.first("SELECT COALESCE(MAX(id), 0) FROM orders", &[])?.map_or(Ok(0), |row| row.int(0))?;
    let hits = |word: &String| {
        let one = BTreeSet::from([word.clone()]);
        let found = match conn.engine() {
            Engine::Sqlite => sqlite::find(conn, &one, i64::MAX, most)?,
            Engine::Postgres => postgres::find(conn, &one, i64::MAX, most)?,
        };
        let mut orders: Vec<i64> = found.documents.iter().map(|document| document / 8).collect();
        orders.dedup();
        let oldest = if found.ended { 1 } else { orders.last().copied().unwrap_or(1) };
        let span = (newest - oldest + 1).max(1) as f64;
        let share = (orders.len().max(1) as f64 / span).min(1.0);
        Ok(WordHits { word: word.clone(), orders: orders.into_iter().map(OrderId).collect(), share })
    };
    words.iter().map(hits).collect()
}

/// The newest orders with a paper of a dispute that has a word, falling.
pub(crate) fn rulings_with(conn: &mut Conn, word: &str, most: usize) -> Result<Vec<i64>> {
    let both = BTreeSet::from([word.to_owned(), RULING.to_owned()]);
    let found = match conn.engine() {
        Engine::Sqlite => sqlite::find(conn, &both, i64::MAX, most)?,
        Engine::Postgres => postgres::find(conn, &both, i64::MAX, most)?,
    };
    Ok(found.documents.iter().map(|document| document / 8).collect())
}
