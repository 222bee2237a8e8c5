//! What is remembered. The journal is the truth: every act on every order,
//! append-only, each entry chained to the one before by its hash. Everything
//! else is computed from it, or lies beside it because it must be possible to
//! erase it (texts, identities).
//!
//! One way in: [`Store::commit`]. SQLite and PostgreSQL say the same.

mod backup;
mod blocks;
mod citizens;
mod city;
mod commit;
mod counters;
mod engine;
mod error;
mod hash;
mod imports;
mod jobs;
mod journal;
mod keys;
mod orders;
mod rebuild;
mod schema;
mod seals;
mod search;
mod store;
mod table;
#[cfg(feature = "testing")]
pub mod testing;
pub mod text;
mod verify;

pub use citizens::{Identity, NewCitizen};
pub use city::{Document, Matter, Person, Place};
pub use commit::{Change, ImportRow, NewJob};
pub use engine::{DatabaseUrl, Engine};
pub use error::{Result, StoreError};
pub use hash::{Hash, hex, unhex};
pub use imports::Imported;
pub use jobs::Job;
pub use journal::Loaded;
pub use keys::Keyring;
pub use orders::{Cursor, Filter, Listed, Page, Sort};
pub use seals::{Proof, Receipt, Seal};
pub use search::{Hit, Hits};
pub use store::{Committing, OrderFile, Store};
pub use text::NewText;
pub use verify::{Fault, Report};
