//! Who asks.

use domain::codes::Role;
use domain::ids::UnitId;
use domain::person::Actor;
use domain::rights::Viewer;
use schemars::JsonSchema;
use serde::Serialize;

use crate::route::{Asks, SystemRole};

/// Who asks.
#[derive(Debug, Clone)]
pub enum Asker {
    /// Nobody who has logged in.
    Nobody,
    /// A member of staff.
    Staff(Staff),
    /// Another system.
    System(SystemAsker),
}

/// A member of staff with a session.
#[derive(Debug, Clone)]
pub struct Staff {
    /// The session.
    pub session: i64,
    /// Its watermark.
    pub mark: String,
    /// The log-in.
    pub login: String,
    /// The name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The unit acted for; none for the hotline itself.
    pub unit: Option<UnitId>,
    /// Whether employed by a contractor.
    pub outsourced: bool,
    /// What must be done before anything else.
    pub before_all_else: Option<BeforeAllElse>,
    /// Whether the session came by cookie, which pages of other sites could
    /// make a browser send.
    pub by_cookie: bool,
}

/// What somebody must do before they may do anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BeforeAllElse {
    /// 修改初始口令: choose a password of one's own in place of the one that was given (OWASP ASVS 6.4.1).
    ChangePassword,
    /// 绑定动态口令: set up a one-time code, which the role needs.
    SetUpSecondFactor,
}

/// Another system with its key.
#[derive(Debug, Clone)]
pub struct SystemAsker {
    /// Its name.
    pub name: String,
    /// What it is here for.
    pub role: SystemRole,
    /// The unit that it acts for.
    pub unit: Option<UnitId>,
}

impl Staff {
    /// As the journal remembers it.
    pub fn actor(&self) -> Actor {
        Actor::staff(self.role, &self.login, self.unit.as_ref().map(UnitId::as_str))
    }

    /// As the rights see it.
    pub fn viewer(&self) -> Viewer {
        Viewer {
            role: self.role,
            person: self.login.as_str().into(),
            unit: self.unit.clone(),
            outsourced: self.outsourced,
        }
    }
}

impl Asker {
    /// As the table of access knows them.
    pub fn asks(&self) -> Asks {
        match self {
            Asker::Nobody => Asks::Nobody,
            Asker::Staff(staff) => Asks::Staff(staff.role, staff.outsourced),
            Asker::System(system) => Asks::System(system.role),
        }
    }

    /// What stands in the log: no name.
    pub fn label(&self) -> String {
        match self {
            Asker::Nobody => "nobody".to_owned(),
            Asker::Staff(staff) => format!("{}#{}", staff.role.code(), staff.session),
            Asker::System(system) => format!("system:{}", system.role.code()),
        }
    }
}
