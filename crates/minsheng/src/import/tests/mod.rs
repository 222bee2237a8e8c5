//! Tests of the import. Every row here is invented.

mod damage;
mod dates;
mod files;
mod fuzz;
mod json;
mod keys;
mod mappings;
mod rows;
mod tables;
mod workbooks;

use std::path::PathBuf;

use super::error::ReadError;
use super::{Incoming, Mapping, Rejected, open_counted};

/// A mapping for the tests: two shapes, all kinds of fields.
pub const MAPPING: &str = r#"
zone = "Asia/Shanghai"
dates = ["iso", "%Y/%m/%d %H:%M:%S", "excel", "digits8"]

[values.channel]
"来电" = "phone"
"网*" = "website"
"*" = "other"

[values.kind]
"咨询" = "consultation"
"求助" = "help"

[values.open]
"已办结" = false
"*" = true

[[source]]
when = ["no", "title", "body"]
[source.fields]
external_no = "no"
received_at = ["time", "no"]
channel = "channel"
kind = "kind"
matter = ["class1", "class2"]
place = "place"
address = { join = ["street", "house"], with = " " }
lat = "lat"
lon = "lon"
title = "title"
body = "body"
anonymous = "anonymous"
repeat = "repeat"
refs = "refs"
unit = "unit"
earlier_units = ["unit1", "unit2"]
reply = "reply"
replied_at = "reply_time"
replied_days = "reply_days"
closed_at = "closed"
due_at = "due"
reassigned = "passed_on"
status = "status"
open = "status"
satisfaction = ["manner", "speed"]

[[source]]
when = ["text"]
[source.fields]
body = "text"
channel = { value = "letter" }

[[source]]
when = ["payload"]
records = "payload"
"#;

/// The mapping above.
pub fn mapping() -> Mapping {
    Mapping::parse("test", MAPPING).expect("the mapping is good")
}

/// What came of a file.
pub type Outcome = Result<(Vec<Incoming>, Vec<Rejected>), ReadError>;

/// A file in a directory that goes away with the value.
pub struct Scratch {
    dir: tempfile::TempDir,
    /// The file.
    pub path: PathBuf,
}

impl Scratch {
    /// Writes `bytes` to a file of this name.
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let path = dir.path().join(name);
        std::fs::write(&path, bytes).expect("a temporary file");
        Self { dir, path }
    }

    /// The directory.
    pub fn dir(&self) -> &std::path::Path {
        self.dir.path()
    }
}

/// Imports bytes as a file of this name.
pub fn import_with(mapping: &Mapping, name: &str, bytes: &[u8]) -> Outcome {
    let file = Scratch::new(name, bytes);
    let (mut imported, mut rejected) = (Vec::new(), Vec::new());
    for row in open_counted(&file.path, mapping, Default::default())? {
        match row {
            Ok(incoming) => imported.push(incoming),
            Err(reject) => rejected.push(reject),
        }
    }
    Ok((imported, rejected))
}

/// Imports bytes with the mapping above.
pub fn import(name: &str, bytes: impl AsRef<[u8]>) -> Outcome {
    import_with(&mapping(), name, bytes.as_ref())
}

/// Imports what must open.
pub fn rows(name: &str, bytes: impl AsRef<[u8]>) -> (Vec<Incoming>, Vec<Rejected>) {
    import(name, bytes).expect("the file opens")
}

/// The only row of what must be a good file of one row.
pub fn one(name: &str, bytes: impl AsRef<[u8]>) -> Incoming {
    let (mut imported, rejected) = rows(name, bytes);
    assert_eq!(rejected, []);
    assert_eq!(imported.len(), 1);
    imported.remove(0)
}
