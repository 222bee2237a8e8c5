//! What waits for whoever asks: for an act of their role, and among what lies
//! in units' hands for their own unit or one below it.

use domain::Moment;
use domain::codes::Role;
use domain::ids::UnitId;
use domain::order::{Awaited, Awaiting};
use domain::rights::may_outsourced;
use schemars::JsonSchema;
use serde::Serialize;

use crate::call::Call;
use crate::problem::Problem;

/// Whose work is meant.
pub(crate) struct Mine {
    role: Role,
    outsourced: bool,
    /// Of which units; none for the hotline's own people.
    pub units: Option<Vec<UnitId>>,
}

impl Mine {
    /// The work of whoever asks.
    pub fn of(call: &Call) -> Result<Self, Problem> {
        let staff = call.staff()?;
        let desk = call.app.desk();
        let of_units = matches!(staff.role, Role::Handler | Role::Coordinator);
        let below = |unit: &UnitId| desk.city().units.subtree(unit);
        let units = of_units.then(|| staff.unit.iter().flat_map(below).collect());
        Ok(Self { role: staff.role, outsourced: staff.outsourced, units })
    }

    /// Whether it is for their role.
    pub fn is_asked(&self, what: Awaiting) -> bool {
        what.is_for(self.role) && (!self.outsourced || may_outsourced(what.act()))
    }

    /// Whether this waits for them.
    pub fn holds(&self, awaited: &Awaited) -> bool {
        let of_mine = |units: &Vec<UnitId>| awaited.unit.as_ref().is_some_and(|unit| units.contains(unit));
        self.is_asked(awaited.what) && self.units.as_ref().is_none_or(of_mine)
    }

    /// The same, as it is shown.
    pub fn shown(&self, awaited: Awaited) -> AwaitedLine {
        AwaitedLine {
            mine: self.holds(&awaited),
            what: awaited.what,
            part: awaited.part,
            unit: awaited.unit.map(|unit| unit.0),
            since: awaited.since,
            due_at: awaited.due,
        }
    }
}

/// One thing that an order waits for.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AwaitedLine {
    /// What.
    pub what: Awaiting,
    /// The part that it is about; 0 for the whole order.
    pub part: u16,
    /// The unit that it is about.
    pub unit: Option<String>,
    /// Since when, where that is known; else since it was registered.
    pub since: Moment,
    /// By when; none where no limit runs.
    pub due_at: Option<Moment>,
    /// Whether it waits for whoever asks.
    pub mine: bool,
}
