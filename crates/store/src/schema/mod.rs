//! Every table of the store, described for writing, backup and restore. What
//! the columns mean stands in `migrations/`.

mod city;
mod console;
mod disputes;
mod orders;
mod portal;
mod wire;

pub(crate) use city::*;
pub(crate) use console::*;
pub(crate) use disputes::*;
pub(crate) use orders::*;
pub(crate) use portal::*;
pub(crate) use wire::*;

use crate::table::Kind::{Blob, Int, Text};
use crate::table::{Meets, Table};

/// Every table, in the order in which a backup holds them. The full-text
/// index comes last and is not in it: it is computed.
pub(crate) static ALL: &[&Table] = &[
    &META,
    &COUNTERS,
    &PEOPLE,
    &UNITS,
    &MATTERS,
    &PLACES,
    &DOCUMENTS,
    &CITY_ENTRIES,
    &CITY_CHANGES,
    &CITIZENS,
    &JOURNAL,
    &SEALS,
    &ORDERS,
    &CLOCKS,
    &PARTS,
    &APPEALS,
    &INVOLVED,
    &ACCUSED,
    &AWAITING,
    &DISPUTES,
    &TEXTS,
    &JOBS,
    &IMPORTS,
    &ACCOUNTS,
    &LOGIN_FAILURES,
    &SESSIONS,
    &SYSTEMS,
    &LOOKS,
    &REQUESTS,
    &ATTACHMENTS,
    &SIGNATURES,
    &CALLS,
    &CALL_EVENTS,
    &HOOKS,
    &HOOK_LETTERS,
    &ARTICLES,
    &ARTICLE_WORDS,
    &ARTICLE_VOTES,
    &ARTICLE_CORRECTIONS,
    &PUBLICATIONS,
    &VIEWS,
    &PREFERENCES,
    &OPERATOR_STATES,
    &CALL_ENDINGS,
    &MODELS,
    &FIGURES,
    &SEARCH,
];

/// The tables whose rows the engine numbers, with that number: a backup
/// keeps it.
pub(crate) static NUMBERED: &[&Table] = &[
    &Table {
        name: "journal",
        columns: &[
            ("pos", Int),
            ("order_id", Int),
            ("seq", Int),
            ("at", Int),
            ("act", Text),
            ("actor", Text),
            ("body", Text),
            ("hash", Blob),
        ],
        keys: &["pos"],
        meets: Meets::Refuse,
    },
    &Table {
        name: "jobs",
        columns: &[
            ("id", Int),
            ("kind", Text),
            ("order_id", Int),
            ("seq", Int),
            ("target", Text),
            ("run_at", Int),
            ("payload", Text),
            ("attempts", Int),
            ("last_error", Text),
            ("done_at", Int),
        ],
        keys: &["id"],
        meets: Meets::Refuse,
    },
    &SESSIONS,
    &CALLS,
    &CALL_EVENTS,
    &HOOK_LETTERS,
    &ARTICLE_CORRECTIONS,
    &OPERATOR_STATES,
    &Table {
        name: "looks",
        columns: &[
            ("id", Int),
            ("at", Int),
            ("login", Text),
            ("role", Text),
            ("unit", Text),
            ("session_id", Int),
            ("order_id", Int),
            ("what", Text),
            ("purpose", Text),
            ("detail", Text),
            ("orders", Text),
        ],
        keys: &["id"],
        meets: Meets::Refuse,
    },
];
