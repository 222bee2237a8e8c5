//! 办理公开: settled matters, for everybody to read.

use askama::Template;
use domain::Moment;
use domain::codes::ClockKind;
use domain::ids::OrderId;
use store::Published;

use super::city::{Places, matters, unit};
use super::frame::{Frame, Section, fill, page};
use super::times::Times;
use super::words;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Reply;

/// So many on a page.
const MOST: usize = 20;

#[derive(Template)]
#[template(path = "citizen/cases.html")]
struct Cases {
    frame: Frame,
    cases: Vec<Case>,
    /// Where the earlier ones begin.
    more: Option<String>,
}

#[derive(Template)]
#[template(path = "citizen/case.html")]
struct OneCase {
    frame: Frame,
    case: Case,
    took: Option<String>,
    said: Option<&'static str>,
}

/// A case, as it is shown.
struct Case {
    /// Its number here; it is not that of the order.
    no: i64,
    title: String,
    summary: String,
    matter: Option<String>,
    place: Option<String>,
    unit: Option<String>,
    published: String,
}

/// The latest, or those before one.
pub(super) fn list(call: &Call) -> Result<Reply, Problem> {
    let frame = Frame::of(call, Section::Cases);
    let before = call.query.split('&').find_map(|pair| pair.strip_prefix("before="));
    let before = before.and_then(|place| {
        let (at, id) = place.split_once('.')?;
        Some((Moment(at.parse().ok()?), OrderId(id.parse().ok()?)))
    });
    let found = call.app.store().published(before, MOST + 1)?;
    let more = (found.len() > MOST).then(|| {
        let last = &found[MOST - 1];
        format!("/cases?before={}.{}", last.published_at.0, last.order.0)
    });
    let cases: Result<Vec<_>, Problem> =
        found.into_iter().take(MOST).map(|case| shown(call, &frame, case)).collect();
    let look = frame.look.clone();
    page(200, &look, &Cases { frame, cases: cases?, more })
}

/// One.
pub(super) fn show(call: &Call) -> Result<Reply, Problem> {
    let frame = Frame::of(call, Section::Cases);
    let none = || Problem::not_there("case");
    let order = OrderId(call.param("n").parse().map_err(|_| none())?);
    let case = call.app.store().published_case(order)?.ok_or_else(none)?;
    let order = call.app.desk().known(order)?.order;
    let times = Times::of(call, frame.look.english);
    let clock = order.clock(ClockKind::Citizen, 0);
    let took = clock.and_then(|clock| {
        let days = times.days(clock.started, clock.stopped?) + 1;
        Some(fill(frame.w.knowledge.case_days, &[&days.to_string()]))
    });
    let said = order.outcome.as_ref().and_then(|outcome| match outcome {
        domain::Outcome::Handled { solved, .. } => *solved,
        _ => None,
    });
    let said = said.map(|solved| words::solved(&frame.look, solved));
    let case = shown(call, &frame, case)?;
    let look = frame.look.clone();
    page(200, &look, &OneCase { frame, case, took, said })
}

fn shown(call: &Call, frame: &Frame, case: Published) -> Result<Case, Problem> {
    let times = Times::of(call, frame.look.english);
    let matters = matters(call)?;
    Ok(Case {
        no: case.order.0,
        title: case.title,
        summary: case.summary,
        matter: matters.into_iter().find(|known| known.code == case.matter.as_str()).map(|known| known.name),
        place: Places::of(call)?.at_street_level(case.place.as_str()),
        unit: case.unit.and_then(|code| unit(call, &code)),
        published: fill(frame.w.knowledge.case_published, &[&times.day(case.published_at)]),
    })
}
