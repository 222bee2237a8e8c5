//! From changes to rows, in the caller's thread: folding, hashing, sealing
//! and cutting words cost far more than the writer's own work, and the writer
//! is one for all.

use std::collections::HashMap;

use domain::ids::OrderId;
use domain::{Event, Moment};
use jiff::tz::TimeZone;

use super::change::{Change, ImportRow};
use super::concerned::{Sets, appeal_rows, forgets};
use super::rows;
use crate::engine::{Engine, Pool, Value};
use crate::error::{Result, StoreError};
use crate::figures::Figures;
use crate::hash::{GENESIS, Hash, link};
use crate::journal::Loaded;
use crate::keys::Keyring;
use crate::looks::{self, Look};
use crate::requests::{self, RequestRow};
use crate::schema;
use crate::search::{DocKind, Document, cut, earlier_texts, searched};
use crate::table::Table;
use crate::{attachments, citizens, disputes, publications, signatures};

/// The tables that a commit writes, in this order.
pub(super) static WRITTEN: [&Table; 16] = [
    &schema::CITIZENS,
    &schema::TEXTS,
    &schema::JOURNAL,
    &schema::ORDERS,
    &schema::CLOCKS,
    &schema::PARTS,
    &schema::APPEALS,
    &schema::ATTACHMENTS,
    &schema::SIGNATURES,
    &schema::JOBS,
    &schema::IMPORTS,
    &schema::REQUESTS,
    &schema::LOOKS,
    &schema::SEARCH,
    &schema::PUBLICATIONS,
    &schema::DISPUTES,
];

const CITIZENS: usize = 0;
const TEXTS: usize = 1;
const JOURNAL: usize = 2;
const ORDERS: usize = 3;
const CLOCKS: usize = 4;
const PARTS: usize = 5;
const APPEALS: usize = 6;
const ATTACHMENTS: usize = 7;
const SIGNATURES: usize = 8;
const JOBS: usize = 9;
const IMPORTS: usize = 10;
const REQUESTS: usize = 11;
const LOOKS: usize = 12;
const SEARCH: usize = 13;
const PUBLICATIONS: usize = 14;
const DISPUTES: usize = 15;

/// A commit, ready to be written.
#[derive(Default)]
pub(crate) struct Prepared {
    /// For each of [`WRITTEN`], its rows.
    pub rows: [Vec<Vec<Value>>; 16],
    /// The entries: order, its version before, the hash.
    pub entries: Vec<(OrderId, u32, Hash)>,
    /// The numbers of documents that may be there already.
    pub documents: Vec<i64>,
    /// The keys of the requests that it answers.
    pub requests: Vec<String>,
    /// Who has to do with the orders from now on, and what they wait for.
    pub sets: Sets,
    /// What is to be counted, order by order.
    pub figures: Vec<(OrderId, Figures)>,
    /// What is to be erased.
    pub erasures: Vec<Erasure>,
}

impl Prepared {
    /// Looks, to be written together with whatever waits to be written.
    pub fn looks(looks: &[Look]) -> Self {
        let mut prepared = Self::default();
        prepared.rows[LOOKS] = looks.iter().map(looks::row).collect();
        prepared
    }

    /// A request that brought about no change of an order.
    pub fn request(request: RequestRow, at: Moment) -> Self {
        let mut prepared = Self::default();
        prepared.add_request(request, at);
        prepared
    }

    fn add_request(&mut self, request: RequestRow, at: Moment) {
        self.requests.push(request.key.clone());
        self.rows[REQUESTS].push(requests::row(request, at));
    }
}

/// Texts and identities to be erased.
pub(crate) struct Erasure {
    pub order: OrderId,
    pub at: Moment,
    pub texts: Vec<String>,
    pub citizens: Vec<i64>,
}

/// Prepares the changes of one commit. Changes of the same order must follow
/// each other as its versions do; the hash chain runs on through them.
pub(crate) fn prepare(
    changes: Vec<Change>,
    engine: Engine,
    pool: &Pool,
    ring: &Keyring,
    zone: TimeZone,
) -> Result<(Prepared, Vec<Loaded>)> {
    let mut work =
        Preparing { prepared: Prepared::default(), searched: HashMap::new(), heads: HashMap::new(), zone };
    let mut loaded = Vec::with_capacity(changes.len());
    for change in changes {
        loaded.push(work.add(change, pool, ring)?);
    }
    let mut prepared = work.prepared;
    let documents = work.searched.into_iter().map(|((order, kind), text)| Document { order, kind, text });
    prepared.rows[SEARCH] = cut(documents.collect(), engine);
    Ok((prepared, loaded))
}

struct Preparing {
    prepared: Prepared,
    /// What will be searched, by order and kind.
    searched: HashMap<(OrderId, DocKind), String>,
    /// The heads of the chains after the changes so far.
    heads: HashMap<OrderId, Hash>,
    /// By whose days it is counted.
    zone: TimeZone,
}

