//! 推送订阅: what happens to orders is told to other programs, by the rules of
//! Standard Webhooks (<https://www.standardwebhooks.com>).

mod addresses;
mod dial;
mod event;
mod letters;
mod made;
mod pace;
mod post;
mod secret;
mod tell;

pub use event::{CALL_REQUESTED, message_id};
pub use letters::{LetterError, redeliver};
pub use made::{Unfit, make};
pub use pace::{ATTEMPTS, pause_millis};
pub use post::{Failure, Post};
pub use secret::{SecretError, read_secret, show_secret, signature};

pub(crate) use dial::request_call;
pub(crate) use tell::Teller;
