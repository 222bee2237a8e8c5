//! The tables that an act is written to.

/// A table, and how a row of it is written.
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns, but for the number that the engine gives.
    pub columns: &'static str,
    /// For each column: `i` a number, `t` a text, `b` bytes, `w` words.
    pub kinds: &'static str,
    /// What comes after the values.
    pub then: &'static str,
}

/// In the order in which the store writes them.
pub static TABLES: [Table; 7] = [
    Table {
        name: "texts",
        columns: "order_id, hash, kind, salt, body, erased_at",
        kinds: "ittbti",
        then: "ON CONFLICT (order_id, hash) DO NOTHING",
    },
    Table {
        name: "journal",
        columns: "order_id, seq, at, act, actor, body, hash",
        kinds: "iiitttb",
        then: "",
    },
    Table {
        name: "orders",
        columns: "id, number, version, head, stage, outcome, kind, matter, place, level, unit, channel, title, \
            registered_at, changed_at, due_at, next_at, closed_at, returns, disputes, disputed, round, late, red, \
            appeals, excluded",
        kinds: "itibtttttitttiiiiiiiiiiiii",
        then: "ON CONFLICT (id) DO UPDATE SET version = excluded.version, head = excluded.head, \
            stage = excluded.stage, outcome = excluded.outcome, kind = excluded.kind, matter = excluded.matter, \
            place = excluded.place, level = excluded.level, unit = excluded.unit, channel = excluded.channel, \
            title = excluded.title, changed_at = excluded.changed_at, due_at = excluded.due_at, \
            next_at = excluded.next_at, closed_at = excluded.closed_at, returns = excluded.returns, \
            disputes = excluded.disputes, disputed = excluded.disputed, round = excluded.round, \
            late = excluded.late, red = excluded.red, appeals = excluded.appeals, excluded = excluded.excluded",
    },
    Table {
        name: "clocks",
        columns: "order_id, part, kind, started_at, due_at, late, paused_at, stopped_at",
        kinds: "iitiiiii",
        then: "ON CONFLICT (order_id, part, kind) DO UPDATE SET started_at = excluded.started_at, \
            due_at = excluded.due_at, late = excluded.late, paused_at = excluded.paused_at, \
            stopped_at = excluded.stopped_at",
    },
    Table {
        name: "parts",
        columns: "order_id, part, unit, holder, duty, state, dispatched_at, signed_at",
        kinds: "iittttii",
        then: "ON CONFLICT (order_id, part) DO UPDATE SET holder = excluded.holder, state = excluded.state, \
            dispatched_at = excluded.dispatched_at, signed_at = excluded.signed_at",
    },
    Table {
        name: "jobs",
        columns: "kind, order_id, seq, target, run_at, payload, attempts, last_error, done_at",
        kinds: "tiitititi",
        then: "ON CONFLICT (order_id, seq, kind, target) DO NOTHING",
    },
    Table { name: "search", columns: "doc_id, words", kinds: "iw", then: "" },
];

impl Table {
    /// The place of a table.
    ///
    /// # Panics
    /// When there is none of that name.
    pub fn place(name: &str) -> usize {
        TABLES.iter().position(|table| table.name == name).expect("one of the tables")
    }
}
