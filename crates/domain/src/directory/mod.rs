//! 派单目录: whose duty a matter is, where, when, for whom, and by what law; and
//! what is done with it as a whole: it is looked up, checked, drafted and
//! replayed. An entry, once in a version, is never changed there: a change makes
//! the next version, and orders keep the basis that they were sent with.

mod check;
mod condition;
mod draft;
mod entry;
mod fitting;
mod look_up;
mod replay;

pub use check::{Cycle, Findings, Gap, Quarrel, Stale, Unfit, Unheld, Volume, check};
pub use condition::{
    Condition, Facts, Hours, HoursError, Ownership, Predicate, Season, SeasonError, Subject,
};
pub use draft::{Draft, DraftChange, DraftHand, DraftRefusal, DraftState, DraftStep, DraftStepKind};
pub use entry::{AssistDuty, DirectoryEntry, DutyLevel, DutySource};
pub use fitting::{EntryFault, Lists};
pub use look_up::{Directory, If, LookUp, Lost, Question};
pub use replay::{Moved, Past, Replay, Replayed};
