//! 我的一天: an operator's own figures, for themself and nobody else.

use domain::Moment;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::states::{Doing, StateLine};
use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::Shown;

/// An operator's day, from its midnight on.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Day {
    date: Date,
    /// Calls that rang here.
    calls: u64,
    /// Calls that were taken.
    taken: u64,
    /// Calls that were made.
    made: u64,
    /// Seconds of talk.
    talked_seconds: i64,
    /// Appeals registered.
    registered: u64,
    /// 即时答复
    answered_at_once: u64,
    /// 受理
    accepted: u64,
    /// 不予受理
    refused: u64,
    /// 转紧急专线
    transferred: u64,
    /// The mean of the times after a call, in seconds; none without one.
    after_call_seconds: Option<i64>,
    /// Over how many times it is the mean.
    after_calls: u64,
    /// What I was doing, oldest first.
    states: Vec<StateLine>,
}

pub(super) fn show(call: &Call, _: NoQuery) -> Result<Shown<Day>, Problem> {
    let me = &call.staff()?.login;
    let store = call.app.store();
    let desk = call.app.desk();
    let calendar = &desk.city().calendar;
    let date = calendar.date(call.at);
    let midnight = calendar.start_of(date);
    let calls = store.calls_since(me, midnight)?;
    let talked = |at: &store::Call| {
        at.answered_at.map_or(0, |from| at.ended_at.unwrap_or(call.at).millis_since(from).max(0))
    };
    let acts = store.acts_since(me, midnight)?;
    let act = |name: &str| acts.iter().find(|(known, _)| known == name).map_or(0, |(_, count)| *count);
    let states: Vec<StateLine> =
        store.operator_states(me, midnight)?.into_iter().filter_map(StateLine::of).collect();
    let after: Vec<i64> = states
        .iter()
        .filter(|state| state.state == Doing::AfterCall)
        .map(|state| state.until.unwrap_or(call.at).millis_since(Moment(state.since.0.max(midnight.0))))
        .collect();
    let count = |wanted: &dyn Fn(&&store::Call) -> bool| calls.iter().filter(wanted).count() as u64;
    Ok(Shown(Day {
        date,
        calls: count(&|call| call.direction == "in"),
        taken: count(&|call| call.direction == "in" && call.answered_at.is_some()),
        made: count(&|call| call.direction == "out"),
        talked_seconds: calls.iter().map(talked).sum::<i64>() / 1000,
        registered: act("register"),
        answered_at_once: act("answer_at_once"),
        accepted: act("accept"),
        refused: act("refuse"),
        transferred: act("transfer"),
        after_call_seconds: (!after.is_empty())
            .then(|| after.iter().sum::<i64>() / 1000 / after.len() as i64),
        after_calls: after.len() as u64,
        states,
    }))
}
