//! One's own account.

use domain::codes::Role;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::Person;

use super::sessions::NoQuery;
use crate::call::{BeforeAllElse, Call};
use crate::problem::Problem;
use crate::route::Shown;

/// Who asks.
#[derive(Serialize, JsonSchema)]
pub(super) struct Me {
    /// The log-in.
    login: String,
    /// The name.
    name: String,
    /// The role.
    role: Role,
    /// The unit's code; none for the hotline itself.
    unit: Option<String>,
    /// The unit's name.
    unit_name: Option<String>,
    /// Whether employed by a contractor.
    outsourced: bool,
    /// Whether a one-time code is asked for.
    second_factor: bool,
    /// What I must do before anything else is answered; null when nothing.
    before_all_else: Option<BeforeAllElse>,
    /// What every screen of this session shows across itself, so that a photo of it tells whose it was.
    watermark: Watermark,
}

/// A watermark.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Watermark {
    /// To be shown to the eye: name, log-in, date.
    text: String,
    /// The session's mark, by which it is found again.
    pub mark: String,
}

pub(super) fn me(call: &Call, _: NoQuery) -> Result<Shown<Me>, Problem> {
    let me = call.staff()?;
    let desk = call.app.desk();
    let unit = me.unit.as_ref().and_then(|unit| desk.city().units.get(unit));
    let totp = call.app.store().account(&me.login)?.totp;
    Ok(Shown(Me {
        login: me.login.clone(),
        name: me.name.clone(),
        role: me.role,
        unit: me.unit.as_ref().map(|unit| unit.0.clone()),
        unit_name: unit.map(|unit| unit.name.clone()),
        outsourced: me.outsourced,
        second_factor: totp.is_some_and(|totp| totp.confirmed),
        before_all_else: me.before_all_else,
        watermark: watermark(call)?,
    }))
}

/// The watermark of a call's answers.
pub(crate) fn watermark(call: &Call) -> Result<Watermark, Problem> {
    let me = call.staff()?;
    let date = call.app.desk().city().calendar.date(call.at);
    Ok(Watermark { text: format!("{} {} {date} {}", me.name, me.login, me.mark), mark: me.mark.clone() })
}

/// A new password.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPassword {
    /// The one until now.
    old: String,
    /// The one from now on.
    new: String,
}

/// Takes a new password, and ends the person's other sessions: whoever else
/// knew the old one is out.
pub(super) fn change_password(call: &Call, said: NewPassword) -> Result<(), Problem> {
    let me = call.staff()?;
    call.app.limits().count_try(call.ip)?;
    let store = call.app.store();
    let person = store.person(&me.login)?.ok_or(Problem::NotLoggedIn)?;
    if !call.app.passwords().check(&said.old, Some(&person.password_hash)) {
        return Err(Problem::WrongLogIn);
    }
    if said.new == said.old {
        return Err(Problem::bad_value("new", "it is the one until now"));
    }
    let password_hash = call.app.passwords().hash_new(&said.new, &me.login)?;
    store.put_people(vec![Person { password_hash, ..person }])?;
    let mut account = store.account(&me.login)?;
    account.password_changed_at = Some(call.at);
    account.password_given = false;
    store.put_account(account)?;
    for session in store.sessions(Some(&me.login), call.at)? {
        if session.id != me.session {
            store.end_session(session.id, call.at)?;
        }
    }
    Ok(())
}
