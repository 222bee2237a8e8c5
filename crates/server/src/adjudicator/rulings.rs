//! 认定案例库: what was quarrelled over, and what was ruled.

use domain::Moment;
use domain::codes::ReturnReason;
use domain::order::{DisputeCause, DisputeStep, RulingEffect, RulingTerms};
use domain::rulings::InForce;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{DisputeFilter, DisputeRow};

use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::Shown;

/// So many are shown at a time.
const SHOWN: usize = 50;

/// The longest question that is compared, in characters.
const LONGEST: usize = 400;

/// Which precedents.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "WhichPrecedents")]
pub(super) struct Which {
    /// Words: the likest papers come first, and the other fields are not looked at.
    q: Option<String>,
    /// Of this matter, or one below it.
    matter: Option<String>,
    /// At this place, or one within it.
    place: Option<String>,
    /// That concern this unit.
    unit: Option<String>,
    /// On this ground.
    ground: Option<ReturnReason>,
    /// Only what is in force for all such orders.
    in_force: bool,
    /// Only what is still open (`false` as text), or only what was ruled on (`true`).
    ruled: Option<bool>,
    /// Go on after this one: `order-no` of the last line.
    after: Option<String>,
}

/// Precedents.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PrecedentPage {
    precedents: Vec<Precedent>,
    /// What to say as `after` for the next page; none when there is none.
    next: Option<String>,
}

/// A dispute, and its ruling. Its papers stand in the order, and are read there.
#[derive(Debug, Serialize, JsonSchema)]
struct Precedent {
    /// The number of the order; none when it is not found any more.
    order: Option<String>,
    /// Which of its disputes, from 1.
    no: u16,
    matter: String,
    place: String,
    ground: ReturnReason,
    cause: DisputeCause,
    /// The units concerned.
    parties: Vec<String>,
    opened_at: Moment,
    /// Where it stands, or stood when it was ruled on.
    step: DisputeStep,
    /// The ruling that was in force when it was opened.
    ruled_before: Option<String>,
    /// Whether it took longer than its limit.
    late: bool,
    ruling: Option<RulingLine>,
}

/// A ruling.
#[derive(Debug, Serialize, JsonSchema)]
struct RulingLine {
    number: String,
    at: Moment,
    lead: String,
    effect: RulingEffect,
    terms: Option<RulingTerms>,
    /// Until which day it holds; none where no end is set.
    until: Option<jiff::civil::Date>,
    /// When it is to be looked at again.
    review: Option<jiff::civil::Date>,
    ended_at: Option<Moment>,
    /// When the designated unit began.
    executed_at: Option<Moment>,
    /// The entry of the directory that was made of it.
    entry: Option<String>,
}

pub(super) fn list(call: &Call, which: Which) -> Result<Shown<PrecedentPage>, Problem> {
    let store = call.app.store();
    if let Some(words) = &which.q {
        if words.chars().count() > LONGEST {
            let why = format!("it has at most {LONGEST} characters");
            return Err(Problem::BadQuery { at: "q".to_owned(), why });
        }
        let rows = store.disputes_alike(words, SHOWN)?;
        return Ok(Shown(PrecedentPage { precedents: lines(call, rows)?, next: None }));
    }
    let filter = DisputeFilter {
        matter: which.matter,
        place: which.place,
        unit: which.unit,
        ground: which.ground,
        ruled: which.ruled,
        general: which.in_force,
        ..DisputeFilter::default()
    };
    let rows = store.disputes(&filter, which.after.as_deref().map(place).transpose()?, SHOWN + 1)?;
    let more = rows.len() > SHOWN;
    let rows: Vec<DisputeRow> = rows.into_iter().take(SHOWN).collect();
    let next = rows.last().filter(|_| more).map(|row| format!("{}-{}", row.order.0, row.no));
    Ok(Shown(PrecedentPage { precedents: lines(call, rows)?, next }))
}

fn place(after: &str) -> Result<(i64, i64), Problem> {
    let parsed = after.split_once('-').and_then(|(order, no)| Some((order.parse().ok()?, no.parse().ok()?)));
    let why = "it is what the page before said as `next`".to_owned();
    parsed.ok_or(Problem::BadQuery { at: "after".to_owned(), why })
}

fn lines(call: &Call, rows: Vec<DisputeRow>) -> Result<Vec<Precedent>, Problem> {
    let orders: Vec<_> = rows.iter().map(|row| row.order).collect();
    let listed = call.app.store().listed(&orders, &store::Filter::default())?;
    let number = |row: &DisputeRow| {
        let order = listed.iter().find(|order| order.id == row.order);
        order.map(|order| order.number.clone())
    };
    let desk = call.app.desk();
    let today = desk.city().calendar.date(call.at);
    let line = |row: DisputeRow| {
        let ruling = row.ruling.as_ref().map(|ruling| RulingLine {
            number: ruling.number.clone(),
            at: ruling.at,
            lead: ruling.lead.0.clone(),
            effect: ruling.effect(),
            // The tasks of those who assist are words of the order, and are read there.
            terms: ruling.terms.as_deref().filter(|terms| terms.assists.is_empty()).cloned(),
            until: ruling.until(),
            review: ruling.review(),
            ended_at: ruling.ended_at,
            executed_at: row.executed_at,
            entry: desk.city().directory.ruled(&ruling.number, today).map(|entry| entry.code.clone()),
        });
        Precedent {
            order: number(&row),
            no: row.no,
            matter: row.matter.0,
            place: row.place.0,
            ground: row.ground,
            cause: row.cause,
            parties: row.parties.into_iter().map(|unit| unit.0).collect(),
            opened_at: row.opened_at,
            step: row.step,
            ruled_before: row.ruled_before,
            late: row.late,
            ruling,
        }
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Two rulings that nobody can both follow.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Contradicting {
    older: String,
    newer: String,
    matter: String,
    place: Option<String>,
    /// Whom the older names.
    older_lead: String,
    /// Whom the newer names.
    newer_lead: String,
}

pub(super) fn contradictions(call: &Call, _: NoQuery) -> Result<Shown<Vec<Contradicting>>, Problem> {
    let rulings = call.app.store().rulings_in_force()?;
    let pair = |(older, newer): (&InForce, &InForce)| Contradicting {
        older: older.number.clone(),
        newer: newer.number.clone(),
        matter: older.matter.0.clone(),
        place: older.place.as_ref().map(|place| place.0.clone()),
        older_lead: older.lead.0.clone(),
        newer_lead: newer.lead.0.clone(),
    };
    Ok(Shown(rulings.contradictions().into_iter().map(pair).collect()))
}
