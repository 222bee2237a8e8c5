//! Tables as data: the same description writes rows on both engines, backs
//! them up, restores and rebuilds them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::engine::Engine;
use crate::schema;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// 64-bit whole number.
    Int,
    /// UTF-8 text.
    Text,
    /// Bytes.
    Blob,
    /// A text of words for full-text search.
    Words,
}

/// One table, and how its rows are written.
#[derive(Debug)]
pub(crate) struct Table {
    /// Its name.
    pub name: &'static str,
    /// The columns that are written, in the order of a row's values.
    pub columns: &'static [(&'static str, Kind)],
    /// The columns that name a row.
    pub keys: &'static [&'static str],
    /// What happens to a row that is there already.
    pub meets: Meets,
}

/// What happens when a row is written whose key is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meets {
    /// The write fails.
    Refuse,
    /// The old row stays.
    Keep,
    /// This column is added to what was there; the others stay.
    Add {
        /// The column.
        column: &'static str,
    },
    /// Every column but the keys and these takes the new value.
    Replace {
        /// Columns that never change once written.
        fixed: &'static [&'static str],
    },
}

impl Table {
    /// The statement that writes a row (SQLite) or rows (PostgreSQL).
    pub fn write_sql(&self, engine: Engine) -> &'static str {
        static WRITTEN: LazyLock<HashMap<(&str, usize, Engine), String>> = LazyLock::new(|| {
            let every = schema::ALL.iter().chain(schema::NUMBERED).flat_map(|table| {
                [Engine::Sqlite, Engine::Postgres].map(|engine| (table.place(engine), table.compose(engine)))
            });
            every.collect()
        });
        &WRITTEN[&self.place(engine)]
    }

    /// A table that the engine numbers is described with its number and
    /// without.
    fn place(&self, engine: Engine) -> (&'static str, usize, Engine) {
        (self.name, self.columns.len(), engine)
    }

    /// The positions of the keys in a row.
    pub fn key_positions(&self) -> Vec<usize> {
        self.keys.iter().filter_map(|key| self.columns.iter().position(|column| column.0 == *key)).collect()
    }

    /// The names of the columns, divided by commas.
    pub fn column_list(&self) -> String {
        self.columns.iter().map(|column| column.0).collect::<Vec<_>>().join(", ")
    }

    fn compose(&self, engine: Engine) -> String {
        let name = self.name;
        let columns = self.column_list();
        let values = match engine {
            Engine::Sqlite => {
                let marks: Vec<String> = (1..=self.columns.len()).map(|at| format!("?{at}")).collect();
                format!("VALUES ({})", marks.join(", "))
            }
            Engine::Postgres => {
                let arrays: Vec<String> = self.columns.iter().enumerate().map(array).collect();
                let picked: Vec<String> = self.columns.iter().map(picked).collect();
                format!("SELECT {} FROM UNNEST({}) AS r({columns})", picked.join(", "), arrays.join(", "))
            }
        };
        // SQLite's virtual tables know no ON CONFLICT, and OR REPLACE costs
        // as much as the insert: who replaces a document deletes it before.
        if engine == Engine::Sqlite && self.columns.iter().any(|column| column.1 == Kind::Words) {
            return format!("INSERT INTO {name} ({}) {values}", columns.replace("doc_id", "rowid"));
        }
        format!("INSERT INTO {name} ({columns}) {values}{}", self.on_conflict())
    }

    fn on_conflict(&self) -> String {
        let keys = self.keys.join(", ");
        match self.meets {
            Meets::Refuse => String::new(),
            Meets::Keep => format!(" ON CONFLICT ({keys}) DO NOTHING"),
            Meets::Add { column } => {
                let name = self.name;
                format!(" ON CONFLICT ({keys}) DO UPDATE SET {column} = {name}.{column} + excluded.{column}")
            }
            Meets::Replace { fixed } => {
                let names = self.columns.iter().map(|column| column.0);
                let sets: Vec<String> = names
                    .filter(|name| !self.keys.contains(name) && !fixed.contains(name))
                    .map(|name| format!("{name} = excluded.{name}"))
                    .collect();
                format!(" ON CONFLICT ({keys}) DO UPDATE SET {}", sets.join(", "))
            }
        }
    }
}

fn array((at, column): (usize, &(&str, Kind))) -> String {
    let kind = match column.1 {
        Kind::Int => "bigint",
        Kind::Text | Kind::Words => "text",
        Kind::Blob => "bytea",
    };
    format!("${}::{kind}[]", at + 1)
}

fn picked(column: &(&str, Kind)) -> String {
    match column.1 {
        Kind::Words => format!("r.{}::tsvector", column.0),
        _ => format!("r.{}", column.0),
    }
}
