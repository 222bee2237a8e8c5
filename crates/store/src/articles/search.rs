//! Finding articles by words. There are thousands at most: what each word
//! finds is read, and what is rare counts for more.

use std::collections::{BTreeMap, HashMap};

use domain::Moment;

use super::{Article, Audience, read};
use crate::engine::{Conn, Value};
use crate::error::Result;
use crate::schema;

/// A query is cut to so many words.
const MOST_WORDS: usize = 24;

/// Of one word no more than so many articles are looked at.
const MOST_OF_A_WORD: usize = 500;

/// What a word counts for where it stands.
const IN_TITLE: i64 = 6;
const IN_QUESTIONS: i64 = 4;
const IN_BODY: i64 = 1;

/// Which articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleFilter {
    /// For one of these.
    pub audiences: Vec<Audience>,
    /// Of this matter or one below it.
    pub matter: Option<String>,
    /// That hold at this moment; none for all.
    pub at: Option<Moment>,
}

/// The words of an article, as rows.
pub(super) fn words_of(article: &Article) -> Vec<Vec<Value>> {
    let mut weights: BTreeMap<String, i64> = BTreeMap::new();
    let questions = article.questions.join("\n");
    let parts = [
        (article.title.as_str(), IN_TITLE),
        (questions.as_str(), IN_QUESTIONS),
        (article.body.as_str(), IN_BODY),
        (article.title_en.as_str(), IN_TITLE),
        (article.body_en.as_str(), IN_BODY),
    ];
    for (part, weight) in parts {
        for word in text::words(part) {
            let known = weights.entry(word).or_default();
            *known = (*known).max(weight);
        }
    }
    let row = |(word, weight): (String, i64)| -> Vec<Value> {
        vec![word.into(), article.code.as_str().into(), weight.into()]
    };
    weights.into_iter().map(row).collect()
}

/// The articles that fit the words best, the best first.
pub(crate) fn search(
    conn: &mut Conn,
    query: &str,
    filter: &ArticleFilter,
    most: usize,
) -> Result<Vec<Article>> {
    let mut scores: HashMap<String, f64> = HashMap::new();
    let all = conn.first("SELECT COUNT(*) FROM articles", &[])?.map_or(Ok(0), |row| row.int(0))? as f64;
    let mut words = text::words(query);
    words.sort();
    words.dedup();
    // A single sign says little, unless it is all there is.
    if words.iter().any(|word| word.chars().count() > 1) {
        words.retain(|word| word.chars().count() > 1);
    }
    for word in words.into_iter().take(MOST_WORDS) {
        let sql = "SELECT article, weight FROM article_words WHERE word = $1 LIMIT $2";
        let found = conn.query(sql, &[word.into(), MOST_OF_A_WORD.into()])?;
        let rarity = (1.0 + all / found.len().max(1) as f64).ln();
        for row in &found {
            *scores.entry(row.text(0)?.to_owned()).or_default() += rarity * row.int(1)? as f64;
        }
    }
    let mut ranked: Vec<(String, f64)> = scores.into_iter().collect();
    ranked.sort_by(|one, other| other.1.total_cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    // What shares a word or two with a long question by chance is left out.
    let least = ranked.first().map_or(0.0, |(_, best)| best / 4.0);
    let mut found = Vec::new();
    for (code, _) in ranked.into_iter().filter(|(_, score)| *score >= least) {
        if found.len() == most {
            break;
        }
        found.extend(super::by_code(conn, &code)?.filter(|article| passes(article, filter)));
    }
    Ok(found)
}

fn passes(article: &Article, filter: &ArticleFilter) -> bool {
    filter.audiences.contains(&article.audience)
        && filter.matter.as_ref().is_none_or(|matter| article.matter.starts_with(matter.as_str()))
        && filter.at.is_none_or(|at| article.holds(at))
}

/// Articles that pass a filter, those changed last first.
pub(crate) fn list(conn: &mut Conn, filter: &ArticleFilter, most: usize) -> Result<Vec<Article>> {
    let sql =
        format!("SELECT {} FROM articles ORDER BY changed_at DESC, code", schema::ARTICLES.column_list());
    let mut found = Vec::new();
    for row in conn.query(&sql, &[])? {
        let article = read(&row)?;
        if passes(&article, filter) && found.len() < most {
            found.push(article);
        }
    }
    Ok(found)
}
