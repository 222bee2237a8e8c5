//! 目录版本、体检、回放.

use desk::directory::{self as workshop};
use domain::Moment;
use domain::directory::{Directory, Findings, Replayed};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::problem::problem;
use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::Shown;

/// Which version of the directory.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "WhichDirectoryVersion")]
pub(super) struct Which {
    /// Its number, or that of a draft (`d3`); what is in force, when it is not said.
    version: Option<String>,
}

/// One version.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DirectoryEdition {
    version: u32,
    in_force_from: Moment,
}

/// What came of a replay on the screen.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ReplayPage {
    outcome: Replayed,
    /// Whether all orders were looked at; else those that came first, in the time there was.
    complete: bool,
}

/// So long a screen waits, in milliseconds; the command line waits for all.
const PATIENCE_MILLIS: u128 = 20_000;

/// So many ways that orders would have gone are shown.
const WAYS: usize = 200;

/// So many of each kind of finding are shown.
const SHOWN: usize = 200;

impl Which {
    /// The version, and the day as of which its entries are looked at.
    pub fn directory(&self, call: &Call) -> Result<(Directory, Date), Problem> {
        let desk = call.app.desk();
        let (store, city) = (desk.store(), desk.city());
        let found = match self.version.as_deref().filter(|version| !version.is_empty()) {
            Some(name) => workshop::named(store, city, name, call.at),
            None => workshop::in_force(store, call.at).map(|found| (found, city.calendar.date(call.at))),
        };
        found.map_err(|error| problem(call, error))
    }
}

pub(super) fn versions(call: &Call, _: NoQuery) -> Result<Shown<Vec<DirectoryEdition>>, Problem> {
    let editions = workshop::editions(&call.app.store()).map_err(|error| problem(call, error))?;
    let edition = |found: workshop::Edition| DirectoryEdition {
        version: found.version,
        in_force_from: found.in_force_from,
    };
    Ok(Shown(editions.into_iter().map(edition).collect()))
}

pub(super) fn check(call: &Call, which: Which) -> Result<Shown<Findings>, Problem> {
    let (directory, on) = which.directory(call)?;
    let desk = call.app.desk();
    let mut found = workshop::check(desk.store(), desk.city(), &directory, on)?;
    found.contradictions.truncate(SHOWN);
    found.gaps.truncate(SHOWN);
    found.dead_units.truncate(SHOWN);
    found.expired.truncate(SHOWN);
    found.past_review.truncate(SHOWN);
    found.cycles.truncate(SHOWN);
    Ok(Shown(found))
}

pub(super) fn replay(call: &Call, which: Which) -> Result<Shown<ReplayPage>, Problem> {
    let (directory, on) = which.directory(call)?;
    let desk = call.app.desk();
    let begun = std::time::Instant::now();
    let goes_on = |_| begun.elapsed().as_millis() < PATIENCE_MILLIS;
    let (mut outcome, complete) = workshop::replay(desk.store(), desk.city(), &directory, on, &goes_on)?;
    outcome.moved.truncate(WAYS);
    Ok(Shown(ReplayPage { outcome, complete }))
}
