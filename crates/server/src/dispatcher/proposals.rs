//! 派单建议: what the directory says of an order.

use domain::codes::{Manner, ReturnReason};
use domain::dispatch::{Doubt, Obstacle, Proposal, propose, reserved};
use domain::ids::UnitId;
use domain::order::{Awaiting, Order, ReturnFate};
use domain::{Moment, Stage};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};
use store::{Filter, Waits};

use super::directory::EntryLine;
use crate::access::{self, Purpose};
use crate::call::Call;
use crate::log_in::NoQuery;
use crate::models::Guess;
use crate::problem::Problem;
use crate::route::Shown;

/// Beyond so many orders a unit's load is not counted.
const COUNTED: u64 = 1_000;

/// What the directory says of an order.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ProposalPage {
    number: String,
    /// The version of the order that it was proposed for.
    version: u32,
    matter: String,
    place: String,
    /// The version of the directory.
    directory: u32,
    /// 认定规则: the ruling in force that it falls under; then nothing else is a basis.
    ruling: Option<RuledBy>,
    /// The entry that says whose duty it is; none when none does.
    winner: Option<EntryLine>,
    /// The entries that would win if what the order does not state were so.
    offered: Vec<EntryLine>,
    /// The entries about the matter that do not, each with the reason.
    others: Vec<EntryLine>,
    /// The units that are named, the winner's first, and what keeps the order from each.
    units: Vec<UnitStanding>,
    /// Who returned the order, and what became of it; these are never proposed.
    returned: Vec<Returned>,
    /// The entry that gives it to a department, so that a town gets it only by a named override.
    reserved: Option<String>,
    /// Whether the directory names a town or village for this; else it is not given to one (66号 五).
    grassroots_named: bool,
    /// 模型建议: the units that past orders of such words ended with; whoever the directory names goes before them.
    guesses: Vec<Guess>,
    /// Why it is not to be followed unread; empty when it can be, in a batch, too.
    doubts: Vec<Doubt>,
    /// The dispatch that follows from it, as `dispatches` takes it; none when nothing is proposed or the order does
    /// not wait to be dispatched.
    #[schemars(with = "Option<domain::dispatch::Dispatch>")]
    dispatch: Option<Value>,
}

/// A ruling that says whose duty an order is.
#[derive(Debug, Serialize, JsonSchema)]
struct RuledBy {
    /// Its number.
    number: String,
    /// Who leads by it.
    lead: String,
    /// Whether it was made on this very order.
    own: bool,
}

/// A unit that may be thought of.
#[derive(Debug, Serialize, JsonSchema)]
struct UnitStanding {
    unit: String,
    /// What keeps the order from it; empty when nothing does.
    obstacles: Vec<Obstacle>,
    /// What lies with it.
    load: Load,
}

/// What lies with a unit now; 1000 stands for that many or more.
#[derive(Debug, Serialize, JsonSchema)]
struct Load {
    /// Orders in which it holds an open part.
    open: u64,
    /// Of these, what is overdue.
    overdue: u64,
    /// What falls due today, and what is overdue.
    due_today: u64,
}

/// A return of the order.
#[derive(Debug, Serialize, JsonSchema)]
struct Returned {
    unit: String,
    at: Moment,
    /// Why; what it rests on stands in the order's story.
    reason: ReturnReason,
    /// What became of it.
    fate: ReturnFate,
    /// The unit that was suggested.
    suggests: Option<String>,
}

