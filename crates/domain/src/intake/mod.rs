//! 受理: registering an appeal, screening it, and finding out what it is.

mod accept;
mod answer_at_once;
mod ask_for_more;
mod classify;
mod grade;
mod link;
mod merge;
mod refuse;
mod register;
mod split;
mod supplement;
mod transfer;

pub use accept::Accept;
pub use answer_at_once::AnswerAtOnce;
pub use ask_for_more::AskForMore;
pub use classify::Classify;
pub use grade::Grade;
pub use link::Link;
pub use merge::{Merge, TakeIn};
pub use refuse::Refuse;
pub use register::{Register, order_number};
pub use split::Split;
pub use supplement::Supplement;
pub use transfer::Transfer;

use crate::order::Stage;

/// Where an order can still be screened.
pub(crate) const SCREENING: &[Stage] = &[Stage::Registered, Stage::AwaitingSupplement];

/// Where an order has not reached a unit.
pub(crate) const BEFORE_DISPATCH: &[Stage] = &[Stage::Registered, Stage::AwaitingSupplement, Stage::Accepted];

/// Where an order is not closed.
pub(crate) const OPEN: &[Stage] = &[
    Stage::Registered,
    Stage::AwaitingSupplement,
    Stage::Accepted,
    Stage::Dispatched,
    Stage::Handling,
    Stage::Disputed,
    Stage::Replied,
    Stage::Callback,
    Stage::Deferred,
];
