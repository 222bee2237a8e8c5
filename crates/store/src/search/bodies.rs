//! The texts that are searched, read back for whoever found them.

use std::cmp::Reverse;
use std::collections::HashMap;

use domain::ids::OrderId;

use super::documents::DocKind;
use crate::engine::{Conn, Engine};
use crate::error::Result;

/// A text that is searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchedText {
    /// What it is.
    pub kind: DocKind,
    /// Its words.
    pub body: String,
}

/// The texts of orders that are searched, each order's by kind, the longest
/// of each first; nothing of what was erased.
pub(crate) fn bodies(conn: &mut Conn, orders: &[i64]) -> Result<HashMap<OrderId, Vec<SearchedText>>> {
    let mut found: HashMap<OrderId, Vec<SearchedText>> = HashMap::new();
    if orders.is_empty() {
        return Ok(found);
    }
    let joined = orders.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
    let numbers = match conn.engine() {
        Engine::Sqlite => "SELECT value AS id FROM json_each('[' || $1 || ']')",
        Engine::Postgres => "SELECT unnest(string_to_array($1, ',')::bigint[]) AS id",
    };
    let sql = format!(
        "SELECT t.order_id, t.kind, t.body FROM ({numbers}) AS few JOIN texts AS t ON t.order_id = few.id \
         WHERE t.kind <> '' AND t.body IS NOT NULL"
    );
    for row in conn.query(&sql, &[joined.into()])? {
        let Some(kind) = DocKind::of(row.text(1)?) else { continue };
        let body = row.text(2)?.to_owned();
        found.entry(OrderId(row.int(0)?)).or_default().push(SearchedText { kind, body });
    }
    // Long ones first: the title stands in every list anyway.
    found.values_mut().for_each(|texts| texts.sort_by_key(|text| (text.kind, Reverse(text.body.len()))));
    Ok(found)
}

/// What was brought with orders: title, content, demand and address of each.
pub(crate) fn told(conn: &mut Conn, orders: &[i64]) -> Result<HashMap<OrderId, String>> {
    let told = |texts: Vec<SearchedText>| -> String {
        let brought = texts.into_iter().filter(|text| text.kind == DocKind::Appeal);
        brought.flat_map(|text| [text.body, "\n".to_owned()]).collect()
    };
    Ok(bodies(conn, orders)?.into_iter().map(|(order, texts)| (order, told(texts))).collect())
}
