//! Those who act: as many of each role of the hotline as there are clients,
//! and a handler for each unit.

use anyhow::Result;
use domain::Moment;
use domain::codes::Role;
use sm3::{Digest as _, Sm3};
use store::{NewSession, Person, Store};
use tests::city;

use crate::fill::UNITS;

/// So many of each role; further clients share them.
const OF_A_ROLE: usize = 64;

/// The roles at the hotline that lead an order through its life, and that watch.
const HOTLINE: [Role; 6] =
    [Role::Operator, Role::Dispatcher, Role::ReplyReviewer, Role::CallerBack, Role::Supervisor, Role::Leader];

/// A session lasts longer than any bench.
const SESSION_MILLIS: i64 = 12 * 3_600_000;

/// The token of a role's session, for a client.
pub fn token(role: Role, client: usize) -> String {
    format!("token of {}", login(role, client % OF_A_ROLE))
}

/// The token of the session of a unit's handler.
pub fn handler(unit: u16) -> String {
    format!("token of {}", login(Role::Handler, unit.into()))
}

/// Puts everybody into the store.
pub fn put(store: &Store) -> Result<()> {
    let person = |(role, number): (Role, usize)| {
        let unit = if role == Role::Handler { city::code(number as u16) } else { "hotline".to_owned() };
        let login = login(role, number);
        Person {
            name: login.clone(),
            login,
            role: role.code().to_owned(),
            unit,
            outsourced: false,
            password_hash: "none: sessions are opened directly".to_owned(),
            active: true,
        }
    };
    Ok(store.put_people(everybody().map(person).collect())?)
}

/// Opens a session for everybody.
pub fn log_in(store: &Store) -> Result<()> {
    let at: Moment = jiff::Timestamp::now().into();
    for (role, number) in everybody() {
        let login = login(role, number);
        let token_hash = Sm3::digest(format!("token of {login}").as_bytes()).into();
        let ends_at = at.plus_millis(SESSION_MILLIS);
        store.open_session(NewSession { token_hash, login, at, ends_at, about: String::new() })?;
    }
    Ok(())
}

fn everybody() -> impl Iterator<Item = (Role, usize)> {
    let hotline = HOTLINE.into_iter().flat_map(|role| (0..OF_A_ROLE).map(move |number| (role, number)));
    hotline.chain((1..=usize::from(UNITS)).map(|unit| (Role::Handler, unit)))
}

fn login(role: Role, number: usize) -> String {
    format!("{}-{number}", role.code())
}
