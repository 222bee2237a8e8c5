//! Dead letters: messages that no attempt could deliver.

use domain::Moment;
use store::{Store, StoreError};

use super::post::{Failure, Post};
use super::tell::deliver;
use crate::error::WorkerError;

/// Why a letter was not delivered again.
#[derive(Debug, thiserror::Error)]
pub enum LetterError {
    /// There is no such letter, or its hook is there no more.
    #[error("there is no letter {0}, or no hook that it could go to")]
    NoLetter(i64),
    /// It was not taken this time either; it stays a dead letter.
    #[error(transparent)]
    Failed(#[from] Failure),
    /// The store could not do it.
    #[error(transparent)]
    Worker(#[from] WorkerError),
}

impl From<StoreError> for LetterError {
    fn from(error: StoreError) -> Self {
        Self::Worker(error.into())
    }
}

/// Delivers a dead letter now, under the name that it always had.
///
/// # Errors
/// When there is no such letter, or it is not taken.
pub fn redeliver(store: &Store, post: &Post, letter: i64, now: Moment) -> Result<(), LetterError> {
    let none = || LetterError::NoLetter(letter);
    let found = store.letter(letter)?.ok_or_else(none)?;
    let hook = store.hooks()?.into_iter().find(|hook| hook.name == found.hook).ok_or_else(none)?;
    let followed = store.entries_after(found.pos - 1, 1)?.into_iter().find(|it| it.pos == found.pos);
    deliver(store, post, &hook, &followed.ok_or_else(none)?, now)??;
    Ok(store.note_redelivered(letter, now)?)
}
