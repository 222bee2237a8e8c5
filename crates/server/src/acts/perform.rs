//! Performing an act that came over the wire.

use desk::{Acting, Desk, Terms, Texts, random_salt};
use domain::codes::EvidenceKind;
use domain::ids::OrderId;
use domain::life::Act;
use domain::order::Link;
use domain::person::Actor;
use domain::text_ref::Evidence;
use domain::{Moment, Order, Stage};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::Loaded;

use super::body::{self, Erasing, Linking, Merging, Splitting};
use super::once::{Once, once};
use super::register;
use crate::access;
use crate::call::Call;
use crate::problem::{Problem, why};
use crate::route::{Reply, Written};

/// The order as an act left it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Performed {
    /// Its number.
    pub number: String,
    /// Its version: what the next act is decided on.
    pub version: u32,
    /// Where it stands.
    pub stage: Stage,
    /// When the act was performed.
    pub at: Moment,
}

/// Performs an act of staff.
pub(super) fn perform(call: &Call, name: &'static str, said: Value) -> Result<Written<Performed>, Problem> {
    let against = call.version()?;
    perform_as(call, name, said, &call.order()?.loaded, &call.actor()?, against)
}

/// Performs an act of anybody on an order that they may act on.
pub(crate) fn perform_as(
    call: &Call,
    name: &'static str,
    said: Value,
    loaded: &Loaded,
    by: &Actor,
    against: Option<u32>,
) -> Result<Written<Performed>, Problem> {
    let key = Once::of(call, &format!("{name} {}", loaded.order.number))?;
    let carry_out = || {
        let answer = |order: &Order| performed(order);
        let terms = Terms { against, kept: key.as_ref().map(|key| key.kept(&answer)), ..Terms::default() };
        let after = act(call, name, said, loaded, Acting { by, at: call.at, terms: &terms })?;
        Ok(Reply::json(201, performed(&after.order)))
    };
    once(call, key.as_ref(), carry_out).map(Written::new)
}

/// Performs an act on one order of several that a call names, under a key of
/// its own ([`Once::in_batch`]).
pub(crate) fn perform_in_batch(
    call: &Call,
    name: &'static str,
    said: Value,
    loaded: &Loaded,
    against: u32,
    key: Option<&Once>,
) -> Result<Performed, Problem> {
    let answer = |order: &Order| performed(order);
    let terms = Terms { against: Some(against), kept: key.map(|key| key.kept(&answer)), ..Terms::default() };
    let by = call.actor()?;
    let acting = Acting { by: &by, at: call.at, terms: &terms };
    act(call, name, said, loaded, acting).map(|after| Performed::of(&after.order))
}

impl Performed {
    fn of(order: &Order) -> Self {
        Self {
            number: order.number.clone(),
            version: order.version,
            stage: order.stage,
            at: order.changed_at,
        }
    }
}

/// What is answered of an order as an act left it.
pub(crate) fn performed(order: &Order) -> String {
    serde_json::to_string(&Performed::of(order)).expect("texts and numbers only")
}

fn act(
    call: &Call,
    name: &'static str,
    said: Value,
    loaded: &Loaded,
    acting: Acting,
) -> Result<Loaded, Problem> {
    let desk = call.app.desk();
    let order = &loaded.order;
    match name {
        "merge" => {
            let Merging { into } = body::read(said)?;
            let into = access::as_it_stands(call, &into)?;
            Ok(desk.merge(order.id, into.loaded.order.id, acting)?)
        }
        "split" => {
            let Splitting { matters, keeps_a_matter } = body::read(said)?;
            let told: Result<Vec<_>, Problem> =
                matters.iter().map(|appeal| register::told(call, appeal, Some(order))).collect();
            Ok(desk.split(order.id, &told?, keeps_a_matter, acting)?)
        }
        _ => {
            let mut salt = random_salt;
            let mut texts = Texts::new(&mut salt);
            let act = match name {
                "link" => link(call, body::read(said)?)?,
                "erase" => erase(&desk, order.id, body::read(said)?, &mut texts)?,
                "publish" => {
                    names_nobody(call, order, &said)?;
                    plain(name, said, &mut texts)?
                }
                _ => plain(name, said, &mut texts)?,
            };
            let act = check_evidence(act, order)?;
            Ok(desk.perform_sealed(loaded.clone(), &act, texts.sealed(), acting)?)
        }
    }
}

/// What everybody will read names nobody: neither what looks like personal
/// data, nor what is known of the citizens (政府信息公开条例 第十五条).
fn names_nobody(call: &Call, order: &Order, said: &Value) -> Result<(), Problem> {
    let store = call.app.store();
    let mut known = Vec::new();
    for citizen in order.appeals.iter().filter_map(|appeal| appeal.citizen) {
        known.extend(store.citizen(citizen)?.into_iter().flat_map(|who| [who.name, who.phone]));
    }
    let known: Vec<&str> = known.iter().map(String::as_str).filter(|text| text.chars().count() > 1).collect();
    for field in ["title", "summary"] {
        let body = said[field]["text"].as_str().unwrap_or_default();
        if text::mask(body, &known) != body {
            let why = "it names somebody, or holds a number or an address of somebody: take it out";
            return Err(Problem::bad_value(field, why));
        }
    }
    Ok(())
}

/// An act whose fields are said as they are.
fn plain(name: &'static str, said: Value, texts: &mut Texts) -> Result<Act, Problem> {
    let mut fields = body::fields(said)?;
    body::without_references(&fields)?;
    texts.seal_in(&mut fields);
    let act = Act::read(name, fields).ok_or(Problem::Internal)?;
    act.map_err(|unread| Problem::BadBody { at: unread.at, why: why(&unread.why) })
}

fn link(call: &Call, said: Linking) -> Result<Act, Problem> {
    let order = match &said.order {
        Some(number) => Some(access::as_it_stands(call, number)?.loaded.order.id),
        None => None,
    };
    if order.is_some() == said.external.is_some() {
        return Err(Problem::bad_value("order", "either an order or a number in another system is named"));
    }
    Ok(domain::intake::Link { link: Link { kind: said.kind, order, external: said.external } }.into())
}

fn erase(desk: &Desk, id: OrderId, said: Erasing, texts: &mut Texts) -> Result<Act, Problem> {
    let mut hashes = Vec::new();
    if said.texts {
        let lying = desk.store().texts(id)?;
        hashes.extend(lying.into_iter().filter(|(_, body)| body.is_some()).map(|(hash, _)| hash));
        hashes.sort();
    }
    let basis = texts.seal(&said.basis);
    Ok(domain::oversight::Erase { texts: hashes, identities: said.identities, basis }.into())
}

/// What an act says of its evidence is not believed: a file must be attached
/// to the order, and when and where it was made is what the file itself says.
fn check_evidence(mut act: Act, order: &Order) -> Result<Act, Problem> {
    for evidence in act.evidence_mut() {
        *evidence = known(evidence, order)?;
    }
    Ok(act)
}

fn known(said: &Evidence, order: &Order) -> Result<Evidence, Problem> {
    let attached = order.attachments.iter().find(|attached| attached.evidence.hash == said.hash);
    match (attached, said.kind) {
        (Some(attached), _) => Ok(attached.evidence.clone()),
        // A record of the platform itself, such as that of a call.
        (None, EvidenceKind::Record) => {
            Ok(Evidence { kind: said.kind, hash: said.hash.clone(), taken_at: None, position: None })
        }
        (None, _) => Err(Problem::NotAttached { hash: said.hash.clone() }),
    }
}
