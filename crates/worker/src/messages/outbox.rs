//! 发件箱: by which way each message goes out.

use super::file::FileSender;
use super::message::{Channel, Message};
use super::smtp::{Mail, SmtpSender};
use crate::error::Result;

/// Why a message did not go out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// This message was refused; others may go.
    #[error("refused: {0}")]
    Refused(String),
    /// Nothing goes this way for now.
    #[error("the way is closed: {0}")]
    Away(String),
}

/// A way for messages.
pub trait Sender {
    /// Sends messages, and answers for each, in their order. What is answered
    /// with `Ok` is safe: on the disk, or with the next mail server.
    fn send(&self, messages: &[Message]) -> Vec<Result<(), SendError>>;
}

/// The ways that there are.
pub struct Outbox {
    file: FileSender,
    mail: Option<SmtpSender>,
}

impl Outbox {
    /// Everything goes to the file but what can go by mail.
    ///
    /// # Errors
    /// When the settings of the mail cannot be used.
    pub fn new(file: FileSender, mail: Option<&Mail>) -> Result<Self> {
        Ok(Self { file, mail: mail.map(SmtpSender::new).transpose()? })
    }

    /// Sends messages, each by its way; gives each back with its fate.
    pub fn send(&self, messages: Vec<Message>) -> Vec<(Message, Result<(), SendError>)> {
        let (mailed, filed): (Vec<_>, Vec<_>) =
            messages.into_iter().partition(|message| self.goes_by_mail(message));
        let mut fates = answered(&self.file, filed);
        if let Some(mail) = &self.mail {
            fates.extend(answered(mail, mailed));
        }
        fates
    }

    fn goes_by_mail(&self, message: &Message) -> bool {
        self.mail.as_ref().is_some_and(|mail| match message.channel {
            Channel::Mail => true,
            Channel::Sms => mail.carries_sms(),
            Channel::Unit | Channel::Dial => false,
        })
    }
}

fn answered(way: &dyn Sender, messages: Vec<Message>) -> Vec<(Message, Result<(), SendError>)> {
    let fates = way.send(&messages);
    messages.into_iter().zip(fates).collect()
}
