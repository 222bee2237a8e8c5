//! Articles, as staff see them.

use domain::Moment;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Article, ArticleFilter, Audience};

use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::{Page, Shown};

/// So many are shown.
const MOST: usize = 50;

/// The longest query, in characters; more of a story is cut off.
const LONGEST: usize = 2_000;

/// Which articles.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WhichArticles {
    /// Words, or a whole question.
    q: Option<String>,
    /// 事项, those below it among them.
    matter: Option<String>,
}

/// An article, as staff see it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Article")]
pub(crate) struct Known {
    code: String,
    /// `public`, `internal`, or `script`: what an operator says, step by step.
    audience: &'static str,
    title: String,
    body: String,
    matter: String,
    /// The unit that answers for it.
    unit: String,
    /// The law or document that it rests on.
    source: String,
    from: Moment,
    until: Option<Moment>,
    changed_at: Moment,
    /// Whether its time is over, or has not come.
    expired: bool,
}

impl Known {
    /// An article, as it stands at a moment.
    pub fn of(article: Article, at: Moment) -> Self {
        Self {
            expired: !article.holds(at),
            code: article.code,
            audience: article.audience.code(),
            title: article.title,
            body: article.body,
            matter: article.matter,
            unit: article.unit,
            source: article.source,
            from: article.from,
            until: article.until,
            changed_at: article.changed_at,
        }
    }
}

pub(super) fn list(call: &Call, which: WhichArticles) -> Result<Shown<Page<Known>>, Problem> {
    // Staff see what is out of date, marked: a caller may have read it.
    let filter = ArticleFilter { audiences: Audience::ALL.to_vec(), matter: which.matter, at: None };
    let words: String = which.q.unwrap_or_default().chars().take(LONGEST).collect();
    let store = call.app.store();
    let found = if words.trim().is_empty() {
        store.articles(&filter, MOST)?
    } else {
        store.search_articles(&words, &filter, MOST)?
    };
    let items = found.into_iter().map(|article| Known::of(article, call.at)).collect();
    Ok(Shown(Page { items, next: None }))
}

pub(super) fn one(call: &Call, _: NoQuery) -> Result<Shown<Known>, Problem> {
    let found = call.app.store().article(call.param("code"))?;
    let article = found.ok_or_else(|| Problem::not_there("article"))?;
    Ok(Shown(Known::of(article, call.at)))
}
