//! 办理: what the units do with an order, until the citizen has been asked.

mod attach;
mod call_back;
mod consult;
mod contact;
mod extension;
mod help;
mod note;
mod pause;
mod redo;
mod reply;
mod report;
mod review_reply;
mod whistle;

pub use attach::{Attach, MOST_ATTACHMENTS};
pub use call_back::CallBack;
pub use consult::{AnswerConsult, Consult};
pub use contact::Contact;
pub use extension::{AskExtension, JudgeExtension};
pub use help::{AnswerHelp, AskHelp};
pub use note::Note;
pub use pause::{Pause, Resume};
pub use redo::Redo;
pub use reply::Reply;
pub use report::Report;
pub use review_reply::ReviewReply;
pub use whistle::{AcknowledgeWhistle, Arrive, CloseWhistle, ReportWhistle, Whistle};

pub(crate) use pause::resumed;
pub(crate) use redo::handled_anew;

use crate::order::Stage;

/// Where something can still be added to an order: also once it is closed.
pub(crate) const UNTIL_ARCHIVED: &[Stage] = &[
    Stage::Registered,
    Stage::AwaitingSupplement,
    Stage::Accepted,
    Stage::Dispatched,
    Stage::Handling,
    Stage::Disputed,
    Stage::Replied,
    Stage::Callback,
    Stage::Deferred,
    Stage::Closed,
];

/// Where units work on an order: also while it is disputed.
pub(crate) const WORKING: &[Stage] = &[Stage::Dispatched, Stage::Handling, Stage::Disputed];
