//! 变更记录: who changed what of the city, newest first. The store keeps it as
//! a chain, and `minsheng verify` looks at it.

use domain::Moment;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{CityChangeFilter, CityChangeRow};

use crate::call::Call;
use crate::problem::Problem;
use crate::route::{Page, Shown};

/// A page has so many changes.
const PAGE: usize = 100;

/// Which changes.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "WhichCityChanges")]
pub(crate) struct Which {
    /// Of this list: `unit`, `matter`, `place`, `directory_entry`, `template`, `calendar`, `person`, `policy`.
    kind: Option<String>,
    /// Of this entry.
    code: Option<String>,
    /// By this person.
    login: Option<String>,
    /// At this moment or later.
    from: Option<Moment>,
    /// Before this moment.
    to: Option<Moment>,
    /// The `next` of the page before.
    after: Option<i64>,
}

/// One change.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CityChange")]
pub(crate) struct OneChange {
    /// Its number, from 1 without a gap.
    no: i64,
    /// When.
    at: Moment,
    /// By whom.
    login: String,
    /// Of which list.
    kind: String,
    /// Which entry.
    code: String,
    /// `put` or `end`.
    act: String,
    /// The version of the entry after it.
    version: i64,
    /// The entry before; null for a new one.
    was: Value,
    /// The entry after.
    became: Value,
    /// What it rests on.
    basis: String,
}

pub(crate) fn list(call: &Call, which: Which) -> Result<Shown<Page<OneChange>>, Problem> {
    let filter = CityChangeFilter {
        kind: which.kind,
        code: which.code,
        login: which.login,
        from: which.from,
        to: which.to,
    };
    let mut rows = call.app.store().city_changes(&filter, which.after, PAGE + 1)?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|row| row.no.to_string());
    Ok(Shown(Page { items: rows.into_iter().map(one).collect(), next }))
}

fn one(row: CityChangeRow) -> OneChange {
    let json = |text: &str| serde_json::from_str(text).unwrap_or(Value::Null);
    OneChange {
        no: row.no,
        at: row.at,
        was: json(&row.was),
        became: json(&row.became),
        login: row.login,
        kind: row.kind,
        code: row.code,
        act: row.act,
        version: row.version,
        basis: row.basis,
    }
}
