//! Reading.

use std::collections::{HashMap, HashSet};

use domain::Entry;
use domain::directory::Volume;
use domain::ids::{CitizenId, OrderId};

use super::Store;
use crate::attachments::{self, Attachment};
use crate::citizens::{self, Identity};
use crate::engine::Conn;
use crate::error::Result;
use crate::imports::{self, Imported};
use crate::journal::{self, Loaded};
use crate::orders::{self, Cursor, Filter, Listed, Page, Sort};
use crate::past::{self, PastOrder};
use crate::seals::{self, Receipt, Seal};
use crate::search::{self, Hits, SearchedText, WordHits};
use crate::signatures::{self, Signature};

impl Store {
    /// An order, folded from its journal; none when there is no such order.
    pub fn order(&self, id: OrderId) -> Result<Option<Loaded>> {
        self.read(|conn| journal::load(conn, id))
    }

    /// An order as this process last committed it; none when it did not, or
    /// not lately. It may be out of date where other processes act, too: then
    /// a commit against it meets [`Conflict`](crate::StoreError::Conflict).
    pub fn recent(&self, id: OrderId) -> Option<Loaded> {
        self.shared.recent.get(id)
    }

    /// The order with a number.
    pub fn by_number(&self, number: &str) -> Result<Option<Loaded>> {
        self.read(|conn| match orders::by_number(conn, number)? {
            Some(id) => journal::load(conn, id),
            None => Ok(None),
        })
    }

    /// The journal of an order, oldest entry first.
    pub fn history(&self, id: OrderId) -> Result<Vec<Entry>> {
        let history = self.read(|conn| journal::history(conn, id))?;
        Ok(history.into_iter().map(|(entry, _)| entry).collect())
    }

    /// Everything that there is of an order, read at one moment: the order,
    /// its journal, its texts and its signatures; none when there is no such order.
    pub fn file(&self, id: OrderId) -> Result<Option<OrderFile>> {
        self.read(|conn| {
            let history = journal::history(conn, id)?;
            let Some(loaded) = journal::fold(id, &history)? else { return Ok(None) };
            let history = history.into_iter().map(|(entry, _)| entry).collect();
            let (texts, signatures) = (texts(conn, id)?, signatures::of_order(conn, id)?);
            Ok(Some(OrderFile { loaded, history, texts, signatures }))
        })
    }

    /// The next past orders behind one, for a replay of the directory; from the
    /// first on when none is named.
    pub fn past_orders(&self, after: Option<OrderId>, limit: usize) -> Result<Vec<PastOrder>> {
        self.read(|conn| past::orders(conn, after.map_or(i64::MIN, |id| id.0), limit))
    }

    /// How many orders there were of each matter at each place.
    pub fn order_volumes(&self) -> Result<Vec<Volume>> {
        self.read(past::volumes)
    }

    /// The texts that lie with an order, by hash; none for one that was
    /// erased. Those of an appeal that a merge brought lie with the order
    /// that it came [from](domain::order::Appeal::from).
    pub fn texts(&self, id: OrderId) -> Result<HashMap<String, Option<String>>> {
        self.read(|conn| texts(conn, id))
    }

    /// One page of the orders that pass a filter.
    pub fn list(&self, filter: &Filter, sort: Sort, after: Option<Cursor>, limit: usize) -> Result<Page> {
        self.read(|conn| orders::list(conn, filter, sort, after, limit))
    }

    /// How many orders pass a filter.
    pub fn count(&self, filter: &Filter) -> Result<u64> {
        self.read(|conn| orders::count(conn, filter, None))
    }

    /// How many orders pass a filter, without counting beyond a number.
    pub fn count_up_to(&self, filter: &Filter, most: u64) -> Result<u64> {
        self.read(|conn| orders::count(conn, filter, Some(most)))
    }

    /// One page of the orders that pass a filter and of which one document
    /// has all the words of `query`, the newest first. `after` is the `next`
    /// of the page before.
    pub fn search(&self, query: &str, filter: &Filter, after: Option<i64>, limit: usize) -> Result<Hits> {
        self.read(|conn| search::search(conn, query, filter, after, limit))
    }

    /// The newest orders that have each of these words, at most so many of
    /// each, and how frequent the word is.
    pub fn newest_with(&self, words: &[String], most: usize) -> Result<Vec<WordHits>> {
        self.read(|conn| search::newest_with(conn, words, most))
    }

    /// Those of these orders that pass a filter, in no order.
    pub fn listed(&self, orders: &[OrderId], filter: &Filter) -> Result<Vec<Listed>> {
        let ids: Vec<i64> = orders.iter().map(|order| order.0).collect();
        self.read(|conn| orders::by_ids(conn, &ids, filter))
    }

