//! What readers say of an article. Nobody is asked who they are.

use domain::Moment;

use crate::engine::{Conn, Row};
use crate::error::Result;

/// Something that a reader says is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Its number.
    pub id: i64,
    /// The article.
    pub article: String,
    /// What is wrong.
    pub text: String,
    /// When it was said.
    pub at: Moment,
}

/// How many found an article helpful, and how many did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)] // The names say it.
pub struct ArticleVotes {
    pub helpful: u64,
    pub unhelpful: u64,
}

/// Keeps a correction, for whoever answers for the article.
pub(crate) fn add(conn: &mut Conn, article: &str, text: &str, at: Moment) -> Result<()> {
    let sql = "INSERT INTO article_corrections (article, text, at) VALUES ($1, $2, $3)";
    conn.execute(sql, &[article.into(), text.into(), at.into()]).map(|_| ())
}

/// The corrections that nobody has settled, the oldest first.
pub(crate) fn open(conn: &mut Conn, most: usize) -> Result<Vec<Correction>> {
    let sql =
        "SELECT id, article, text, at FROM article_corrections WHERE settled_at IS NULL ORDER BY id LIMIT $1";
    conn.query(sql, &[most.into()])?.iter().map(correction).collect()
}

fn correction(row: &Row) -> Result<Correction> {
    Ok(Correction {
        id: row.int(0)?,
        article: row.text(1)?.to_owned(),
        text: row.text(2)?.to_owned(),
        at: Moment(row.int(3)?),
    })
}

/// Settles a correction; whether there was one that was not settled.
pub(crate) fn settle(conn: &mut Conn, id: i64, at: Moment) -> Result<bool> {
    let sql = "UPDATE article_corrections SET settled_at = $2 WHERE id = $1 AND settled_at IS NULL";
    Ok(conn.execute(sql, &[id.into(), at.into()])? > 0)
}

/// Counts a reader's vote.
pub(crate) fn vote(conn: &mut Conn, article: &str, helpful: bool) -> Result<()> {
    let (yes, no) = (i64::from(helpful), i64::from(!helpful));
    let sql = "INSERT INTO article_votes (article, helpful, unhelpful) VALUES ($1, $2, $3) \
               ON CONFLICT (article) DO UPDATE SET helpful = article_votes.helpful + excluded.helpful, \
               unhelpful = article_votes.unhelpful + excluded.unhelpful";
    conn.execute(sql, &[article.into(), yes.into(), no.into()]).map(|_| ())
}

/// The votes on an article.
pub(crate) fn votes(conn: &mut Conn, article: &str) -> Result<ArticleVotes> {
    let sql = "SELECT helpful, unhelpful FROM article_votes WHERE article = $1";
    conn.first(sql, &[article.into()])?.map_or(Ok(ArticleVotes::default()), |row| {
        Ok(ArticleVotes { helpful: row.int(0)?.unsigned_abs(), unhelpful: row.int(1)?.unsigned_abs() })
    })
}
