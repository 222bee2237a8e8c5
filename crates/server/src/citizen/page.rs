//! What a citizen sees of their order: where it stands, whose it is, what was
//! done, what was answered. The clock that they see is their own, which never
//! stops.

use domain::codes::Conclusion;
use domain::order::Appeal;
use domain::text_ref::TextRef;
use domain::{Ending, Event, Moment, Outcome, Stage};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use store::Receipt;

use super::showing::{Mine, mine};
use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::Shown;

/// An order, as its citizen sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CitizenPage {
    /// The number on their receipt.
    number: String,
    /// The number of the order that carries it now, when it was merged.
    carried_by: Option<String>,
    /// Where it stands.
    stage: Stage,
    /// How it ended; none while it is open.
    outcome: Option<Ending>,
    /// What they said.
    said: Vec<Said>,
    /// When it was registered.
    registered_at: Moment,
    /// Until when it is to be answered.
    due_at: Option<Moment>,
    /// The unit that answers for it.
    unit: Option<String>,
    /// Until when they may answer what was asked of them.
    supplement_until: Option<Moment>,
    /// Until when they may ask for a second look.
    review_until: Option<Moment>,
    /// What happened.
    steps: Vec<Step>,
    /// What was answered.
    replies: Vec<Answered>,
}

/// What a citizen said.
#[derive(Debug, Serialize, JsonSchema)]
struct Said {
    at: Moment,
    title: Option<String>,
    content: Option<String>,
    demand: Option<String>,
    /// Where exactly.
    address: Option<String>,
    /// When, in their words.
    when: Option<String>,
}

/// One step.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CitizenStep")]
struct Step {
    at: Moment,
    /// The act.
    #[schemars(with = "domain::life::ActName")]
    act: String,
    /// The unit that acted, or to which the order went.
    unit: Option<String>,
    /// The units that were called together on the spot.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    called: Vec<String>,
    /// What they are told with it.
    text: Option<String>,
}

/// What was answered.
#[derive(Debug, Serialize, JsonSchema)]
struct Answered {
    at: Moment,
    text: Option<String>,
    conclusion: Conclusion,
}

pub(super) fn get(call: &Call, _: NoQuery) -> Result<Shown<CitizenPage>, Problem> {
    page(call, &mine(call)?).map(Shown)
}

pub(super) fn receipt(call: &Call, _: NoQuery) -> Result<Shown<Value>, Problem> {
    let mine = mine(call)?;
    let receipt: Option<Receipt> = call.app.store().receipt(mine.registered)?;
    let receipt = receipt.ok_or_else(|| Problem::not_there("order"))?;
    serde_json::to_value(receipt).map(Shown).map_err(|_| Problem::Internal)
}

/// The page of an order.
fn page(call: &Call, mine: &Mine) -> Result<CitizenPage, Problem> {
    let order = mine.order();
    let mut texts = mine.file.texts.clone();
    if order.id != mine.registered {
        texts.extend(call.app.store().texts(mine.registered)?);
    }
    let text = |reference: &TextRef| texts.get(&reference.hash).cloned().flatten();
    let desk = call.app.desk();
    let name = |code: &domain::ids::UnitId| desk.city().units.get(code).map(|unit| unit.name.clone());
    let own = mine.appeals.iter().filter_map(|at| order.appeals.get(usize::from(*at)));
    let said = |appeal: &Appeal| Said {
        at: appeal.received_at,
        title: text(&appeal.title),
        content: text(&appeal.content),
        demand: appeal.demand.as_ref().and_then(text),
        address: appeal.address.as_ref().and_then(text),
        when: appeal.when.as_ref().and_then(text),
    };
    let masked = |reference: &TextRef| text(reference).map(|body| text::mask(&body, &[]));
    let visible = mine.file.history.iter().filter(|entry| VISIBLE.contains(&entry.act.as_str()));
    let steps = visible.map(|entry| Step {
        at: entry.at,
        act: entry.act.clone(),
        unit: entry.events.iter().find_map(went_to).or(entry.by.unit.clone()).and_then(|unit| name(&unit)),
        called: entry.events.iter().flat_map(called).filter_map(name).collect(),
        text: entry.events.iter().find_map(told_with).and_then(masked),
    });
    let replies =
        order.replies.iter().filter(|reply| reply.review.as_ref().is_none_or(|review| review.passed));
    let open = order.review_until.filter(|_| order.stage.is_closed());
    Ok(CitizenPage {
        carried_by: (order.number != mine.number).then(|| order.number.clone()),
        number: mine.number.clone(),
        stage: order.stage,
        outcome: order.outcome.as_ref().map(Outcome::ending),
        said: own.map(said).collect(),
        registered_at: order.registered_at,
        due_at: order.due_at(),
        unit: order.lead().and_then(|lead| name(&lead.unit)),
        supplement_until: order.supplement_until,
        review_until: open,
        steps: steps.collect(),
        replies: replies
            .map(|reply| Answered { at: reply.at, text: masked(&reply.public), conclusion: reply.conclusion })
            .collect(),
    })
}

/// Acts that a citizen sees as steps.
pub(super) const VISIBLE: &[&str] = &[
    "register",
    "accept",
    "answer_at_once",
    "refuse",
    "transfer",
    "ask_for_more",
    "supplement",
    "dispatch",
    "sign",
    "open_dispute",
    "rule",
    "contact",
    "pause",
    "resume",
    "whistle",
    "close_whistle",
    "reply",
    "call_back",
    "redo",
    "ask_withdrawal",
    "answer_withdrawal",
    "close",
    "archive",
    "remind",
    "ask_review",
    "judge_review",
    "attach",
];

pub(super) fn went_to(event: &Event) -> Option<domain::ids::UnitId> {
    match event {
        Event::PartOpened { part } => Some(part.unit.clone()),
        _ => None,
    }
}

/// Who was called together: the citizen reads that several departments came
/// to look at it at once.
fn called(event: &Event) -> Vec<&domain::ids::UnitId> {
    match event {
        Event::Whistled { whistle } => whistle.called.iter().map(|called| &called.unit).collect(),
        _ => Vec::new(),
    }
}

/// What the citizen is told with a step.
pub(super) fn told_with(event: &Event) -> Option<&TextRef> {
    match event {
        Event::MoreAsked { question, .. } => Some(question),
        Event::AnsweredAtOnce { answer } => Some(answer),
        Event::Explained { text } => Some(text),
        _ => None,
    }
}
