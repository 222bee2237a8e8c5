//! A model as bytes, for the store or a file.

use thiserror::Error;

use super::Model;

/// What a model's bytes begin with.
const MARK: &[u8] = b"minsheng-model";

/// The form of what follows; a program reads its own form only, for a model is
/// trained anew in a minute.
const FORM: u8 = 1;

/// Bytes that are no model, or not one that this program understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// They are something else.
    #[error("this is no model")]
    NoModel,
    /// They were written by another version of the program.
    #[error("the model has form {found}, this program reads form {FORM}: train it anew")]
    OtherForm {
        /// The form they have.
        found: u8,
    },
    /// They were damaged.
    #[error("the model is damaged: train it anew")]
    Damaged,
}

impl Model {
    /// As bytes. The same model gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let head = [MARK, &[FORM]].concat();
        // Writing to memory fails only for what postcard cannot write: maps and
        // sequences of unknown length, of which a model has none.
        postcard::to_extend(self, head).unwrap_or_default()
    }

    /// From bytes.
    ///
    /// # Errors
    /// When they are no model, one of another version, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Unreadable> {
        let rest = bytes.strip_prefix(MARK).ok_or(Unreadable::NoModel)?;
        let (&form, body) = rest.split_first().ok_or(Unreadable::Damaged)?;
        if form != FORM {
            return Err(Unreadable::OtherForm { found: form });
        }
        let model: Self = postcard::from_bytes(body).map_err(|_| Unreadable::Damaged)?;
        if model.is_whole() { Ok(model) } else { Err(Unreadable::Damaged) }
    }

    /// Whether its parts belong together.
    fn is_whole(&self) -> bool {
        let (features, labels) = (self.vocabulary.len(), self.labels.len());
        labels >= 2
            && self.vocabulary.fits()
            && self.linear.fits(features, labels)
            && self.network.fits(features, labels)
            && self.confidence.fits(labels)
    }
}
