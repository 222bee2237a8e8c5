//! Messages by mail: to e-mail addresses, and to a gateway that makes short
//! messages of mails.

use std::time::Duration;

use lettre::address::Envelope;
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, MessageBuilder};
use lettre::transport::smtp::PoolConfig;
use lettre::{Address, SmtpTransport, Transport as _};

use super::message::{Channel, Message};
use super::outbox::{SendError, Sender};
use crate::error::{Result, WorkerError};

/// How long the mail server may take to answer one command.
const PATIENCE: Duration = Duration::from_secs(10);

/// Answers that concern the whole server: it closes (421), or the log-in
/// does not hold (RFC 4954). Everything else is about the one mail.
const CLOSED: [u16; 6] = [421, 454, 530, 534, 535, 538];

/// How mail goes out.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// `smtps://user:password@host:465`; or `smtp://…?tls=required`.
    pub server: String,
    /// From whom: an address, with a name before it or without.
    pub from: String,
    /// `{phone}@sms.example`: the address at which a gateway makes a short
    /// message of a mail; none when there is no such gateway.
    pub sms: Option<String>,
}

/// Sends mail through a server.
pub struct SmtpSender {
    transport: SmtpTransport,
    from: Mailbox,
    sms: Option<String>,
}

impl SmtpSender {
    /// A way through a server; nothing is sent yet.
    ///
    /// # Errors
    /// Names the setting that cannot be used. The server's is not repeated,
    /// for a password stands in it.
    pub fn new(mail: &Mail) -> Result<Self> {
        let wrong = |setting, what: String| WorkerError::Setting { setting, what };
        let transport = SmtpTransport::from_url(&mail.server)
            .map_err(|error| wrong("smtp", error.to_string()))?
            .timeout(Some(PATIENCE))
            .pool_config(PoolConfig::new().max_size(1))
            .build();
        let from = mail.from.parse().map_err(|error| wrong("mail_from", format!("{error}")))?;
        if let Some(sms) = &mail.sms {
            sms_address(sms, "13800000000").map_err(|error| wrong("sms_mail", error))?;
        }
        Ok(Self { transport, from, sms: mail.sms.clone() })
    }

    /// Whether short messages can go this way, too.
    pub fn carries_sms(&self) -> bool {
        self.sms.is_some()
    }

    /// Sends one message. Each of a unit's people gets a mail of their own, and
    /// the message counts as sent when one of them could be reached: a dead
    /// address does not bring the others the same mail twelve times.
    fn send_one(&self, message: &Message) -> Result<(), SendError> {
        let mut fate = Err(SendError::Refused("it has no address".to_owned()));
        for address in &message.addresses {
            match self.address(message.channel, address).and_then(|to| self.mail(message, to)) {
                Ok(()) => fate = Ok(()),
                Err(SendError::Away(what)) => return fate.or(Err(SendError::Away(what))),
                Err(refused) => fate = fate.or(Err(refused)),
            }
        }
        fate
    }

    fn address(&self, channel: Channel, address: &str) -> Result<Address, SendError> {
        let found = match (&self.sms, channel) {
            (Some(pattern), Channel::Sms) => sms_address(pattern, address),
            _ => address.trim().parse().map_err(|error| format!("the address: {error}")),
        };
        found.map_err(SendError::Refused)
    }

    fn mail(&self, message: &Message, to: Address) -> Result<(), SendError> {
        let refused = |error: lettre::error::Error| SendError::Refused(error.to_string());
        let envelope = Envelope::new(Some(self.from.email.clone()), vec![to.clone()]).map_err(refused)?;
        let mail = MessageBuilder::new()
            .message_id(Some(self.message_id(message)))
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(message.subject.as_str())
            .header(ContentType::TEXT_PLAIN)
            .body(message.text.clone())
            .map_err(refused)?;
        match self.transport.send_raw(&envelope, &mail.formatted()) {
            Ok(_) => Ok(()),
            Err(error) => Err(unsent(&error)),
        }
    }

    /// The same for every attempt, so that whoever gets a mail twice can tell.
    fn message_id(&self, message: &Message) -> String {
        format!("<{}.{}@{}>", message.job, message.order, self.from.email.domain())
    }
}

impl Sender for SmtpSender {
    /// A server that does not answer is not waited for again for each of the
    /// other messages.
    fn send(&self, messages: &[Message]) -> Vec<Result<(), SendError>> {
        let mut away = None;
        let send = |message: &Message| {
            let fate = away.clone().map_or_else(|| self.send_one(message), Err);
            away = fate.clone().err().filter(|error| matches!(error, SendError::Away(_)));
            fate
        };
        messages.iter().map(send).collect()
    }
}

/// What the server says may repeat the address; its code does not.
fn unsent(error: &lettre::transport::smtp::Error) -> SendError {
    match error.status().map(u16::from) {
        Some(code) if CLOSED.contains(&code) => SendError::Away(format!("the mail server answered {code}")),
        Some(code) => SendError::Refused(format!("the mail server answered {code}")),
        None => SendError::Away(error.to_string()),
    }
}

/// The address at which a gateway takes messages for a telephone.
fn sms_address(pattern: &str, phone: &str) -> Result<Address, String> {
    if !pattern.contains("{phone}") {
        return Err("it lacks {phone}".to_owned());
    }
    let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    pattern.replace("{phone}", &digits).parse().map_err(|error| format!("the address: {error}"))
}
