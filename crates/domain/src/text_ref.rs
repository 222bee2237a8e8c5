//! How the journal speaks of texts and files without holding them.

use serde::{Deserialize, Serialize};

use crate::codes::EvidenceKind;
use crate::time::Moment;

/// A reference to a free text that lies outside the journal, so that it can
/// be erased while the journal still verifies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextRef {
    /// SM3 over a random salt and the text, in hexadecimal. The salt lies
    /// beside the text and goes with it: without it nobody can guess a short
    /// text from its hash.
    pub hash: String,
    /// Length in characters.
    pub chars: u32,
}

impl TextRef {
    /// Whether the text says nothing.
    pub fn is_empty(&self) -> bool {
        self.chars == 0
    }
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// What it is.
    pub kind: EvidenceKind,
    /// SM3 of its bytes, in hexadecimal, or of the record that it is.
    pub hash: String,
    /// When it was made, where the device said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_at: Option<Moment>,
    /// Where it was made: millionths of a degree north and east (WGS 84).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<(i32, i32)>,
}
