//! The texts: each is the one that the journal refers to, or was erased by an
//! act that the journal has.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Entry, Event};

use super::Report;
use crate::blocks::{Block, Stored, rows};
use crate::engine::{Conn, Row};
use crate::error::Result;
use crate::text::{hash, referred};

/// The texts of a block by order and hash, and what was wanted but is not
/// among them.
pub(super) struct Texts {
    found: BTreeMap<(i64, String), Row>,
    missing: Vec<Missing>,
}

/// A text that an order refers to and does not have itself. It may lie with
/// the order from which a merge or a split brought it.
struct Missing {
    order: i64,
    hash: String,
    sources: BTreeSet<i64>,
}

impl Texts {
    pub fn read(conn: &mut Conn, block: Block) -> Result<Self> {
        let mut found = BTreeMap::new();
        for row in rows(conn, "order_id, hash, salt, body, erased_at", "texts", "order_id", block)? {
            found.insert((row.int(0)?, row.text(1)?.to_owned()), row);
        }
        Ok(Self { found, missing: Vec::new() })
    }

    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Takes an order's texts out, and looks at them.
    pub fn look_at(&mut self, entries: &[Stored], report: &mut Report) {
        let order = entries[0].order;
        let wanted: BTreeSet<&str> = entries.iter().flat_map(|stored| referred(&stored.body)).collect();
        // Few orders say either; only those are read again.
        let erased = erased(entries);
        for hash in wanted {
            match self.found.remove(&(order, hash.to_owned())) {
                Some(row) => {
                    if let Some(what) = fault(&row, erased.contains(hash)) {
                        report.fault("texts", order, format!("{hash} {what}"));
                    }
                }
                None => {
                    self.missing.push(Missing { order, hash: hash.to_owned(), sources: sources(entries) })
                }
            }
        }
    }

    /// What was not taken out belongs to nothing; what is missing is looked
    /// for where it may have come from.
    pub fn look_at_rest(&self, conn: &mut Conn, report: &mut Report) -> Result<()> {
        for (order, hash) in self.found.keys() {
            report.fault("texts", *order, format!("{hash} is not referred to"));
        }
        for missing in &self.missing {
            let sql = "SELECT hash FROM texts WHERE order_id = $1 AND hash = $2";
            let mut is_there = false;
            for source in &missing.sources {
                is_there |= conn.first(sql, &[(*source).into(), missing.hash.as_str().into()])?.is_some();
            }
            if !is_there {
                report.fault("texts", missing.order, format!("{} is missing", missing.hash));
            }
        }
        Ok(())
    }
}

fn fault(row: &Row, may_be_erased: bool) -> Option<&'static str> {
    let (salt, body, erased_at) = (row.maybe_blob(2).ok()?, row.maybe_text(3).ok()?, row.maybe_int(4).ok()?);
    match (salt, body, erased_at) {
        (None, None, Some(_)) if may_be_erased => None,
        (None, None, _) => Some("is gone, and no act of the journal erased it"),
        (Some(salt), Some(body), None) => {
            (row.text(1).ok()? != hash(salt, body)).then_some("is not the text that the journal refers to")
        }
        _ => Some("is half erased"),
    }
}

fn erased(entries: &[Stored]) -> BTreeSet<String> {
    let mut erased = BTreeSet::new();
    for event in events(entries, "{\"erased\":") {
        if let Event::Erased { texts, .. } = event {
            erased.extend(texts);
        }
    }
    erased
}

/// The orders from which an order has appeals, or with which it is linked.
fn sources(entries: &[Stored]) -> BTreeSet<i64> {
    let mut sources = BTreeSet::new();
    for event in events(entries, "") {
        match event {
            Event::Registered { appeal, links, .. } => {
                sources.extend(appeal.from);
                sources.extend(links.iter().filter_map(|link| link.order));
            }
            Event::TookIn { appeals } => sources.extend(appeals.iter().filter_map(|appeal| appeal.from)),
            Event::Linked { link } => sources.extend(link.order),
            _ => {}
        }
    }
    sources.into_iter().map(|order| order.0).collect()
}

/// The events of the entries in whose text `mark` stands.
fn events<'a>(entries: &'a [Stored], mark: &'a str) -> impl Iterator<Item = Event> + 'a {
    let marked = entries.iter().filter(move |stored| stored.body.contains(mark));
    marked
        .filter_map(|stored| serde_json::from_str::<Entry>(&stored.body).ok())
        .flat_map(|entry| entry.events)
}
