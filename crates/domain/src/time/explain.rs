//! Why a clock is due when it is due, step by step.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Calendar, Clock, ClockChange, Limit, Moment};

/// One step of an explanation, in the order in which it was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// The clock started, with this limit.
    Started {
        /// When.
        at: Moment,
        /// With which limit; none for a clock that only measures.
        limit: Option<Limit>,
    },
    /// The day on which it started does not count.
    StartDay {
        /// Which day.
        date: Date,
    },
    /// A day off, which does not count.
    DayOff {
        /// Which day.
        date: Date,
        /// The holiday, or the weekend.
        name: String,
    },
    /// A working day that counts.
    WorkingDay {
        /// Which day.
        date: Date,
        /// The how many-th it is.
        nth: u32,
        /// The make-up day's name; empty for a plain one.
        name: String,
    },
    /// Office time spent on a day.
    OfficeTime {
        /// Which day.
        date: Date,
        /// Minutes within the office hours.
        minutes: i64,
    },
    /// Natural minutes, counted through.
    NaturalMinutes {
        /// How many.
        minutes: u32,
    },
    /// Natural days, counted through.
    NaturalDays {
        /// How many.
        days: u32,
        /// The last of them.
        last: Date,
    },
    /// The last day is a day off, so the limit moves on to the next day.
    Rolls {
        /// The day off.
        date: Date,
        /// Its name.
        name: String,
    },
    /// The table of days does not know this day yet and assumes it.
    Assumed {
        /// Which day.
        date: Date,
    },
    /// When the limit ends.
    Due {
        /// The moment.
        at: Moment,
    },
    /// Something moved the end, or held the clock.
    Changed {
        /// What.
        change: ClockChange,
    },
    /// The clock stopped.
    Stopped {
        /// When.
        at: Moment,
    },
}

impl Calendar {
    /// How a limit that starts at `from` is counted.
    pub fn explain(&self, from: Moment, limit: Limit, rolls: bool) -> Vec<Step> {
        let mut steps = vec![Step::Started { at: from, limit: Some(limit) }];
        self.count(from, limit, rolls, &mut |step| steps.push(step));
        steps
    }
}

impl Clock {
    /// The whole story of the clock: how its limit was counted, and what
    /// moved or held it since. `rolls` as in [`Calendar::due`].
    pub fn explain(&self, calendar: &Calendar, rolls: bool) -> Vec<Step> {
        let mut steps = match self.first_limit() {
            Some(limit) => calendar.explain(self.started, limit, rolls),
            None => vec![Step::Started { at: self.started, limit: None }],
        };
        for change in &self.changes {
            steps.push(Step::Changed { change: change.clone() });
            if let ClockChange::Reset { limit, from, .. } = change {
                calendar.count(*from, *limit, rolls, &mut |step| steps.push(step));
            }
        }
        steps.extend(self.stopped.map(|at| Step::Stopped { at }));
        steps
    }
}
