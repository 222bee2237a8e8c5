//! What all changes of the city have in common: a version, a basis, a record,
//! and that this process takes them at once (others within a minute).

use std::collections::HashMap;

use domain::Moment;
use schemars::JsonSchema;
use serde::Serialize;
use store::{CityChange, CityChanged, CityEntry, CityWrite, Ending, Store};

use crate::call::Call;
use crate::problem::Problem;
use crate::route::Shown;

/// An entry of one of the city's lists, and how it stands.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Kept{T}")]
pub(crate) struct Kept<T> {
    /// The entry.
    pub entry: T,
    /// Its version: what a change is decided on (`If-Match`).
    pub version: i64,
    /// When it ended; none while it holds.
    pub ended_at: Option<Moment>,
    /// The entry that took its place.
    pub successor: Option<String>,
}

/// The version of an entry after a change.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "EntryVersion")]
pub(crate) struct Version {
    /// The version.
    pub version: i64,
}

/// How the entries of a list stand.
pub(super) struct Standing(HashMap<String, CityEntry>);

impl Standing {
    /// Reads how the entries of a list stand.
    pub fn of(store: &Store, kind: &str) -> Result<Self, Problem> {
        let entries = store.city_entries(kind)?;
        Ok(Self(entries.into_iter().map(|entry| (entry.code.clone(), entry)).collect()))
    }

    /// Whether an entry has ended.
    pub fn has_ended(&self, code: &str) -> bool {
        self.0.get(code).is_some_and(|entry| entry.ended_at.is_some())
    }

    /// An entry with how it stands.
    pub fn keep<T>(&self, code: &str, entry: T) -> Kept<T> {
        let standing = self.0.get(code);
        Kept {
            entry,
            version: standing.map_or(1, |standing| standing.version),
            ended_at: standing.and_then(|standing| standing.ended_at),
            successor: standing
                .map(|standing| standing.successor.clone())
                .filter(|successor| !successor.is_empty()),
        }
    }
}

/// A change on its way into the store.
pub(crate) struct Put<'a> {
    /// Of which list.
    pub kind: &'static str,
    /// Which entry.
    pub code: &'a str,
    /// The entry before, as JSON; empty for a new one.
    pub was: String,
    /// The entry after, as JSON.
    pub became: String,
    /// What it rests on.
    pub basis: &'a str,
    /// Whether the entry ends.
    pub ends: Option<Ending>,
}

/// The longest basis, in characters.
const LONGEST_BASIS: usize = 2_000;

impl Put<'_> {
    /// Writes the change with its record, against the version that the call
    /// names, and lets this process know.
    pub fn write(self, call: &Call, write: CityWrite) -> Result<Shown<Version>, Problem> {
        let against = call.version()?;
        self.write_against(call, against, write)
    }

    /// As [`Put::write`], against a version that the call does not name.
    pub fn write_against(
        self,
        call: &Call,
        against: Option<u32>,
        write: CityWrite,
    ) -> Result<Shown<Version>, Problem> {
        needs_basis(self.basis)?;
        let change = CityChange {
            at: call.at,
            login: call.staff()?.login.clone(),
            kind: self.kind.to_owned(),
            code: self.code.to_owned(),
            against: against.map(i64::from),
            was: self.was,
            became: self.became,
            basis: self.basis.trim().to_owned(),
            ends: self.ends,
        };
        match call.app.store().change_city(change, write)? {
            CityChanged::Done(version) => {
                if let Err(error) = call.app.reload_city() {
                    tracing::error!(%error, "the city cannot be read anew");
                }
                Ok(Shown(Version { version }))
            }
            CityChanged::Other(version) => {
                let version = u32::try_from(version).unwrap_or(u32::MAX);
                let since = Vec::new();
                Err(Problem::Changed { expected: against.unwrap_or(0), version, since })
            }
        }
    }
}

/// Refuses a change that rests on nothing.
fn needs_basis(basis: &str) -> Result<(), Problem> {
    match basis.trim().chars().count() {
        0 => Err(Problem::bad_value("basis", "say which law, document or decision it rests on")),
        chars if chars > LONGEST_BASIS => {
            Err(Problem::bad_value("basis", format!("it has at most {LONGEST_BASIS} characters")))
        }
        _ => Ok(()),
    }
}

/// An entry as the record keeps it.
pub(crate) fn json(entry: &impl Serialize) -> String {
    serde_json::to_string(entry).expect("texts and numbers only")
}

/// The name of an entry.
pub(super) fn name(name: &str) -> Result<String, Problem> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 100 {
        return Err(Problem::bad_value("name", "it has 1 to 100 characters"));
    }
    Ok(name.to_owned())
}

/// A new entry's code: it stands in addresses, filters and orders.
pub(super) fn code(code: &str) -> Result<(), Problem> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if code.is_empty() || code.len() > 40 || !code.chars().all(plain) {
        return Err(Problem::bad_value("code", "it has 1 to 40 letters, digits, dots and hyphens"));
    }
    Ok(())
}
