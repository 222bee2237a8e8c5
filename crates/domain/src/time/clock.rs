//! One clock of an order.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Limit, Moment};
use crate::codes::{ClockKind, PauseReason};

/// One of the eight clocks. A clock with a limit has a due date; one without
/// (② owner, ⑥ citizen) only measures and is never paused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Clock {
    /// Which of the eight.
    pub kind: ClockKind,
    /// The part that it belongs to; 0 for the whole order.
    pub part: u16,
    /// When it began to run.
    pub started: Moment,
    /// The limit in force.
    pub limit: Option<Limit>,
    /// When the limit ends.
    pub due: Option<Moment>,
    /// When to warn, rising.
    pub warn_at: Vec<Moment>,
    /// When being late turns into a red card.
    pub red_at: Option<Moment>,
    /// How many of the warnings have been given.
    pub warned: u16,
    /// Whether it was told that the limit has passed.
    pub late: bool,
    /// Whether the red card was shown.
    pub red: bool,
    /// Since when it is held.
    pub paused: Option<Moment>,
    /// What moved or held it.
    pub changes: Vec<ClockChange>,
    /// When it stopped; none while it runs or is held.
    pub stopped: Option<Moment>,
}

/// What moved or held a clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum ClockChange {
    /// Held, for a lawful reason.
    Paused {
        /// Since when.
        at: Moment,
        /// Why.
        reason: PauseReason,
    },
    /// Runs again; what was left at the pause was added.
    Resumed {
        /// When.
        at: Moment,
        /// The new end.
        due: Option<Moment>,
    },
    /// More time was granted.
    Extended {
        /// When.
        at: Moment,
        /// By how much.
        by: Limit,
        /// The new end.
        due: Moment,
    },
    /// Another limit holds, because the grade changed or the order is redone.
    Reset {
        /// When.
        at: Moment,
        /// Counted from.
        from: Moment,
        /// The limit that was in force.
        was: Option<Limit>,
        /// The limit that is.
        limit: Limit,
        /// The new end.
        due: Option<Moment>,
    },
    /// It had stopped, and runs on.
    Restarted {
        /// When.
        at: Moment,
    },
}

impl Clock {
    /// Whether it runs: not stopped, not held.
    pub fn is_running(&self) -> bool {
        self.stopped.is_none() && self.paused.is_none()
    }

    /// The limit with which it started.
    pub fn first_limit(&self) -> Option<Limit> {
        let was = self.changes.iter().find_map(|change| match change {
            ClockChange::Reset { was, .. } => Some(*was),
            _ => None,
        });
        was.unwrap_or(self.limit)
    }

    /// The moment from which its limit is counted: its start, or the last
    /// time that it was set anew.
    pub fn counted_from(&self) -> Moment {
        let reset = self.changes.iter().rev().find_map(|change| match change {
            ClockChange::Reset { from, .. } => Some(*from),
            _ => None,
        });
        reset.unwrap_or(self.started)
    }

    /// Whether its limit has passed at `now` (or had when it stopped).
    pub fn is_late(&self, now: Moment) -> bool {
        let at = self.stopped.or(self.paused).unwrap_or(now);
        self.due.is_some_and(|due| at > due)
    }

    /// The next moment at which something is to be told of it.
    pub fn next_mark(&self) -> Option<Moment> {
        if !self.is_running() {
            return None;
        }
        let warning = self.warn_at.get(usize::from(self.warned)).copied();
        let late = self.due.filter(|_| !self.late);
        let red = self.red_at.filter(|_| !self.red);
        [warning, late, red].into_iter().flatten().min()
    }
}
