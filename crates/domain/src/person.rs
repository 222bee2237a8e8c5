//! Who acts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::Role;
use crate::ids::{PersonId, UnitId};

/// Who performs an act, as the journal remembers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// In which role.
    pub role: Role,
    /// The log-in; empty for the citizen (whose identity stands outside the
    /// journal) and for the system.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub person: PersonId,
    /// The unit that the person acts for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
}

fn is_empty(person: &PersonId) -> bool {
    person.0.is_empty()
}

impl Actor {
    /// The platform itself, acting by its clock.
    pub fn system() -> Self {
        Self { role: Role::System, person: PersonId::default(), unit: None }
    }

    /// The citizen, through their own channel.
    pub fn citizen() -> Self {
        Self { role: Role::Citizen, person: PersonId::default(), unit: None }
    }

    /// A member of staff.
    pub fn staff(role: Role, person: &str, unit: Option<&str>) -> Self {
        Self { role, person: person.into(), unit: unit.map(UnitId::from) }
    }

    /// Whether both are the same member of staff. Two acts of the system or
    /// of citizens are never taken for one person's.
    pub fn is_same_person(&self, other: &Actor) -> bool {
        !self.person.0.is_empty() && self.person == other.person
    }
}