    /// The texts of these orders that are searched; nothing of what was
    /// erased. They are in clear: whoever shows them masks them.
    pub fn searched_texts(&self, orders: &[OrderId]) -> Result<HashMap<OrderId, Vec<SearchedText>>> {
        let ids: Vec<i64> = orders.iter().map(|order| order.0).collect();
        self.read(|conn| search::bodies(conn, &ids))
    }

    /// What was brought with these orders: title, content and demand of each,
    /// one after the other; nothing of one that was erased.
    pub fn told(&self, orders: &[OrderId]) -> Result<HashMap<OrderId, String>> {
        let ids: Vec<i64> = orders.iter().map(|order| order.0).collect();
        self.read(|conn| search::told(conn, &ids))
    }

    /// Who a citizen is; none when there is no such citizen, or they were
    /// erased. Every look is to be logged by the caller.
    pub fn citizen(&self, id: CitizenId) -> Result<Option<Identity>> {
        self.read_sealed(|conn, ring| citizens::find(conn, ring, id))
    }

    /// The citizens with a telephone number, however it is written.
    pub fn citizens_by_phone(&self, phone: &str) -> Result<Vec<CitizenId>> {
        self.read(|conn| citizens::by_phone(conn, &self.ring(), phone))
    }

    /// The orders that carry an appeal of a citizen whose identity was not
    /// erased with them, newest first, at most so many.
    pub fn orders_of(&self, citizen: CitizenId, limit: usize) -> Result<Vec<Listed>> {
        self.read(|conn| orders::of_citizen(conn, citizen, limit))
    }

    /// Which of the keys of a source have been imported.
    pub fn known_keys(&self, source: &str, keys: &[&str]) -> Result<HashSet<String>> {
        self.read(|conn| imports::known_keys(conn, source, keys))
    }

    /// Imported orders with numbers above `after`, rising, at most so many.
    pub fn imported(&self, after: OrderId, most: usize) -> Result<Vec<Imported>> {
        self.read(|conn| imports::imported(conn, after, most))
    }

    /// How many orders were imported.
    pub fn imported_count(&self) -> Result<u64> {
        let row = self.read(|conn| conn.first("SELECT COUNT(*) FROM imports", &[]))?;
        row.map_or(Ok(0), |row| Ok(row.int(0)?.unsigned_abs()))
    }

    /// The attachments of an order, first come first.
    pub fn attachments(&self, order: OrderId) -> Result<Vec<Attachment>> {
        self.read_sealed(|conn, ring| attachments::of_order(conn, ring, order, None))
    }

    /// The attachment of an order with a hash.
    pub fn attachment(&self, order: OrderId, hash: &str) -> Result<Option<Attachment>> {
        let mut found =
            self.read_sealed(|conn, ring| attachments::of_order(conn, ring, order, Some(hash)))?;
        Ok(found.pop())
    }

    /// The signatures under those entries of an order that bind, oldest first.
    pub fn signatures(&self, order: OrderId) -> Result<Vec<Signature>> {
        self.read(|conn| signatures::of_order(conn, order))
    }

    /// Whether a signature was made with one of this store's keys, under the
    /// entry as it stands in the journal.
    pub fn check_signature(&self, order: OrderId, signature: &Signature) -> Result<bool> {
        self.read(|conn| signatures::check(conn, order, signature))
    }

    /// All seals, from the first.
    pub fn seals(&self) -> Result<Vec<Seal>> {
        self.read(seals::seals)
    }

    /// The citizen's receipt for an order; none when there is no such order.
    pub fn receipt(&self, order: OrderId) -> Result<Option<Receipt>> {
        self.read(|conn| seals::receipt(conn, self.ring().index(), order))
    }

    /// Whether a receipt is one of this store's, and still true.
    pub fn check_receipt(&self, receipt: &Receipt) -> Result<bool> {
        self.read(|conn| seals::check(conn, self.ring().index(), receipt))
    }
}

/// Everything that there is of an order.
#[derive(Debug, Clone)]
pub struct OrderFile {
    /// The order, folded from its journal.
    pub loaded: Loaded,
    /// Its journal, oldest entry first.
    pub history: Vec<Entry>,
    /// Its texts, as [`Store::texts`] gives them.
    pub texts: HashMap<String, Option<String>>,
    /// The signatures under those of its entries that bind, oldest first.
    pub signatures: Vec<Signature>,
}

fn texts(conn: &mut Conn, id: OrderId) -> Result<HashMap<String, Option<String>>> {
    let rows = conn.query("SELECT hash, body FROM texts WHERE order_id = $1", &[id.0.into()])?;
    rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.maybe_text(1)?.map(str::to_owned)))).collect()
}
