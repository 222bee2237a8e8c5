//! 知识: public articles, to be found and read by everybody.

use askama::Template;
use axum::http::header::SET_COOKIE;
use store::{Article, ArticleFilter, Audience};

use super::city::{matters, unit};
use super::form::Form;
use super::frame::{Frame, Section, fill, page};
use super::look::Look;
use super::times::Times;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Reply;

/// So many are shown.
const MOST: usize = 20;
/// So many related ones are shown beside one.
const MOST_RELATED: usize = 4;
/// The longest query, and the longest correction, in characters.
const LONGEST: usize = 200;
const LONGEST_CORRECTION: usize = 2_000;

#[derive(Template)]
#[template(path = "citizen/knowledge.html")]
struct Articles {
    frame: Frame,
    q: String,
    /// What the matters at the top are called: code, name, whether it is chosen.
    matters: Vec<(String, String, bool)>,
    found: Vec<Short>,
    /// How many, in words; none when nothing was asked.
    count: Option<String>,
}

/// An article in a list.
struct Short {
    code: String,
    title: String,
    lang: &'static str,
    changed: String,
}

#[derive(Template)]
#[template(path = "citizen/article.html")]
struct OneArticle {
    frame: Frame,
    code: String,
    title: String,
    body: String,
    /// The language of the text.
    lang: &'static str,
    /// That there is no English yet.
    untranslated: bool,
    source: String,
    unit: Option<String>,
    valid: String,
    changed: String,
    related: Vec<Short>,
    thanks: bool,
    /// What is wrong with a correction, and what was typed.
    wrong: Option<&'static str>,
    typed: String,
}

/// The list, or what was asked for.
pub(super) fn list(call: &Call) -> Result<Reply, Problem> {
    let asked: Vec<(String, String)> = serde_html_form::from_str(&call.query).unwrap_or_default();
    let get = |name: &str| {
        let found = asked.iter().find(|(known, _)| known == name);
        found.map(|(_, text)| text.trim().chars().take(LONGEST).collect::<String>()).unwrap_or_default()
    };
    let (q, matter) = (get("q"), get("matter"));
    let frame = Frame::of(call, Section::Know);
    let filter = public(call, (!matter.is_empty()).then(|| matter.clone()));
    let store = call.app.store();
    let found = if q.is_empty() {
        store.articles(&filter, MOST)?
    } else {
        store.search_articles(&q, &filter, MOST)?
    };
    let top = matters(call)?.into_iter().filter(|known| known.level == 1);
    let top = top.map(|known| (known.code.clone(), known.name, known.code == matter)).collect();
    let count = (!q.is_empty() || !matter.is_empty())
        .then(|| fill(frame.w.knowledge.found, &[&found.len().to_string()]));
    let times = Times::of(call, frame.look.english);
    let found = found.iter().map(|article| short(&frame.look, article, &times)).collect();
    let look = frame.look.clone();
    page(200, &look, &Articles { frame, q, matters: top, found, count })
}

/// One article.
pub(super) fn show(call: &Call) -> Result<Reply, Problem> {
    shown(call, 200, None, String::new())
}

fn shown(call: &Call, status: u16, wrong: Option<&'static str>, typed: String) -> Result<Reply, Problem> {
    let frame = Frame::of(call, Section::Know);
    let article = readable(call)?;
    let times = Times::of(call, frame.look.english);
    let store = call.app.store();
    let related = store.search_articles(&article.title, &public(call, None), MOST_RELATED + 1)?;
    let related = related.iter().filter(|other| other.code != article.code).take(MOST_RELATED);
    let related = related.map(|other| short(&frame.look, other, &times)).collect();
    let w = &frame.w.knowledge;
    let valid = match article.until {
        Some(until) => fill(w.valid_until, &[&times.day(until)]),
        None => fill(w.valid_from, &[&times.day(article.from)]),
    };
    let english = frame.look.english && !article.body_en.is_empty();
    let look = frame.look.clone();
    let shown = OneArticle {
        untranslated: frame.look.english && !english,
        lang: if english { "en" } else { "zh-CN" },
        unit: unit(call, &article.unit.as_str().into()),
        valid,
        changed: fill(w.changed, &[&times.day(article.changed_at)]),
        related,
        thanks: call.query.split('&').any(|pair| pair == "thanks=1"),
        wrong,
        typed,
        title: if english { article.title_en } else { article.title },
        body: if english { article.body_en } else { article.body },
        source: article.source,
        code: article.code,
        frame,
    };
    page(status, &look, &shown)
}

/// Whether it helped. A browser says it once for each article.
pub(super) fn vote(call: &Call) -> Result<Reply, Problem> {
    let article = readable(call)?;
    let form = Form::read(call)?;
    let kept = format!("minsheng_vote_{}", article.code);
    if super::look::cookie(&call.headers, &kept).is_none() {
        match form.get("helpful") {
            "yes" => call.app.store().vote_on_article(&article.code, true)?,
            "no" => call.app.store().vote_on_article(&article.code, false)?,
            _ => {}
        }
    }
    let cookie = format!("{kept}=1; Path=/knowledge; Max-Age=2592000; HttpOnly; SameSite=Lax");
    Ok(thanked(&article.code).with(SET_COOKIE, &cookie))
}

/// What a reader says is wrong with it.
pub(super) fn correct(call: &Call) -> Result<Reply, Problem> {
    let article = readable(call)?;
    let form = Form::read(call)?;
    let w = &Look::of_call(call).words().knowledge;
    let text: String = form.get("text").chars().take(LONGEST_CORRECTION).collect();
    if text.is_empty() {
        return shown(call, 422, Some(w.wrong_missing), text);
    }
    call.app.store().add_correction(&article.code, &text, call.at)?;
    Ok(thanked(&article.code))
}

fn thanked(code: &str) -> Reply {
    Reply::see_other(&format!("/knowledge/{code}?thanks=1"))
}

/// The article that the path names, while it holds and is for everybody.
fn readable(call: &Call) -> Result<Article, Problem> {
    let found = call.app.store().article(call.param("code"))?;
    let public = found.filter(|article| article.audience == Audience::Public && article.holds(call.at));
    public.ok_or_else(|| Problem::not_there("article"))
}

fn public(call: &Call, matter: Option<String>) -> ArticleFilter {
    ArticleFilter { audiences: vec![Audience::Public], matter, at: Some(call.at) }
}

fn short(look: &Look, article: &Article, times: &Times) -> Short {
    let english = look.english && !article.title_en.is_empty();
    Short {
        code: article.code.clone(),
        title: if english { article.title_en.clone() } else { article.title.clone() },
        lang: if english { "en" } else { "zh-CN" },
        changed: fill(look.words().knowledge.changed, &[&times.day(article.changed_at)]),
    }
}
