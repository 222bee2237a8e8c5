//! 监督: reminders, supervision, second looks, and what is left out of the
//! scores.

mod erase;
mod exclusion;
mod publish;
mod remind;
mod review;
mod supervise;

pub use erase::Erase;
pub use exclusion::{AskExclusion, JudgeExclusion};
pub use publish::{Publish, Unpublish};
pub use remind::Remind;
pub use review::{AskReview, JudgeReview};
pub use supervise::{AnswerSupervision, Supervise};
