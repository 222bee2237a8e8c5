//! Orders: the journal, what is computed from it, and what lies beside it.

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
        ("holder", Text),
        ("calls", Int),
        ("reminders", Int),
        ("supervisions", Int),
        ("subject", Text),
        ("ownership", Text),
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

pub(crate) static APPEALS: Table = Table {
    name: "appeals",
    columns: &[
        ("order_id", Int),
        ("position", Int),
        ("citizen_id", Int),
        ("channel", Text),
        ("received_at", Int),
    ],
    keys: &["order_id", "position"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static INVOLVED: Table = Table {
    name: "involved",
    columns: &[("order_id", Int), ("unit", Text), ("open", Int), ("due_at", Int)],
    keys: &["order_id", "unit"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static ACCUSED: Table = Table {
    name: "accused",
    columns: &[("order_id", Int), ("unit", Text)],
    keys: &["order_id", "unit"],
    meets: Meets::Keep,
};

pub(crate) static AWAITING: Table = Table {
    name: "awaiting",
    columns: &[
        ("order_id", Int),
        ("what", Text),
        ("part", Int),
        ("unit", Text),
        ("since", Int),
        ("due_at", Int),
    ],
    keys: &["order_id", "what", "part", "unit"],
    meets: Meets::Replace { fixed: &[] },
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

pub(crate) static ATTACHMENTS: Table = Table {
    name: "attachments",
    columns: &[
        ("order_id", Int),
        ("hash", Text),
        ("kind", Text),
        ("media_type", Text),
        ("bytes", Int),
        ("taken_at", Int),
        ("lat_e6", Int),
        ("lon_e6", Int),
        ("wrapped", Blob),
        ("key_id", Text),
        ("added_at", Int),
        ("erased_at", Int),
    ],
    keys: &["order_id", "hash"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static SIGNATURES: Table = Table {
    name: "signatures",
    columns: &[("order_id", Int), ("seq", Int), ("key_id", Text), ("signature", Blob)],
    keys: &["order_id", "seq"],
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

/// The full-text index.
pub(crate) static SEARCH: Table = Table {
    name: "search",
    columns: &[("doc_id", Int), ("words", Words)],
    keys: &["doc_id"],
    meets: Meets::Replace { fixed: &[] },
};
