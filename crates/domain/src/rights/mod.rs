//! 权限: who sees which orders, and how much of them. Who may perform which
//! act stands in [`crate::life`]; here is what may be looked at.

mod guests;
mod orders;
mod outsourced;
mod sight;

pub(crate) use guests::is_not_for_guests;
pub use orders::sees;
pub use outsourced::{AUXILIARY, may_outsourced};
pub use sight::{Calling, IdentitySight, Sight};

use crate::codes::Role;
use crate::ids::{PersonId, UnitId};
use crate::person::Actor;

/// Who looks at an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// In which role.
    pub role: Role,
    /// Their log-in.
    pub person: PersonId,
    /// The unit that they work for; none for the hotline's own people who
    /// belong to no unit of the tree.
    pub unit: Option<UnitId>,
    /// Whether they are outsourced staff (国办函〔2025〕66号 三).
    pub outsourced: bool,
}

impl Viewer {
    fn as_actor(&self) -> Actor {
        Actor { role: self.role, person: self.person.clone(), unit: self.unit.clone() }
    }
}
