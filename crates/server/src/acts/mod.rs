//! Acts on the wire: every act is a noun under the role that performs it,
//! `POST /api/handler/orders/{number}/extensions`. Which role performs which
//! act is the domain's word ([`domain::life`]); the nouns are ours.

mod body;
mod nouns;
mod once;
mod perform;
mod register;

pub use nouns::NOUNS;
pub(crate) use once::{Once, once};
pub(crate) use perform::{Performed, perform_as, perform_in_batch, performed};
pub(crate) use register::{Appeal, NewCaller, Registered, register_as, registered};

use domain::codes::Role;
use domain::intake::Register;
use domain::life::Act;
use domain::rights::may_outsourced;

use crate::route::{Body, Route, Who};

/// What is said with an act.
pub(crate) fn said_with(act: &'static str) -> Body {
    Body::Json(body::shape(act))
}

/// The routes of all acts.
pub fn routes() -> Vec<Route> {
    let staff = Role::ALL.iter().filter(|role| !matches!(role, Role::Citizen | Role::System));
    staff.flat_map(|role| of(*role)).collect()
}

/// What one role can do.
fn of(role: Role) -> Vec<Route> {
    let mine = NOUNS.iter().filter(|(act, _)| Act::roles_of(act).is_some_and(|roles| roles.contains(&role)));
    let mut routes: Vec<Route> = mine.map(|(act, noun)| one(role, act, noun)).collect();
    if Register::ROLES.contains(&role) {
        let path = format!("/api/{}/orders", segment(role));
        let id = format!("{}_register", role.code());
        let route =
            Route::post(&id, Who::staff(&[role]), &path, "登记 register an appeal", register::register);
        routes.push(route.creating());
    }
    routes
}

fn one(role: Role, act: &'static str, noun: &str) -> Route {
    let path = format!("/api/{}/orders/{{number}}/{noun}", segment(role));
    let id = format!("{}_{act}", role.code());
    let who = Who::Staff { roles: vec![role], outsourced: may_outsourced(act) };
    let summary = format!("{} {}", Act::summary_of(act).unwrap_or_default(), act.replace('_', " "));
    let run = move |call: &crate::call::Call, said: serde_json::Value| perform::perform(call, act, said);
    let mut route = Route::post(&id, who, &path, &summary, run).creating();
    route.body = said_with(act);
    route.versioned = true;
    route
}

/// A role as a piece of a path.
pub(crate) fn segment(role: Role) -> String {
    role.code().replace('_', "-")
}
