//! 定级.

use serde::{Deserialize, Serialize};

use super::OPEN;
use crate::codes::{ClockKind, Level, Role, Sensitivity};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::Order;
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Sets urgency and sensitivity. Running clocks take the limits of the new
/// level, counted from when they started: a grade raised late does not give
/// the unit a fresh start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grade {
    /// 紧急程度.
    pub level: Level,
    /// 敏感标记, all of them.
    pub sensitivities: Vec<Sensitivity>,
    /// Why.
    pub reason: TextRef,
}

impl Decide for Grade {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, OPEN)?;
        ctx.text("reason", &self.reason)?;
        let lowers = self.level > order.level
            || order.sensitivities.iter().any(|sensitivity| !self.sensitivities.contains(sensitivity));
        // Whoever took the call may see danger, not declare it gone.
        if lowers && ctx.by.role == Role::Operator {
            return Err(Refusal::NotYourRole {
                needs: vec![Role::ShiftLeader, Role::Dispatcher, Role::Supervisor],
            });
        }
        let mut sensitivities = self.sensitivities.clone();
        sensitivities.sort();
        sensitivities.dedup();
        let graded = Event::Graded { level: self.level, sensitivities, reason: self.reason.clone() };
        let changed = self.level != order.level;
        Ok([graded]
            .into_iter()
            .chain(changed.then(|| self.resets(order, ctx)).into_iter().flatten())
            .collect())
    }
}

impl Grade {
    fn resets(&self, order: &Order, ctx: &Context) -> Vec<Event> {
        let level_clocks = [ClockKind::Triage, ClockKind::Sign, ClockKind::Contact, ClockKind::Handling];
        let runs = |clock: &&crate::time::Clock| clock.is_running() && level_clocks.contains(&clock.kind);
        let reset = |clock: &crate::time::Clock| {
            let limit = ctx.policy.limits.of(clock.kind)?.at(self.level).within;
            Some(ctx.reset(clock.kind, clock.part, clock.started, limit))
        };
        order.clocks.iter().filter(runs).filter_map(reset).collect()
    }
}
