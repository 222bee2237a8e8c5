//! What a worker needs to know.

use std::path::PathBuf;
use std::time::Duration;

use crate::messages::{Mail, Templates};

/// What a worker needs to know beside its store.
#[derive(Clone)]
pub struct Config {
    /// How long it rests when nothing is due.
    pub pause: Duration,
    /// How often the journal is sealed, in milliseconds.
    pub seal_every_millis: i64,
    /// The file for messages that go no other way.
    pub outbox: PathBuf,
    /// Whether that file names telephone numbers and addresses.
    pub outbox_in_clear: bool,
    /// How mail goes out; none when it goes to the file.
    pub mail: Option<Mail>,
    /// What notices say.
    pub templates: Templates,
    /// Whether hooks may lead to private addresses, and by http.
    pub hooks_private: bool,
}
