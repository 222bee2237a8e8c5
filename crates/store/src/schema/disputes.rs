//! Disputes and rulings.

use crate::table::Kind::{Int, Text};
use crate::table::{Meets, Table};

pub(crate) static DISPUTES: Table = Table {
    name: "disputes",
    columns: &[
        ("order_id", Int),
        ("no", Int),
        ("matter", Text),
        ("place", Text),
        ("ground", Text),
        ("cause", Text),
        ("parties", Text),
        ("opened_at", Int),
        ("step", Text),
        ("ruled_before", Text),
        ("number", Text),
        ("lead", Text),
        ("effect", Text),
        ("scope_matter", Text),
        ("scope_place", Text),
        ("ruled_at", Int),
        ("late", Int),
        ("executed_at", Int),
        ("objections", Int),
        ("upheld", Int),
        ("replaces", Text),
        ("ended_at", Int),
        ("ruling", Text),
    ],
    keys: &["order_id", "no"],
    meets: Meets::Replace { fixed: &[] },
};
