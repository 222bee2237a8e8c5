//! The only way to an order. Whoever asks for one is looked at here: role,
//! unit, whether they are complained of; the look is noted, with its purpose;
//! and what is handed out is already masked. A route that does not come this
//! way gets no order.

mod beside;
mod log;
mod masked;
mod mine;
mod scope;
mod shape;

pub(crate) use log::LookLog;
pub use masked::Masked;
pub(crate) use masked::searched_texts;
pub(crate) use mine::{AwaitedLine, Mine};
pub(crate) use scope::scope;

use domain::Order;
use domain::ids::OrderId;
use domain::rights::{Sight, sees};
use store::Loaded;

use crate::call::Call;
use crate::problem::Problem;

/// Why an order is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To read it.
    Read,
    /// To find it in a list.
    List,
    /// To find it in a search.
    Search,
    /// To see a file that belongs to it.
    Attachment,
    /// To call its citizen.
    Call,
    /// To take it out of the platform.
    Export,
    /// To know a caller's earlier orders.
    Caller,
}

impl Purpose {
    /// The stable text form.
    pub fn code(self) -> &'static str {
        match self {
            Purpose::Read => "read",
            Purpose::List => "list",
            Purpose::Search => "search",
            Purpose::Attachment => "attachment",
            Purpose::Call => "call",
            Purpose::Export => "export",
            Purpose::Caller => "caller",
        }
    }
}

/// An order that somebody may act on, and how much of it they may see.
pub struct Seen {
    /// The order.
    pub loaded: Loaded,
    /// How much of it they see.
    pub sight: Sight,
}

/// An order to act on. The act itself is what the journal keeps of it, and
/// finds out when another process was faster.
///
/// # Errors
/// There is none, or not for this person: the answer is the same.
pub fn to_act_on(call: &Call, number: &str) -> Result<Seen, Problem> {
    let id = find(call, number)?;
    seen(call, call.app.desk().known(id)?)
}

/// An order as the journal has it now, whichever process changed it last: for
/// whatever leaves nothing in the journal that would find out.
///
/// # Errors
/// As [`to_act_on`].
pub fn as_it_stands(call: &Call, number: &str) -> Result<Seen, Problem> {
    let id = find(call, number)?;
    seen(call, call.app.store().order(id)?.ok_or_else(no_order)?)
}

fn seen(call: &Call, loaded: Loaded) -> Result<Seen, Problem> {
    let sight = sight(call, &loaded.order)?;
    Ok(Seen { loaded, sight })
}

/// Everything of an order, masked, to be read; the look is noted.
///
/// # Errors
/// As [`to_act_on`].
pub fn to_read(call: &Call, number: &str) -> Result<Masked, Problem> {
    let id = find(call, number)?;
    let file = call.app.store().file(id)?.ok_or_else(no_order)?;
    let sight = sight(call, &file.loaded.order)?;
    call.app.looks().one(call, id, Purpose::Read, "")?;
    masked::page(call, file, &sight)
}

fn find(call: &Call, number: &str) -> Result<OrderId, Problem> {
    call.app.store().id_of(number)?.ok_or_else(no_order)
}

/// How much of an order somebody sees.
fn sight(call: &Call, order: &Order) -> Result<Sight, Problem> {
    let desk = call.app.desk();
    let city = desk.city();
    let viewer = call.staff()?.viewer();
    sees(order, &viewer, &city.units, &city.file.hotline_unit).ok_or_else(no_order)
}

/// Whether somebody sees an order at all: for live updates, whose listener
/// asked once and is told many times.
pub(crate) fn is_seen(app: &crate::app::App, order: &Order, viewer: &domain::rights::Viewer) -> bool {
    let desk = app.desk();
    let city = desk.city();
    sees(order, viewer, &city.units, &city.file.hotline_unit).is_some()
}

fn no_order() -> Problem {
    Problem::not_there("order")
}
