//! 登记: an appeal that came over the wire.

use std::collections::BTreeMap;

use desk::{Acting, Said, Terms, Told, bringer};
use domain::codes::*;
use domain::ids::{CitizenId, OrderId};
use domain::order::Link;
use domain::person::Actor;
use domain::{Moment, Order, Stage};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Identity, ImportRow, NewCitizen, Store};

use super::body::Linking;
use super::once::{Once, once};
use crate::access;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::{Reply, Written};

/// An appeal, as it is told.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NewAppeal")]
pub(crate) struct Appeal {
    /// 标题; the beginning of the content when it is empty.
    #[serde(default)]
    pub title: String,
    /// 诉求内容: the facts.
    pub content: String,
    /// 诉求目的: what is wanted.
    #[serde(default)]
    pub demand: String,
    /// 事发地址: where exactly, within the place.
    #[serde(default)]
    pub address: String,
    /// 事发时间: since when, or when, in their own words.
    #[serde(default)]
    pub when: String,
    /// 诉求渠道; the telephone for staff, the web for a citizen, when it is not said.
    pub channel: Option<Channel>,
    /// When it arrived; now, when it is not said.
    pub received_at: Option<Moment>,
    /// 诉求类型; a call for help, when it is not said.
    pub kind: Option<Kind>,
    /// 事项.
    #[serde(default)]
    pub matter: String,
    /// 事发地.
    #[serde(default)]
    pub place: String,
    /// 被诉单位.
    #[serde(default)]
    pub accused: Vec<String>,
    /// 被诉人员 among the staff, by log-in. Staff whose name stands in a complaint or report are added by
    /// themselves.
    #[serde(default)]
    pub accused_people: Vec<String>,
    /// 是否保密; a report or a complaint is kept from the accused when it is not said.
    pub confidentiality: Option<Confidentiality>,
    /// 紧急程度; ordinary, when it is not said.
    pub level: Option<Level>,
    /// 敏感标记.
    #[serde(default)]
    pub sensitivities: Vec<Sensitivity>,
    /// Whether they want to be called back; yes, when they left a number.
    pub wants_callback: Option<bool>,
    /// 诉求人; none for somebody who gives no name and no number.
    pub caller: Option<NewCaller>,
    /// The call through which it came: its number is that of the caller.
    pub call: Option<i64>,
    /// 关联.
    #[serde(default)]
    pub links: Vec<Linking>,
    /// The order that a citizen says is the same, as the platform showed it to
    /// them. Nobody says it over the wire.
    #[serde(skip)]
    pub same_as: Option<OrderId>,
}

/// Who brings an appeal.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewCaller {
    /// The name.
    #[serde(default)]
    pub name: String,
    /// The telephone number.
    #[serde(default)]
    pub phone: String,
    /// `person`, `company` or another kind.
    pub kind: Option<String>,
    /// Whatever else is known: `address`, `email`, `document`.
    #[serde(default)]
    pub more: BTreeMap<String, String>,
}

/// What is told of a registered appeal.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Registered {
    /// The order's number.
    pub number: String,
    /// The code with which the citizen asks after it.
    pub code: String,
    /// Its version.
    pub version: u32,
    /// Where it stands.
    pub stage: Stage,
    /// When it was registered.
    pub at: Moment,
}

/// A member of staff registers an appeal.
pub(super) fn register(call: &Call, appeal: Appeal) -> Result<Written<Registered>, Problem> {
    let by = call.actor()?;
    register_as(call, &appeal, &by, None, None)
}

/// Anybody who may registers an appeal; `import` is its name in the system
/// that it came from, `channel` what holds when the appeal does not say one.
pub(crate) fn register_as(
    call: &Call,
    appeal: &Appeal,
    by: &Actor,
    channel: Option<Channel>,
    import: Option<ImportRow>,
) -> Result<Written<Registered>, Problem> {
    let key = Once::of(call, "register")?;
    once(call, key.as_ref(), || {
        let store = call.app.store();
        let answer = |order: &Order| registered(&store, order);
        let (citizen, new) = citizen(call, appeal)?;
        let mut told = told(call, appeal, None)?;
        told.citizen = citizen;
        told.wants_callback = appeal.wants_callback.unwrap_or(citizen.is_some());
        if let Some(channel) = channel.filter(|_| appeal.channel.is_none()) {
            told.channel = channel;
        }
        let terms = Terms { kept: key.as_ref().map(|key| key.kept(&answer)), ..Terms::default() };
        let acting = Acting { by, at: call.at, terms: &terms };
        let loaded = call.app.desk().register_from(&told, new, import.clone(), acting)?;
        if let Some(id) = appeal.call {
            store.link_call(id, Some(loaded.order.id), citizen)?;
        }
        Ok(Reply::json(201, registered(&store, &loaded.order)))
    })
    .map(Written::new)
}

