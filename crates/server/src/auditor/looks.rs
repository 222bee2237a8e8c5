//! The record of looks.

use domain::Moment;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Look, LookFilter};

use crate::call::Call;
use crate::problem::Problem;
use crate::route::{Page, Shown};

/// A page has so many looks.
const PAGE: usize = 100;

/// Which looks.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WhichLooks {
    /// At this order.
    number: Option<String>,
    /// Of this person.
    login: Option<String>,
    /// `clear`, `read`, `list`, `search`, `attachment`, `caller`.
    what: Option<String>,
    /// At this moment or later.
    from: Option<Moment>,
    /// Before this moment.
    to: Option<Moment>,
    /// The `next` of the page before.
    after: Option<i64>,
}

/// One look.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OneLook {
    pub id: i64,
    pub at: Moment,
    pub login: String,
    pub role: String,
    pub unit: String,
    pub session: i64,
    pub what: String,
    pub purpose: String,
    /// The reason that was given, or which file it was.
    pub detail: String,
    /// How many orders were seen at once.
    pub orders: usize,
}

pub(super) fn list(call: &Call, which: WhichLooks) -> Result<Shown<Page<OneLook>>, Problem> {
    let store = call.app.store();
    call.app.looks().write();
    let order = match &which.number {
        Some(number) => Some(store.id_of(number)?.ok_or_else(|| Problem::not_there("order"))?),
        None => None,
    };
    let filter = LookFilter { order, login: which.login, what: which.what, from: which.from, to: which.to };
    let page = store.looks(&filter, which.after, PAGE)?;
    let items = page.looks.into_iter().map(|(id, look)| one(id, look)).collect();
    Ok(Shown(Page { items, next: page.next.map(|next| next.to_string()) }))
}

pub(super) fn one(id: i64, look: Look) -> OneLook {
    OneLook {
        id,
        at: look.at,
        login: look.login,
        role: look.role,
        unit: look.unit,
        session: look.session,
        what: look.what,
        purpose: look.purpose,
        detail: look.detail,
        orders: look.orders.len() + usize::from(look.order.is_some()),
    }
}
