//! What the console keeps for the people who use it.

use crate::table::Kind::{Blob, Int, Text};
use crate::table::{Meets, Table};

pub(crate) static VIEWS: Table = Table {
    name: "views",
    columns: &[("login", Text), ("name", Text), ("workplace", Text), ("query", Text), ("changed_at", Int)],
    keys: &["login", "name"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static PREFERENCES: Table = Table {
    name: "preferences",
    columns: &[("login", Text), ("language", Text), ("theme", Text), ("density", Text)],
    keys: &["login"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static MODELS: Table = Table {
    name: "models",
    columns: &[("kind", Text), ("no", Int), ("made_at", Int), ("figures", Text), ("bytes", Blob)],
    keys: &["kind", "no"],
    meets: Meets::Refuse,
};

pub(crate) static OPERATOR_STATES: Table = Table {
    name: "operator_states",
    columns: &[("id", Int), ("login", Text), ("state", Text), ("since", Int), ("ended_at", Int)],
    keys: &["id"],
    meets: Meets::Refuse,
};

pub(crate) static FIGURES: Table = Table {
    name: "figures",
    columns: &[("dimension", Text), ("code", Text), ("what", Text), ("day", Int), ("count", Int)],
    keys: &["dimension", "what", "day", "code"],
    meets: Meets::Add { column: "count" },
};

pub(crate) static CALL_ENDINGS: Table = Table {
    name: "call_endings",
    columns: &[("call_id", Int), ("login", Text), ("reason", Text), ("steps", Text), ("at", Int)],
    keys: &["call_id"],
    meets: Meets::Keep,
};
