//! Who asks: the token of a session or of another system, in the header
//! `Authorization` or in the cookie.

use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, COOKIE as COOKIE_HEADER};
use domain::Moment;
use domain::codes::Role;
use domain::ids::UnitId;
use sm3::{Digest as _, Sm3};
use store::{Session, System};

use crate::app::{App, Options};
use crate::call::{Asker, BeforeAllElse, Staff, SystemAsker};
use crate::problem::Problem;

/// The name of the cookie. Where it is only for HTTPS, a browser takes one of
/// such a name from this very host alone, and no neighbour can plant one.
pub(crate) fn cookie_name(options: &Options) -> &'static str {
    if options.secure_cookie { "__Host-minsheng" } else { "minsheng" }
}

/// A session that was seen less than so long ago is not noted again.
const SEEN_MILLIS: i64 = 60_000;

/// Who asks. A token that is not known, over or ended is nobody's: the answer
/// does not tell which.
pub(super) fn identify(app: &App, headers: &HeaderMap, now: Moment) -> Result<Asker, Problem> {
    let store = app.store();
    let bearer = bearer(headers);
    if let Some(key) = bearer.and_then(|token| token.strip_prefix(SYSTEM_PREFIX).map(|_| token)) {
        return Ok(store.system(&token_hash(key))?.and_then(system).map_or(Asker::Nobody, Asker::System));
    }
    let Some(token) = bearer.or_else(|| cookie(headers, cookie_name(app.options()))) else {
        return Ok(Asker::Nobody);
    };
    let Some(session) = store.session(&token_hash(token), now)? else { return Ok(Asker::Nobody) };
    let idle = i64::try_from(app.options().idle.as_millis()).unwrap_or(i64::MAX);
    if now.millis_since(session.seen_at) > idle {
        return Ok(Asker::Nobody);
    }
    if now.millis_since(session.seen_at) > SEEN_MILLIS {
        store.touch_session(session.id, now)?;
    }
    Ok(staff(app, session, bearer.is_none()).map_or(Asker::Nobody, Asker::Staff))
}

/// What the keys of other systems begin with, so that a leaked one is
/// recognised for what it is.
pub(crate) const SYSTEM_PREFIX: &str = "mss_";

/// What the store knows a token by. Tokens are drawn by chance, 256 bits, so
/// that no salt is needed.
pub(crate) fn token_hash(token: &str) -> [u8; 32] {
    Sm3::digest(token.as_bytes()).into()
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

fn cookie<'a>(headers: &'a HeaderMap, cookie_name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(COOKIE_HEADER).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == cookie_name).map(|(_, value)| value)
}

fn staff(app: &App, session: Session, by_cookie: bool) -> Option<Staff> {
    let person = session.person;
    let role = person.role.parse().ok()?;
    Some(Staff {
        session: session.id,
        mark: session.mark,
        role,
        before_all_else: before_all_else(app, role, session.password_given, session.second_factor),
        unit: (!person.unit.is_empty()).then_some(UnitId(person.unit)),
        login: person.login,
        name: person.name,
        outsourced: person.outsourced,
        by_cookie,
    })
}

/// What somebody of a role must do first.
pub(crate) fn before_all_else(
    app: &App,
    role: Role,
    password_given: bool,
    second_factor: bool,
) -> Option<BeforeAllElse> {
    if password_given {
        return Some(BeforeAllElse::ChangePassword);
    }
    let needs_code = !second_factor && app.options().second_factor.contains(&role);
    needs_code.then_some(BeforeAllElse::SetUpSecondFactor)
}

fn system(system: System) -> Option<SystemAsker> {
    let unit = (!system.unit.is_empty()).then_some(UnitId(system.unit));
    Some(SystemAsker { name: system.name, role: system.role.parse().ok()?, unit })
}
