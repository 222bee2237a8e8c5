//! 知识: articles, found by their words; what readers say of them.

mod corrections;
mod search;

pub use corrections::{ArticleVotes, Correction};
pub(crate) use corrections::{add as add_correction, open as open_corrections, settle, vote, votes};
pub use search::ArticleFilter;
pub(crate) use search::{list, search};

use domain::Moment;

use crate::commit::NEVER;
use crate::engine::{Conn, Row, Value, misshapen};
use crate::error::Result;
use crate::schema;

/// For whom an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// For everybody.
    Public,
    /// For staff.
    Internal,
    /// What an operator says, step by step.
    Script,
}

impl Audience {
    /// Every one.
    pub const ALL: [Audience; 3] = [Audience::Public, Audience::Internal, Audience::Script];

    /// The stable text form.
    pub fn code(self) -> &'static str {
        match self {
            Audience::Public => "public",
            Audience::Internal => "internal",
            Audience::Script => "script",
        }
    }
}

impl std::str::FromStr for Audience {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let found = Self::ALL.into_iter().find(|audience| audience.code() == text);
        found.ok_or_else(|| format!("`{text}` is not one of public, internal, script"))
    }
}

/// One entry of what is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its code, which stays when it changes.
    pub code: String,
    /// For whom it is.
    pub audience: Audience,
    /// The question that it answers.
    pub title: String,
    /// Other words in which people ask it.
    pub questions: Vec<String>,
    /// The answer.
    pub body: String,
    /// The title in English; empty while nobody has translated it.
    pub title_en: String,
    /// The answer in English; empty likewise.
    pub body_en: String,
    /// 事项; empty for none.
    pub matter: String,
    /// The unit that answers for it.
    pub unit: String,
    /// The law or document that it rests on.
    pub source: String,
    /// From when on it holds.
    pub from: Moment,
    /// Until when; none until further notice.
    pub until: Option<Moment>,
    /// When it was last changed.
    pub changed_at: Moment,
    /// Rises with each change.
    pub version: u32,
}

impl Article {
    /// Whether it holds at a moment.
    pub fn holds(&self, at: Moment) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

/// Writes an article; the one of the same code is replaced, and its words with
/// it.
pub(crate) fn put(conn: &mut Conn, article: &Article) -> Result<()> {
    conn.execute("DELETE FROM article_words WHERE article = $1", &[article.code.as_str().into()])?;
    conn.write(&schema::ARTICLE_WORDS, &search::words_of(article))?;
    conn.write(&schema::ARTICLES, &[row(article)])
}

/// The article with a code.
pub(crate) fn by_code(conn: &mut Conn, code: &str) -> Result<Option<Article>> {
    let sql = format!("SELECT {} FROM articles WHERE code = $1", schema::ARTICLES.column_list());
    conn.first(&sql, &[code.into()])?.as_ref().map(read).transpose()
}

fn row(article: &Article) -> Vec<Value> {
    vec![
        article.code.as_str().into(),
        Value::code(article.audience.code()),
        article.title.as_str().into(),
        article.questions.join("\n").into(),
        article.body.as_str().into(),
        article.title_en.as_str().into(),
        article.body_en.as_str().into(),
        article.matter.as_str().into(),
        article.unit.as_str().into(),
        article.source.as_str().into(),
        article.from.into(),
        article.until.unwrap_or(Moment(NEVER)).into(),
        article.changed_at.into(),
        article.version.into(),
    ]
}

/// Reads the columns of [`schema::ARTICLES`].
fn read(row: &Row) -> Result<Article> {
    let text = |at: usize| row.text(at).map(str::to_owned);
    let until = row.int(11)?;
    Ok(Article {
        code: text(0)?,
        audience: row.text(1)?.parse().map_err(misshapen)?,
        title: text(2)?,
        questions: row.text(3)?.lines().map(str::to_owned).collect(),
        body: text(4)?,
        title_en: text(5)?,
        body_en: text(6)?,
        matter: text(7)?,
        unit: text(8)?,
        source: text(9)?,
        from: Moment(row.int(10)?),
        until: (until != NEVER).then_some(Moment(until)),
        changed_at: Moment(row.int(12)?),
        version: u32::try_from(row.int(13)?).map_err(misshapen)?,
    })
}
