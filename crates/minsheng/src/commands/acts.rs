//! `minsheng register` and `minsheng act`: every act, from the command line.

use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail, ensure};
use desk::{Acting, City, Desk, Said, Terms, Texts, Told, bringer, random_salt};
use domain::codes::{Channel, Kind, Level, Role};
use domain::ids::OrderId;
use domain::person::Actor;
use domain::{Act, Order};
use serde::Deserialize;
use serde_json::{Value, json};
use store::{Identity, Loaded, Store};

use super::now;
use super::words::word;
use crate::output::json_line;
use crate::settings::Settings;

/// An appeal as it is written on the command line.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Appeal {
    title: String,
    content: String,
    #[serde(default)]
    demand: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    when: String,
    channel: Option<Channel>,
    kind: Option<Kind>,
    matter: Option<String>,
    place: Option<String>,
    level: Option<Level>,
    #[serde(default)]
    name: String,
    #[serde(default)]
    phone: String,
    wants_callback: Option<bool>,
}

/// Registers an appeal. A citizen whose telephone number and name are known is
/// not made anew.
pub fn register(settings: &Settings, by: &str, appeal: &str, json: bool) -> anyhow::Result<ExitCode> {
    let store = settings.store()?;
    let appeal: Appeal = serde_json::from_str(appeal).context("the appeal cannot be read")?;
    let actor = actor(&store, by)?;
    let identity = Identity { name: appeal.name.clone(), phone: appeal.phone.clone(), ..Identity::default() };
    let (citizen, new) = bringer(&store, identity, None)?;
    let wants_callback = appeal.wants_callback.unwrap_or(citizen.is_some());
    let told = Told { citizen, wants_callback, ..said(appeal).told(&store, None, now())? };
    let desk = Desk::new(store.clone(), City::load(&store, now())?);
    let loaded = desk.register(&told, new, &actor, now())?;
    say(&loaded, json);
    Ok(ExitCode::SUCCESS)
}

/// Performs an act.
pub fn act(settings: &Settings, by: &str, number: &str, act: &str, json: bool) -> anyhow::Result<ExitCode> {
    let store = settings.store()?;
    let Some(loaded) = store.by_number(number)? else { bail!("there is no order {number}") };
    let id = loaded.order.id;
    let actor = actor(&store, by)?;
    let mut value: Value = serde_json::from_str(act).context("the act cannot be read")?;
    let desk = Desk::new(store.clone(), City::load(&store, now())?);
    let acting = Acting { by: &actor, at: now(), terms: &Terms::default() };
    let after = match value["act"].as_str() {
        Some("merge") => desk.merge(id, other(&store, &value["into"])?, acting)?,
        Some("split") => split(&desk, &loaded.order, &value, acting)?,
        _ => {
            let mut salt = random_salt;
            let mut texts = Texts::new(&mut salt);
            texts.seal_in(&mut value);
            let act: Act = serde_json::from_value(value).map_err(|error| unreadable(&error))?;
            desk.perform_sealed(loaded, &act, texts.sealed(), acting)?
        }
    };
    say(&after, json);
    Ok(ExitCode::SUCCESS)
}

fn unreadable(error: &serde_json::Error) -> anyhow::Error {
    anyhow!("the act cannot be read: {error}. Acts: {}", Act::NAMES.join(", "))
}

fn split(desk: &Desk, order: &Order, value: &Value, acting: Acting) -> anyhow::Result<Loaded> {
    let appeals: Vec<Appeal> =
        serde_json::from_value(value["matters"].clone()).context("`matters` cannot be read")?;
    let told = appeals.into_iter().map(|appeal| said(appeal).told(desk.store(), Some(order), acting.at));
    let told = told.collect::<Result<Vec<Told>, _>>()?;
    let keeps = value["keeps_a_matter"].as_bool().unwrap_or(false);
    Ok(desk.split(order.id, &told, keeps, acting)?)
}

fn actor(store: &Store, login: &str) -> anyhow::Result<Actor> {
    if login == Role::Citizen.code() {
        return Ok(Actor::citizen());
    }
    let people = store.people()?;
    let found = people.iter().find(|person| person.login == login);
    let person =
        found.ok_or_else(|| anyhow!("there is no log-in `{login}`; `minsheng user list` names them"))?;
    ensure!(person.active, "`{login}` cannot act any more");
    let unit = (!person.unit.is_empty()).then_some(person.unit.as_str());
    Ok(Actor::staff(person.role.parse()?, login, unit))
}

/// What is written of an appeal, as the desk takes it.
fn said(appeal: Appeal) -> Said {
    Said {
        title: appeal.title,
        content: appeal.content,
        demand: appeal.demand,
        address: appeal.address,
        when: appeal.when,
        channel: appeal.channel,
        kind: appeal.kind,
        matter: appeal.matter.map(|code| code.as_str().into()),
        place: appeal.place.map(|code| code.as_str().into()),
        level: appeal.level,
        wants_callback: appeal.wants_callback,
        ..Said::default()
    }
}

fn other(store: &Store, number: &Value) -> anyhow::Result<OrderId> {
    let number = number.as_str().context("`into` is the number of the order that takes the appeals in")?;
    let found = store.by_number(number)?;
    Ok(found.with_context(|| format!("there is no order {number}"))?.order.id)
}

fn say(loaded: &Loaded, json: bool) {
    let order = &loaded.order;
    println!("{} {}", order.number, word("stage", order.stage.code()));
    json_line(json, &json!({"number": order.number, "stage": order.stage.code(), "version": order.version}));
}
