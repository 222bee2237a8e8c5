//! A message that is ready to go out.

use domain::Moment;

/// By which way a message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// 短信, to a citizen's telephone.
    Sms,
    /// 邮件, to a citizen or to the people of a unit.
    Mail,
    /// To a unit none of whose people has an address: it is only recorded.
    Unit,
    /// 外呼: a call that a switch is to make.
    Dial,
}

impl Channel {
    /// Its name in the outbox file.
    pub fn code(self) -> &'static str {
        match self {
            Channel::Sms => "sms",
            Channel::Mail => "mail",
            Channel::Unit => "unit",
            Channel::Dial => "dial",
        }
    }
}

/// A message that is ready to go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The job that it comes from. A message that is sent again after a crash
    /// bears the same number.
    pub job: i64,
    /// When it was made.
    pub at: Moment,
    /// By which way it goes.
    pub channel: Channel,
    /// To whom, as the journal knows them: `citizen:ID`, `unit:CODE`.
    pub target: String,
    /// Telephone numbers or e-mail addresses; none for a unit without any.
    pub addresses: Vec<String>,
    /// The order's number.
    pub order: String,
    /// The code of its template.
    pub template: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
}