pub(super) fn show(call: &Call, _: NoQuery) -> Result<Shown<ProposalPage>, Problem> {
    let seen = access::to_act_on(call, call.param("number"))?;
    let order = &seen.loaded.order;
    call.app.looks().one(call, order.id, Purpose::Read, "proposals")?;
    let desk = call.app.desk();
    let actor = call.actor()?;
    let rulings = desk.store().rulings_about(&order.matter)?;
    let proposal = propose(order, &desk.city().context_with(&actor, call.at, &rulings));
    let today = desk.city().calendar.date(call.at);
    let others = proposal.look_up.others.iter().filter(|(entry, _)| entry.is_in_force(today));
    let units = proposal.candidates.iter().map(|candidate| {
        Ok(UnitStanding {
            unit: candidate.unit.0.clone(),
            obstacles: candidate.obstacles.clone(),
            load: load(call, &candidate.unit)?,
        })
    });
    let returned = order.returns.iter().map(|asked| Returned {
        unit: asked.unit.0.clone(),
        at: asked.at,
        reason: asked.reason,
        fate: asked.fate,
        suggests: asked.suggests.as_ref().map(|unit| unit.0.clone()),
    });
    Ok(Shown(ProposalPage {
        number: order.number.clone(),
        version: order.version,
        matter: order.matter.0.clone(),
        place: order.place.0.clone(),
        directory: desk.city().directory.version(),
        ruling: proposal.ruled.as_ref().map(|bound| RuledBy {
            number: bound.number.to_owned(),
            lead: bound.lead.0.clone(),
            own: bound.own,
        }),
        winner: proposal.look_up.winner.map(|entry| EntryLine::of(entry, None)),
        offered: proposal.look_up.ifs.iter().map(EntryLine::offered).collect(),
        others: others.map(|(entry, lost)| EntryLine::of(entry, Some(*lost))).collect(),
        units: units.collect::<Result<_, Problem>>()?,
        returned: returned.collect(),
        reserved: reserved(order, &desk.city().context(&actor, call.at)).map(|entry| entry.code.clone()),
        grassroots_named: proposal.grassroots_named,
        guesses: guesses(call, order)?,
        dispatch: dispatch(order, &proposal, desk.city().directory.version()),
        doubts: proposal.doubts,
    }))
}

/// What the model of units says of an order; only units that there are.
fn guesses(call: &Call, order: &Order) -> Result<Vec<Guess>, Problem> {
    let store = call.app.store();
    let story = store.told(&[order.id])?.remove(&order.id).unwrap_or_default();
    let mut guesses = call.app.models().units(&store, "", &story)?;
    let desk = call.app.desk();
    let units = &desk.city().units;
    guesses.retain(|guess| {
        let unit = UnitId::from(guess.code.as_str());
        units.get(&unit).is_some() && units.ended(&unit).is_none()
    });
    Ok(guesses)
}

/// The dispatch that follows from a proposal, as it is said.
pub(super) fn dispatch(order: &Order, proposal: &Proposal, version: u32) -> Option<Value> {
    if order.stage != Stage::Accepted {
        return None;
    }
    let (lead, basis, manner) = match (&proposal.ruled, proposal.entry()) {
        (Some(bound), _) => (bound.lead, json!({"by": "ruling", "number": bound.number}), Manner::Designated),
        (None, Some(entry)) => {
            let basis = json!({"by": "directory", "entry": entry.code, "version": version});
            (&entry.lead, basis, Manner::Direct)
        }
        (None, None) => return None,
    };
    let assists: Vec<Value> =
        proposal.assists.iter().map(|(unit, task)| json!({"unit": unit, "task": {"text": task}})).collect();
    Some(json!({
        "lead": lead,
        "assists": assists,
        "basis": basis,
        "manner": manner,
        "copy_to": proposal.copy_to,
    }))
}

fn load(call: &Call, unit: &UnitId) -> Result<Load, Problem> {
    let store = call.app.store();
    let tonight = call.app.desk().city().calendar.end_of_day(call.at).plus_millis(1);
    let due = |before: Moment| {
        let units = Some(vec![unit.clone()]);
        let owed = Awaiting::ALL.iter().filter(|what| what.is_for(domain::codes::Role::Handler));
        let waits = Waits { what: owed.copied().collect(), units, due_before: Some(before) };
        store.count_up_to(&Filter { waits: Some(waits), ..Filter::default() }, COUNTED)
    };
    let open = Filter { holder: Some(unit.clone()), ..Filter::default() };
    Ok(Load { open: store.count_up_to(&open, COUNTED)?, overdue: due(call.at)?, due_today: due(tonight)? })
}
