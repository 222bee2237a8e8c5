//! Who may ask a route.

use domain::codes::Role;
use serde::{Deserialize, Serialize};

/// Who may ask a route. There is no default: a row of the table that says
/// nothing does not compile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Anybody, without log-in.
    Anybody,
    /// A citizen, with the number of an order and its query code.
    Citizen,
    /// Staff in one of these roles.
    Staff {
        /// The roles.
        roles: Vec<Role>,
        /// Whether outsourced staff may, too (66号(三): auxiliary work only).
        outsourced: bool,
    },
    /// Other systems of these kinds, with their key.
    Systems(&'static [SystemRole]),
}

/// What another system is here for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SystemRole {
    /// It brings appeals: another hotline, a portal, an agency.
    Intake,
    /// It is a telephone switch and tells of calls.
    Switch,
    /// It reads the metrics.
    Monitor,
}

impl SystemRole {
    /// Every role.
    pub const ALL: &'static [SystemRole] = &[SystemRole::Intake, SystemRole::Switch, SystemRole::Monitor];

    /// The stable text form.
    pub fn code(self) -> &'static str {
        match self {
            SystemRole::Intake => "intake",
            SystemRole::Switch => "switch",
            SystemRole::Monitor => "monitor",
        }
    }
}

impl std::str::FromStr for SystemRole {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().find(|role| role.code() == text);
        found.copied().ok_or_else(|| format!("`{text}` is not one of intake, switch, monitor"))
    }
}

/// Somebody, as the table of access knows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Nobody who has logged in.
    Nobody,
    /// Staff.
    Staff(Role, Outsourced),
    /// A system.
    System(SystemRole),
}

/// Whether somebody works for a contractor.
pub type Outsourced = bool;

impl Who {
    /// Staff of these roles, those of contractors among them.
    pub fn staff(roles: &[Role]) -> Self {
        Self::Staff { roles: roles.to_vec(), outsourced: true }
    }

    /// The city's own staff of these roles.
    pub fn own_staff(roles: &[Role]) -> Self {
        Self::Staff { roles: roles.to_vec(), outsourced: false }
    }

    /// Everybody who can log in.
    pub fn any_staff() -> Self {
        let staff = Role::ALL.iter().filter(|role| !matches!(role, Role::Citizen | Role::System));
        Self::Staff { roles: staff.copied().collect(), outsourced: true }
    }

    /// Whether somebody may.
    pub fn admits(&self, asks: Asks) -> bool {
        match (self, asks) {
            (Who::Anybody | Who::Citizen, _) => true,
            (Who::Staff { roles, outsourced }, Asks::Staff(role, of_contractor)) => {
                roles.contains(&role) && (*outsourced || !of_contractor)
            }
            (Who::Systems(roles), Asks::System(role)) => roles.contains(&role),
            _ => false,
        }
    }

    /// Who it is for, in words.
    pub fn names(&self) -> Vec<String> {
        match self {
            Who::Anybody => vec!["anybody".to_owned()],
            Who::Citizen => vec!["citizen".to_owned()],
            Who::Staff { roles, .. } => roles.iter().map(|role| role.code().to_owned()).collect(),
            Who::Systems(roles) => roles.iter().map(|role| format!("system:{}", role.code())).collect(),
        }
    }
}
