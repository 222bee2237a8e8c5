//! What is remembered. The journal is the truth: every act on every order,
//! append-only, each entry chained to the one before by its hash. Everything
//! else is computed from it, or lies beside it because it must be possible to
//! erase it (texts, identities).
//!
//! One way in: [`Store::commit`]. SQLite and PostgreSQL say the same.

mod accounts;
mod articles;
mod attachments;
mod backup;
mod blocks;
mod calls;
mod citizens;
mod city;
mod commit;
mod counters;
mod disputes;
mod engine;
mod error;
mod feed;
mod figures;
mod hash;
mod hooks;
mod imports;
mod jobs;
mod journal;
mod kept;
mod keys;
mod letters;
mod looks;
mod models;
mod operators;
mod orders;
mod past;
mod publications;
mod rebuild;
mod requests;
mod retention;
mod schema;
mod seals;
mod search;
mod sessions;
mod signatures;
mod store;
mod systems;
mod table;
#[cfg(feature = "testing")]
pub mod testing;
pub mod text;
mod verify;

pub use accounts::{Account, LockRule, Totp};
pub use articles::{Article, ArticleFilter, ArticleVotes, Audience, Correction};
pub use attachments::{Attachment, NewAttachment};
pub use calls::{Call, CallEvent, NewCallOut, PLATFORM};
pub use citizens::{Identity, NewCitizen};
pub use city::{
    CityChange, CityChangeFilter, CityChangeRow, CityChanged, CityEntry, CityWrite, CityWriting, Document,
    DocumentVersion, Ending, Matter, Person, Place,
};
pub use commit::concerned::PERSON;
pub use commit::{Change, ImportRow, NewJob};
pub use disputes::{DisputeFilter, DisputeRow};
pub use engine::{DatabaseUrl, Engine};
pub use error::{Result, StoreError};
pub use feed::{Feed, FeedStart, Followed};
pub use figures::{By, Figure};
pub use hash::{Hash, hex, unhex};
pub use hooks::{Hook, NewHook};
pub use imports::Imported;
pub use jobs::Job;
pub use journal::Loaded;
pub use kept::{Preferences, View};
pub use keys::Keyring;
pub use letters::HookLetter;
pub use looks::{Look, LookFilter, LookPage};
pub use models::KeptModel;
pub use operators::{CallEnding, OperatorState};
pub use orders::{Cursor, Filter, Happened, Happening, Listed, Page, Sort, Waits};
pub use past::PastOrder;
pub use publications::Published;
pub use requests::RequestRow;
pub use seals::{Proof, Receipt, Seal};
pub use search::{DocKind, Hit, Hits, SearchedText, WordHits};
pub use sessions::{NewSession, Session};
pub use signatures::Signature;
pub use store::{Committing, OrderFile, Store};
pub use systems::System;
pub use text::NewText;
pub use verify::{Fault, Report};
