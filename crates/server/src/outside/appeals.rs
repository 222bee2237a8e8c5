//! Appeals from other systems.

use domain::codes::Channel;
use domain::ids::OrderId;
use domain::person::Actor;
use domain::{Ending, Outcome, Stage};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sm3::{Digest as _, Sm3};
use store::ImportRow;

use crate::acts::{Appeal, Registered, register_as, registered};
use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::{Reply, Shown, Written};

/// The longest number of another system.
const LONGEST: usize = 100;

/// An appeal that another system brings.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Brought {
    /// What it is called there.
    external: String,
    /// What was said.
    appeal: Appeal,
}

/// Registers it once: told again under the same number, the first answer is
/// given again; another story under the same number is refused.
pub(super) fn bring(call: &Call, said: Brought) -> Result<Written<Registered>, Problem> {
    let external = said.external.trim();
    if external.is_empty() || external.chars().count() > LONGEST {
        return Err(Problem::bad_value("external", format!("it has 1 to {LONGEST} characters")));
    }
    let fingerprint = store::hex(&Sm3::digest(call.bytes()));
    let source = source(call)?;
    if let Some(known) = known(call, &source, external, &fingerprint)? {
        return Ok(known);
    }
    let import =
        ImportRow { source: source.clone(), key: external.to_owned(), recorded: fingerprint.clone() };
    match register_as(call, &said.appeal, &Actor::system(), Some(Channel::Other), Some(import)) {
        // Somebody brought the same one at the same time.
        Err(problem @ Problem::Taken { .. }) => known(call, &source, external, &fingerprint)?.ok_or(problem),
        done => done,
    }
}

/// What systems call their orders stands apart from what was imported from
/// files.
fn source(call: &Call) -> Result<String, Problem> {
    Ok(format!("system:{}", call.system()?.name))
}

fn known(
    call: &Call,
    source: &str,
    external: &str,
    said: &str,
) -> Result<Option<Written<Registered>>, Problem> {
    let store = call.app.store();
    let Some(imported) = store.imported_as(source, external)? else { return Ok(None) };
    if imported.recorded != said {
        return Err(Problem::KeyReused);
    }
    let loaded = store.order(imported.order)?.ok_or(Problem::Internal)?;
    Ok(Some(Written::new(Reply::json(201, registered(&store, &loaded.order)))))
}

/// Where an appeal stands.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Standing {
    /// What it is called there.
    external: String,
    /// The order's number here.
    number: String,
    /// Its version.
    version: u32,
    /// Where it stands.
    stage: Stage,
    /// How it ended; none while it is open.
    outcome: Option<Ending>,
}

pub(super) fn ask(call: &Call, _: NoQuery) -> Result<Shown<Standing>, Problem> {
    let external = call.param("external").to_owned();
    let store = call.app.store();
    let none = || Problem::not_there("appeal");
    let imported = store.imported_as(&source(call)?, &external)?.ok_or_else(none)?;
    let id: OrderId = imported.order;
    let order = store.order(id)?.ok_or_else(none)?.order;
    Ok(Shown(Standing {
        external,
        number: order.number.clone(),
        version: order.version,
        stage: order.stage,
        outcome: order.outcome.as_ref().map(Outcome::ending),
    }))
}
