//! Rows that could not be imported, and the file that keeps them.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use super::text;

/// So much of a rejected row is kept, in characters.
const RAW_LIMIT: usize = 2_000;

/// A row that was left out: where it stands, why, and how it begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// The line or sheet row where it begins.
    pub line: u64,
    /// Why, in words for the person who has to mend the file.
    pub reason: String,
    /// The row as it stands in the file, cut at 2,000 characters.
    pub raw: String,
}

impl Rejected {
    /// Cuts `raw` to what is kept.
    pub fn new(line: u64, reason: impl Into<String>, raw: &str) -> Self {
        Self { line, reason: reason.into(), raw: text::cut(raw.trim_end(), RAW_LIMIT).to_owned() }
    }
}

/// Writes rejected rows as JSON Lines: `{"line":…,"reason":…,"raw":…}`.
pub struct Rejects<W: Write> {
    out: W,
    count: u64,
}

impl<W: Write> Rejects<W> {
    /// Writes to `out`; wrap a file in a `BufWriter`.
    pub fn new(out: W) -> Self {
        Self { out, count: 0 }
    }

    /// Adds one row. Fails only if `out` does.
    pub fn add(&mut self, rejected: &Rejected) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, rejected)?;
        self.out.write_all(b"\n")?;
        self.count += 1;
        Ok(())
    }

    /// Flushes, and says how many rows were written.
    pub fn finish(mut self) -> io::Result<u64> {
        self.out.flush()?;
        Ok(self.count)
    }
}
