//! Searches: by words in whatever order, by phrases word for word, with the
//! places where they stand.

use domain::ids::OrderId;
use schemars::JsonSchema;
use serde::Serialize;
use store::{DocKind, Listed, SearchedText};

use super::filter::WhichOrders;
use super::list::{OrderLine, not_a_place, shown, size};
use crate::access::{self, Purpose};
use crate::call::Call;
use crate::problem::Problem;
use crate::route::{Page, Shown};

/// The longest query.
const LONGEST_QUERY: usize = 200;

/// A snippet is so many characters wide.
const WIDTH: usize = 60;

/// Phrases turn away much of what their words find: so many pages are looked
/// through, and then what there is goes out with the place to go on from.
const MOST_PAGES: usize = 8;

/// What opens and closes a phrase.
const QUOTES: [(char, char); 4] = [('"', '"'), ('“', '”'), ('「', '」'), ('『', '』')];

/// Where something that was sought stands.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct Snippet {
    #[serde(rename = "in")]
    place: SnippetPlace,
    /// The text, masked, in pieces.
    pieces: Vec<SnippetPiece>,
}

/// In what it stands.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum SnippetPlace {
    /// 诉求
    Appeal,
    /// 答复
    Reply,
    /// 补充、说明
    Supplement,
    /// 争议卷宗
    Ruling,
}

/// A piece of a snippet.
#[derive(Debug, Clone, Serialize, JsonSchema)]
struct SnippetPiece {
    text: String,
    /// Whether it is what was sought.
    lit: bool,
}

pub(super) fn search(call: &Call, asked: WhichOrders) -> Result<Shown<Page<OrderLine>>, Problem> {
    let said = asked.q.as_deref().unwrap_or_default();
    if said.trim().is_empty() || said.chars().count() > LONGEST_QUERY {
        return Err(Problem::BadQuery {
            at: "q".to_owned(),
            why: format!("it has 1 to {LONGEST_QUERY} characters"),
        });
    }
    let phrases = phrases(said);
    let (orders, next) = find(call, &asked, said, &phrases)?;
    let mut sought = phrases;
    sought.extend(text::words(said));
    let ids: Vec<OrderId> = orders.iter().map(|order| order.id).collect();
    let mut page = shown(call, orders, next, Purpose::Search)?;
    if asked.snippets {
        let mut texts = access::searched_texts(call, &ids)?;
        for (line, id) in page.0.items.iter_mut().zip(&ids) {
            line.found = snippets(&texts.remove(id).unwrap_or_default(), &sought);
        }
    }
    Ok(page)
}

/// The orders that have all words, and each phrase in one of their texts.
fn find(
    call: &Call,
    asked: &WhichOrders,
    said: &str,
    phrases: &[String],
) -> Result<(Vec<Listed>, Option<String>), Problem> {
    let filter = asked.filter(call)?;
    let mut after: Option<i64> = match &asked.after {
        Some(place) => Some(place.parse().map_err(|_| not_a_place())?),
        None => None,
    };
    let store = call.app.store();
    let limit = size(asked.limit);
    let mut orders: Vec<Listed> = Vec::new();
    for _ in 0..MOST_PAGES {
        let hits = store.search(said, &filter, after, limit - orders.len())?;
        after = hits.next;
        let mut found: Vec<Listed> = hits.hits.into_iter().map(|hit| hit.order).collect();
        if !phrases.is_empty() {
            let texts = store.searched_texts(&found.iter().map(|order| order.id).collect::<Vec<_>>())?;
            let has = |phrase: &String, order: &Listed| {
                let mut bodies = texts.get(&order.id).into_iter().flatten();
                bodies.any(|text| text::has_phrase(&text.body, phrase))
            };
            found.retain(|order| phrases.iter().all(|phrase| has(phrase, order)));
        }
        orders.extend(found);
        if after.is_none() || orders.len() >= limit {
            break;
        }
    }
    Ok((orders, after.map(|after| after.to_string())))
}

/// What stands in quotation marks. An open one reaches to the end.
fn phrases(said: &str) -> Vec<String> {
    let mut phrases = Vec::new();
    let mut rest = said;
    while let Some((at, close)) = rest.char_indices().find_map(|(at, c)| {
        QUOTES.iter().find(|(open, _)| *open == c).map(|(open, close)| (at + open.len_utf8(), *close))
    }) {
        let inner = &rest[at..];
        let end = inner.find(close).unwrap_or(inner.len());
        phrases.push(inner[..end].trim().to_owned());
        rest = inner[end..].strip_prefix(close).unwrap_or_default();
    }
    phrases.retain(|phrase| !phrase.is_empty());
    phrases
}

/// One snippet for each kind of text in which something stands.
fn snippets(texts: &[SearchedText], sought: &[String]) -> Vec<Snippet> {
    let mut found: Vec<Snippet> = Vec::new();
    let mut last = None;
    for text in texts.iter().filter(|text| text.body.chars().count() > 0) {
        if last == Some(text.kind) {
            continue;
        }
        if let Some(pieces) = text::snippet(&text.body, sought, WIDTH) {
            let place = match text.kind {
                DocKind::Appeal => SnippetPlace::Appeal,
                DocKind::Reply => SnippetPlace::Reply,
                DocKind::Supplement => SnippetPlace::Supplement,
                DocKind::Ruling => SnippetPlace::Ruling,
            };
            let piece = |piece: text::Piece| SnippetPiece { text: piece.text, lit: piece.lit };
            found.push(Snippet { place, pieces: pieces.into_iter().map(piece).collect() });
            last = Some(text.kind);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_quotation_marks_is_a_phrase() {
        assert_eq!(phrases("路灯 “地铁2号线” \"夜间 施工\" 噪音"), ["地铁2号线", "夜间 施工"]);
        assert_eq!(phrases("「没有结束"), ["没有结束"]);
        assert!(phrases("没有 “” 引号").is_empty());
    }
}
