//! 推送订阅: other systems that are told of acts (Standard Webhooks).

use domain::Moment;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Hook, HookLetter};
use worker::WorkerError;
use worker::hooks::{LetterError, make, redeliver as redeliver_now};

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
    let made = make(call.app.post(), call.param("name"), said.url, said.events, call.at);
    let (hook, secret) = made.map_err(|unfit| Problem::bad_value(unfit.field, unfit.why))?;
    call.app.store().put_hook(hook)?;
    Ok(Created(HookSecret { secret }))
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
