//! The files that a citizen sees: their own, and the photos that an answer
//! shows. Not what units keep for themselves, nor what another citizen sent.

use domain::codes::{EvidenceKind, Role};
use domain::{Event, Moment, Order};

use crate::call::Call;
use crate::citizen::pages::frame::fill;
use crate::citizen::pages::look::Look;
use crate::citizen::pages::times::Times;
use crate::citizen::showing::Mine;
use crate::problem::Problem;

/// A file, as it is shown.
pub(in crate::citizen::pages) struct OwnFile {
    pub hash: String,
    /// Whose it is, and when it came.
    pub about: String,
    pub is_photo: bool,
    pub is_video: bool,
    pub is_sound: bool,
    /// The order with which it lies.
    pub order: domain::ids::OrderId,
}

/// The files that the citizen of an appeal sees.
pub(in crate::citizen::pages) fn own_files(
    call: &Call,
    mine: &Mine,
    look: &Look,
    times: &Times,
) -> Result<Vec<OwnFile>, Problem> {
    let carrying = mine.order();
    let mut files = Vec::new();
    if carrying.id != mine.registered {
        let registered = call.app.desk().known(mine.registered)?.order;
        files.extend(sent(&registered, Moment(i64::MAX)));
    } else {
        files.extend(sent(carrying, alone_until(mine)));
    }
    files.extend(answered(carrying));
    let store = call.app.store();
    let w = &look.words().order;
    let mut shown = Vec::new();
    for file in files {
        // Erased: it has no key any more.
        let Some(lying) = store.attachment(file.order, &file.hash)?.filter(|lying| lying.key.is_some()) else {
            continue;
        };
        let whose = if file.own { w.file_yours } else { w.file_theirs };
        shown.push(OwnFile {
            about: fill(w.file_at, &[whose, &times.moment(file.at)]),
            is_photo: lying.media_type.starts_with("image/"),
            is_video: lying.media_type.starts_with("video/"),
            is_sound: lying.media_type.starts_with("audio/"),
            hash: file.hash,
            order: file.order,
        });
    }
    Ok(shown)
}

struct Known {
    order: domain::ids::OrderId,
    hash: String,
    at: Moment,
    own: bool,
}

/// What citizens sent before a moment.
fn sent(order: &Order, before: Moment) -> impl Iterator<Item = Known> {
    let own = order.attachments.iter().filter(move |file| file.by.role == Role::Citizen && file.at < before);
    own.map(|file| Known { order: order.id, hash: file.evidence.hash.clone(), at: file.at, own: true })
}

/// Photos that an answer shows which passed its review.
fn answered(order: &Order) -> impl Iterator<Item = Known> {
    let passed =
        order.replies.iter().filter(|reply| reply.review.as_ref().is_some_and(|review| review.passed));
    passed.flat_map(|reply| {
        let photos = reply.evidence.iter().filter(|evidence| evidence.kind == EvidenceKind::Photo);
        photos.map(|photo| Known { order: order.id, hash: photo.hash.clone(), at: reply.at, own: false })
    })
}

/// Until when the order carried this citizen's appeal alone.
fn alone_until(mine: &Mine) -> Moment {
    let others = mine.file.history.iter().filter(|entry| {
        entry.events.iter().any(|event| matches!(event, Event::TookIn { .. }))
    });
    others.map(|entry| entry.at).min().unwrap_or(Moment(i64::MAX))
}
