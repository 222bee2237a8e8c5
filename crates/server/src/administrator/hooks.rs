//! 推送订阅: other systems that are told of acts (Standard Webhooks).

use domain::Moment;
use domain::life::Act;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Hook, HookLetter, NewHook};
use worker::WorkerError;
use worker::hooks::{CALL_REQUESTED, LetterError, redeliver as redeliver_now, show_secret};

use super::systems::name;
use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::{Created, Shown};

/// Who is told.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct KnownHook {
    name: String,
    url: String,
    /// Of which acts; empty for all.
    events: Vec<String>,
    /// Whether anything is told at the moment.
    active: bool,
    /// How often the next one has failed.
    attempts: u32,
    /// When it is tried next.
    next_at: Moment,
    /// Why it failed last.
    last_error: Option<String>,
}

/// Who is to be told.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WantedHook {
    /// Where: `https://…`.
    url: String,
    /// Of what: `order.ACT`, such as `order.reply`; `order.*`; `call.requested`. Empty for all acts.
    #[serde(default)]
    events: Vec<String>,
}

/// The secret with which what is told is signed.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct HookSecret {
    /// `whsec_` and base64. It is shown this once.
    secret: String,
}

/// Something that could not be told.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DeadLetter {
    id: i64,
    at: Moment,
    attempts: u32,
    error: String,
    /// When it was told after all.
    redelivered_at: Option<Moment>,
}

/// Which letter.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WhichLetter {
    /// The letter.
    letter: i64,
}

/// The longest address.
const LONGEST_URL: usize = 500;

/// So many letters are listed.
const LISTED: usize = 200;

pub(super) fn list(call: &Call, _: NoQuery) -> Result<Shown<Vec<KnownHook>>, Problem> {
    let told = |hook: Hook| KnownHook {
        name: hook.name,
        url: hook.url,
        events: hook.events,
        active: hook.active,
        attempts: hook.attempts,
        next_at: hook.next_at,
        last_error: hook.last_error,
    };
    Ok(Shown(call.app.store().hooks()?.into_iter().map(told).collect()))
}

pub(super) fn put(call: &Call, said: WantedHook) -> Result<Created<HookSecret>, Problem> {
    let name = name(call.param("name"))?;
    if said.url.len() > LONGEST_URL {
        return Err(Problem::bad_value("url", format!("it has at most {LONGEST_URL} bytes")));
    }
    call.app.post().check_url(&said.url).map_err(|failure| Problem::bad_value("url", failure))?;
    if let Some(unknown) = said.events.iter().find(|event| !is_event(event)) {
        return Err(Problem::bad_value("events", format!("there is no event `{unknown}`")));
    }
    let secret: [u8; 32] = rand::random();
    call.app.store().put_hook(NewHook {
        name,
        url: said.url,
        secret: secret.to_vec(),
        events: said.events,
        created_at: call.at,
    })?;
    Ok(Created(HookSecret { secret: show_secret(&secret) }))
}

fn is_event(event: &str) -> bool {
    let is_act = |act: &str| act == "*" || act == "register" || Act::NAMES.contains(&act);
    event == CALL_REQUESTED || event.strip_prefix("order.").is_some_and(is_act)
}

pub(super) fn remove(call: &Call) -> Result<(), Problem> {
    known(call)?;
    call.app.store().remove_hook(call.param("name"))?;
    Ok(())
}

pub(super) fn letters(call: &Call, _: NoQuery) -> Result<Shown<Vec<DeadLetter>>, Problem> {
    known(call)?;
    let letter = |letter: HookLetter| DeadLetter {
        id: letter.id,
        at: letter.at,
        attempts: letter.attempts,
        error: letter.error,
        redelivered_at: letter.redelivered_at,
    };
    let letters = call.app.store().hook_letters(call.param("name"), LISTED)?;
    Ok(Shown(letters.into_iter().map(letter).collect()))
}

/// Tells it again, now, under the name that it always had.
pub(super) fn redeliver(call: &Call, said: WhichLetter) -> Result<(), Problem> {
    known(call)?;
    let store = call.app.store();
    let letter = store.letter(said.letter)?.filter(|letter| letter.hook == call.param("name"));
    let letter = letter.ok_or_else(|| Problem::not_there("letter"))?;
    redeliver_now(&store, call.app.post(), letter.id, call.at).map_err(|error| match error {
        LetterError::Worker(WorkerError::Store(error)) => error.into(),
        error => Problem::bad_value("letter", error),
    })
}

fn known(call: &Call) -> Result<(), Problem> {
    let name = call.param("name");
    let found = call.app.store().hooks()?.iter().any(|hook| hook.name == name);
    if found { Ok(()) } else { Err(Problem::not_there("hook")) }
}
