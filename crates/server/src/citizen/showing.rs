//! Showing the query code. A number without its code, a code without its
//! number, and neither are answered alike; tries are counted by address and
//! by number.

use domain::Order;
use domain::ids::OrderId;
use store::{LockRule, OrderFile};
use subtle::ConstantTimeEq as _;

use crate::call::Call;
use crate::problem::Problem;

/// Ten wrong codes within an hour close a number for an hour: with 30 bits a
/// code, guessing one takes longer than the platform lasts.
const LOCK: LockRule = LockRule { failures: 10, within_millis: 3_600_000, locked_millis: 3_600_000 };

/// The order that carries a citizen's appeal, and which of its appeals are
/// theirs: after a merge, another order than that on their receipt.
pub(super) struct Mine {
    /// What there is of it.
    pub file: OrderFile,
    /// Which appeals, counted from 0.
    pub appeals: Vec<u16>,
    /// The number on their receipt.
    pub number: String,
    /// The order on their receipt.
    pub registered: OrderId,
}

impl Mine {
    /// The order that carries it now.
    pub fn order(&self) -> &Order {
        &self.file.loaded.order
    }
}

/// Follows merges no further than this: more are a circle.
const MOST_MERGES: usize = 20;

/// The order of the call's number, whose code was shown ([`check_code`]).
pub(super) fn mine(call: &Call) -> Result<Mine, Problem> {
    let number = call.param("number").to_owned();
    let none = || Problem::not_there("order");
    let store = call.app.store();
    let registered = store.id_of(&number)?.ok_or_else(none)?;
    let mut file = store.file(registered)?.ok_or_else(none)?;
    for _ in 0..MOST_MERGES {
        let Some(domain::Outcome::Merged { into }) = file.loaded.order.outcome else { break };
        file = store.file(into)?.ok_or_else(none)?;
    }
    let order = &file.loaded.order;
    let is_mine = |from: Option<OrderId>| from.unwrap_or(order.id) == registered;
    let appeals = (0..).zip(&order.appeals).filter(|(_, appeal)| is_mine(appeal.from)).map(|(at, _)| at);
    let appeals = appeals.collect();
    Ok(Mine { file, appeals, number, registered })
}

/// Whether the code of the call's number is shown: what stands before every
/// route of the citizen.
pub(crate) fn check_code(call: &Call) -> Result<(), Problem> {
    let said = call.headers.get("query-code").and_then(|value| value.to_str().ok()).unwrap_or_default();
    check_typed(call, call.param("number"), said)
}

/// Whether this is the code of the order with this number.
///
/// # Errors
/// When it is not, or was tried too often.
pub(super) fn check_typed(call: &Call, number: &str, said: &str) -> Result<(), Problem> {
    call.app.limits().count_try(call.ip)?;
    let store = call.app.store();
    let typed = format!("order:{}", number.chars().take(40).collect::<String>());
    if let Some(until) = store.login_lock(&typed, call.at)? {
        return Err(Problem::LockedOut { until });
    }
    let right = store.query_code(number);
    let same: bool = said.trim().to_uppercase().as_bytes().ct_eq(right.as_bytes()).into();
    if same {
        return Ok(());
    }
    store.note_login_failure(&typed, call.at, &LOCK)?;
    Err(Problem::not_there("order"))
}
