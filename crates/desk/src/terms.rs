//! What comes with an act beside the act itself.

use domain::person::Actor;
use domain::{Moment, Order};
use store::{Change, NewAttachment, RequestRow};

/// Who acts, when, and on which terms.
#[derive(Clone, Copy)]
pub struct Acting<'a> {
    /// Who.
    pub by: &'a Actor,
    /// When.
    pub at: Moment,
    /// What comes with the act beside itself.
    pub terms: &'a Terms<'a>,
}

/// What comes with an act: the version that it was decided on, files, and
/// the key under which its answer is kept.
#[derive(Default)]
pub struct Terms<'a> {
    /// The version of the order that whoever acts has seen; none for whatever
    /// it is.
    pub against: Option<u32>,
    /// Files that the act adds to the order.
    pub attachments: Vec<NewAttachment>,
    /// How its answer is kept, so that the same request is not carried out
    /// twice.
    pub kept: Option<Kept<'a>>,
}

/// How the answer to a request is kept. It is written with the act, so that
/// there is never one without the other.
pub struct Kept<'a> {
    /// The key, unique to who asks.
    pub key: String,
    /// What tells this request from another under the same key.
    pub fingerprint: String,
    /// The status of the answer.
    pub status: u16,
    /// The answer, once the order is as the act leaves it.
    pub answer: &'a dyn Fn(&Order) -> String,
}

impl Terms<'_> {
    /// Lets a change carry them.
    pub(crate) fn ride_on(&self, change: &mut Change) {
        change.attachments = self.attachments.clone();
        change.request = self.kept.as_ref().map(|kept| RequestRow {
            key: kept.key.clone(),
            fingerprint: kept.fingerprint.clone(),
            status: kept.status,
            answer: (kept.answer)(&change.after),
        });
    }
}
