//! What is searched: one document for each order and kind of text.

use std::collections::{BTreeMap, BTreeSet};

use domain::Event;
use domain::ids::OrderId;
use domain::text_ref::TextRef;

use super::{postgres, sqlite};
use crate::engine::{Conn, Engine, Row, Value};
use crate::error::Result;
use crate::schema;

/// Words of one document are dropped beyond so many bytes: PostgreSQL takes
/// no more than a megabyte, marks included.
const MOST_BYTES: usize = 512 << 10;

/// A word of every paper of a dispute, and of nothing else: words that are cut
/// from a text never begin with a hyphen.
pub(super) const RULING: &str = "-ruling";

/// So many documents are worth a second thread.
const MANY: usize = 32;

/// Which of an order's texts a document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocKind {
    /// What was brought: title, content, demand and address.
    Appeal = 0,
    /// What was answered to the citizen.
    Reply = 1,
    /// What was added on the way: supplements and explanations.
    Supplement = 2,
    /// 争议案卷: what was asked, found and ruled in a dispute.
    Ruling = 3,
}

impl DocKind {
    pub(crate) const ALL: [DocKind; 4] =
        [DocKind::Appeal, DocKind::Reply, DocKind::Supplement, DocKind::Ruling];

    /// The stable text form, as it stands in `texts.kind`.
    pub fn code(self) -> &'static str {
        match self {
            DocKind::Appeal => "appeal",
            DocKind::Reply => "reply",
            DocKind::Supplement => "supplement",
            DocKind::Ruling => "ruling",
        }
    }

    /// That of a code; none for what is not searched.
    pub(crate) fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The number of an order's document of this kind: newer orders have
    /// higher ones.
    pub(crate) fn doc_id(self, order: OrderId) -> i64 {
        order.0 * 8 + self as i64
    }
}

/// A document, not yet cut.
pub(crate) struct Document {
    pub order: OrderId,
    pub kind: DocKind,
    pub text: String,
}

/// The texts of an act that are searched: kind and hash. Those that a merge
/// brought are found on the order to which they came first.
pub(crate) fn searched(events: &[Event]) -> impl Iterator<Item = (DocKind, &str)> {
    events.iter().flat_map(|event| {
        let (kind, texts): (_, Vec<&TextRef>) = match event {
            Event::Registered { appeal, .. } => {
                let told = [&appeal.title, &appeal.content].into_iter();
                (DocKind::Appeal, told.chain(&appeal.demand).chain(&appeal.address).collect())
            }
            Event::Replied { reply } => (DocKind::Reply, vec![&reply.public]),
            Event::AnsweredAtOnce { answer } => (DocKind::Reply, vec![answer]),
            Event::Supplemented { text } | Event::Explained { text } => (DocKind::Supplement, vec![text]),
            Event::DisputeOpened { dispute } => (DocKind::Ruling, dispute.question.iter().collect()),
            Event::FactsEstablished { text, ownership, .. } => {
                (DocKind::Ruling, [text].into_iter().chain(ownership).collect())
            }
            Event::ClaimStated { basis, counter, .. } => {
                (DocKind::Ruling, [basis].into_iter().chain(counter).collect())
            }
            Event::MinutesRecorded { text, .. } => (DocKind::Ruling, vec![text]),
            Event::Ruled { ruling } => (DocKind::Ruling, vec![&ruling.reasons]),
            _ => (DocKind::Appeal, Vec::new()),
        };
        texts.into_iter().map(move |text| (kind, text.hash.as_str()))
    })
}

/// The texts of a kind that an order has already, one after the other.
pub(crate) fn earlier_texts(conn: &mut Conn, order: OrderId, kind: DocKind) -> Result<String> {
    let sql = "SELECT body FROM texts WHERE order_id = $1 AND kind = $2 AND body IS NOT NULL";
    let mut all = String::new();
    for row in conn.query(sql, &[order.0.into(), kind.code().into()])? {
        all.push_str(row.text(0)?);
        all.push('\n');
    }
    Ok(all)
}

/// The rows of documents for [`schema::SEARCH`], cut into words; by two
/// threads when there are many.
pub(crate) fn cut(documents: Vec<Document>, engine: Engine) -> Vec<Vec<Value>> {
    let cut_some = |documents: &[Document]| -> Vec<Vec<Value>> {
        documents.iter().map(|document| row(document, engine)).collect()
    };
    if documents.len() < MANY {
        return cut_some(&documents);
    }
    let (left, right) = documents.split_at(documents.len() / 2);
    std::thread::scope(|scope| {
        let right = scope.spawn(|| cut_some(right));
        let mut rows = cut_some(left);
        rows.extend(right.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        rows
    })
}

fn row(document: &Document, engine: Engine) -> Vec<Value> {
    let doc_id = document.kind.doc_id(document.order);
    let mut words: BTreeSet<String> = BTreeSet::new();
    let mut bytes = 0;
    for word in text::words(&document.text) {
        bytes += word.len();
        if bytes > MOST_BYTES {
            break;
        }
        words.insert(word);
    }
    if document.kind == DocKind::Ruling {
        words.insert(RULING.to_owned());
    }
    let words = match engine {
        Engine::Sqlite => sqlite::document(&words),
        Engine::Postgres => postgres::document(doc_id, &words),
    };
    vec![doc_id.into(), words.into()]
}

/// Writes an order's documents anew from the texts that are left.
pub(crate) fn write_anew(conn: &mut Conn, order: OrderId) -> Result<()> {
    write_block(conn, order.0, order.0 + 1)
}

/// Writes the documents of the orders from `from` up to but without `to` anew
/// from the texts that are left.
pub(crate) fn write_block(conn: &mut Conn, from: i64, to: i64) -> Result<()> {
    delete(conn, from * 8, to * 8)?;
    let sql = "SELECT order_id, kind, body FROM texts \
               WHERE order_id >= $1 AND order_id < $2 AND kind <> '' AND body IS NOT NULL";
    let mut documents: BTreeMap<(i64, DocKind), String> = BTreeMap::new();
    for row in conn.query(sql, &[from.into(), to.into()])? {
        let document = documents.entry((row.int(0)?, kind(&row)?)).or_default();
        document.push_str(row.text(2)?);
        document.push('\n');
    }
    let documents =
        documents.into_iter().map(|((order, kind), text)| Document { order: OrderId(order), kind, text });
    let rows = cut(documents.collect(), conn.engine());
    conn.write(&schema::SEARCH, &rows)
}

/// Deletes the documents with these numbers, the last one excepted.
pub(crate) fn delete(conn: &mut Conn, from: i64, to: i64) -> Result<()> {
    let sql = match conn.engine() {
        Engine::Sqlite => "DELETE FROM search WHERE rowid >= $1 AND rowid < $2",
        Engine::Postgres => "DELETE FROM search WHERE doc_id >= $1 AND doc_id < $2",
    };
    conn.execute(sql, &[from.into(), to.into()]).map(|_| ())
}

fn kind(row: &Row) -> Result<DocKind> {
    let code = row.text(1)?;
    let kind = DocKind::ALL.into_iter().find(|kind| kind.code() == code);
    kind.ok_or_else(|| crate::engine::misshapen(format_args!("`{code}` is no kind of text")))
}