/// What is told of a registered appeal.
pub(crate) fn registered(store: &Store, order: &Order) -> String {
    let answer = Registered {
        number: order.number.clone(),
        code: store.query_code(&order.number),
        version: order.version,
        stage: order.stage,
        at: order.registered_at,
    };
    serde_json::to_string(&answer).expect("texts and numbers only")
}

/// Who brings it. Somebody with the same number and name is known already.
fn citizen(call: &Call, appeal: &Appeal) -> Result<(Option<CitizenId>, Option<NewCitizen>), Problem> {
    let store = call.app.store();
    let mut caller = appeal.caller.clone().unwrap_or_default();
    if let Some(id) = appeal.call.filter(|_| caller.phone.is_empty()) {
        let found = store.call(id)?.ok_or_else(|| Problem::not_there("call"))?;
        caller.phone = store.call_phone(found.id)?.unwrap_or_default();
    }
    if caller.name.is_empty() && caller.phone.is_empty() {
        return Ok((None, None));
    }
    check_length(&caller)?;
    let identity = Identity { name: caller.name, phone: caller.phone, more: caller.more };
    Ok(bringer(&store, identity, caller.kind)?)
}

/// The longest name, number or address, in characters, and so many of them.
const LONGEST: usize = 500;
const MOST_MORE: usize = 20;

/// What is known of a citizen is opened at each look at their order: it is not
/// the place for a story.
fn check_length(caller: &NewCaller) -> Result<(), Problem> {
    let more = caller.more.iter().flat_map(|(name, text)| [name, text]);
    let said = [&caller.name, &caller.phone].into_iter().chain(&caller.kind).chain(more);
    if caller.more.len() > MOST_MORE || said.into_iter().any(|text| text.chars().count() > LONGEST) {
        let why = format!("each field has at most {LONGEST} characters, `more` at most {MOST_MORE} fields");
        return Err(Problem::bad_value("caller", why));
    }
    Ok(())
}

/// What was told. What is not said is taken from the order that is split, or
/// from what is usual.
pub(super) fn told(call: &Call, appeal: &Appeal, of: Option<&Order>) -> Result<Told, Problem> {
    let said = Said {
        title: appeal.title.clone(),
        content: appeal.content.clone(),
        demand: appeal.demand.clone(),
        address: appeal.address.clone(),
        when: appeal.when.clone(),
        channel: appeal.channel,
        received_at: appeal.received_at,
        kind: appeal.kind,
        matter: said(&appeal.matter),
        place: said(&appeal.place),
        accused: appeal.accused.iter().map(|code| code.as_str().into()).collect(),
        accused_people: appeal.accused_people.iter().map(|login| login.as_str().into()).collect(),
        confidentiality: appeal.confidentiality,
        level: appeal.level,
        sensitivities: appeal.sensitivities.clone(),
        wants_callback: appeal.wants_callback,
        links: links(call, appeal)?,
    };
    Ok(said.told(&call.app.store(), of, call.at)?)
}

fn links(call: &Call, appeal: &Appeal) -> Result<Vec<Link>, Problem> {
    let link = |link: &Linking| {
        let order = match &link.order {
            Some(number) if call.staff().is_ok() => Some(access::as_it_stands(call, number)?.loaded.order.id),
            Some(_) => return Err(Problem::bad_value("links", "only staff can link orders")),
            None => None,
        };
        Ok(Link { kind: link.kind, order, external: link.external.clone() })
    };
    let same = appeal
        .same_as
        .map(|order| Ok(Link { kind: LinkKind::DuplicateOf, order: Some(order), external: None }));
    appeal.links.iter().map(link).chain(same).collect()
}

fn said<T: for<'a> From<&'a str>>(text: &str) -> Option<T> {
    (!text.is_empty()).then(|| text.into())
}
