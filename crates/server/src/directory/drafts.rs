//! 目录草案.

use desk::directory::{self as workshop, Drafting, KeptDraft, Step};
use domain::codes::EvidenceKind;
use domain::directory::{
    AssistDuty, Condition, DirectoryEntry, Draft, DraftState, DraftStep, DutyLevel, DutySource,
};
use domain::ids::{MatterCode, PersonId, PlaceCode, UnitId};
use domain::time::Limit;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::problem::problem;
use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::{Created, Shown};

/// A draft in the list.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DraftLine {
    id: String,
    title: String,
    state: DraftState,
    /// The version of the directory that it was begun on.
    made_from: u32,
    /// The version that it became.
    published_as: Option<u32>,
    /// How many entries it changes.
    changes: usize,
    /// What was done with it last.
    last: Option<DraftStep>,
}

/// A draft with its version: what a change is decided on (`If-Match`).
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DraftPage {
    version: i64,
    draft: Draft,
}

/// What a draft is for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WantedDraft {
    /// 1 to 100 characters.
    title: String,
}

/// An entry, as it is to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "WantedDirectoryEntry")]
pub(super) struct Wanted {
    /// The matter, with all that lies below it.
    matter: MatterCode,
    /// The place, with all that lies within it; none for everywhere.
    place: Option<PlaceCode>,
    /// 适用条件.
    #[serde(default)]
    condition: Condition,
    /// 主办.
    lead: UnitId,
    /// 协办, each with its task.
    #[serde(default)]
    assists: Vec<AssistDuty>,
    /// 层级.
    level: DutyLevel,
    /// 办理时限 in place of the policy's.
    limit: Option<Limit>,
    /// 佐证要求.
    #[serde(default)]
    evidence: Vec<EvidenceKind>,
    /// 依据: the law, the 三定规定, the list of powers, the ruling or the minutes.
    basis: String,
    /// Where the entry comes from.
    source: DutySource,
    /// The number of the ruling that it was made from.
    ruling: Option<String>,
    /// In force from this day; today, when it is not said.
    from: Option<Date>,
    /// In force until this day (not included).
    until: Option<Date>,
    /// When it is to be looked at again.
    review: Option<Date>,
}

/// What is said to a step.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "DraftNote")]
pub(super) struct Said {
    /// At most 1,000 characters; whoever sends a draft back says why.
    #[serde(default)]
    note: String,
}

/// The longest note, in characters.
const LONGEST_NOTE: usize = 1_000;

/// The longest title, in characters.
const LONGEST_TITLE: usize = 100;

pub(super) fn list(call: &Call, _: NoQuery) -> Result<Shown<Vec<DraftLine>>, Problem> {
    let store = call.app.store();
    let drafts = workshop::drafts(&store, call.at).map_err(|error| problem(call, error))?;
    let line = |KeptDraft { draft, .. }: KeptDraft| DraftLine {
        id: draft.id,
        title: draft.title,
        state: draft.state,
        made_from: draft.made_from,
        published_as: draft.published_as,
        changes: draft.changes.len(),
        last: draft.steps.last().cloned(),
    };
    Ok(Shown(drafts.into_iter().map(line).collect()))
}

pub(super) fn show(call: &Call, _: NoQuery) -> Result<Shown<DraftPage>, Problem> {
    let kept = workshop::draft(&call.app.store(), call.param("id"), call.at);
    kept.map(|kept| Shown(page(kept))).map_err(|error| problem(call, error))
}

fn page(kept: KeptDraft) -> DraftPage {
    DraftPage { version: kept.version, draft: kept.draft }
}

pub(super) fn begin(call: &Call, said: WantedDraft) -> Result<Created<DraftPage>, Problem> {
    let title = said.title.trim();
    if title.is_empty() || title.chars().count() > LONGEST_TITLE {
        return Err(Problem::bad_value("title", format!("it has 1 to {LONGEST_TITLE} characters")));
    }
    begun(call, title, Vec::new()).map(Created)
}

/// Begins a draft with entries.
pub(super) fn begun(call: &Call, title: &str, entries: Vec<DirectoryEntry>) -> Result<DraftPage, Problem> {
    let desk = call.app.desk();
    let by = PersonId(call.staff()?.login.clone());
    let hand = Drafting { store: desk.store(), by: &by, at: call.at, note: "" };
    workshop::begin(&hand, desk.city(), title, entries).map(page).map_err(|error| problem(call, error))
}

/// A draft of one entry that is ready to be reviewed: its id.
///
/// # Errors
/// The entry is not fit, or contradicts another.
pub(crate) fn hand_in(call: &Call, title: &str, entry: DirectoryEntry) -> Result<String, Problem> {
    let draft = begun(call, title, vec![entry])?.draft;
    let desk = call.app.desk();
    let by = PersonId(call.staff()?.login.clone());
    let hand = Drafting { store: desk.store(), by: &by, at: call.at, note: "" };
    let handed = workshop::take_step(&hand, desk.city(), &draft.id, Step::Submit, None);
    handed.map(|kept| kept.draft.id).map_err(|error| problem(call, error))
}

pub(super) fn put_entry(call: &Call, said: Wanted) -> Result<Shown<DraftPage>, Problem> {
    let desk = call.app.desk();
    let by = PersonId(call.staff()?.login.clone());
    let hand = Drafting { store: desk.store(), by: &by, at: call.at, note: "" };
    let today = desk.city().calendar.date(call.at);
    let entry = DirectoryEntry {
        code: call.param("code").to_owned(),
        matter: said.matter,
        place: said.place.filter(|place| !place.as_str().is_empty()),
        condition: said.condition,
        lead: said.lead,
        assists: said.assists,
        level: said.level,
        limit: said.limit,
        evidence: said.evidence,
        basis: said.basis,
        source: said.source,
        ruling: said.ruling.filter(|number| !number.is_empty()),
        approver: None,
        from: said.from.unwrap_or(today),
        until: said.until,
        review: said.review,
    };
    let against = call.version()?.map(i64::from);
    let kept = workshop::edit(&hand, desk.city(), call.param("id"), vec![entry], against);
    kept.map(|kept| Shown(page(kept))).map_err(|error| problem(call, error))
}

pub(super) fn take_out(call: &Call) -> Result<(), Problem> {
    let desk = call.app.desk();
    let by = PersonId(call.staff()?.login.clone());
    let hand = Drafting { store: desk.store(), by: &by, at: call.at, note: "" };
    let against = call.version()?.map(i64::from);
    let kept = workshop::take_out(&hand, call.param("id"), call.param("code"), against);
    kept.map(|_| ()).map_err(|error| problem(call, error))
}

pub(super) fn take_step(call: &Call, said: Said, step: Step) -> Result<Shown<DraftPage>, Problem> {
    let note = said.note.trim();
    if note.chars().count() > LONGEST_NOTE {
        return Err(Problem::bad_value("note", format!("it has at most {LONGEST_NOTE} characters")));
    }
    if step == Step::SendBack && note.is_empty() {
        return Err(Problem::bad_value("note", "say what is to be changed"));
    }
    let desk = call.app.desk();
    let by = PersonId(call.staff()?.login.clone());
    let hand = Drafting { store: desk.store(), by: &by, at: call.at, note };
    let against = call.version()?.map(i64::from);
    let kept = workshop::take_step(&hand, desk.city(), call.param("id"), step, against);
    let kept = kept.map_err(|error| problem(call, error))?;
    if step == Step::Approve
        && let Err(error) = call.app.reload_city()
    {
        tracing::error!(%error, "the city cannot be read anew");
    }
    Ok(Shown(page(kept)))
}
