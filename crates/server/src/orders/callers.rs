//! 来电历史: a caller's earlier orders, so that nobody has to tell their
//! story twice. The number comes in a body, never in an address that proxies
//! would log.

use domain::codes::Role::{self, *};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Filter, Listed};

use super::list::{OrderLine, line};
use crate::access::{self, Mine, Purpose};
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Shown;

/// Who may look a caller up: those who talk to them.
pub(super) const ROLES: &[Role] = &[Operator, ShiftLeader, CallerBack];

/// So many earlier orders are shown.
const SHOWN: usize = 20;

/// Whose orders: of a number, or of whoever makes a call.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CallerLookUp {
    /// The telephone number.
    #[serde(default)]
    phone: String,
    /// The call.
    #[serde(default)]
    call: Option<i64>,
}

/// What is known of a caller.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct KnownCaller {
    /// The names that go with the number, masked.
    names: Vec<String>,
    /// Their orders, newest first.
    orders: Vec<OrderLine>,
}

pub(super) fn look_up(call: &Call, said: CallerLookUp) -> Result<Shown<KnownCaller>, Problem> {
    let store = call.app.store();
    let phone = match said.call {
        Some(id) => store.call_phone(id)?.unwrap_or_default(),
        None => said.phone,
    };
    let CallersOrders { names, orders } = of_caller(call, &phone)?;
    call.app.looks().several(call, orders.iter().map(|order| order.id).collect(), Purpose::Caller, "")?;
    let mine = Mine::of(call)?;
    Ok(Shown(KnownCaller { names, orders: orders.into_iter().map(|order| line(order, &mine)).collect() }))
}

/// What a caller has behind them, as far as who asks may see it.
pub(crate) struct CallersOrders {
    /// The names that go with the number, masked.
    pub names: Vec<String>,
    /// Their orders, newest first.
    pub orders: Vec<Listed>,
}

/// What is known of whoever has a number. The look is for the caller of this
/// function to note.
pub(crate) fn of_caller(call: &Call, phone: &str) -> Result<CallersOrders, Problem> {
    let store = call.app.store();
    let (mut names, mut orders) = (Vec::new(), Vec::new());
    for citizen in store.citizens_by_phone(phone)? {
        let identity = store.citizen(citizen)?.unwrap_or_default();
        names.push(text::mask_name(&identity.name));
        orders.extend(store.orders_of(citizen, SHOWN)?);
    }
    let mut allowed = Filter::default();
    access::scope(&call.app, &call.staff()?.viewer(), &mut allowed)?;
    let mut orders = store.among(orders, &allowed)?;
    orders.sort_by_key(|order| std::cmp::Reverse(order.id));
    orders.truncate(SHOWN);
    Ok(CallersOrders { names, orders })
}
