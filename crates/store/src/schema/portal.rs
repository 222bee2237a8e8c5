//! What the portal shows: articles, and published cases.

use crate::table::Kind::{Int, Text};
use crate::table::{Meets, Table};

pub(crate) static ARTICLES: Table = Table {
    name: "articles",
    columns: &[
        ("code", Text),
        ("audience", Text),
        ("title", Text),
        ("questions", Text),
        ("body", Text),
        ("title_en", Text),
        ("body_en", Text),
        ("matter", Text),
        ("unit", Text),
        ("source", Text),
        ("from_at", Int),
        ("until_at", Int),
        ("changed_at", Int),
        ("version", Int),
    ],
    keys: &["code"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static ARTICLE_WORDS: Table = Table {
    name: "article_words",
    columns: &[("word", Text), ("article", Text), ("weight", Int)],
    keys: &["word", "article"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static ARTICLE_VOTES: Table = Table {
    name: "article_votes",
    columns: &[("article", Text), ("helpful", Int), ("unhelpful", Int)],
    keys: &["article"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static ARTICLE_CORRECTIONS: Table = Table {
    name: "article_corrections",
    columns: &[("id", Int), ("article", Text), ("text", Text), ("at", Int), ("settled_at", Int)],
    keys: &["id"],
    meets: Meets::Refuse,
};

pub(crate) static PUBLICATIONS: Table = Table {
    name: "publications",
    columns: &[
        ("order_id", Int),
        ("shown", Int),
        ("title", Text),
        ("summary", Text),
        ("matter", Text),
        ("place", Text),
        ("unit", Text),
        ("published_at", Int),
    ],
    keys: &["order_id"],
    meets: Meets::Replace { fixed: &[] },
};
