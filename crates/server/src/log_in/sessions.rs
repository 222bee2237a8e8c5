//! Sessions: opened with password and one-time code, ended by their owner, by
//! an administrator, by idleness, or by their age.

use axum::http::header::{SET_COOKIE, USER_AGENT};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Moment;
use domain::codes::Role;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Account, LockRule, NewSession, Person, Session};

use super::factor;
use crate::call::{BeforeAllElse, Call};
use crate::guard::{before_all_else, cookie_name, token_hash};
use crate::problem::Problem;
use crate::route::{Answer, Answers, Created, Reply, Shown};

/// Five failures within a quarter of an hour lock a log-in for as long
/// (GB/T 22239 8.1.4.1 b; OWASP ASVS 6.3.1).
const LOCK: LockRule = LockRule { failures: 5, within_millis: 900_000, locked_millis: 900_000 };

/// The longest log-in that is looked up.
const LONGEST_LOGIN: usize = 64;

/// What is said to log in.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LogIn {
    /// The log-in.
    login: String,
    /// The password.
    password: String,
    /// The one-time code, once it is set up.
    #[serde(default)]
    code: Option<String>,
}

/// An open session.
#[derive(Serialize, JsonSchema)]
pub(super) struct Opened {
    /// To be sent as `Authorization: Bearer …`; browsers have it as a cookie.
    token: String,
    /// When it ends by itself.
    ends_at: Moment,
    /// The role.
    role: Role,
    /// The name.
    name: String,
    /// The unit's code.
    unit: Option<String>,
    /// What must be done before anything else; null when nothing must.
    before_all_else: Option<BeforeAllElse>,
    /// Whether that is setting up a one-time code.
    second_factor_needed: bool,
}

/// A session opened, with its cookie.
pub(super) struct OpenedReply(Opened, String);

impl Answer for OpenedReply {
    fn answers() -> Answers {
        <Created<Opened> as Answer>::answers()
    }

    fn reply(self) -> Result<Reply, Problem> {
        Ok(Created(self.0).reply()?.with(SET_COOKIE, &self.1))
    }
}

/// Opens a session. Whether the log-in, the password or the code was wrong is
/// not told, and takes the same time.
pub(super) fn open(call: &Call, said: LogIn) -> Result<OpenedReply, Problem> {
    call.app.limits().count_try(call.ip)?;
    let store = call.app.store();
    let login: String = said.login.trim().chars().take(LONGEST_LOGIN).collect();
    if let Some(until) = store.login_lock(&tally(&login), call.at)? {
        return Err(Problem::LockedOut { until });
    }
    let person = store.person(&login)?.filter(|person| person.active);
    let hash = person.as_ref().map(|person| person.password_hash.as_str());
    let right = call.app.passwords().check(&said.password, hash);
    let (Some(person), true) = (person, right) else { return Err(failed(call, &login)?) };
    let account = store.account(&login)?;
    match check_code(call, &account, said.code.as_deref())? {
        Code::Right => {}
        Code::Missing => return Err(Problem::CodeNeeded),
        Code::Wrong => return Err(failed(call, &login)?),
    }
    store.clear_login_failures(&tally(&login))?;
    opened(call, person, &account)
}

/// What failures of a log-in are counted under. Those of query codes stand in
/// the same list, and nobody is to lock one by typing the other.
fn tally(login: &str) -> String {
    format!("login:{login}")
}

enum Code {
    Right,
    Missing,
    Wrong,
}

fn check_code(call: &Call, account: &Account, code: Option<&str>) -> Result<Code, Problem> {
    let Some(totp) = account.totp.as_ref().filter(|totp| totp.confirmed) else { return Ok(Code::Right) };
    let Some(code) = code.filter(|code| !code.is_empty()) else { return Ok(Code::Missing) };
    let Some(step) = factor::step_of(&totp.secret, code, call.at) else { return Ok(Code::Wrong) };
    let fresh = call.app.store().accept_totp_step(&account.login, step)?;
    Ok(if fresh { Code::Right } else { Code::Wrong })
}

fn failed(call: &Call, login: &str) -> Result<Problem, Problem> {
    let locked = call.app.store().note_login_failure(&tally(login), call.at, &LOCK)?;
    call.app.metrics().failed_log_in();
    Ok(locked.map_or(Problem::WrongLogIn, |until| Problem::LockedOut { until }))
}

/// A token drawn anew at each log-in: one that somebody planted before is
/// nobody's (session fixation).
fn opened(call: &Call, person: Person, account: &Account) -> Result<OpenedReply, Problem> {
    let token = URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>());
    let options = call.app.options();
    let lasts = i64::try_from(options.lasts.as_millis()).unwrap_or(i64::MAX);
    let about = call.headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let role: Role = person.role.parse().map_err(|_| Problem::Internal)?;
    let session = call.app.store().open_session(NewSession {
        token_hash: token_hash(&token),
        login: person.login.clone(),
        at: call.at,
        ends_at: call.at.plus_millis(lasts),
        about: about.to_owned(),
    })?;
    let secure = if options.secure_cookie { "; Secure" } else { "" };
    let seconds = options.lasts.as_secs();
    let name = cookie_name(options);
    let cookie = format!("{name}={token}; HttpOnly; SameSite=Strict; Path=/; Max-Age={seconds}{secure}");
    let has_code = account.totp.as_ref().is_some_and(|totp| totp.confirmed);
    let first = before_all_else(&call.app, role, account.password_given, has_code);
    let opened = Opened {
        token,
        ends_at: session.ends_at,
        role,
        name: person.name,
        unit: (!person.unit.is_empty()).then_some(person.unit),
        before_all_else: first,
        second_factor_needed: first == Some(BeforeAllElse::SetUpSecondFactor),
    };
    Ok(OpenedReply(opened, cookie))
}

/// One of somebody's sessions.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct OneSession {
    /// Its number.
    id: i64,
    /// Whose.
    login: String,
    /// When it was opened.
    opened_at: Moment,
    /// When it was last used, to the minute.
    seen_at: Moment,
    /// When it ends by itself.
    ends_at: Moment,
    /// What the browser says of itself.
    about: String,
    /// Its watermark.
    watermark: String,
    /// Whether it is the one that asks.
    current: bool,
}

/// A session, as it is shown to its owner or an administrator.
pub(crate) fn shown(session: Session, current: i64) -> OneSession {
    OneSession {
        current: session.id == current,
        id: session.id,
        login: session.person.login,
        opened_at: session.opened_at,
        seen_at: session.seen_at,
        ends_at: session.ends_at,
        about: session.about,
        watermark: session.mark,
    }
}

/// No query.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoQuery {}

/// A body that says nothing: `{}`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NothingSaid {}

pub(super) fn mine(call: &Call, _: NoQuery) -> Result<Shown<Vec<OneSession>>, Problem> {
    let me = call.staff()?;
    let sessions = call.app.store().sessions(Some(&me.login), call.at)?;
    Ok(Shown(sessions.into_iter().map(|session| shown(session, me.session)).collect()))
}

pub(super) fn end(call: &Call) -> Result<(), Problem> {
    let me = call.staff()?;
    let store = call.app.store();
    let id = match call.param("id") {
        "current" => me.session,
        id => id.parse().map_err(|_| Problem::not_there("session"))?,
    };
    let mine = store.sessions(Some(&me.login), call.at)?;
    if !mine.iter().any(|session| session.id == id) {
        return Err(Problem::not_there("session"));
    }
    Ok(store.end_session(id, call.at)?)
}
