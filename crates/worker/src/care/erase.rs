//! What archived orders hold and may hold no longer: erased by the system, as
//! an act in the journal of each.

use std::collections::HashMap;

use desk::{Desk, DeskError};
use domain::Moment;
use domain::ids::OrderId;
use domain::oversight::Erase;
use domain::person::Actor;
use domain::policy::{Retention, Within};
use store::{Store, StoreError};
use tracing::warn;

use crate::error::Result;

/// What is erased of an order.
pub(super) struct Erasing {
    /// The class of retention.
    pub class: &'static str,
    /// Its rule.
    pub rule: fn(&Retention) -> &Within,
    /// The archived orders that hold some of it and were closed before a
    /// moment, at most so many.
    pub due: fn(&Store, Moment, usize) -> store::Result<Vec<OrderId>>,
    /// The hashes of what is to go.
    pub hashes: fn(&Store, OrderId) -> store::Result<Vec<String>>,
    /// Whether identities go.
    pub identities: bool,
}

/// The classes whose removal is an act. Files go by themselves only where
/// texts stay longer.
pub(super) const ERASED: [Erasing; 3] = [
    Erasing {
        class: "identities",
        rule: |rules| &rules.identities,
        due: Store::identities_to_erase,
        hashes: |_, _| Ok(Vec::new()),
        identities: true,
    },
    Erasing {
        class: "texts",
        rule: |rules| &rules.texts,
        due: Store::texts_to_erase,
        hashes: texts,
        identities: false,
    },
    Erasing {
        class: "attachments",
        rule: |rules| &rules.attachments,
        due: Store::attachments_to_erase,
        hashes: attachments,
        identities: false,
    },
];

fn texts(store: &Store, order: OrderId) -> store::Result<Vec<String>> {
    let texts: HashMap<String, Option<String>> = store.texts(order)?;
    Ok(texts.into_iter().filter_map(|(hash, body)| body.map(|_| hash)).collect())
}

fn attachments(store: &Store, order: OrderId) -> store::Result<Vec<String>> {
    let files = store.attachments(order)?;
    Ok(files.into_iter().filter(|file| file.erased_at.is_none()).map(|file| file.hash).collect())
}

impl Erasing {
    /// Erases in one order; whether it was. Who was refused is left to the
    /// next day: the order may have been taken up again in the meantime.
    pub(super) fn erase(&self, desk: &Desk, order: OrderId, basis: &str, now: Moment) -> Result<bool> {
        let texts = (self.hashes)(desk.store(), order)?;
        let done = desk.perform(order, &Actor::system(), now, |_, sealing| {
            Erase { texts, identities: self.identities, basis: sealing.seal(basis) }.into()
        });
        match done {
            Ok(_) => Ok(true),
            Err(error @ (DeskError::Refused(_) | DeskError::Store(StoreError::Conflict { .. }))) => {
                warn!(class = self.class, order = order.0, %error, "not erased");
                Ok(false)
            }
            Err(error) => Err(error.into()),
        }
    }
}
