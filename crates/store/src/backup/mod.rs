//! Backup and restore: one portable file for both engines. It is a stream of
//! JSON lines under zstd:
//!
//! 1. what it is: `{"minsheng":"backup","format":1,"schema":1}`;
//! 2. for each table `{"table":…,"columns":[…]}`, then its rows as arrays of
//!    numbers, texts and nulls, bytes in hexadecimal;
//! 3. at the end `{"rows":…,"sm3":…}`: how many rows there were, and the SM3
//!    of every byte before this line.
//!
//! What is computed from these (the full-text index) is not in it.

mod read;
mod write;

use serde::{Deserialize, Serialize};

pub(crate) use read::restore;
pub(crate) use write::backup;

use crate::schema;
use crate::table::Table;

/// The format of the file; a restore reads only its own.
const FORMAT: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Opening {
    minsheng: String,
    format: u32,
    schema: i64,
}

#[derive(Serialize, Deserialize)]
struct Heading {
    table: String,
    columns: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct Closing {
    rows: u64,
    sm3: String,
}

/// What is written: every table but the full-text index, those that the
/// engine numbers with their numbers.
fn tables() -> impl Iterator<Item = &'static Table> {
    let kept = schema::ALL.iter().filter(|table| table.name != schema::SEARCH.name);
    kept.map(|table| {
        let numbered = schema::NUMBERED.iter().find(|numbered| numbered.name == table.name);
        *numbered.unwrap_or(table)
    })
}
