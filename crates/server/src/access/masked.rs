//! An order as somebody may see it: texts in place of references, what
//! identifies the citizen masked, numbers of identities gone.

use std::collections::{BTreeMap, HashMap};

use domain::codes::Confidentiality;
use domain::ids::OrderId;
use domain::life::Act;
use domain::rights::{Calling, IdentitySight, Sight, may_outsourced};
use domain::{Entry, Order};
use schemars::{JsonSchema, SchemaGenerator};
use serde::Serialize;
use store::{Identity, OrderFile, SearchedText, Signature, Store};

use super::beside::{self, Can, ClockStory, Colleague};
use super::mine::{AwaitedLine, Mine};
use super::shape;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::{Answer, Answers, Reply};

/// The page of an order as one person may see it, written already: nothing of
/// it can be read that was not masked.
pub struct Masked(Vec<u8>);

impl Answer for Masked {
    fn answers() -> Answers {
        Answers::Json(200, SchemaGenerator::subschema_for::<OrderPage>)
    }

    fn reply(self) -> Result<Reply, Problem> {
        Ok(Reply::json(200, self.0))
    }
}

/// Everything that there is of an order, as one person may see it.
#[derive(Debug, Serialize, JsonSchema)]
struct OrderPage {
    /// The order. `citizen` is left out everywhere; see `callers`.
    pub order: Order,
    /// Its journal, oldest entry first.
    pub history: Vec<Entry>,
    /// Who brought its appeals, in their order.
    pub callers: Vec<Caller>,
    /// The numbers of other orders that it speaks of, by their number in the store.
    pub related: BTreeMap<i64, String>,
    /// SM2 signatures on entries that bind others.
    pub signatures: Vec<Signed>,
    /// How this person reaches the citizen: `no`, `through_platform` or `number`.
    pub calling: Calling,
    /// What it waits for, what is due first first.
    pub awaiting: Vec<AwaitedLine>,
    /// Why each clock is due when it is, in the order of the order's clocks.
    pub clocks: Vec<ClockStory>,
    /// The members of staff who acted on it, by log-in.
    pub people: BTreeMap<String, Colleague>,
    /// The acts that this person may perform, each with whether it fits now.
    pub can: Vec<Can>,
    /// The acts that this person's role may perform, whether or not the order stands where they fit.
    #[schemars(with = "Vec<domain::life::ActName>")]
    pub acts: Vec<&'static str>,
}

/// Who brought an appeal, masked.
#[derive(Debug, Serialize, JsonSchema)]
struct Caller {
    /// Which appeal, counted from 0.
    pub appeal: u16,
    /// The name, masked; none when it is hidden, was not given, or was erased.
    pub name: Option<String>,
    /// The telephone number, masked.
    pub phone: Option<String>,
}

/// An SM2 signature.
#[derive(Debug, Serialize, JsonSchema)]
struct Signed {
    /// The entry that it is on.
    pub seq: u32,
    /// The key.
    pub key: String,
    /// The signature, hexadecimal.
    pub signature: String,
    /// The public key, hexadecimal.
    pub public_key: String,
}

/// The page of an order.
pub(super) fn page(call: &Call, file: OrderFile, sight: &Sight) -> Result<Masked, Problem> {
    let OrderFile { loaded, history, mut texts, signatures } = file;
    let order = loaded.order;
    let store = call.app.store();
    let identities = identities(&store, &order)?;
    add_texts_of_merged(&store, &order, &mut texts)?;
    mask(&mut texts, &order, &identities);
    let signed = |signature: Signature| Signed {
        seq: signature.seq,
        key: signature.key_id,
        signature: store::hex(&signature.signature),
        public_key: store::hex(&signature.public_key),
    };
    let page = OrderPage {
        callers: callers(&order, &identities, sight),
        related: related(&store, &order)?,
        signatures: signatures.into_iter().map(signed).collect(),
        calling: sight.may_call,
        awaiting: awaiting(call, &order)?,
        clocks: beside::clocks(call, &order),
        people: beside::people(call, &history)?,
        can: beside::can(call, &order)?,
        acts: acts(call)?,
        order,
        history,
    };
    let written = shape::write(&page, &texts).map_err(|error| {
        tracing::error!(%error, "the page of an order cannot be written");
        Problem::Internal
    })?;
    Ok(Masked(written))
}

