//! Bringing a database to the schema that this program knows.

use super::{Conn, Engine, Value};
use crate::error::{Result, StoreError};
use crate::schema;

/// One step: what both engines speak, then what each has of its own.
struct Step {
    common: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

const STEPS: &[Step] = &[
    Step {
        common: include_str!("../../migrations/0001_first.sql"),
        sqlite: include_str!("../../migrations/0001_first.sqlite.sql"),
        postgres: include_str!("../../migrations/0001_first.postgres.sql"),
    },
    Step {
        common: include_str!("../../migrations/0002_wire.sql"),
        sqlite: include_str!("../../migrations/0002_wire.sqlite.sql"),
        postgres: include_str!("../../migrations/0002_wire.postgres.sql"),
    },
    Step {
        common: include_str!("../../migrations/0003_console.sql"),
        sqlite: include_str!("../../migrations/0003_console.sqlite.sql"),
        postgres: include_str!("../../migrations/0003_console.postgres.sql"),
    },
    Step {
        common: include_str!("../../migrations/0004_portal.sql"),
        sqlite: include_str!("../../migrations/0004_portal.sqlite.sql"),
        postgres: include_str!("../../migrations/0004_portal.postgres.sql"),
    },
    Step {
        common: include_str!("../../migrations/0005_city.sql"),
        sqlite: include_str!("../../migrations/0005_city.sqlite.sql"),
        postgres: include_str!("../../migrations/0005_city.postgres.sql"),
    },
    Step {
        common: include_str!("../../migrations/0006_lists.sql"),
        sqlite: include_str!("../../migrations/0006_lists.sqlite.sql"),
        postgres: include_str!("../../migrations/0006_lists.postgres.sql"),
    },
    Step {
        common: include_str!("../../migrations/0007_figures.sql"),
        sqlite: include_str!("../../migrations/0007_figures.sqlite.sql"),
        postgres: include_str!("../../migrations/0007_figures.postgres.sql"),
    },
    Step {
        common: include_str!("../../migrations/0008_given.sql"),
        sqlite: include_str!("../../migrations/0008_given.sqlite.sql"),
        postgres: include_str!("../../migrations/0008_given.postgres.sql"),
    },
    Step {
        common: include_str!("../../migrations/0009_happened.sql"),
        sqlite: include_str!("../../migrations/0009_happened.sqlite.sql"),
        postgres: include_str!("../../migrations/0009_happened.postgres.sql"),
    },
    Step {
        common: include_str!("../../migrations/0010_directory.sql"),
        sqlite: include_str!("../../migrations/0010_directory.sqlite.sql"),
        postgres: include_str!("../../migrations/0010_directory.postgres.sql"),
    },
    Step {
        common: include_str!("../../migrations/0011_disputes.sql"),
        sqlite: include_str!("../../migrations/0011_disputes.sqlite.sql"),
        postgres: include_str!("../../migrations/0011_disputes.postgres.sql"),
    },
    Step {
        common: include_str!("../../migrations/0012_models.sql"),
        sqlite: include_str!("../../migrations/0012_models.sqlite.sql"),
        postgres: include_str!("../../migrations/0012_models.postgres.sql"),
    },
];

/// The schema that this program knows: the number of its steps.
pub(crate) const SCHEMA: i64 = STEPS.len() as i64;

/// What both engines speak of the steps after the first, for tests that make
/// a database look as if they had not been taken.
#[cfg(feature = "testing")]
pub(crate) fn later_steps() -> impl DoubleEndedIterator<Item = &'static str> {
    STEPS[1..].iter().map(|step| step.common)
}

/// Any number will do; it must only be the same in every process.
const MIGRATION_LOCK: &str = "SELECT pg_advisory_xact_lock(20250712345)";

/// Applies the steps that the database lacks. Refuses a database that knows
/// more steps than this program.
pub(crate) fn migrate(conn: &mut Conn) -> Result<()> {
    let known = SCHEMA;
    if has_meta(conn)? && version(conn)? == known {
        return Ok(());
    }
    conn.transaction(|conn| {
        alone(conn)?;
        conn.script("CREATE TABLE IF NOT EXISTS meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)")?;
        let found = version(conn)?;
        if found > known {
            return Err(StoreError::NewerSchema { found, known });
        }
        for step in &STEPS[found as usize..] {
            apply(conn, step)?;
        }
        conn.write(&schema::META, &[vec!["schema".into(), known.to_string().into()]])
    })
}

/// Keeps every other process from migrating, until the transaction ends.
pub(crate) fn alone(conn: &mut Conn) -> Result<()> {
    match conn.engine() {
        Engine::Sqlite => Ok(()),
        Engine::Postgres => conn.script(MIGRATION_LOCK),
    }
}

/// Whether no table of the store has rows, but for those that opening it
/// writes; the first that has, if one has.
pub(crate) fn is_empty(conn: &mut Conn) -> Result<()> {
    for table in schema::ALL.iter().filter(|table| table.name != "meta") {
        let column = if table.name == "search" { "1" } else { table.columns[0].0 };
        if conn.first(&format!("SELECT {column} FROM {} LIMIT 1", table.name), &[])?.is_some() {
            return Err(StoreError::NotEmpty { table: table.name });
        }
    }
    Ok(())
}

fn has_meta(conn: &mut Conn) -> Result<bool> {
    let sql = match conn.engine() {
        Engine::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'meta'",
        Engine::Postgres => "SELECT 'meta'::text WHERE to_regclass('meta') IS NOT NULL",
    };
    Ok(conn.first(sql, &[])?.is_some())
}

fn version(conn: &mut Conn) -> Result<i64> {
    let row = conn.first("SELECT value FROM meta WHERE name = $1", &[Value::from("schema")])?;
    Ok(row.and_then(|row| row.text(0).ok()?.parse().ok()).unwrap_or(0))
}

fn apply(conn: &mut Conn, step: &Step) -> Result<()> {
    let (tokens, own) = match conn.engine() {
        Engine::Sqlite => {
            (["INTEGER", "TEXT", "BLOB", "INTEGER PRIMARY KEY AUTOINCREMENT", " WITHOUT ROWID"], step.sqlite)
        }
        Engine::Postgres => {
            let serial = "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
            (["BIGINT", "TEXT COLLATE \"C\"", "BYTEA", serial, ""], step.postgres)
        }
    };
    let mut common = step.common.to_owned();
    for (token, spelled) in ["{int}", "{text}", "{blob}", "{serial}", "{packed}"].iter().zip(tokens) {
        common = common.replace(token, spelled);
    }
    conn.script(&common)?;
    conn.script(own)
}
