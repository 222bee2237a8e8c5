//! 附件: photos, sound and documents of an order. What a file is, is read
//! from its bytes; when and where it was made, too, and both stay in the
//! record while what is shown no longer tells.

use attachments::{ShelfError, Unfit, inspect, shown};
use axum::http::header::{CONTENT_DISPOSITION, ETAG};
use desk::{Acting, Terms};
use domain::Order;
use domain::codes::Role::{self, *};
use domain::handling::Attach;
use domain::ids::OrderId;
use domain::person::Actor;
use domain::text_ref::Evidence;
use store::{Attachment, Loaded, NewAttachment};

use crate::access::{self, Purpose};
use crate::acts::{Once, Performed, once, performed};
use crate::call::Call;
use crate::problem::Problem;
use crate::route::{Reply, Written};

/// Staff who add files.
pub(super) const ROLES: &[Role] =
    &[Operator, ShiftLeader, Dispatcher, Coordinator, Handler, CallerBack, Supervisor, ReplyReviewer];

/// The largest file that staff may add, in bytes; each kind has a limit of
/// its own below it.
pub(super) const MOST: usize = 100 << 20;

/// A member of staff adds a file: to a part with `?part=1`, to the whole
/// order without.
pub(super) fn attach(call: &Call) -> Result<Written<Performed>, Problem> {
    let part: Part = call.query()?;
    add_file(call, &call.order()?.loaded, &call.actor()?, part.part, None)
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    #[serde(default)]
    part: u16,
}

/// Adds a file to an order. It lies on the shelf before the act is written: a
/// killed process leaves at most a file that nobody knows.
pub(crate) fn add_file(
    call: &Call,
    loaded: &Loaded,
    by: &Actor,
    part: u16,
    against: Option<u32>,
) -> Result<Written<Performed>, Problem> {
    let desk = call.app.desk();
    let zone = desk.city().calendar.zone();
    let file = inspect(call.bytes(), zone).map_err(unfit)?;
    let key = Once::of(call, &format!("attach {}", loaded.order.number))?;
    once(call, key.as_ref(), || {
        if loaded.order.attachments.iter().any(|known| known.evidence.hash == file.hash) {
            return Err(domain::Refusal::AttachedAlready { hash: file.hash.clone() }.into());
        }
        let put = call.app.shelf().put(&name(loaded.order.id, &file.hash), call.bytes()).map_err(on_shelf)?;
        let evidence = Evidence {
            kind: file.kind,
            hash: file.hash.clone(),
            taken_at: file.taken_at,
            position: file.position,
        };
        let attachment = NewAttachment {
            hash: file.hash.clone(),
            kind: file.kind.code().to_owned(),
            media_type: file.media_type.to_owned(),
            bytes: call.bytes().len() as u64,
            taken_at: file.taken_at,
            position: file.position,
            key: put.key,
        };
        let answer = |order: &Order| performed(order);
        let terms =
            Terms { against, attachments: vec![attachment], kept: key.as_ref().map(|key| key.kept(&answer)) };
        let act = Attach { part, evidence }.into();
        let after =
            desk.perform_sealed(loaded.clone(), &act, Vec::new(), Acting { by, at: call.at, terms: &terms })?;
        Ok(Reply::json(201, performed(&after.order)))
    })
    .map(Written::new)
}

/// What a file is called on the shelf: the same file at two orders lies there
/// twice, each with a key of its own, so that one can be erased.
fn name(order: OrderId, hash: &str) -> String {
    format!("{}-{hash}", order.0)
}

/// A file, as it may be shown: never as something that a browser runs.
pub(super) fn get(call: &Call) -> Result<Reply, Problem> {
    let seen = access::as_it_stands(call, call.param("number"))?;
    let order = &seen.loaded.order;
    let none = || Problem::not_there("attachment");
    let attachment = call.app.store().attachment(order.id, call.param("hash"))?.ok_or_else(none)?;
    call.app.looks().one(call, order.id, Purpose::Attachment, &attachment.hash)?;
    send_file(call, order.id, &attachment)
}

/// A file on its way out, without what it tells of its maker. Whoever asks may
/// see it, and the look is noted.
pub(crate) fn send_file(call: &Call, order: OrderId, attachment: &Attachment) -> Result<Reply, Problem> {
    let key = attachment.key.as_ref().ok_or_else(|| Problem::not_there("attachment"))?;
    let bytes = call.app.shelf().get(&name(order, &attachment.hash), key).map_err(on_shelf)?;
    let bytes = shown(&bytes, &attachment.media_type).map_err(unfit)?;
    let media_type =
        attachments::Format::of(&attachment.media_type).map_or(PLAIN, |format| format.media_type());
    let plain = Reply::Bytes { status: 200, media_type, bytes, headers: Vec::new() };
    let inline = media_type.starts_with("image/")
        || media_type.starts_with("audio/")
        || media_type.starts_with("video/");
    let disposition = if inline { "inline" } else { "attachment" };
    Ok(plain.with(CONTENT_DISPOSITION, disposition).with(ETAG, &format!("\"{}\"", attachment.hash)))
}

const PLAIN: &str = "application/octet-stream";

fn unfit(unfit: Unfit) -> Problem {
    Problem::UnfitFile { file: serde_json::to_value(&unfit).unwrap_or_default() }
}

fn on_shelf(error: ShelfError) -> Problem {
    tracing::error!(%error, "the shelf of attachments");
    match error {
        ShelfError::Full => Problem::NoRoom,
        ShelfError::NotThere => Problem::not_there("attachment"),
        _ => Problem::Internal,
    }
}
