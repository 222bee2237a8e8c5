//! People and their sessions.

use domain::codes::Role;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{CityWrite, Person};

use super::city::{Put, json};
use crate::call::Call;
use crate::log_in::{NoQuery, OneSession, shown};
use crate::problem::Problem;
use crate::route::Shown;

/// Somebody who works here.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Someone {
    login: String,
    name: String,
    #[schemars(with = "Role")]
    role: String,
    unit: String,
    /// Whether employed by a contractor.
    outsourced: bool,
    /// Whether allowed to log in.
    active: bool,
    /// Where messages go.
    email: String,
    /// Whether a one-time code is asked for.
    second_factor: bool,
}

/// Somebody, as they are to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WantedPerson {
    /// The name.
    name: String,
    /// The role.
    role: Role,
    /// The unit's code.
    unit: String,
    /// Whether employed by a contractor.
    #[serde(default)]
    outsourced: bool,
    /// Whether allowed to log in; when not, their sessions end.
    #[serde(default = "yes")]
    active: bool,
    /// Where messages go.
    #[serde(default)]
    email: String,
    /// A new password; needed for somebody new.
    password: Option<String>,
    /// 依据: the appointment, the transfer, the request.
    #[serde(default = "administration")]
    basis: String,
}

/// People come and go with every rota: who says nothing has done what
/// administrators do.
fn administration() -> String {
    "人员管理".to_owned()
}

fn yes() -> bool {
    true
}

pub(super) fn list(call: &Call, _: NoQuery) -> Result<Shown<Vec<Someone>>, Problem> {
    let store = call.app.store();
    let someone = |person: Person| {
        let account = store.account(&person.login)?;
        Ok(Someone {
            second_factor: account.totp.is_some_and(|totp| totp.confirmed),
            email: account.email,
            login: person.login,
            name: person.name,
            role: person.role,
            unit: person.unit,
            outsourced: person.outsourced,
            active: person.active,
        })
    };
    store.people()?.into_iter().map(someone).collect::<Result<_, Problem>>().map(Shown)
}

pub(super) fn put(call: &Call, said: WantedPerson) -> Result<(), Problem> {
    let login = call.param("login").to_owned();
    check(call, &login, &said)?;
    let store = call.app.store();
    let known = store.person(&login)?;
    let password_hash = match (&said.password, &known) {
        (Some(password), _) => call.app.passwords().hash_new(password, &login)?,
        (None, Some(known)) => known.password_hash.clone(),
        (None, None) => return Err(Problem::bad_value("password", "somebody new needs one")),
    };
    let changed = said.password.is_some();
    let role = said.role.code().to_owned();
    // Whoever gets another role, unit or password logs in anew with it.
    let moved = known.as_ref().is_some_and(|known| {
        known.role != role || known.unit != said.unit || known.outsourced != said.outsourced
    });
    let person = Person {
        login: login.clone(),
        name: said.name,
        role,
        unit: said.unit,
        outsourced: said.outsourced,
        password_hash,
        active: said.active,
    };
    let was = known.as_ref().map_or(String::new(), on_record);
    let became = on_record(&person);
    let put = Put { kind: "person", code: &login, was, became, basis: said.basis.as_str(), ends: None };
    put.write_against(call, None, CityWrite::Person(Box::new(person)))?;
    let mut account = store.account(&login)?;
    account.email = said.email;
    if changed {
        account.password_changed_at = Some(call.at);
        account.password_given = true;
    }
    store.put_account(account)?;
    if moved || changed || !said.active {
        store.end_sessions(&login, call.at)?;
    }
    Ok(())
}

/// Somebody as the record of changes keeps them: without anything secret.
fn on_record(person: &Person) -> String {
    let Person { login, name, role, unit, outsourced, active, .. } = person;
    json(&serde_json::json!({
        "login": login, "name": name, "role": role, "unit": unit, "outsourced": outsourced, "active": active,
    }))
}

fn check(call: &Call, login: &str, said: &WantedPerson) -> Result<(), Problem> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if login.is_empty() || login.len() > 64 || !login.chars().all(plain) {
        return Err(Problem::bad_value("login", "it has 1 to 64 letters, digits, dots and hyphens"));
    }
    if said.name.trim().is_empty() || said.name.chars().count() > 64 {
        return Err(Problem::bad_value("name", "it has 1 to 64 characters"));
    }
    if matches!(said.role, Role::Citizen | Role::System) {
        return Err(Problem::bad_value("role", "it is nobody's role"));
    }
    let desk = call.app.desk();
    if desk.city().units.get(&said.unit.as_str().into()).is_none() {
        return Err(Problem::bad_value("unit", "there is no such unit"));
    }
    let address =
        said.email.is_empty() || (said.email.contains('@') && !said.email.contains(['\r', '\n', ' ']));
    if !address {
        return Err(Problem::bad_value("email", "it is no address"));
    }
    Ok(())
}

pub(super) fn sessions(call: &Call, _: NoQuery) -> Result<Shown<Vec<OneSession>>, Problem> {
    let current = call.staff()?.session;
    let sessions = call.app.store().sessions(None, call.at)?;
    Ok(Shown(sessions.into_iter().map(|session| shown(session, current)).collect()))
}

pub(super) fn end_sessions(call: &Call) -> Result<(), Problem> {
    let login = known(call)?;
    call.app.store().end_sessions(&login, call.at)?;
    Ok(())
}

pub(super) fn take_second_factor(call: &Call) -> Result<(), Problem> {
    let login = known(call)?;
    let store = call.app.store();
    let mut account = store.account(&login)?;
    account.totp = None;
    store.put_account(account)?;
    store.end_sessions(&login, call.at)?;
    Ok(())
}

fn known(call: &Call) -> Result<String, Problem> {
    let found = call.app.store().person(call.param("login"))?;
    found.map(|person| person.login).ok_or_else(|| Problem::not_there("person"))
}
