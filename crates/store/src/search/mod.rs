//! Full-text search, within the same database and the same transactions. The
//! words are cut here; the engines only keep which document has which word.

mod documents;
mod find;
mod postgres;
mod rarity;
mod sqlite;

pub(crate) use documents::{
    DocKind, Document, cut, delete, earlier_texts, searched, write_anew, write_block,
};
pub(crate) use find::search;
pub use find::{Hit, Hits};
pub use rarity::WordHits;
pub(crate) use rarity::{newest_with, rulings_with, told};
