//! 席位状态: whether a telephone may ring.

use domain::Moment;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::OperatorState;

use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::Shown;

/// What an operator is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Doing {
    /// 示闲
    Ready,
    /// 通话中
    Talking,
    /// 话后处理
    AfterCall,
    /// 小休
    Break,
    /// 培训
    Training,
    /// 离席、下班
    Away,
}

/// From now on.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SetState {
    state: Doing,
}

/// What an operator was doing for a while.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct StateLine {
    pub state: Doing,
    pub since: Moment,
    /// Until when; none while it lasts.
    pub until: Option<Moment>,
}

impl StateLine {
    /// None for a state that a later program wrote.
    pub fn of(known: OperatorState) -> Option<Self> {
        let state = serde_json::from_value(Value::String(known.state)).ok()?;
        Some(Self { state, since: known.since, until: known.until })
    }
}

pub(super) fn set(call: &Call, said: SetState) -> Result<(), Problem> {
    let code = serde_json::to_value(said.state).map_err(|_| Problem::Internal)?;
    let code = code.as_str().unwrap_or_default();
    Ok(call.app.store().set_operator_state(&call.staff()?.login, code, call.at)?)
}

pub(super) fn show(call: &Call, _: NoQuery) -> Result<Shown<Option<StateLine>>, Problem> {
    let states = call.app.store().operator_states(&call.staff()?.login, call.at)?;
    let lasting = states.into_iter().rev().find(|state| state.until.is_none());
    Ok(Shown(lasting.and_then(StateLine::of)))
}
