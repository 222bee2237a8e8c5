//! 监管空白: matters that keep ending in rulings. What the duties leave open is
//! for the body that can change them, with the rulings as evidence.

use std::collections::BTreeMap;

use domain::Moment;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{DisputeFilter, DisputeRow};

use crate::call::Call;
use crate::problem::Problem;
use crate::route::Shown;

/// So many disputes are looked at at most.
const MOST: usize = 20_000;

/// A quarter, in days.
const QUARTER: i64 = 92;

/// Since when.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "WhichBlankAreas")]
pub(super) struct Which {
    /// From this moment on; a quarter back, when it is not said.
    from: Option<Moment>,
    /// Before this moment; now, when it is not said.
    to: Option<Moment>,
}

/// A matter whose duties leave something open.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct BlankArea {
    matter: String,
    /// How often it was quarrelled over.
    disputes: u64,
    /// How often it was ruled on.
    rulings: u64,
    /// Of the disputes, those for which a ruling was in force already.
    recurred: u64,
    /// Since when it has been so, within the period.
    since: Moment,
    /// The units that were concerned.
    units: Vec<String>,
    /// The rulings: the evidence.
    numbers: Vec<String>,
}

pub(super) fn list(call: &Call, which: Which) -> Result<Shown<Vec<BlankArea>>, Problem> {
    let to = which.to.unwrap_or(call.at);
    let from = which.from.unwrap_or(to.plus_minutes(-QUARTER * 1440));
    let filter = DisputeFilter { from: Some(from), to: Some(to), ..DisputeFilter::default() };
    let rows = call.app.store().disputes(&filter, None, MOST)?;
    let desk = call.app.desk();
    let least = desk.city().policy(call.at).dispute.as_ref().map_or(u64::MAX, |rule| rule.blank.value.into());
    Ok(Shown(areas(&rows, least)))
}

/// The matters ruled on at least so often, the most often ones first.
pub(super) fn areas(rows: &[DisputeRow], least: u64) -> Vec<BlankArea> {
    let mut by_matter: BTreeMap<&str, Vec<&DisputeRow>> = BTreeMap::new();
    rows.iter().for_each(|row| by_matter.entry(row.matter.as_str()).or_default().push(row));
    let area = |(matter, rows): (&str, Vec<&DisputeRow>)| {
        let mut units: Vec<String> =
            rows.iter().flat_map(|row| &row.parties).map(|unit| unit.0.clone()).collect();
        units.sort();
        units.dedup();
        let ruled = rows.iter().filter_map(|row| row.ruling.as_ref());
        BlankArea {
            matter: matter.to_owned(),
            disputes: rows.len() as u64,
            rulings: ruled.clone().count() as u64,
            recurred: rows.iter().filter(|row| row.ruled_before.is_some()).count() as u64,
            // There is one at least: rows are gathered under the matter of the first.
            since: rows.iter().map(|row| row.opened_at).min().unwrap_or(Moment(0)),
            units,
            numbers: ruled.map(|ruling| ruling.number.clone()).collect(),
        }
    };
    let mut found: Vec<BlankArea> =
        by_matter.into_iter().map(area).filter(|area| area.rulings >= least).collect();
    found.sort_by_key(|area| std::cmp::Reverse(area.rulings));
    found
}
