//! 外呼: a call that a switch is to make is told to the hooks that ask for
//! such; the number is not told, the switch fetches it with its own key, and
//! that is logged.

use domain::Moment;
use serde_json::json;
use store::{Call, Store};

use super::event::{CALL_REQUESTED, wants};
use super::post::{Failure, Post};

/// Tells every hook that makes calls; how many there are.
///
/// # Errors
/// The first that did not take it. All are told again then, under the same
/// names.
pub(crate) fn request_call(
    store: &Store,
    post: &Post,
    call: &Call,
    order: &str,
    now: Moment,
) -> store::Result<Result<usize, Failure>> {
    let data = json!({"call": call.id, "login": call.login, "order": order});
    let at = call.started_at.timestamp().to_string();
    let body = json!({"type": CALL_REQUESTED, "timestamp": at, "data": data}).to_string();
    let mut told = 0;
    for hook in store.hooks()?.iter().filter(|hook| hook.active && wants(&hook.events, CALL_REQUESTED)) {
        let id = format!("msg_{}_call_{}", hook.name, call.id);
        if let Err(failure) = post.send(&hook.url, &hook.secret, &id, &body, now) {
            return Ok(Err(failure));
        }
        told += 1;
    }
    Ok(Ok(told))
}
