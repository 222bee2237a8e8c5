//! Other systems and their keys. A key is shown once, when it is made.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Moment;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::System;

use crate::call::Call;
use crate::guard::{SYSTEM_PREFIX, token_hash};
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::{Created, Shown, SystemRole};

/// A system that has a key.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct KnownSystem {
    name: String,
    #[schemars(with = "SystemRole")]
    role: String,
    unit: String,
    created_at: Moment,
}

/// A system, as it is to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WantedSystem {
    /// What it is here for.
    role: SystemRole,
    /// The unit that it acts for.
    #[serde(default)]
    unit: String,
}

/// A key.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SystemKey {
    /// To be sent as `Authorization: Bearer …`. It is shown this once.
    key: String,
}

pub(super) fn list(call: &Call, _: NoQuery) -> Result<Shown<Vec<KnownSystem>>, Problem> {
    let known = |system: System| KnownSystem {
        name: system.name,
        role: system.role,
        unit: system.unit,
        created_at: system.created_at,
    };
    Ok(Shown(call.app.store().systems()?.into_iter().map(known).collect()))
}

pub(super) fn put(call: &Call, said: WantedSystem) -> Result<Created<SystemKey>, Problem> {
    let name = name(call.param("name"))?;
    let (key, token_hash) = new_system_key();
    call.app.store().put_system(System {
        name,
        role: said.role.code().to_owned(),
        unit: said.unit,
        token_hash,
        created_at: call.at,
    })?;
    Ok(Created(SystemKey { key }))
}

/// A new key, drawn by chance, and what the store knows it by.
pub fn new_system_key() -> (String, [u8; 32]) {
    let key = format!("{SYSTEM_PREFIX}{}", URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>()));
    let hash = token_hash(&key);
    (key, hash)
}

pub(super) fn end(call: &Call) -> Result<(), Problem> {
    match call.app.store().end_system(call.param("name"), call.at)? {
        true => Ok(()),
        false => Err(Problem::not_there("system")),
    }
}

/// A name that can stand in an address.
pub(super) fn name(name: &str) -> Result<String, Problem> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if name.is_empty() || name.len() > 64 || !name.chars().all(plain) {
        return Err(Problem::bad_value("name", "it has 1 to 64 letters, digits, dots and hyphens"));
    }
    Ok(name.to_owned())
}
