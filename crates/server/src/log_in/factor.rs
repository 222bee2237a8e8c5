//! One-time codes by time (RFC 6238), which any authenticator app makes.

use domain::Moment;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::Totp as Secret;
use totp_rs::{Builder, Totp};

use super::sessions::NothingSaid;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::{Created, Shown};

/// A step is half a minute; one before and one after are taken for clocks
/// that differ.
const STEP_SECONDS: u64 = 30;

/// What is needed to set up a one-time code.
#[derive(Serialize, JsonSchema)]
pub(super) struct Begun {
    /// To be typed into an authenticator app.
    secret: String,
    /// The same, for a picture that the app can read.
    url: String,
}

/// A code, to show that it works.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Confirming {
    /// Six digits.
    code: String,
}

/// Whether a one-time code is asked for from now on.
#[derive(Serialize, JsonSchema)]
pub(super) struct Confirmed {
    confirmed: bool,
}

/// Draws a new secret. As long as it is not confirmed, nothing changes; a
/// confirmed one is not replaced by whoever finds an open screen: only an
/// administrator takes it away.
pub(super) fn begin(call: &Call, _: NothingSaid) -> Result<Created<Begun>, Problem> {
    let me = call.staff()?;
    let store = call.app.store();
    let mut account = store.account(&me.login)?;
    if account.totp.as_ref().is_some_and(|totp| totp.confirmed) {
        return Err(Problem::Taken { what: "second factor".to_owned() });
    }
    let secret: [u8; 20] = rand::random();
    account.totp = Some(Secret { secret: secret.to_vec(), confirmed: false, last_step: 0 });
    store.put_account(account)?;
    let totp = totp(&secret, &me.login).ok_or(Problem::Internal)?;
    let url = totp.to_url().map_err(|_| Problem::Internal)?;
    Ok(Created(Begun { secret: totp.secret().to_base32(), url }))
}

pub(super) fn confirm(call: &Call, said: Confirming) -> Result<Shown<Confirmed>, Problem> {
    let me = call.staff()?;
    call.app.limits().count_try(call.ip)?;
    let store = call.app.store();
    let mut account = store.account(&me.login)?;
    let Some(totp) = account.totp.as_mut() else { return Err(Problem::not_there("second factor")) };
    let step = step_of(&totp.secret, &said.code, call.at).filter(|step| *step > totp.last_step);
    let Some(step) = step else {
        return Err(Problem::bad_value("code", "it is not the code of this moment"));
    };
    totp.confirmed = true;
    totp.last_step = step;
    store.put_account(account)?;
    Ok(Shown(Confirmed { confirmed: true }))
}

/// The step that a code is of; none when it is none of now.
pub(super) fn step_of(secret: &[u8], code: &str, at: Moment) -> Option<i64> {
    let seconds = u64::try_from(at.0 / 1000).ok()?;
    let step = totp(secret, "")?.check(code, seconds)?;
    i64::try_from(step).ok()
}

fn totp(secret: &[u8], login: &str) -> Option<Totp> {
    let builder = Builder::new().with_secret(secret.to_vec()).with_skew(1).with_step_duration(STEP_SECONDS);
    let named = if login.is_empty() {
        builder
    } else {
        builder.with_account_name(login).with_issuer(Some("Minsheng"))
    };
    named.build().ok()
}
