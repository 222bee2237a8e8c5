//! 来电弹屏: the call at hand, with all that helps to take it. It may be asked
//! for again and again; one look is noted for each call.

use domain::Moment;
use schemars::JsonSchema;
use serde::Serialize;
use store::Listed;

use super::endings::{Reason, WINDOW_DAYS, earlier};
use crate::access::{Mine, Purpose};
use crate::call::Call;
use crate::log_in::NoQuery;
use crate::orders::{OrderLine, line, of_caller};
use crate::problem::Problem;
use crate::route::Shown;

/// A call that began longer ago was forgotten by the switch.
const LASTS_MILLIS: i64 = 4 * 3_600_000;

/// The call at hand.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CurrentCall {
    /// Its number: an appeal that comes through it names it.
    call: i64,
    /// `in` or `out`.
    direction: String,
    /// `ringing` or `answered`.
    state: String,
    started_at: Moment,
    answered_at: Option<Moment>,
    /// The number, masked; none when it is withheld.
    phone: Option<String>,
    /// The names that go with the number, masked.
    names: Vec<String>,
    /// Their open orders, newest first.
    open: Vec<OrderLine>,
    /// Their closed ones, newest first.
    earlier: Vec<OrderLine>,
    /// What is to be known before the call is taken.
    endings: Endings,
}

/// Calls from this number that operators had to end. The citizen is served
/// all the same, by whatever way they come.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Endings {
    /// How many.
    count: usize,
    /// In so many days.
    days: i64,
    /// The last one's reason.
    last: Option<Reason>,
}

pub(super) fn show(call: &Call, _: NoQuery) -> Result<Shown<Option<CurrentCall>>, Problem> {
    let me = &call.staff()?.login;
    let store = call.app.store();
    let Some(at_hand) = store.current_call(me, call.at.plus_millis(-LASTS_MILLIS))? else {
        return Ok(Shown(None));
    };
    let phone = store.call_phone(at_hand.id)?;
    let known = of_caller(call, phone.as_deref().unwrap_or_default())?;
    if call.app.looks().is_first(me, at_hand.id) {
        let ids = known.orders.iter().map(|order| order.id).collect();
        call.app.looks().several(call, ids, Purpose::Caller, &format!("call {}", at_hand.id))?;
    }
    let endings = earlier(call, at_hand.id)?;
    let mine = Mine::of(call)?;
    let (open, closed): (Vec<Listed>, Vec<Listed>) =
        known.orders.into_iter().partition(|order| order.closed_at.is_none());
    let lines = |orders: Vec<Listed>| orders.into_iter().map(|order| line(order, &mine)).collect();
    Ok(Shown(Some(CurrentCall {
        call: at_hand.id,
        direction: at_hand.direction,
        state: at_hand.state,
        started_at: at_hand.started_at,
        answered_at: at_hand.answered_at,
        phone: phone.filter(|phone| !phone.is_empty()).map(|phone| text::mask_phone(&phone)),
        names: known.names,
        open: lines(open),
        earlier: lines(closed),
        endings: Endings {
            count: endings.len(),
            days: WINDOW_DAYS,
            last: endings.first().and_then(Reason::of),
        },
    })))
}
