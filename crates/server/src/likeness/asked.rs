//! Staff ask while a story is told: which orders may be the same, and which
//! articles may answer it. Titles are masked as lists are, and the look is
//! noted.

use domain::{Moment, Stage};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{ArticleFilter, Audience, Filter};

use super::{Alike, Asked, Reason, alike};
use crate::access::{self, Purpose};
use crate::call::Call;
use crate::knowledge::Known;
use crate::log_in::NoQuery;
use crate::models::Guess;
use crate::problem::Problem;
use crate::route::Shown;

/// So many orders and articles are shown.
const MOST: usize = 10;
const MOST_ARTICLES: usize = 5;

/// The longest story that is looked at, in characters.
const LONGEST: usize = 20_000;

/// What is being told.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LikenessQuestion {
    /// The story so far.
    story: String,
    /// 事发地, when it is known.
    #[serde(default)]
    place: String,
    /// 事项, when it is known.
    #[serde(default)]
    matter: String,
    /// The caller's number, when it is known. It is not kept.
    #[serde(default)]
    phone: String,
}

/// What may be the same, and what may answer it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Likenesses {
    /// The likeliest first.
    orders: Vec<AlikeOrder>,
    /// The best first; those for operators among them.
    articles: Vec<Known>,
    /// 模型建议: the matters that past stories of such words were about.
    matters: Vec<Guess>,
}

/// An order that may be about the same.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AlikeOrder {
    number: String,
    /// Masked; none when it was erased.
    title: Option<String>,
    stage: Stage,
    matter: String,
    place: String,
    /// The lead's unit.
    unit: Option<String>,
    registered_at: Moment,
    closed_at: Option<Moment>,
    /// How many appeals it carries.
    appeals: u32,
    reasons: Vec<Reason>,
}

pub(super) fn look(call: &Call, asked: LikenessQuestion) -> Result<Shown<Likenesses>, Problem> {
    let LikenessQuestion { story, place, matter, phone } = asked;
    if story.chars().count() > LONGEST {
        return Err(Problem::bad_value("story", format!("it has at most {LONGEST} characters")));
    }
    let mut filter = Filter::default();
    access::scope(&call.app, &call.staff()?.viewer(), &mut filter)?;
    let store = call.app.store();
    let asked = Asked { story, place, matter, phone };
    let found = alike(&store, &asked, &filter, call.at, MOST)?;
    if !found.is_empty() {
        let seen = found.iter().map(|one| one.order.id).collect();
        call.app.looks().several(call, seen, Purpose::Search, "likeness")?;
    }
    let filter = ArticleFilter { audiences: Audience::ALL.to_vec(), matter: None, at: Some(call.at) };
    let mut matters = call.app.models().matters(&store, "", &asked.story)?;
    let known = store.matters()?;
    matters.retain(|guess| known.is_empty() || known.iter().any(|matter| matter.code == guess.code));
    let articles = store.search_articles(&asked.story, &filter, MOST_ARTICLES)?;
    Ok(Shown(Likenesses {
        orders: found.into_iter().map(shown).collect(),
        articles: articles.into_iter().map(|article| Known::of(article, call.at)).collect(),
        matters,
    }))
}

/// More like an order that stands there: what it tells, where, about what.
pub(super) fn more(call: &Call, _: NoQuery) -> Result<Shown<Vec<AlikeOrder>>, Problem> {
    let order = access::as_it_stands(call, call.param("number"))?.loaded.order;
    let mut filter = Filter::default();
    access::scope(&call.app, &call.staff()?.viewer(), &mut filter)?;
    let store = call.app.store();
    let asked = Asked {
        story: store.told(&[order.id])?.remove(&order.id).unwrap_or_default(),
        place: order.place.0.clone(),
        matter: order.matter.0.clone(),
        phone: String::new(),
    };
    // The order is the likest to itself.
    let mut found = alike(&store, &asked, &filter, call.at, MOST + 1)?;
    found.retain(|one| one.order.id != order.id);
    found.truncate(MOST);
    let seen = found.iter().map(|one| one.order.id).chain([order.id]).collect();
    call.app.looks().several(call, seen, Purpose::Search, "likeness")?;
    Ok(Shown(found.into_iter().map(shown).collect()))
}

fn shown(Alike { order, reasons, .. }: Alike) -> AlikeOrder {
    AlikeOrder {
        number: order.number,
        title: order.title.map(|title| text::mask(&title, &[])),
        stage: order.stage,
        matter: order.matter.0,
        place: order.place.0,
        unit: order.unit.map(|unit| unit.0),
        registered_at: order.registered_at,
        closed_at: order.closed_at,
        appeals: order.appeals,
        reasons,
    }
}
