//! Every table of the store, described for writing, backup and restore. What
//! the columns mean stands in `migrations/`.

use crate::table::Kind::{Blob, Int, Text, Words};
use crate::table::{Meets, Table};

/// The journal as commits write it: the engine gives the position.
pub(crate) static JOURNAL: Table = Table {
    name: "journal",
    columns: &[
        ("order_id", Int),
        ("seq", Int),
        ("at", Int),
        ("act", Text),
        ("actor", Text),
        ("body", Text),
        ("hash", Blob),
    ],
    keys: &["order_id", "seq"],
    meets: Meets::Refuse,
};

pub(crate) static ORDERS: Table = Table {
    name: "orders",
    columns: &[
        ("id", Int),
        ("number", Text),
        ("version", Int),
        ("head", Blob),
        ("stage", Text),
        ("outcome", Text),
        ("kind", Text),
        ("matter", Text),
        ("place", Text),
        ("level", Int),
        ("unit", Text),
        ("channel", Text),
        ("title", Text),
        ("registered_at", Int),
        ("changed_at", Int),
        ("due_at", Int),
        ("next_at", Int),
        ("closed_at", Int),
        ("returns", Int),
        ("disputes", Int),
        ("disputed", Int),
        ("round", Int),
        ("late", Int),
        ("red", Int),
        ("appeals", Int),
        ("excluded", Int),
    ],
    keys: &["id"],
    meets: Meets::Replace { fixed: &["number", "registered_at"] },
};

pub(crate) static CLOCKS: Table = Table {
    name: "clocks",
    columns: &[
        ("order_id", Int),
        ("part", Int),
        ("kind", Text),
        ("started_at", Int),
        ("due_at", Int),
        ("late", Int),
        ("paused_at", Int),
        ("stopped_at", Int),
    ],
    keys: &["order_id", "part", "kind"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static PARTS: Table = Table {
    name: "parts",
    columns: &[
        ("order_id", Int),
        ("part", Int),
        ("unit", Text),
        ("holder", Text),
        ("duty", Text),
        ("state", Text),
        ("dispatched_at", Int),
        ("signed_at", Int),
    ],
    keys: &["order_id", "part"],
    meets: Meets::Replace { fixed: &["unit", "duty"] },
};

pub(crate) static TEXTS: Table = Table {
    name: "texts",
    columns: &[
        ("order_id", Int),
        ("hash", Text),
        ("kind", Text),
        ("salt", Blob),
        ("body", Text),
        ("erased_at", Int),
    ],
    keys: &["order_id", "hash"],
    meets: Meets::Keep,
};

pub(crate) static CITIZENS: Table = Table {
    name: "citizens",
    columns: &[
        ("id", Int),
        ("kind", Text),
        ("sealed", Blob),
        ("key_id", Text),
        ("phone_hash", Text),
        ("created_at", Int),
        ("erased_at", Int),
    ],
    keys: &["id"],
    meets: Meets::Refuse,
};

pub(crate) static JOBS: Table = Table {
    name: "jobs",
    columns: &[
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
    keys: &["order_id", "seq", "kind", "target"],
    meets: Meets::Keep,
};

pub(crate) static SEALS: Table = Table {
    name: "seals",
    columns: &[
        ("no", Int),
        ("from_pos", Int),
        ("to_pos", Int),
        ("sealed_at", Int),
        ("count", Int),
        ("prev_root", Blob),
        ("root", Blob),
    ],
    keys: &["no"],
    meets: Meets::Refuse,
};

pub(crate) static IMPORTS: Table = Table {
    name: "imports",
    columns: &[("source", Text), ("key", Text), ("order_id", Int), ("recorded", Text)],
    keys: &["source", "key"],
    meets: Meets::Refuse,
};

pub(crate) static PEOPLE: Table = Table {
    name: "people",
    columns: &[
        ("login", Text),
        ("name", Text),
        ("role", Text),
        ("unit", Text),
        ("outsourced", Int),
        ("password_hash", Text),
        ("active", Int),
    ],
    keys: &["login"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static UNITS: Table = Table {
    name: "units",
    columns: &[("code", Text), ("name", Text), ("kind", Text), ("parent", Text), ("place", Text)],
    keys: &["code"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static MATTERS: Table = Table {
    name: "matters",
    columns: &[("code", Text), ("name", Text), ("parent", Text), ("level", Int)],
    keys: &["code"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static PLACES: Table = Table {
    name: "places",
    columns: &[
        ("code", Text),
        ("name", Text),
        ("parent", Text),
        ("level", Int),
        ("lat_e6", Int),
        ("lon_e6", Int),
    ],
    keys: &["code"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static DOCUMENTS: Table = Table {
    name: "documents",
    columns: &[("kind", Text), ("name", Text), ("version", Int), ("body", Text), ("in_force_from", Int)],
    keys: &["kind", "name", "version"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static COUNTERS: Table = Table {
    name: "counters",
    columns: &[("name", Text), ("next", Int)],
    keys: &["name"],
    meets: Meets::Replace { fixed: &[] },
};

/// What the store remembers of itself: its schema, its keys.
pub(crate) static META: Table = Table {
    name: "meta",
    columns: &[("name", Text), ("value", Text)],
    keys: &["name"],
    meets: Meets::Replace { fixed: &[] },
};

/// The full-text index.
pub(crate) static SEARCH: Table = Table {
    name: "search",
    columns: &[("doc_id", Int), ("words", Words)],
    keys: &["doc_id"],
    meets: Meets::Replace { fixed: &[] },
};

/// Every table, in the order in which a backup holds them. The full-text
/// index comes last and is not in it: it is computed.
pub(crate) static ALL: &[&Table] = &[
    &META, &COUNTERS, &PEOPLE, &UNITS, &MATTERS, &PLACES, &DOCUMENTS, &CITIZENS, &JOURNAL, &SEALS, &ORDERS,
    &CLOCKS, &PARTS, &TEXTS, &JOBS, &IMPORTS, &SEARCH,
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
];
