//! How the journal speaks of texts and files without holding them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::codes::EvidenceKind;
use crate::context::LONGEST_TEXT;
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

/// On the wire a text stands in place of its reference: the server stores
/// what comes in and refers to it, and looks up what goes out.
impl JsonSchema for TextRef {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A free text, masked for who reads it; null once it is erased.",
            "type": "object",
            "properties": { "text": { "type": ["string", "null"], "maxLength": LONGEST_TEXT } },
            "required": ["text"],
        })
    }
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
