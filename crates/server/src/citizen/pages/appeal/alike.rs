//! 附近可能有人反映过同一件事: what a citizen sees of others' matters is what
//! it is about, the street, since when, where it stands and how many brought
//! it. Never what was said or by whom. Only what may be shared is shown.

use askama::Template;
use desk::{Acting, DeskError, Terms};
use domain::codes::{Confidentiality, Kind};
use domain::ids::OrderId;
use domain::person::Actor;
use domain::{Moment, Order, Stage};
use store::Filter;
use subtle::ConstantTimeEq as _;

use super::said::Said;
use crate::call::Call;
use crate::citizen::pages::city::{Places, matters};
use crate::citizen::pages::form::Form;
use crate::citizen::pages::frame::{Frame, Section, fill, page};
use crate::citizen::pages::times::Times;
use crate::citizen::pages::words;
use crate::likeness::{Asked, alike};
use crate::problem::Problem;
use crate::route::Reply;

/// So many are shown.
const MOST: usize = 3;

/// For how long one that was shown can be joined: an evening's writing.
const LASTS: i64 = 24 * 3_600_000;

/// A matter that may be the same.
pub(super) struct Offer {
    /// What the form says to join it: nothing that leads to the order without
    /// this store.
    pub ticket: String,
    pub text: String,
    pub chosen: bool,
}

#[derive(Template)]
#[template(path = "citizen/alike.html")]
struct Fragment {
    frame: Frame,
    offers: Vec<Offer>,
    looked: bool,
}

/// What may be the same as what was written so far: for a script to put into
/// the form.
pub(in crate::citizen::pages) fn look(call: &Call) -> Result<Reply, Problem> {
    let form = Form::read(call)?;
    let offers = offers(call, &Said::of(&form), form.get("join"))?;
    let frame = Frame::of(call, Section::Say);
    let look = frame.look.clone();
    page(200, &look, &Fragment { frame, offers, looked: true })
}

/// What may be the same as what is said.
pub(super) fn offers(call: &Call, said: &Said, chosen: &str) -> Result<Vec<Offer>, Problem> {
    if said.story.chars().count() < 4 {
        return Ok(Vec::new());
    }
    let asked = Asked { story: said.story.clone(), place: said.place.clone(), ..Asked::default() };
    let filter = Filter { open: Some(true), ..Filter::default() };
    let found = alike(&call.app.store(), &asked, &filter, call.at, 2 * MOST)?;
    let look = super::Look::of_call(call);
    let w = &look.words().appeal;
    let times = Times::of(call, look.english);
    let (places, matters) = (Places::of(call)?, matters(call)?);
    let mut offers = Vec::new();
    for one in found {
        let order = call.app.desk().known(one.order.id)?.order;
        if offers.len() == MOST || !may_be_shown(&order) {
            continue;
        }
        let matter = matters.iter().find(|known| known.code == order.matter.as_str());
        let place = places.at_street_level(order.place.as_str());
        let about = format!(
            "{} · {}",
            matter.map_or(w.alike_matter_none, |matter| matter.name.as_str()),
            place.as_deref().unwrap_or(w.alike_here)
        );
        let (since, many) = (times.day(order.registered_at), order.appeals.len().to_string());
        let ticket = ticket(call, order.id, call.at.plus_millis(LASTS));
        offers.push(Offer {
            text: fill(w.alike_line, &[&about, &since, &many, words::stage(&look, order.stage)]),
            chosen: !chosen.is_empty() && id_of(chosen) == Some(order.id),
            ticket,
        });
    }
    Ok(offers)
}

/// As the domain judges it when somebody joins: nothing is offered that could
/// not be joined.
fn may_be_shown(order: &Order) -> bool {
    let early = matches!(
        order.stage,
        Stage::Registered | Stage::AwaitingSupplement | Stage::Accepted | Stage::Dispatched | Stage::Handling
    );
    early
        && order.confidentiality == Confidentiality::Open
        && order.kind != Kind::Report
        && order.accused_people.is_empty()
        && order.sensitivities.is_empty()
}

fn ticket(call: &Call, order: OrderId, until: Moment) -> String {
    let proof = call.app.store().ticket("join", &format!("{} {}", order.0, until.0));
    format!("{}.{}.{proof}", order.0, until.0)
}

fn id_of(ticket: &str) -> Option<OrderId> {
    ticket.split('.').next()?.parse().ok().map(OrderId)
}

/// The order that a form says is the same; none when it says none, or one that
/// was not shown to anybody lately.
pub(super) fn joined(call: &Call, said: &str) -> Option<OrderId> {
    let order = id_of(said)?;
    let until = said.split('.').nth(1)?.parse().map(Moment).ok()?;
    let right: bool = said.as_bytes().ct_eq(ticket(call, order, until).as_bytes()).into();
    (right && call.at <= until).then_some(order)
}

/// Joins what was just registered with what it is the same as, where the
/// policy lets citizens do so. Where it does not, the link stays, and staff
/// look at it.
pub(super) fn join(call: &Call, registered: OrderId, into: OrderId) -> Result<(), Problem> {
    let (by, terms) = (Actor::citizen(), Terms::default());
    let acting = Acting { by: &by, at: call.at, terms: &terms };
    match call.app.desk().merge(registered, into, acting) {
        Ok(_) | Err(DeskError::Refused(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
