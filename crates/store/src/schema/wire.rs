//! Who uses the store's server, and what is said to the world outside.

use crate::table::Kind::{Blob, Int, Text};
use crate::table::{Meets, Table};

pub(crate) static ACCOUNTS: Table = Table {
    name: "accounts",
    columns: &[
        ("login", Text),
        ("email", Text),
        ("totp", Blob),
        ("totp_key_id", Text),
        ("totp_confirmed", Int),
        ("totp_step", Int),
        ("password_changed_at", Int),
        ("password_given", Int),
    ],
    keys: &["login"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static LOGIN_FAILURES: Table = Table {
    name: "login_failures",
    columns: &[("login", Text), ("failed", Int), ("since", Int), ("locked_until", Int)],
    keys: &["login"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static SESSIONS: Table = Table {
    name: "sessions",
    columns: &[
        ("id", Int),
        ("token_hash", Text),
        ("login", Text),
        ("opened_at", Int),
        ("seen_at", Int),
        ("ends_at", Int),
        ("ended_at", Int),
        ("about", Text),
        ("mark", Text),
    ],
    keys: &["id"],
    meets: Meets::Refuse,
};

pub(crate) static SYSTEMS: Table = Table {
    name: "systems",
    columns: &[
        ("name", Text),
        ("role", Text),
        ("unit", Text),
        ("token_hash", Text),
        ("created_at", Int),
        ("ended_at", Int),
    ],
    keys: &["name"],
    meets: Meets::Replace { fixed: &[] },
};

pub(crate) static LOOKS: Table = Table {
    name: "looks",
    columns: &[
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
};

pub(crate) static REQUESTS: Table = Table {
    name: "requests",
    columns: &[("key", Text), ("fingerprint", Text), ("status", Int), ("answer", Text), ("at", Int)],
    keys: &["key"],
    meets: Meets::Refuse,
};

pub(crate) static CALLS: Table = Table {
    name: "calls",
    columns: &[
        ("id", Int),
        ("source", Text),
        ("external", Text),
        ("direction", Text),
        ("state", Text),
        ("phone_hash", Text),
        ("phone", Blob),
        ("key_id", Text),
        ("citizen_id", Int),
        ("login", Text),
        ("order_id", Int),
        ("reason", Text),
        ("started_at", Int),
        ("answered_at", Int),
        ("ended_at", Int),
        ("recording", Text),
        ("changed_at", Int),
    ],
    keys: &["id"],
    meets: Meets::Refuse,
};

pub(crate) static CALL_EVENTS: Table = Table {
    name: "call_events",
    columns: &[("pos", Int), ("call_id", Int), ("event", Text), ("at", Int)],
    keys: &["pos"],
    meets: Meets::Refuse,
};

pub(crate) static HOOKS: Table = Table {
    name: "hooks",
    columns: &[
        ("name", Text),
        ("url", Text),
        ("secret", Blob),
        ("key_id", Text),
        ("events", Text),
        ("active", Int),
        ("pos", Int),
        ("attempts", Int),
        ("next_at", Int),
        ("last_error", Text),
        ("claimed_until", Int),
        ("created_at", Int),
    ],
    keys: &["name"],
    meets: Meets::Replace { fixed: &["active", "pos", "created_at"] },
};

pub(crate) static HOOK_LETTERS: Table = Table {
    name: "hook_letters",
    columns: &[
        ("id", Int),
        ("hook", Text),
        ("pos", Int),
        ("at", Int),
        ("attempts", Int),
        ("error", Text),
        ("redelivered_at", Int),
    ],
    keys: &["id"],
    meets: Meets::Refuse,
};
