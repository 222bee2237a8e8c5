//! What readers say is wrong with an article.

use domain::Moment;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::{Page, Shown};

/// So many are shown; the rest once these are settled.
const MOST: usize = 200;

/// Something that a reader says is wrong.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ArticleCorrection {
    id: i64,
    /// The article's code.
    article: String,
    /// Its title; none when there is no such article any more.
    title: Option<String>,
    /// The unit that answers for it.
    unit: Option<String>,
    /// What is wrong, masked.
    text: String,
    at: Moment,
}

/// A correction that was looked at.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Settling {}

pub(super) fn open(call: &Call, _: NoQuery) -> Result<Shown<Page<ArticleCorrection>>, Problem> {
    let store = call.app.store();
    let shown = |correction: store::Correction| -> Result<ArticleCorrection, Problem> {
        let article = store.article(&correction.article)?;
        Ok(ArticleCorrection {
            id: correction.id,
            title: article.as_ref().map(|article| article.title.clone()),
            unit: article.map(|article| article.unit),
            article: correction.article,
            text: text::mask(&correction.text, &[]),
            at: correction.at,
        })
    };
    let items: Result<Vec<_>, Problem> = store.open_corrections(MOST)?.into_iter().map(shown).collect();
    Ok(Shown(Page { items: items?, next: None }))
}

pub(super) fn settle(call: &Call, _: Settling) -> Result<(), Problem> {
    let id = call.param("id").parse().map_err(|_| Problem::not_there("correction"))?;
    if call.app.store().settle_correction(id, call.at)? {
        Ok(())
    } else {
        Err(Problem::not_there("correction"))
    }
}
