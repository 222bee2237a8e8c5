//! Reading rows of JSON Lines. A row that cannot be read is named on standard
//! error, skipped and counted.

use std::path::Path;

use anyhow::{Context as _, bail};
use serde::de::DeserializeOwned;

/// So many rows that cannot be read are named.
const NAMED: usize = 10;

/// The rows of a file, and how many could not be read.
pub fn read<R: DeserializeOwned>(path: &Path) -> anyhow::Result<(Vec<R>, usize)> {
    let bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut rows = Vec::new();
    let mut broken = 0;
    for (line, number) in bytes.split(|&byte| byte == b'\n').zip(1..) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        match row(line) {
            Ok(row) => rows.push(row),
            Err(problem) => {
                broken += 1;
                if broken <= NAMED {
                    eprintln!("{}, line {number}: skipped: {problem}", path.display());
                }
            }
        }
    }
    if rows.is_empty() {
        bail!("{} has no row that can be read", path.display());
    }
    Ok((rows, broken))
}

fn row<R: DeserializeOwned>(line: &[u8]) -> Result<R, String> {
    let text = std::str::from_utf8(line).map_err(|problem| format!("not UTF-8: {problem}"))?;
    let text = text.trim_start_matches('\u{feff}');
    serde_json::from_str(text).map_err(|problem| match problem.classify() {
        serde_json::error::Category::Data => format!("a field is missing or of another kind: {problem}"),
        _ => format!("not JSON: {problem}"),
    })
}
