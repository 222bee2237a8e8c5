//! The city's articles.

use anyhow::anyhow;
use domain::Moment;
use include_dir::Dir;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Deserialize;
use store::{Article, Audience};

#[derive(Deserialize)]
struct Articles {
    article: Vec<ArticleLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ArticleLine {
    code: String,
    audience: Option<String>,
    title: String,
    #[serde(default)]
    questions: Vec<String>,
    body: String,
    #[serde(default)]
    title_en: String,
    #[serde(default)]
    body_en: String,
    #[serde(default)]
    matter: String,
    unit: String,
    source: String,
    from: Date,
    until: Option<Date>,
}

/// The articles of a city's folder. Days are those of its zone.
///
/// # Errors
/// Names the article that does not fit.
pub(super) fn articles(dir: &Dir, zone: &TimeZone, now: Moment) -> anyhow::Result<Vec<Article>> {
    let Articles { article } = super::read(dir, "articles.toml")?;
    article.into_iter().map(|line| made(line, zone, now)).collect()
}

fn made(line: ArticleLine, zone: &TimeZone, now: Moment) -> anyhow::Result<Article> {
    let begin = |day: Date| -> anyhow::Result<Moment> { Ok(day.to_zoned(zone.clone())?.timestamp().into()) };
    let audience = line.audience.as_deref().unwrap_or("public");
    let audience: Audience = audience.parse().map_err(|why| anyhow!("article {}: {why}", line.code))?;
    if line.source.trim().is_empty() {
        return Err(anyhow!("article {} has no source", line.code));
    }
    let from = begin(line.from)?;
    Ok(Article {
        audience,
        from,
        until: line.until.map(begin).transpose()?,
        changed_at: from.min(now),
        code: line.code,
        title: line.title,
        questions: line.questions,
        body: line.body,
        title_en: line.title_en,
        body_en: line.body_en,
        matter: line.matter,
        unit: line.unit,
        source: line.source,
        version: 1,
    })
}
