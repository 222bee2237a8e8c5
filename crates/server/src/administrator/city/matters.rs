//! 事项.

use domain::codes::Level;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{CityWrite, Ending, Filter, Matter};

use super::units::End;
use super::writing::{Kept, Put, Standing, Version, code, json, name};
use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::{Problem, Use};
use crate::route::Shown;

const KIND: &str = "matter";

/// A matter.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "MatterEntry")]
pub(super) struct OneMatter {
    /// The code, which begins with its parent's.
    code: String,
    /// The name.
    name: String,
    /// The matter above; empty at the top.
    parent: String,
    /// How deep: 1 at the top.
    level: i64,
    /// The level of urgency that an order of it gets by default.
    urgency: Option<Level>,
    /// Words by which it is found.
    keywords: Vec<String>,
}

/// A matter, as it is to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "WantedMatter")]
pub(super) struct Wanted {
    /// The name.
    name: String,
    /// The matter above; empty at the top.
    #[serde(default)]
    parent: String,
    /// The level of urgency that an order of it gets by default.
    #[serde(default)]
    urgency: Option<Level>,
    /// Words by which it is found, none with a space in it.
    #[serde(default)]
    keywords: Vec<String>,
    /// 依据.
    basis: String,
}

impl From<&Matter> for OneMatter {
    fn from(matter: &Matter) -> Self {
        let Matter { code, name, parent, level, urgency, keywords } = matter.clone();
        let keywords = keywords.split_whitespace().map(str::to_owned).collect();
        Self { code, name, parent, level, urgency: urgency.parse().ok(), keywords }
    }
}

pub(super) fn list(call: &Call, _: NoQuery) -> Result<Shown<Vec<Kept<OneMatter>>>, Problem> {
    let store = call.app.store();
    let standing = Standing::of(&store, KIND)?;
    let matters = store.matters()?;
    Ok(Shown(matters.iter().map(|matter| standing.keep(&matter.code, matter.into())).collect()))
}

pub(super) fn put(call: &Call, said: Wanted) -> Result<Shown<Version>, Problem> {
    let store = call.app.store();
    let matters = store.matters()?;
    let standing = Standing::of(&store, KIND)?;
    let id = call.param("id").to_owned();
    let known = matters.iter().find(|matter| matter.code == id);
    if known.is_none() {
        code(&id)?;
    }
    let level = level_below(KIND, &id, &said.parent, &standing, |parent| {
        matters.iter().find(|matter| matter.code == parent).map(|matter| matter.level)
    })?;
    let matter = Matter {
        code: id.clone(),
        name: name(&said.name)?,
        parent: said.parent,
        level,
        urgency: said.urgency.map_or("", Level::code).to_owned(),
        keywords: words(&said.keywords)?,
    };
    let was = known.map_or(String::new(), |known| json(&OneMatter::from(known)));
    let became = json(&OneMatter::from(&matter));
    let put = Put { kind: KIND, code: &id, was, became, basis: &said.basis, ends: None };
    put.write(call, CityWrite::Matter(matter))
}

/// Keywords as the store keeps them: divided by spaces.
fn words(said: &[String]) -> Result<String, Problem> {
    let blank = |word: &&String| word.is_empty() || word.contains(char::is_whitespace);
    match said.iter().find(blank) {
        Some(_) => Err(Problem::bad_value("keywords", "a keyword has at least one letter and no space")),
        None => Ok(said.join(" ")),
    }
}

/// How deep an entry lies below its parent, whose code begins its own: all
/// that lies below a matter or a place is found by the beginning of its code.
pub(super) fn level_below(
    kind: &str,
    id: &str,
    parent: &str,
    standing: &Standing,
    level: impl Fn(&str) -> Option<i64>,
) -> Result<i64, Problem> {
    if parent.is_empty() {
        return Ok(1);
    }
    let above = level(parent);
    let above = above.ok_or_else(|| Problem::bad_value("parent", format!("there is no {kind} {parent}")))?;
    if standing.has_ended(parent) {
        return Err(Problem::bad_value("parent", format!("{kind} {parent} has ended")));
    }
    if !id.starts_with(parent) || id == parent {
        let why = format!("the code {id} must begin with {parent} and be longer");
        return Err(Problem::bad_value("code", why));
    }
    Ok(above + 1)
}

pub(super) fn end(call: &Call, said: End) -> Result<Shown<Version>, Problem> {
    let store = call.app.store();
    let matters = store.matters()?;
    let standing = Standing::of(&store, KIND)?;
    let id = call.param("id").to_owned();
    let matter = matters.iter().find(|matter| matter.code == id);
    let matter = matter.ok_or_else(|| Problem::not_there("matter"))?;
    let in_force = |code: &str| !standing.has_ended(code) && matters.iter().any(|matter| matter.code == code);
    let successor = successor(&id, said.successor, &standing, in_force)?;
    let open = Filter { open: Some(true), matters: vec![id.as_str().into()], ..Filter::default() };
    let below = matters.iter().filter(|below| below.parent == id && !standing.has_ended(&below.code)).count();
    let desk = call.app.desk();
    let city = desk.city();
    let today = city.calendar.date(call.at);
    let entries = city.directory.entries().iter();
    let duties = entries
        .filter(|entry| entry.matter.as_str().starts_with(&id) && entry.until.is_none_or(|u| today < u));
    let uses = Use::some([
        ("orders", store.count(&open)?, format!("/api/orders?open=true&matter={id}")),
        ("matters", below as u64, format!("/api/administrator/matters?parent={id}")),
        (
            "directory_entries",
            duties.count() as u64,
            format!("/api/administrator/directory-entries?matter={id}"),
        ),
    ]);
    if !uses.is_empty() {
        return Err(Problem::StillUsed { uses });
    }
    let entry = json(&OneMatter::from(matter));
    let ends = Some(Ending { successor });
    let put = Put { kind: KIND, code: &id, was: entry.clone(), became: entry, basis: &said.basis, ends };
    put.write(call, CityWrite::Nothing)
}

/// The entry in whose favour one ends: another that is in force, or none.
pub(super) fn successor(
    id: &str,
    said: Option<String>,
    standing: &Standing,
    in_force: impl Fn(&str) -> bool,
) -> Result<String, Problem> {
    if standing.has_ended(id) {
        return Err(Problem::bad_value("code", "it has ended already"));
    }
    match said.filter(|code| !code.is_empty()) {
        Some(code) if code == id || !in_force(&code) => {
            Err(Problem::bad_value("successor", format!("there is no other entry {code} in force")))
        }
        code => Ok(code.unwrap_or_default()),
    }
}
