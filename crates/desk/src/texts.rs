//! Texts on their way into the store.

use domain::text_ref::TextRef;
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

    /// The texts that were sealed.
    pub fn sealed(self) -> Vec<NewText> {
        self.sealed
    }
}

/// A salt from the operating system's randomness.
pub fn random_salt() -> [u8; 16] {
    rand::random()
}
