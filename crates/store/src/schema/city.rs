//! The city's lists, and what the store remembers of itself.

use crate::table::Kind::{Blob, Int, Text};
use crate::table::{Meets, Table};

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
    columns: &[
        ("code", Text),
        ("name", Text),
        ("parent", Text),
        ("level", Int),
        ("urgency", Text),
        ("keywords", Text),
    ],
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

pub(crate) static CITY_ENTRIES: Table = Table {
    name: "city_entries",
    columns: &[("kind", Text), ("code", Text), ("version", Int), ("ended_at", Int), ("successor", Text)],
    keys: &["kind", "code"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static CITY_CHANGES: Table = Table {
    name: "city_changes",
    columns: &[
        ("no", Int),
        ("at", Int),
        ("login", Text),
        ("kind", Text),
        ("code", Text),
        ("act", Text),
        ("version", Int),
        ("was", Text),
        ("became", Text),
        ("basis", Text),
        ("hash", Blob),
    ],
    keys: &["no"],
    meets: Meets::Refuse,
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
