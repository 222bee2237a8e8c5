//! Orders by what happened to them, and when: the list behind a figure.

use domain::codes::{ClockKind, Duty};
use domain::{Ending, Moment};

use crate::engine::Value;

/// What happened to orders in a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// What.
    pub what: Happening,
    /// At this moment or later.
    pub from: Moment,
    /// Before this moment.
    pub to: Moment,
}

/// What can happen to an order, as far as lists are asked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happening {
    /// 派出: a unit got it as the lead.
    Dispatched,
    /// 超时: a limit of handling passed.
    BecameLate,
    /// 办结: it came to its end, in whichever way.
    Closed,
    /// 即时答复: it was answered while the citizen was there.
    AnsweredAtOnce,
}

impl Happened {
    /// The orders, as a query of their ids; each `#` for the next of the values.
    pub(super) fn ids(&self) -> (&'static str, Vec<Value>) {
        let between = [self.from.into(), self.to.into()];
        let (sql, first): (_, Option<Value>) = match self.what {
            Happening::Dispatched => (
                "SELECT order_id FROM parts WHERE duty = # AND dispatched_at >= # AND dispatched_at < #",
                Some(Duty::Lead.code().into()),
            ),
            Happening::BecameLate => (
                "SELECT order_id FROM clocks WHERE kind = # AND late = 1 AND due_at >= # AND due_at < #",
                Some(ClockKind::Handling.code().into()),
            ),
            Happening::Closed => (
                "SELECT id FROM orders WHERE closed_at IS NOT NULL AND closed_at >= # AND closed_at < #",
                None,
            ),
            Happening::AnsweredAtOnce => (
                "SELECT id FROM orders WHERE outcome = # AND closed_at IS NOT NULL AND closed_at >= # \
                 AND closed_at < #",
                Some(Ending::AnsweredAtOnce.code().into()),
            ),
        };
        (sql, first.into_iter().chain(between).collect())
    }
}
