//! What a person keeps: views of lists, and how they like their screens.

use domain::Moment;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Preferences, View};

use super::sessions::NoQuery;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Shown;

/// So many views are kept for a person.
const MOST: usize = 100;

/// The longest name, in characters, and the longest query, in bytes.
const LONGEST_NAME: usize = 60;
const LONGEST_QUERY: usize = 2_000;

/// A view of a list, as it is kept.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SavedView {
    name: String,
    /// The workplace that it belongs to, such as `handler`.
    workplace: String,
    /// The query of the list, as it stands in an address. It holds no order, so that it can be given to anybody.
    query: String,
    changed_at: Moment,
}

/// A view to keep.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewView {
    workplace: String,
    query: String,
}

pub(super) fn views(call: &Call, _: NoQuery) -> Result<Shown<Vec<SavedView>>, Problem> {
    let views = call.app.store().views(&call.staff()?.login)?;
    let saved = |view: View| SavedView {
        name: view.name,
        workplace: view.workplace,
        query: view.query,
        changed_at: view.changed_at,
    };
    Ok(Shown(views.into_iter().map(saved).collect()))
}

pub(super) fn put_view(call: &Call, said: NewView) -> Result<(), Problem> {
    let name = call.param("name").trim();
    let chars = name.chars().count();
    if chars == 0 || chars > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(Problem::bad_value("name", format!("it has 1 to {LONGEST_NAME} characters")));
    }
    if said.workplace.len() > LONGEST_NAME || said.query.len() > LONGEST_QUERY {
        let why = format!("the workplace has at most {LONGEST_NAME} bytes, the query {LONGEST_QUERY}");
        return Err(Problem::bad_value("workplace, query", why));
    }
    let view = View {
        login: call.staff()?.login.clone(),
        name: name.to_owned(),
        workplace: said.workplace,
        query: said.query,
        changed_at: call.at,
    };
    match call.app.store().put_view(view, MOST)? {
        true => Ok(()),
        false => Err(Problem::bad_value("name", format!("{MOST} views are kept already: delete one first"))),
    }
}

pub(super) fn remove_view(call: &Call) -> Result<(), Problem> {
    match call.app.store().remove_view(&call.staff()?.login, call.param("name").trim())? {
        true => Ok(()),
        false => Err(Problem::not_there("view")),
    }
}

/// How somebody likes their screens.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Preferences")]
pub(super) struct Liking {
    language: Language,
    theme: Theme,
    density: Density,
}

/// In which language.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
enum Language {
    /// 中文
    #[serde(rename = "zh-CN")]
    Chinese,
    /// English
    #[serde(rename = "en")]
    English,
}

/// Light or dark.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Theme {
    /// 浅色
    Light,
    /// 深色
    Dark,
    /// 跟随系统
    System,
}

/// How much stands on a screen.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Density {
    /// 紧凑
    Compact,
    /// 适中
    Middle,
    /// 宽松
    Comfortable,
}

pub(super) fn preferences(call: &Call, _: NoQuery) -> Result<Shown<Option<Liking>>, Problem> {
    let known = call.app.store().preferences(&call.staff()?.login)?;
    // What a later program wrote and this one does not know counts as nothing said.
    let liking = known.and_then(|known| {
        let Preferences { language, theme, density } = known;
        serde_json::from_value(serde_json::json!({"language": language, "theme": theme, "density": density}))
            .ok()
    });
    Ok(Shown(liking))
}

pub(super) fn put_preferences(call: &Call, said: Liking) -> Result<(), Problem> {
    let said = serde_json::to_value(said).map_err(|_| Problem::Internal)?;
    let text = |field: &str| said[field].as_str().unwrap_or_default().to_owned();
    let preferences =
        Preferences { language: text("language"), theme: text("theme"), density: text("density") };
    Ok(call.app.store().put_preferences(&call.staff()?.login, preferences)?)
}
