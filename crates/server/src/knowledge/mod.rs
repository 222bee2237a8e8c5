//! 知识: what staff look up while they speak, and what readers say is wrong.
//! Citizens read articles in the portal ([`crate::citizen`]).

mod articles;
mod corrections;

pub(crate) use articles::Known;

use domain::codes::Role::{Administrator, KnowledgeEditor, Supervisor};

use crate::route::{Route, Who};

/// The routes of what is known.
pub fn routes() -> Vec<Route> {
    let editors = || Who::own_staff(&[KnowledgeEditor, Supervisor, Administrator]);
    vec![
        Route::get(
            "articles",
            Who::any_staff(),
            "/api/articles",
            "查知识 articles and scripts, by words or by matter",
            articles::list,
        ),
        Route::get(
            "article",
            Who::any_staff(),
            "/api/articles/{code}",
            "一条知识 one article",
            articles::one,
        ),
        Route::get(
            "article_corrections",
            editors(),
            "/api/article-corrections",
            "知识纠错 what readers say is wrong, the oldest first",
            corrections::open,
        ),
        Route::post(
            "settle_article_correction",
            editors(),
            "/api/article-corrections/{id}/settlements",
            "纠错已处理 it was looked at",
            corrections::settle,
        ),
    ]
}