/// The identities of those who brought the appeals, in their order.
fn identities(store: &Store, order: &Order) -> Result<Vec<Option<Identity>>, Problem> {
    let known = order.appeals.iter().map(|appeal| match appeal.citizen {
        Some(citizen) => Ok(store.citizen(citizen)?),
        None => Ok(None),
    });
    known.collect()
}

/// The texts of appeals that a merge brought lie with the order on which they
/// were registered.
fn add_texts_of_merged(store: &Store, order: &Order, texts: &mut shape::Texts) -> Result<(), Problem> {
    let mut from: Vec<OrderId> = order.appeals.iter().filter_map(|appeal| appeal.from).collect();
    from.dedup();
    for other in from {
        texts.extend(store.texts(other)?);
    }
    Ok(())
}

/// The searched texts of orders that the caller sees, masked as on their pages.
///
/// # Errors
/// The store's fault.
pub(crate) fn searched_texts(
    call: &Call,
    ids: &[OrderId],
) -> Result<HashMap<OrderId, Vec<SearchedText>>, Problem> {
    let store = call.app.store();
    let mut texts = store.searched_texts(ids)?;
    for (id, texts) in &mut texts {
        let order = call.app.desk().known(*id)?.order;
        let known = known(&order, &identities(&store, &order)?);
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        texts.iter_mut().for_each(|text| text.body = text::mask(&text.body, &known));
    }
    Ok(texts)
}

/// Hides the citizens of an order in its texts.
fn mask(texts: &mut shape::Texts, order: &Order, identities: &[Option<Identity>]) {
    let known = known(order, identities);
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    for body in texts.values_mut().flatten() {
        *body = text::mask(body, &known);
    }
}

/// What is known of those who brought an order. Their address only where they
/// asked to be kept secret: elsewhere it is usually the very place that the
/// matter is about.
fn known(order: &Order, identities: &[Option<Identity>]) -> Vec<String> {
    let secret = order.confidentiality != Confidentiality::Open;
    let of = |identity: &Identity| {
        let more = identity.more.values().filter(|_| secret).cloned();
        [identity.name.clone(), identity.phone.clone()].into_iter().chain(more).collect::<Vec<_>>()
    };
    identities.iter().flatten().flat_map(of).filter(|text| !text.is_empty()).collect()
}

fn callers(order: &Order, identities: &[Option<Identity>], sight: &Sight) -> Vec<Caller> {
    let hidden = sight.identity == IdentitySight::Hidden;
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let caller = |(appeal, identity): (u16, &Option<Identity>)| {
        let identity = identity.as_ref().filter(|_| !hidden);
        Caller {
            appeal,
            name: identity.and_then(|who| given(&who.name)).map(|name| text::mask_name(&name)),
            phone: identity.and_then(|who| given(&who.phone)).map(|phone| text::mask_phone(&phone)),
        }
    };
    debug_assert_eq!(order.appeals.len(), identities.len());
    (0..).zip(identities).map(caller).collect()
}

fn related(store: &Store, order: &Order) -> Result<BTreeMap<i64, String>, Problem> {
    let linked = order.links.iter().filter_map(|link| link.order);
    let merged = order.appeals.iter().filter_map(|appeal| appeal.from);
    let into = match &order.outcome {
        Some(domain::Outcome::Merged { into }) => Some(*into),
        _ => None,
    };
    let mut numbers = BTreeMap::new();
    for id in linked.chain(merged).chain(into) {
        if let Some(loaded) = store.order(id)? {
            numbers.insert(id.0, loaded.order.number);
        }
    }
    Ok(numbers)
}

fn awaiting(call: &Call, order: &Order) -> Result<Vec<AwaitedLine>, Problem> {
    let mine = Mine::of(call)?;
    let mut awaited = order.awaited();
    awaited.sort_by_key(|awaited| awaited.due.map_or(i64::MAX, |due| due.0));
    Ok(awaited.into_iter().map(|awaited| mine.shown(awaited)).collect())
}

fn acts(call: &Call) -> Result<Vec<&'static str>, Problem> {
    let staff = call.staff()?;
    let mine =
        Act::NAMES.iter().filter(|name| Act::roles_of(name).is_some_and(|roles| roles.contains(&staff.role)));
    Ok(mine.filter(|name| !staff.outsourced || may_outsourced(name)).copied().collect())
}
