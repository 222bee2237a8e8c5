//! Finding what is alike, within a few milliseconds at a million orders: every
//! set of candidates is bounded.

use std::collections::{BTreeSet, HashMap, HashSet};

use domain::Moment;
use domain::ids::{OrderId, PlaceCode};
use domain::order::Ending;
use schemars::JsonSchema;
use serde::Serialize;
use store::{Filter, Listed, Sort, Store, WordHits};

use crate::problem::Problem;

/// So many words of what is told are looked up, and so many of the newest
/// orders of each.
const WORDS: usize = 14;
const NEWEST: usize = 64;

/// So many of the newest orders of a place are looked at.
const OF_A_PLACE: usize = 40;

/// So many candidates are read.
const READ: usize = 60;

/// An order that was closed longer ago is another matter: so many days.
const CLOSED_DAYS: i64 = 30;

/// A word that stands in a greater share of the orders tells nothing.
const FREQUENT: f64 = 0.2;

/// What is told.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    /// The story.
    pub story: String,
    /// Where; empty when it is not known.
    pub place: String,
    /// About what; likewise.
    pub matter: String,
    /// Who tells it; likewise.
    pub phone: String,
}

/// Why an order may be about the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "snake_case")]
#[schemars(rename = "LikenessReason")]
pub(crate) enum Reason {
    /// The same telephone number brought it.
    SameCaller,
    /// It is in the same town or street.
    SamePlace,
    /// It is of the same matter.
    SameMatter,
    /// Both have these words, and few others do.
    SharedWords {
        /// The rarest first.
        words: Vec<String>,
    },
}

/// An order that may be about the same.
#[derive(Debug)]
pub(crate) struct Alike {
    /// The order.
    pub order: Listed,
    /// Why.
    pub reasons: Vec<Reason>,
    likeness: f64,
}

/// The orders that may be about the same, the likeliest first, at most so
/// many. Only those that pass the filter, open or lately closed.
pub(crate) fn alike(
    store: &Store,
    asked: &Asked,
    filter: &Filter,
    now: Moment,
    most: usize,
) -> Result<Vec<Alike>, Problem> {
    let hits = telling(store.newest_with(&words(&asked.story), NEWEST)?);
    let town = town(store, &asked.place)?;
    let callers = callers(store, &asked.phone)?;
    let candidates = candidates(store, &hits, town.as_deref(), &callers, filter)?;
    let since = now.plus_minutes(-CLOSED_DAYS * 24 * 60);
    let listed = store.listed(&candidates, filter)?;
    let listed = listed.into_iter().filter(|order| {
        order.outcome != Some(Ending::Merged) && order.closed_at.is_none_or(|closed| closed >= since)
    });
    let told = store.told(&candidates)?;
    let judge = Judge { asked, hits: &hits, town, callers: &callers };
    let mut alike: Vec<Alike> = listed
        .filter_map(|order| {
            let words = told.get(&order.id).map(|text| text::words(text)).unwrap_or_default();
            judge.look_at(order, &words.into_iter().collect())
        })
        .collect();
    alike.sort_by(|one, other| {
        other.likeness.total_cmp(&one.likeness).then(other.order.id.cmp(&one.order.id))
    });
    alike.truncate(most);
    Ok(alike)
}

/// The words to look for: the longer a word, the more it tells.
fn words(story: &str) -> Vec<String> {
    let distinct: BTreeSet<String> = text::words(story).into_iter().collect();
    let mut words: Vec<String> = distinct.into_iter().filter(|word| word.chars().count() > 1).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words.truncate(WORDS);
    words
}

fn telling(hits: Vec<WordHits>) -> Vec<WordHits> {
    // Where there are few orders at all, each word stands in many of them.
    let few = hits.iter().all(|hit| hit.orders.len() < NEWEST);
    hits.into_iter().filter(|hit| few || hit.share <= FREQUENT).collect()
}

/// The town or street in which a place lies, or the place itself.
fn town(store: &Store, place: &str) -> Result<Option<String>, Problem> {
    if place.is_empty() {
        return Ok(None);
    }
    let places = store.places()?;
    let find = |code: &str| places.iter().find(|known| known.code == code);
    let mut found = find(place);
    while let Some(inner) = found.filter(|known| known.level > TOWN) {
        found = find(&inner.parent);
    }
    Ok(Some(found.map_or_else(|| place.to_owned(), |town| town.code.clone())))
}

