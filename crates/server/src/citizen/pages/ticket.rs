//! Whoever showed the query code once need not show it at each step: a cookie
//! remembers it for half an hour, for this order alone. The code itself never
//! stands in an address or a cookie.

use axum::http::header::SET_COOKIE;
use domain::Moment;
use subtle::ConstantTimeEq as _;

use super::look::cookie;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Reply;

/// The cookie. It goes to the pages of one order only.
const COOKIE: &str = "minsheng_order";

/// How long it lasts when nobody looks, in milliseconds.
const LASTS: i64 = 30 * 60 * 1000;

/// Whether the code of the call's order was shown lately.
///
/// # Errors
/// When it was not: then it is asked for.
pub(crate) fn check_ticket(call: &Call) -> Result<(), Problem> {
    let held = cookie(&call.headers, COOKIE).and_then(|value| value.split_once('.'));
    let (until, proof) = held.ok_or(Problem::NotLoggedIn)?;
    let until = until.parse().map(Moment).map_err(|_| Problem::NotLoggedIn)?;
    let right: bool = proof.as_bytes().ct_eq(made(call, call.param("number"), until).as_bytes()).into();
    if right && call.at <= until { Ok(()) } else { Err(Problem::NotLoggedIn) }
}

/// Remembers that the code of an order was shown, from now on.
pub(super) fn remember(call: &Call, number: &str, reply: Reply) -> Reply {
    let until = call.at.plus_millis(LASTS);
    let value = format!("{}.{}", until.0, made(call, number, until));
    reply.with(SET_COOKIE, &baked(call, number, &value, LASTS / 1000))
}

/// Forgets it.
pub(super) fn forget(call: &Call, number: &str, reply: Reply) -> Reply {
    reply.with(SET_COOKIE, &baked(call, number, "", 0))
}

fn made(call: &Call, number: &str, until: Moment) -> String {
    call.app.store().ticket("order", &format!("{number} {}", until.0))
}

fn baked(call: &Call, number: &str, value: &str, seconds: i64) -> String {
    let secure = if call.app.options().secure_cookie { "; Secure" } else { "" };
    format!(
        "{COOKIE}={value}; Path=/orders/{number}; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"
    )
}
