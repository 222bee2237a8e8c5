//! 知识: models, articles and what readers say of them; 公开案例.

use domain::Moment;
use domain::ids::OrderId;

use super::Store;
use crate::articles::{self, Article, ArticleFilter, ArticleVotes, Correction};
use crate::error::Result;
use crate::models::{self, KeptModel};
use crate::publications::{self, Published};

impl Store {
    /// The number of the newest model of a kind; none when none was trained.
    pub fn newest_model_no(&self, kind: &str) -> Result<Option<i64>> {
        self.read(|conn| models::newest_no(conn, kind))
    }

    /// The newest model of a kind.
    pub fn newest_model(&self, kind: &str) -> Result<Option<KeptModel>> {
        self.read(|conn| models::newest(conn, kind))
    }

    /// Keeps a model as the newest of its kind; its number.
    pub fn put_model(&self, kind: &str, at: Moment, figures: String, bytes: Vec<u8>) -> Result<i64> {
        let kind = kind.to_owned();
        self.write(move |conn| models::put(conn, &kind, at, &figures, &bytes))
    }

    /// Writes an article; the one of the same code is replaced.
    pub fn put_article(&self, article: Article) -> Result<()> {
        self.write(move |conn| articles::put(conn, &article))
    }

    /// The article with a code, whether or not it holds.
    pub fn article(&self, code: &str) -> Result<Option<Article>> {
        self.read(|conn| articles::by_code(conn, code))
    }

    /// The articles that fit words best, the best first, at most so many.
    pub fn search_articles(&self, query: &str, filter: &ArticleFilter, most: usize) -> Result<Vec<Article>> {
        self.read(|conn| articles::search(conn, query, filter, most))
    }

    /// Articles, those changed last first, at most so many.
    pub fn articles(&self, filter: &ArticleFilter, most: usize) -> Result<Vec<Article>> {
        self.read(|conn| articles::list(conn, filter, most))
    }

    /// Counts whether a reader found an article helpful.
    pub fn vote_on_article(&self, code: &str, helpful: bool) -> Result<()> {
        let code = code.to_owned();
        self.write(move |conn| articles::vote(conn, &code, helpful))
    }

    /// How many found an article helpful, and how many did not.
    pub fn article_votes(&self, code: &str) -> Result<ArticleVotes> {
        self.read(|conn| articles::votes(conn, code))
    }

    /// Keeps what a reader says is wrong with an article.
    pub fn add_correction(&self, code: &str, text: &str, at: Moment) -> Result<()> {
        let (code, text) = (code.to_owned(), text.to_owned());
        self.write(move |conn| articles::add_correction(conn, &code, &text, at))
    }

    /// What readers say is wrong and nobody has settled, the oldest first.
    pub fn open_corrections(&self, most: usize) -> Result<Vec<Correction>> {
        self.read(|conn| articles::open_corrections(conn, most))
    }

    /// Settles a correction; whether there was one that was not settled.
    pub fn settle_correction(&self, id: i64, at: Moment) -> Result<bool> {
        self.write(move |conn| articles::settle(conn, id, at))
    }

    /// Published cases, the latest first, at most so many; those before one
    /// that was shown already, when its moment and order are given.
    pub fn published(&self, before: Option<(Moment, OrderId)>, most: usize) -> Result<Vec<Published>> {
        self.read(|conn| publications::list(conn, before, most))
    }

    /// The published case of an order; none when it is not shown.
    pub fn published_case(&self, order: OrderId) -> Result<Option<Published>> {
        self.read(|conn| publications::one(conn, order))
    }
}
