//! The chain of an order: no entry is missing, none was changed.

use domain::Entry;
use domain::ids::OrderId;

use super::Report;
use crate::blocks::Stored;
use crate::hash::{GENESIS, Hash, link};

pub(super) fn look_at(entries: &[Stored], report: &mut Report) {
    let mut before: Hash = GENESIS;
    for (stored, expected) in entries.iter().zip(1..) {
        if stored.seq != expected {
            return report.fault("journal", stored.order, format!("entry {expected} is missing"));
        }
        let order = OrderId(stored.order);
        let seq = u32::try_from(stored.seq).unwrap_or(u32::MAX);
        let hash = link(&before, order, seq, stored.at, &stored.act, &stored.actor, &stored.body);
        if hash.as_slice() != stored.hash {
            let what =
                format!("entry {expected} does not have the hash that follows from it and those before");
            return report.fault("journal", stored.order, what);
        }
        match serde_json::from_str::<Entry>(&stored.body) {
            Ok(entry) if entry.order == order && entry.seq == seq => {}
            Ok(_) => report.fault("journal", stored.order, format!("entry {expected} is another's")),
            Err(error) => {
                report.fault("journal", stored.order, format!("entry {expected} cannot be read: {error}"))
            }
        }
        before = hash;
    }
}
