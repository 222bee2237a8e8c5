//! Messages into a file: for development, and for cities that send by a
//! program of their own.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;

use serde_json::json;

use super::message::Message;
use super::outbox::{SendError, Sender};

/// Writes messages to a file, one JSON object a line.
pub struct FileSender {
    path: PathBuf,
    in_clear: bool,
}

impl FileSender {
    /// A file that is made when it is not there, readable by its owner only.
    /// Unless `in_clear`, it names citizens and units as the journal does and
    /// not by number or address: what stands in a file cannot be erased.
    pub fn new(path: PathBuf, in_clear: bool) -> Self {
        Self { path, in_clear }
    }

    fn line(&self, message: &Message) -> String {
        let told = if message.addresses.is_empty() || !self.in_clear {
            json!(message.target)
        } else {
            json!(message.addresses.join(", "))
        };
        let line = json!({
            "id": message.job,
            "at": message.at.timestamp().to_string(),
            "channel": message.channel.code(),
            "to": told,
            "template": message.template,
            "subject": message.subject,
            "text": message.text,
            "order": message.order,
        });
        format!("{line}\n")
    }

    fn open(&self) -> std::io::Result<File> {
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&self.path)?;
        // It may have been made by a program that was less careful.
        #[cfg(unix)]
        file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
        Ok(file)
    }
}

impl Sender for FileSender {
    /// All lines are written at once and are on the disk before anything is
    /// called sent: a message may be sent twice, and never not at all.
    fn send(&self, messages: &[Message]) -> Vec<Result<(), SendError>> {
        if messages.is_empty() {
            return Vec::new();
        }
        let lines: String = messages.iter().map(|message| self.line(message)).collect();
        let written = self.open().and_then(|mut file| {
            file.write_all(lines.as_bytes())?;
            file.sync_data()
        });
        let fate = written.map_err(|error| SendError::Away(format!("{}: {error}", self.path.display())));
        vec![fate; messages.len()]
    }
}
