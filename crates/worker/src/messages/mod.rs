//! 通知: the jobs that acts leave behind become messages, and messages go out.

mod compose;
mod file;
mod message;
mod outbox;
mod recipients;
mod smtp;
mod templates;

pub use file::FileSender;
pub use message::{Channel, Message};
pub use outbox::{Outbox, SendError, Sender};
pub use smtp::{Mail, SmtpSender};
pub use templates::{Filling, Template, TemplateError, Templates};

pub(crate) use compose::Composer;
