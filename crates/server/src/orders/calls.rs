//! 联系诉求人: calling the citizen of an order. Whoever must call gets the
//! number in clear through a record of the call, with a reason; everybody
//! else is put through by the platform and never sees it.

use domain::codes::Role::{self, *};
use domain::rights::Calling;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::NewCallOut;
use worker::DIAL;

use crate::access::{self, Purpose};
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Created;

/// Who may call.
pub(super) const ROLES: &[Role] = &[Operator, ShiftLeader, CallerBack, Supervisor, Handler, Coordinator];

/// The shortest reason that is one, and the longest, in characters.
const SHORTEST_REASON: usize = 2;
const LONGEST_REASON: usize = 500;

/// A call that is to be made.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCall {
    /// Which appeal's citizen, counted from 0.
    #[serde(default)]
    appeal: u16,
    /// Why they are called.
    reason: String,
}

/// The record of a call.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CallRecord {
    /// The record's number.
    call: i64,
    /// The number to call, in clear, for those who must call; the others are put through by the platform.
    phone: Option<String>,
    /// How they want to be addressed, in clear, likewise.
    name: Option<String>,
}

pub(super) fn call(call: &Call, said: NewCall) -> Result<Created<CallRecord>, Problem> {
    let reason = check_reason(&said.reason)?;
    // Nothing in the journal would find out that another process took the order
    // away from whoever calls.
    let seen = access::as_it_stands(call, call.param("number"))?;
    let order = &seen.loaded.order;
    let Some(appeal) = order.appeals.get(usize::from(said.appeal)) else {
        return Err(Problem::bad_value("appeal", "the order has no such appeal"));
    };
    let citizen = appeal.citizen.ok_or_else(|| Problem::not_there("citizen"))?;
    if seen.sight.may_call == Calling::No {
        return Err(Problem::NotForYou { needs: vec!["the hotline's own callers".to_owned()] });
    }
    let store = call.app.store();
    let external = match call.idempotency_key()? {
        Some(key) => format!("{}/{key}", call.staff()?.login),
        None => call.id.clone(),
    };
    // The look is on the disk before the number goes out.
    let clear = seen.sight.may_call == Calling::Number;
    if clear {
        call.app.looks().clear(call, Some(order.id), Vec::new(), Purpose::Call, reason)?;
    }
    let record = store.new_call_out(NewCallOut {
        login: call.staff()?.login.clone(),
        order: order.id,
        citizen,
        reason: reason.to_owned(),
        at: call.at,
        external,
        job: (!clear).then(|| DIAL.to_owned()),
    })?;
    let identity = store.citizen(citizen)?.ok_or_else(|| Problem::not_there("citizen"))?;
    let shown = |text: String| (clear && !text.is_empty()).then_some(text);
    Ok(Created(CallRecord { call: record.id, phone: shown(identity.phone), name: shown(identity.name) }))
}

/// A reason that says something.
pub(crate) fn check_reason(reason: &str) -> Result<&str, Problem> {
    let reason = reason.trim();
    match reason.chars().count() {
        SHORTEST_REASON..=LONGEST_REASON => Ok(reason),
        _ => Err(Problem::bad_value(
            "reason",
            format!("it has {SHORTEST_REASON} to {LONGEST_REASON} characters"),
        )),
    }
}