/// The depth of towns and streets among places.
const TOWN: i64 = 3;

/// The orders that a number brought.
fn callers(store: &Store, phone: &str) -> Result<HashSet<OrderId>, Problem> {
    let mut orders = HashSet::new();
    if phone.is_empty() {
        return Ok(orders);
    }
    for citizen in store.citizens_by_phone(phone)?.into_iter().take(3) {
        orders.extend(store.orders_of(citizen, 20)?.into_iter().map(|order| order.id));
    }
    Ok(orders)
}

/// What is worth reading: what shares the rarest words, the caller's own, and
/// the newest of the place.
fn candidates(
    store: &Store,
    hits: &[WordHits],
    town: Option<&str>,
    callers: &HashSet<OrderId>,
    filter: &Filter,
) -> Result<Vec<OrderId>, Problem> {
    let mut weights: HashMap<OrderId, f64> = HashMap::new();
    for hit in hits {
        for order in &hit.orders {
            *weights.entry(*order).or_default() += weight(hit.share);
        }
    }
    for order in callers {
        *weights.entry(*order).or_default() += 5.0;
    }
    if let Some(town) = town {
        let here = Filter { places: vec![PlaceCode::from(town)], open: Some(true), ..filter.clone() };
        for order in store.list(&here, Sort::Newest, None, OF_A_PLACE)?.orders {
            *weights.entry(order.id).or_default() += 3.0;
        }
    }
    let mut ranked: Vec<(OrderId, f64)> = weights.into_iter().collect();
    ranked.sort_by(|one, other| other.1.total_cmp(&one.1).then(other.0.cmp(&one.0)));
    Ok(ranked.into_iter().take(READ).map(|(order, _)| order).collect())
}

/// What a word weighs that stands in such a share of the orders.
fn weight(share: f64) -> f64 {
    // Never nothing: in a small store every word is frequent.
    (-share.ln()).max(0.1)
}

struct Judge<'a> {
    asked: &'a Asked,
    hits: &'a [WordHits],
    town: Option<String>,
    callers: &'a HashSet<OrderId>,
}

impl Judge<'_> {
    /// How like an order is, and why; none when it is not.
    fn look_at(&self, order: Listed, words: &HashSet<String>) -> Option<Alike> {
        let all: f64 = self.hits.iter().map(|hit| weight(hit.share)).sum();
        let mut shared: Vec<&WordHits> = self.hits.iter().filter(|hit| words.contains(&hit.word)).collect();
        shared.sort_by(|one, other| one.share.total_cmp(&other.share));
        let both: f64 = shared.iter().map(|hit| weight(hit.share)).sum();
        let words = if all > 0.0 { both / all } else { 0.0 };
        let place = self.town.as_ref().is_some_and(|town| order.place.as_str().starts_with(town.as_str()));
        let matter = !self.asked.matter.is_empty() && order.matter.as_str() == self.asked.matter;
        let caller = self.callers.contains(&order.id);
        // The same words elsewhere are another lamp; the same place with other
        // words is another matter.
        let likely = match (place, caller) {
            (true, _) => words >= 0.3 || (matter && words >= 0.15),
            (false, true) => words >= 0.25 || matter,
            (false, false) => words >= 0.6,
        };
        if !likely {
            return None;
        }
        let mut reasons = Vec::new();
        let said = [(caller, Reason::SameCaller), (place, Reason::SamePlace), (matter, Reason::SameMatter)];
        reasons.extend(said.into_iter().filter(|(holds, _)| *holds).map(|(_, reason)| reason));
        if !shared.is_empty() {
            let words = shared.iter().take(5).map(|hit| hit.word.clone()).collect();
            reasons.push(Reason::SharedWords { words });
        }
        let truth = |holds: bool| f64::from(u8::from(holds));
        let likeness = 3.0 * words + truth(place) + truth(matter) + truth(caller);
        Some(Alike { order, reasons, likeness })
    }
}
