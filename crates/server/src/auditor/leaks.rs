//! 泄露溯源: something got out. From its watermark the session is found; from
//! a piece of its text the orders that hold it, and everybody who saw them.

use domain::Moment;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Filter, Listed, LookFilter, Store};

use super::looks::{OneLook, all};
use crate::access::Purpose;
use crate::call::Call;
use crate::log_in::{OneSession, shown};
use crate::problem::Problem;
use crate::route::Shown;

/// What got out, and why it is traced.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Leak {
    /// A piece of the text, as it was seen: masked places may stand as `*`.
    #[serde(default)]
    excerpt: String,
    /// The mark on the screen or in the file.
    #[serde(default)]
    watermark: String,
    /// Seen at this moment or later.
    from: Option<Moment>,
    /// Seen before this moment.
    to: Option<Moment>,
    /// On whose order or complaint it is traced.
    reason: String,
}

/// Who saw it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Trace {
    /// The orders of which a text holds the excerpt.
    orders: Vec<String>,
    /// Every look at one of them, newest first.
    looks: Vec<OneLook>,
    /// The sessions that bore the watermark.
    sessions: Vec<OneSession>,
}

/// So many orders and looks are traced at most.
const MOST_ORDERS: usize = 20;
const MOST_LOOKS: usize = 1_000;

/// The shortest piece that is looked for, in characters.
const SHORTEST: usize = 4;

pub(super) fn trace(call: &Call, said: Leak) -> Result<Shown<Trace>, Problem> {
    let pieces: Vec<&str> =
        said.excerpt.split('*').map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let longest = pieces.iter().map(|piece| piece.chars().count()).max().unwrap_or(0);
    if longest < SHORTEST && said.watermark.is_empty() {
        let why = format!("a piece of at least {SHORTEST} characters, or a watermark, is needed");
        return Err(Problem::bad_value("excerpt", why));
    }
    call.app.looks().clear(call, None, Vec::new(), Purpose::Search, &said.reason)?;
    call.app.looks().write();
    let store = call.app.store();
    let (mut orders, mut looks) = (Vec::new(), Vec::new());
    if longest >= SHORTEST {
        for hit in candidates(&store, &pieces)? {
            let texts = store.texts(hit.id)?;
            let holds = |body: &String| pieces.iter().all(|piece| body.contains(piece));
            if orders.len() == MOST_ORDERS || !texts.values().flatten().any(holds) {
                continue;
            }
            orders.push(hit.number);
            let filter =
                LookFilter { order: Some(hit.id), from: said.from, to: said.to, ..LookFilter::default() };
            looks.extend(store.looks(&filter, None, MOST_LOOKS)?.looks);
        }
    }
    looks.sort_by_key(|(id, _)| std::cmp::Reverse(*id));
    looks.dedup_by_key(|(id, _)| *id);
    let sessions = match said.watermark.trim() {
        "" => Vec::new(),
        mark => store.session_by_mark(mark)?,
    };
    Ok(Shown(Trace {
        orders,
        looks: all(&store, looks)?,
        sessions: sessions.into_iter().map(|session| shown(session, 0)).collect(),
    }))
}

/// So many clauses are looked for.
const MOST_CLAUSES: usize = 3;

/// Orders that may hold the pieces: those that are found by one of the longest
/// clauses. Figures are left out, for a masked one is not the one that was
/// written.
fn candidates(store: &Store, pieces: &[&str]) -> Result<Vec<Listed>, Problem> {
    let is_cut =
        |c: char| c.is_ascii_digit() || c.is_whitespace() || "，。；：！？、,.;:!?（）()".contains(c);
    let mut clauses: Vec<&str> =
        pieces.iter().flat_map(|piece| piece.split(is_cut)).filter(|clause| !clause.is_empty()).collect();
    clauses.sort_by_key(|clause| std::cmp::Reverse(clause.chars().count()));
    let mut found: Vec<Listed> = Vec::new();
    for clause in clauses.into_iter().take(MOST_CLAUSES) {
        let hits = store.search(clause, &Filter::default(), None, MOST_ORDERS * 5)?;
        for hit in hits.hits {
            if !found.iter().any(|known| known.id == hit.order.id) {
                found.push(hit.order);
            }
        }
    }
    Ok(found)
}
