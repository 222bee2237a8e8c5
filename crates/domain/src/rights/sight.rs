//! How much of an order somebody sees.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Viewer;
use crate::codes::{Confidentiality, Role};
use crate::order::Order;

/// How much of an order somebody sees. Nobody sees identities in clear as
/// they look: a number is shown for a call, with a reason, and no more
/// (个人信息保护法 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Sight {
    /// What of the citizen.
    pub identity: IdentitySight,
    /// Whether the citizen can be called.
    pub may_call: Calling,
    /// Whether the order may leave the platform in an export.
    pub may_export: bool,
}

/// What somebody sees of a citizen's identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IdentitySight {
    /// Nothing: no name, no number, not even masked.
    Hidden,
    /// 张**, 138****8000.
    Masked,
}

/// How somebody can reach a citizen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Calling {
    /// Not at all.
    No,
    /// The platform connects the call, and the number stays unknown.
    ThroughPlatform,
    /// The number is shown once, through a call record with a reason.
    Number,
}

impl Sight {
    pub(super) fn of(order: &Order, who: &Viewer) -> Sight {
        // 对承办单位保密: what the citizen asked to be kept from the units.
        let for_a_unit = matches!(who.role, Role::Handler | Role::Coordinator);
        let is_kept = order.confidentiality == Confidentiality::FromUnits && for_a_unit;
        Sight {
            identity: if is_kept { IdentitySight::Hidden } else { IdentitySight::Masked },
            may_call: if is_kept { Calling::No } else { calling(who) },
            may_export: may_export(who),
        }
    }
}

/// Clear numbers only for those whose task is to call: the hotline's own
/// people. Units and outsourced staff are connected by the platform.
fn calling(who: &Viewer) -> Calling {
    match who.role {
        Role::Operator | Role::CallerBack if who.outsourced => Calling::ThroughPlatform,
        Role::Operator | Role::ShiftLeader | Role::CallerBack | Role::Supervisor if !who.outsourced => {
            Calling::Number
        }
        Role::Handler | Role::Coordinator => Calling::ThroughPlatform,
        _ => Calling::No,
    }
}

fn may_export(who: &Viewer) -> bool {
    let role = matches!(
        who.role,
        Role::Supervisor | Role::Leader | Role::Auditor | Role::ShiftLeader | Role::Coordinator
    );
    role && !who.outsourced
}