impl Preparing {
    fn add(&mut self, change: Change, pool: &Pool, ring: &Keyring) -> Result<Loaded> {
        check(&change)?;
        let head = self.add_entry(&change);
        self.add_searched(&change, pool)?;
        self.add_erasures(&change);

        let Change { before, after, entry, texts, citizens, attachments, jobs, import, request } = change;
        let before = before.map(|loaded| loaded.order);
        let mut figures = Figures::default();
        figures.note(before.as_ref(), &entry, &after, &self.zone);
        self.prepared.figures.push((entry.order, figures));
        self.prepared.sets.note(before.as_ref(), &after);
        if let Some(request) = request {
            self.prepared.add_request(request, entry.at);
        }
        let rows = &mut self.prepared.rows;
        rows[APPEALS].extend(match &before {
            _ if forgets(&entry) => appeal_rows(&after, 0, after.appeals.len()),
            before => appeal_rows(&after, before.as_ref().map_or(0, |order| order.appeals.len()), 0),
        });
        rows[PUBLICATIONS].extend(publications::changed(before.as_ref(), &after));
        rows[DISPUTES].extend(disputes::changed(before.as_ref(), &after));
        rows[ORDERS].push(rows::order_row(&after, &head));
        rows[CLOCKS].extend(rows::clock_rows(before.as_ref(), &after));
        rows[PARTS].extend(rows::part_rows(before.as_ref(), &after));
        for citizen in citizens {
            rows[CITIZENS].push(citizens::row(&citizen, ring, entry.at));
        }
        for attachment in attachments {
            rows[ATTACHMENTS].push(attachments::row(entry.order, attachment, ring, entry.at));
        }
        if signatures::binds(&entry.act) {
            rows[SIGNATURES].push(signatures::row(ring.sign(), entry.order, entry.seq, &head));
        }
        for text in texts {
            let kind = searched(&entry.events).find(|(_, hash)| *hash == text.hash).map(|(kind, _)| kind);
            rows[TEXTS].push(vec![
                entry.order.0.into(),
                text.hash.into(),
                Value::code(kind.map_or("", DocKind::code)),
                text.salt.as_slice().into(),
                text.body.into(),
                Value::Null,
            ]);
        }
        for job in jobs {
            rows[JOBS].push(vec![
                job.kind.into(),
                entry.order.0.into(),
                entry.seq.into(),
                job.target.into(),
                job.run_at.into(),
                job.payload.into(),
                0_i64.into(),
                Value::Null,
                Value::Null,
            ]);
        }
        if let Some(import) = import {
            let ImportRow { source, key, recorded } = import;
            rows[IMPORTS].push(vec![source.into(), key.into(), entry.order.0.into(), recorded.into()]);
        }
        Ok(Loaded { order: after, head })
    }

    fn add_entry(&mut self, change: &Change) -> Hash {
        let entry = &change.entry;
        let body = serde_json::to_string(entry).expect("entries hold nothing that JSON lacks");
        let actor = entry.by.person.as_str();
        let known = self.heads.get(&entry.order).copied();
        let before = known.or(change.before.as_ref().map(|loaded| loaded.head)).unwrap_or(GENESIS);
        let head = link(&before, entry.order, entry.seq, entry.at.0, &entry.act, actor, &body);
        self.heads.insert(entry.order, head);
        self.prepared.entries.push((entry.order, entry.seq - 1, head));
        self.prepared.rows[JOURNAL].push(vec![
            entry.order.0.into(),
            entry.seq.into(),
            entry.at.into(),
            entry.act.as_str().into(),
            actor.into(),
            body.into(),
            head.as_slice().into(),
        ]);
        head
    }

    /// A document holds all texts of its kind, so one that grows is written
    /// anew together with what it held before.
    fn add_searched(&mut self, change: &Change, pool: &Pool) -> Result<()> {
        for (kind, hash) in searched(&change.entry.events) {
            let Some(text) = change.texts.iter().find(|text| text.hash == hash) else { continue };
            let place = (change.entry.order, kind);
            if !self.searched.contains_key(&place) {
                let mut earlier = String::new();
                if change.before.is_some() {
                    earlier = pool.read(|conn| earlier_texts(conn, change.entry.order, kind))?;
                    self.prepared.documents.push(kind.doc_id(change.entry.order));
                }
                self.searched.insert(place, earlier);
            }
            if let Some(document) = self.searched.get_mut(&place) {
                document.push_str(&text.body);
                document.push('\n');
            }
        }
        Ok(())
    }

    fn add_erasures(&mut self, change: &Change) {
        for event in &change.entry.events {
            if let Event::Erased { texts, identities, .. } = event {
                let named =
                    change.after.appeals.iter().filter(|_| *identities).filter_map(|appeal| appeal.citizen);
                self.prepared.erasures.push(Erasure {
                    order: change.entry.order,
                    at: change.entry.at,
                    texts: texts.clone(),
                    citizens: named.map(|citizen| citizen.0).collect(),
                });
            }
        }
    }
}

/// A change must say of itself what is so; a gap in the versions would only
/// be found by `verify`.
fn check(change: &Change) -> Result<()> {
    let before = change.before.as_ref().map(|loaded| &loaded.order);
    let what =
        if change.entry.order != change.after.id || before.is_some_and(|order| order.id != change.after.id) {
            "entry and order are not of the same order"
        } else if change.entry.seq != before.map_or(0, |order| order.version) + 1 {
            "its entry does not follow the version that it was made against"
        } else if change.after.version != change.entry.seq {
            "the entry has not been applied to the order"
        } else {
            return Ok(());
        };
    Err(StoreError::BadChange { order: change.entry.order, what })
}
