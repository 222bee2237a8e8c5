//! 办结与其他去向: the ends of an order, the plain one and the others.

mod archive;
mod close;
mod deferral;
mod final_answer;
mod milestone;
mod termination;
mod withdrawal;

pub use archive::Archive;
pub use close::Close;
pub use deferral::{AskDeferral, JudgeDeferral, MilestonePlan};
pub use final_answer::{AskFinalAnswer, JudgeFinalAnswer};
pub use milestone::MeetMilestone;
pub use termination::{AskTermination, JudgeTermination};
pub use withdrawal::{AnswerWithdrawal, AskWithdrawal};

pub(crate) use close::close;
pub(crate) use milestone::back_to_handling;
