//! 回执: number, query code and proof, to be kept.

use askama::Template;
use axum::http::header::CONTENT_DISPOSITION;
use domain::codes::{ClockKind, LinkKind};

use super::frame::{Frame, Section, fill, page};
use super::times::Times;
use crate::call::Call;
use crate::citizen::page as own;
use crate::citizen::showing::mine;
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::{Answer as _, Reply};

#[derive(Template)]
#[template(path = "citizen/receipt.html")]
struct ReceiptPage {
    frame: Frame,
    number: String,
    code: String,
    at: String,
    at_machine: String,
    next: String,
    /// That files did not arrive.
    failed: Option<String>,
    joined: bool,
    /// Whether staff are to look at a joining first.
    waits: bool,
}

/// The page.
pub(super) fn show(call: &Call) -> Result<Reply, Problem> {
    let frame = Frame::of(call, Section::Follow);
    let mine = mine(call)?;
    let times = Times::of(call, frame.look.english);
    let registered = call.app.desk().known(mine.registered)?.order;
    let w = &frame.w.appeal;
    let due = registered.clock(ClockKind::Triage, 0).and_then(|clock| clock.due);
    let next = due.map(|due| fill(w.receipt_next_1, &[&times.moment(due)])).unwrap_or_default();
    let failed = call.query.split('&').find_map(|pair| pair.strip_prefix("failed="));
    let failed = failed.and_then(|count| count.parse::<usize>().ok());
    let failed = failed.map(|count| fill(w.receipt_file_failed, &[&count.to_string()]));
    let shown = ReceiptPage {
        code: call.app.store().query_code(&mine.number),
        at: times.moment(registered.registered_at),
        at_machine: times.machine(registered.registered_at),
        joined: mine.order().number != mine.number,
        waits: registered.links.iter().any(|link| link.kind == LinkKind::DuplicateOf),
        number: mine.number,
        next,
        failed,
        frame,
    };
    let look = shown.frame.look.clone();
    page(200, &look, &shown)
}

/// The proof, as a file to keep.
pub(super) fn proof(call: &Call) -> Result<Reply, Problem> {
    let name = format!("attachment; filename=\"receipt-{}.json\"", call.param("number"));
    Ok(own::receipt(call, NoQuery::default())?.reply()?.with(CONTENT_DISPOSITION, &name))
}
