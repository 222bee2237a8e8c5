//! 职责认定指标, of a stretch of days.

use domain::figures::Counted;
use domain::responsibility::{ResponsibilityMeasure, Tally};
use domain::{Moment, order::Ruling};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{By, DisputeFilter};

use super::blanks::areas;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Shown;

/// So many disputes are looked at at most.
const MOST: usize = 20_000;

/// So many days at most, and when it is not said.
const MOST_DAYS: u16 = 366;
const DAYS: u16 = 30;

/// Of which days.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "WhichResponsibility")]
pub(super) struct Which {
    /// Of so many days, today among them; 30 when it is not said, 366 at most.
    days: Option<u16>,
}

/// The measures of a stretch of days.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ResponsibilityPage {
    from: Moment,
    to: Moment,
    measures: Vec<MeasureLine>,
}

/// A measure.
#[derive(Debug, Serialize, JsonSchema)]
struct MeasureLine {
    what: ResponsibilityMeasure,
    /// Its value; none when there was nothing to make it from.
    value: Option<f64>,
    /// From how many.
    n: u64,
    /// 公式.
    formula: String,
}

pub(super) fn show(call: &Call, which: Which) -> Result<Shown<ResponsibilityPage>, Problem> {
    let days = which.days.unwrap_or(DAYS);
    if days == 0 || days > MOST_DAYS {
        return Err(Problem::BadQuery { at: "days".to_owned(), why: format!("it is 1 to {MOST_DAYS}") });
    }
    let desk = call.app.desk();
    let today = desk.city().calendar.date(call.at);
    let first = today - jiff::Span::new().days(i64::from(days) - 1);
    let (from, to) = (desk.city().calendar.start_of(first), call.at.plus_millis(1));
    let tally = tally(call, from, to, (first, today))?;
    let line = |measured: domain::responsibility::Measured| MeasureLine {
        what: measured.what,
        value: measured.value,
        n: measured.n,
        formula: measured.what.formula().to_owned(),
    };
    Ok(Shown(ResponsibilityPage { from, to, measures: tally.measures().into_iter().map(line).collect() }))
}

fn tally(
    call: &Call,
    from: Moment,
    to: Moment,
    days: (jiff::civil::Date, jiff::civil::Date),
) -> Result<Tally, Problem> {
    let desk = call.app.desk();
    let (store, city) = (desk.store(), desk.city());
    let filter = DisputeFilter { from: Some(from), to: Some(to), ..DisputeFilter::default() };
    let rows = store.disputes(&filter, None, MOST)?;
    let ruled: Vec<_> = rows.iter().filter_map(|row| Some((row, row.ruling.as_ref()?))).collect();
    let objections = |ruling: &Ruling| ruling.objections.len() as u64;
    let upheld = |ruling: &Ruling| {
        let verdicts = ruling.objections.iter().filter_map(|objection| objection.verdict.as_ref());
        verdicts.filter(|verdict| verdict.granted).count() as u64
    };
    let counted = [Counted::Dispatched, Counted::Returned, Counted::ReturnRejected];
    let figures = store.figures(By::All, None, &counted, days)?;
    let sum = |what| figures.iter().filter(|figure| figure.what == what).map(|figure| figure.count).sum();
    let general = ruled.iter().filter(|(_, ruling)| ruling.scope().is_some());
    let entry = |number: &str| city.directory.ruled(number, days.1).is_some();
    let least = city.policy(call.at).dispute.as_ref().map_or(u64::MAX, |rule| rule.blank.value.into());
    Ok(Tally {
        minutes_to_owner: store.minutes_to_owner(from, to)?,
        dispatched: store.leads(from, to)?,
        sent: sum(Counted::Dispatched),
        returned: sum(Counted::Returned),
        rejected: sum(Counted::ReturnRejected),
        disputes: rows.len() as u64,
        recurred: rows.iter().filter(|row| row.ruled_before.is_some()).count() as u64,
        ruled_minutes: ruled
            .iter()
            .map(|(row, ruling)| ruling.at.millis_since(row.opened_at) / 60_000)
            .collect(),
        on_time: ruled.iter().filter(|(row, _)| !row.late).count() as u64,
        executed: ruled.iter().filter(|(row, _)| row.executed_at.is_some()).count() as u64,
        objected: ruled.iter().filter(|(_, ruling)| objections(ruling) > 0).count() as u64,
        objections: ruled.iter().map(|(_, ruling)| objections(ruling)).sum(),
        upheld: ruled.iter().map(|(_, ruling)| upheld(ruling)).sum(),
        general: general.clone().count() as u64,
        entries: general.filter(|(_, ruling)| entry(&ruling.number)).count() as u64,
        blanks: areas(&rows, least).len() as u64,
    })
}
