//! Why a file is not taken.

use serde::{Deserialize, Serialize};

/// Why a file is not taken, as a code with its data. The screen puts it into
/// words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
#[allow(missing_docs)] // The message says what each field means.
pub enum Unfit {
    #[error("the file is empty")]
    Empty,
    #[error("the file has {bytes} bytes; at most {most} are taken of its kind")]
    TooLarge { bytes: u64, most: u64 },
    /// The media type is there where it is known, so that the screen can say
    /// what to do instead.
    #[error("files of this type ({}) are not taken", found.as_deref().unwrap_or("unknown"))]
    NotTaken { found: Option<String> },
    #[error("the file is damaged: {what}")]
    Damaged { what: String },
}

impl Unfit {
    pub(crate) fn damaged(what: &str) -> Unfit {
        Unfit::Damaged { what: what.to_owned() }
    }

    pub(crate) fn not_taken(found: &str) -> Unfit {
        Unfit::NotTaken { found: Some(found.to_owned()) }
    }
}
