//! 定级.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::OPEN;
use crate::codes::{ClockKind, Duty, Level, Role, Sensitivity};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::Order;
use crate::refusal::Refusal;
use crate::text_ref::TextRef;
use crate::time::Clock;

/// Sets urgency and sensitivity. Running clocks take the limits of the new
/// level, counted from when they started: a grade raised late does not give
/// the unit a fresh start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
        let runs = |clock: &&Clock| clock.is_running() && level_clocks.contains(&clock.kind);
        order.clocks.iter().filter(runs).filter_map(|clock| self.reset(clock, order, ctx)).collect()
    }

    fn reset(&self, clock: &Clock, order: &Order, ctx: &Context) -> Option<Event> {
        let from = clock.counted_from();
        // A clock that was set anew on the way counts the time of a redo.
        let limits =
            if from == clock.started { ctx.policy.limits.of(clock.kind)? } else { &ctx.policy.limits.redo };
        let limit = limits.at(self.level).within;
        let assists = order.part(clock.part).is_some_and(|part| part.duty == Duty::Assist);
        if clock.kind != ClockKind::Handling || !assists {
            return Some(ctx.reset(clock.kind, clock.part, from, limit));
        }
        let percent = ctx.policy.joint.assist_percent.value;
        let due = ctx.due_from(from, limit).map(|due| ctx.calendar.share(from, due, limit, percent));
        let (warn_at, red_at) = ctx.marks(from, due, limit);
        Some(Event::ClockReset { kind: clock.kind, part: clock.part, from, limit, due, warn_at, red_at })
    }
}
