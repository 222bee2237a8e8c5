//! 批量派单: several orders at a stroke. Each is judged on its own, against
//! the version that was looked at. What the directory says without a doubt
//! goes by its word; for anything else the dispatcher says what is to be done.

use domain::dispatch::{Doubt, propose};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::proposals::dispatch as proposed;
use crate::access;
use crate::acts::{Once, Performed, perform_in_batch};
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Created;

/// So many at a stroke.
const MOST: usize = 100;

/// Which orders.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Batch {
    /// Each of them, at most 100.
    items: Vec<BatchItem>,
}

/// One order of a batch.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct BatchItem {
    /// Its number.
    number: String,
    /// The version that was looked at.
    version: u32,
    /// The dispatch, as `dispatches` takes it; when it is not said, what the directory says, if there is no doubt.
    #[serde(default)]
    #[schemars(with = "Option<domain::dispatch::Dispatch>")]
    dispatch: Option<Value>,
}

/// What became of one.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct BatchOutcome {
    number: String,
    /// The order as the dispatch left it; none when it was not dispatched.
    done: Option<Performed>,
    /// Why it was not dispatched.
    problem: Option<Problem>,
    /// Why it needs somebody to look at it first.
    doubts: Vec<Doubt>,
}

pub(super) fn dispatch(call: &Call, said: Batch) -> Result<Created<Vec<BatchOutcome>>, Problem> {
    if said.items.is_empty() || said.items.len() > MOST {
        return Err(Problem::bad_value("items", format!("it has 1 to {MOST} of them")));
    }
    let mut outcomes = Vec::with_capacity(said.items.len());
    for item in said.items {
        let number = item.number.clone();
        outcomes.push(match one(call, item) {
            Ok(Ok(done)) => BatchOutcome { number, done: Some(done), problem: None, doubts: Vec::new() },
            Ok(Err(doubts)) => BatchOutcome { number, done: None, problem: None, doubts },
            // Whatever is wrong with one order keeps no other back; what is
            // wrong with the platform does.
            Err(problem) if problem.status().is_server_error() && problem.status() != 503 => {
                return Err(problem);
            }
            Err(problem) => BatchOutcome { number, done: None, problem: Some(problem), doubts: Vec::new() },
        });
    }
    Ok(Created(outcomes))
}

/// Dispatches one order, or says why somebody has to look at it.
fn one(call: &Call, item: BatchItem) -> Result<Result<Performed, Vec<Doubt>>, Problem> {
    let seen = access::to_act_on(call, &item.number)?;
    let order = &seen.loaded.order;
    // Asked for again, it is what became of it the first time that counts.
    let told = json!({"version": item.version, "dispatch": item.dispatch});
    let key = Once::in_batch(call, "dispatch", &order.number, &told)?;
    if let Some(done) = key.as_ref().map(|key| key.answered_as(call)).transpose()?.flatten() {
        return Ok(Ok(done));
    }
    let said = match item.dispatch {
        Some(said) => said,
        None => {
            let desk = call.app.desk();
            let actor = call.actor()?;
            let rulings = desk.store().rulings_about(&order.matter)?;
            let proposal = propose(order, &desk.city().context_with(&actor, call.at, &rulings));
            if !proposal.doubts.is_empty() {
                return Ok(Err(proposal.doubts));
            }
            let stage = order.stage;
            proposed(order, &proposal, desk.city().directory.version())
                .ok_or(domain::Refusal::WrongStage { stage, needs: vec![domain::Stage::Accepted] })?
        }
    };
    perform_in_batch(call, "dispatch", said, &seen.loaded, item.version, key.as_ref()).map(Ok)
}
