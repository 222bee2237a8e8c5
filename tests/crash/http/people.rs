//! Who works in the city, each with a session whose token the test knows.

use domain::Moment;
use sm3::{Digest as _, Sm3};
use store::{NewSession, Person, Store, System};
use tests::{city, load};

/// The hotline's staff: log-in and role.
const HOTLINE: [(&str, &str); 6] = [
    ("operator", "operator"),
    ("dispatcher", "dispatcher"),
    ("reviewer", "reply_reviewer"),
    ("caller", "caller_back"),
    ("supervisor", "supervisor"),
    ("supervisor2", "supervisor"),
];

/// The other system that brings appeals.
pub const INTAKE: &str = "intake";

/// Puts them into the store: the hotline's staff, one handler a unit, and
/// another system.
pub fn seed(store: &Store) {
    let hotline = HOTLINE.iter().map(|(login, role)| person(login, role, "hotline".to_owned()));
    let handlers = (1..=load::UNITS).map(|unit| person(&handler(unit), "handler", city::code(unit)));
    let people: Vec<Person> = hotline.chain(handlers).collect();
    store.put_people(people.clone()).expect("people go in");
    let at: Moment = jiff::Timestamp::now().into();
    for Person { login, .. } in people {
        let (token_hash, ends_at) = (hash(token(&login)), at.plus_minutes(24 * 60));
        let session = NewSession { token_hash, login, at, ends_at, about: String::new() };
        store.open_session(session).expect("a session is opened");
    }
    let (token_hash, name) = (hash(token(INTAKE)), INTAKE.to_owned());
    let system = System { role: name.clone(), name, unit: String::new(), token_hash, created_at: at };
    store.put_system(system).expect("a system goes in");
}

/// The token of somebody's session, or the other system's key.
pub fn token(by: &str) -> String {
    if by == INTAKE { format!("mss_{by}") } else { format!("token of {by}") }
}

/// The log-in of a unit's handler.
pub fn handler(unit: u16) -> String {
    format!("handler-{unit}")
}

/// SM3, as the store knows tokens and files by.
pub fn hash(of: impl AsRef<[u8]>) -> [u8; 32] {
    Sm3::digest(of.as_ref()).into()
}

fn person(login: &str, role: &str, unit: String) -> Person {
    Person {
        login: login.to_owned(),
        name: format!("name of {login}"),
        role: role.to_owned(),
        unit,
        outsourced: false,
        password_hash: String::new(),
        active: true,
    }
}
