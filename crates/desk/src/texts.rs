//! Texts on their way into the store.

use domain::text_ref::TextRef;
use serde_json::Value;
use store::text::{NewText, seal};

/// Seals the texts of one act: each gets a salt, and a reference that stands
/// in the journal in its place.
pub struct Texts<'a> {
    salt: &'a mut dyn FnMut() -> [u8; 16],
    sealed: Vec<NewText>,
}

impl<'a> Texts<'a> {
    /// Takes salts from `salt`, which must be unpredictable wherever real
    /// texts are sealed; a simulation takes them from its seed.
    pub fn new(salt: &'a mut dyn FnMut() -> [u8; 16]) -> Self {
        Self { salt, sealed: Vec::new() }
    }

    /// Seals a text and gives its reference.
    pub fn seal(&mut self, body: &str) -> TextRef {
        let (reference, text) = seal(body, (self.salt)());
        if !reference.is_empty() {
            self.sealed.push(text);
        }
        reference
    }

    /// Seals every `{"text": "…"}` in a value that was said as JSON, in whose
    /// place its reference then stands. A text that is null is an empty one.
    pub fn seal_in(&mut self, value: &mut Value) {
        match value {
            Value::Object(fields)
                if fields.len() == 1
                    && fields.get("text").is_some_and(|text| text.is_string() || text.is_null()) =>
            {
                let body = fields["text"].as_str().unwrap_or_default().to_owned();
                *value = serde_json::to_value(self.seal(&body)).unwrap_or_default();
            }
            Value::Object(fields) => fields.values_mut().for_each(|value| self.seal_in(value)),
            Value::Array(values) => values.iter_mut().for_each(|value| self.seal_in(value)),
            _ => {}
        }
    }

    /// The texts that were sealed.
    pub fn sealed(self) -> Vec<NewText> {
        self.sealed
    }
}

/// A salt from the operating system's randomness.
pub fn random_salt() -> [u8; 16] {
    rand::random()
}
