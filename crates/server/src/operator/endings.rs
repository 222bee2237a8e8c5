//! 依法终止通话: an operator who is abused ends a call after saying so, step by
//! step (济南条例 42: whoever harasses the line is told to stop, the call may be
//! ended, evidence is kept). It is counted for the number, so that the next
//! operator is prepared; no channel is closed by it.

use domain::Moment;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::CallEnding;

use crate::call::Call;
use crate::problem::Problem;
use crate::route::Created;

/// Endings are remembered to the next operator for so many days.
pub(super) const WINDOW_DAYS: i64 = 30;

const DAY_MILLIS: i64 = 86_400_000;

/// Why a call was ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "CallEndingReason")]
pub(super) enum Reason {
    /// 辱骂
    Abuse,
    /// 威胁、恐吓
    Threat,
    /// 言语性骚扰
    SexualHarassment,
    /// 恶意占线、反复无故拨打
    LineBlocking,
}

impl Reason {
    /// None for a reason that a later program wrote.
    pub fn of(ending: &CallEnding) -> Option<Self> {
        serde_json::from_value(Value::String(ending.reason.clone())).ok()
    }
}

/// The steps of the script, in the order in which they are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "CallEndingStep")]
pub(super) enum Step {
    /// 劝导：请您冷静，说明诉求
    Calmed,
    /// 警示：如继续，将依法终止通话并保留录音
    Warned,
    /// 告知：现终止通话，您仍可通过其他渠道反映
    Told,
}

/// An ended call.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "CallEnding")]
pub(super) struct Ending {
    reason: Reason,
    /// What was said before: all three steps, but for a threat, which needs only the last.
    steps: Vec<Step>,
}

/// What the number has behind it now.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CallEnded")]
pub(super) struct Ended {
    call: i64,
    at: Moment,
    /// Endings of calls from this number, this one among them, in the last 30 days; 0 when it is withheld.
    count: usize,
}

pub(super) fn end(call: &Call, said: Ending) -> Result<Created<Ended>, Problem> {
    let me = call.staff()?.login.clone();
    let store = call.app.store();
    let no_call = || Problem::not_there("call");
    let id: i64 = call.param("call").parse().map_err(|_| no_call())?;
    // Whoever talks on it ends it.
    let known =
        store.call(id)?.filter(|known| known.login == me && known.direction == "in").ok_or_else(no_call)?;
    if known.answered_at.is_none() {
        return Err(Problem::bad_value("call", "it was not answered"));
    }
    if !is_lawful(said.reason, &said.steps) {
        let why = "say calmed, warned and told, in this order, before; at a threat told is enough";
        return Err(Problem::bad_value("steps", why));
    }
    let ending = CallEnding {
        call: id,
        login: me,
        reason: code(&said.reason)?,
        steps: said.steps.iter().map(code).collect::<Result<_, _>>()?,
        at: call.at,
    };
    store.note_call_ending(ending)?;
    Ok(Created(Ended { call: id, at: call.at, count: earlier(call, id)?.len() }))
}

/// Nobody is cut off unwarned, but where waiting would be dangerous.
fn is_lawful(reason: Reason, steps: &[Step]) -> bool {
    match reason {
        Reason::Threat => steps.last() == Some(&Step::Told),
        _ => steps == [Step::Calmed, Step::Warned, Step::Told],
    }
}

/// The endings of calls from a call's number, newest first.
pub(super) fn earlier(call: &Call, id: i64) -> Result<Vec<CallEnding>, Problem> {
    Ok(call.app.store().endings_of_caller(id, call.at.plus_millis(-WINDOW_DAYS * DAY_MILLIS))?)
}

fn code(value: &impl Serialize) -> Result<String, Problem> {
    let value = serde_json::to_value(value).map_err(|_| Problem::Internal)?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}
