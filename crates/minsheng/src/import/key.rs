//! Keys that stay the same from one import to the next.

use std::collections::HashMap;
use std::fmt::Write;

use sm3::{Digest, Sm3};

use super::incoming::Incoming;
use super::mapping::KeyPart;

/// Gives each record of one file its key.
#[derive(Default)]
pub struct Keys {
    /// How often each content came, by the first half of its hash; filled only where sources give no number.
    seen: HashMap<[u8; 16], u32>,
}

impl Keys {
    /// `mapping/number`, with the time after `@` where the mapping asks for it. Without a number it is
    /// `mapping/SM3-ordinal`: two rows that are truly the same are numbered 1 and 2, so both go in once.
    pub fn key(&mut self, mapping: &str, parts: &[KeyPart], incoming: &Incoming) -> String {
        let Some(number) = &incoming.external_no else {
            return self.by_content(mapping, incoming);
        };
        let mut key = format!("{mapping}/");
        for (at, part) in parts.iter().enumerate() {
            let between = if at == 0 { "" } else { "@" };
            let result = match (part, incoming.received_at) {
                (KeyPart::ExternalNo, _) => write!(key, "{between}{number}"),
                (KeyPart::ReceivedAt, Some(time)) => write!(key, "{between}{time}"),
                (KeyPart::ReceivedAt, None) => write!(key, "{between}"),
            };
            debug_assert!(result.is_ok(), "writing to a String cannot fail");
        }
        key
    }

    /// Only what the citizen brought is hashed: replies and states change from one export to the next.
    fn by_content(&mut self, mapping: &str, incoming: &Incoming) -> String {
        let time = incoming.received_at.map(|time| time.to_string()).unwrap_or_default();
        let address = incoming.address.as_deref().unwrap_or_default();
        let mut hasher = Sm3::new();
        for part in [time.as_str(), &incoming.title, &incoming.body, address] {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        let hash: [u8; 32] = hasher.finalize().into();
        let mut half = [0; 16];
        half.copy_from_slice(&hash[..16]);
        let ordinal = self.seen.entry(half).and_modify(|n| *n += 1).or_insert(1);
        let hex = hash.iter().fold(String::with_capacity(64), |mut hex, byte| {
            let written = write!(hex, "{byte:02x}");
            debug_assert!(written.is_ok(), "writing to a String cannot fail");
            hex
        });
        format!("{mapping}/{hex}-{ordinal}")
    }
}
