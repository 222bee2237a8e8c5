//! Writing a backup while the store is in use: from one unchanging picture.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use sm3::{Digest, Sm3};

use super::{Closing, FORMAT, Heading, Opening, tables};
use crate::engine::{Conn, SCHEMA, Value};
use crate::error::{Result, StoreError};
use crate::hash::hex;
use crate::table::Table;

/// Of zstd: beyond this the time grows faster than the file shrinks.
const LEVEL: i32 = 3;

/// Writes the file under another name, and renames it once it is whole and on
/// the disk. Returns how many rows it has.
pub(crate) fn backup(conn: &mut Conn, path: &Path, progress: &dyn Fn(u64)) -> Result<u64> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = Path::new(&beside);
    let rows = conn.snapshot(|conn| write_to(conn, beside, progress)).inspect_err(|_| {
        // Half a backup is worth nothing; that it may stay is no worse error.
        let _ = std::fs::remove_file(beside);
    })?;
    std::fs::rename(beside, path).map_err(|error| StoreError::file(path, &error))?;
    Ok(rows)
}

fn write_to(conn: &mut Conn, path: &Path, progress: &dyn Fn(u64)) -> Result<u64> {
    let failed = |error: std::io::Error| StoreError::file(path, &error);
    let file = File::create(path).map_err(failed)?;
    let stream = zstd::Encoder::new(BufWriter::new(file), LEVEL).map_err(failed)?;
    let mut lines = Lines { stream, hasher: Sm3::new(), path };
    lines.write(&Opening { minsheng: "backup".into(), format: FORMAT, schema: SCHEMA })?;
    let mut rows = 0;
    for table in tables() {
        write_table(conn, table, &mut lines, &mut rows, progress)?;
    }
    let sm3 = hex(&lines.hasher.clone().finalize());
    lines.write(&Closing { rows, sm3 })?;
    let file = lines
        .stream
        .finish()
        .and_then(|buffer| buffer.into_inner().map_err(std::io::IntoInnerError::into_error));
    file.and_then(|file| file.sync_all()).map_err(failed)?;
    Ok(rows)
}

fn write_table(
    conn: &mut Conn,
    table: &Table,
    lines: &mut Lines<'_>,
    rows: &mut u64,
    progress: &dyn Fn(u64),
) -> Result<()> {
    let columns = table.columns.iter().map(|column| column.0.to_owned()).collect();
    lines.write(&Heading { table: table.name.into(), columns })?;
    // The schema's own version stands in the opening.
    let but = if table.name == "meta" { "WHERE name <> 'schema'" } else { "" };
    let sql = format!(
        "SELECT {} FROM {} {but} ORDER BY {}",
        table.column_list(),
        table.name,
        table.keys.join(", ")
    );
    conn.each(&sql, &[], &mut |row| {
        lines.write(&row.0.iter().map(json).collect::<Vec<_>>())?;
        *rows += 1;
        if rows.is_multiple_of(1000) {
            progress(*rows);
        }
        Ok(())
    })
}

fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Int(number) => (*number).into(),
        Value::Text(text) => text.as_ref().into(),
        Value::Blob(bytes) => hex(bytes).into(),
    }
}

/// Lines on their way into the file, hashed on the way.
struct Lines<'a> {
    stream: zstd::Encoder<'static, BufWriter<File>>,
    hasher: Sm3,
    path: &'a Path,
}

impl Lines<'_> {
    fn write(&mut self, line: &impl serde::Serialize) -> Result<()> {
        let mut bytes = serde_json::to_vec(line).expect("numbers, texts and lists only");
        bytes.push(b'\n');
        self.hasher.update(&bytes);
        self.stream.write_all(&bytes).map_err(|error| StoreError::file(self.path, &error))
    }
}
