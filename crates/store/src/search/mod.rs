//! Full-text search, within the same database and the same transactions. The
//! words are cut here; the engines only keep which document has which word.

mod bodies;
mod documents;
mod find;
mod postgres;
mod rarity;
mod sqlite;

pub use bodies::SearchedText;
pub(crate) use bodies::{bodies, told};
pub use documents::DocKind;
pub(crate) use documents::{Document, cut, delete, earlier_texts, searched, write_anew, write_block};
pub(crate) use find::search;
pub use find::{Hit, Hits};
pub use rarity::WordHits;
pub(crate) use rarity::{newest_with, rulings_with};
