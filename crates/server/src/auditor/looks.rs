//! The record of looks.

use domain::Moment;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Look, LookFilter, Store};

use crate::call::Call;
use crate::problem::Problem;
use crate::route::{Page, Shown};

/// A page has so many looks.
const PAGE: usize = 100;

/// Which looks.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WhichLooks {
    /// At this order.
    number: Option<String>,
    /// Of this person.
    login: Option<String>,
    /// `clear`, `read`, `list`, `search`, `attachment`, `caller`.
    what: Option<String>,
    /// `read`, `list`, `search`, `attachment`, `call`, `export`, `caller`.
    purpose: Option<String>,
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
    /// The order, when one was looked at.
    pub number: Option<String>,
    /// How many orders were seen at once.
    pub orders: usize,
}

pub(super) fn list(call: &Call, which: WhichLooks) -> Result<Shown<Page<OneLook>>, Problem> {
    let store = call.app.store();
    let page = store.looks(&which.filter(call)?, which.after, PAGE)?;
    Ok(Shown(Page { items: all(&store, page.looks)?, next: page.next.map(|next| next.to_string()) }))
}

impl WhichLooks {
    /// The filter, once every look until now is written.
    pub fn filter(&self, call: &Call) -> Result<LookFilter, Problem> {
        call.app.looks().write();
        let order = match &self.number {
            Some(number) => {
                let found = call.app.store().id_of(number)?;
                Some(found.ok_or_else(|| Problem::not_there("order"))?)
            }
            None => None,
        };
        let Self { login, what, purpose, from, to, .. } = self.clone();
        Ok(LookFilter { order, login, what, purpose, from, to })
    }
}

/// Looks with the numbers of their orders.
pub(super) fn all(store: &Store, looks: Vec<(i64, Look)>) -> Result<Vec<OneLook>, Problem> {
    let ids: Vec<_> = looks.iter().filter_map(|(_, look)| look.order).collect();
    let numbers = store.numbers_of(&ids)?;
    let one = |(id, look): (i64, Look)| {
        let number = look.order.and_then(|order| numbers.get(&order).cloned());
        one(id, look, number)
    };
    Ok(looks.into_iter().map(one).collect())
}

fn one(id: i64, look: Look, number: Option<String>) -> OneLook {
    OneLook {
        number,
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
