//! From a path to a stream of [`Incoming`]: sniff, open, probe, map.

use std::collections::VecDeque;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use encoding_rs::{Encoding, UTF_8};

use super::error::ReadError;
use super::incoming::Incoming;
use super::json_array::JsonArray;
use super::jsonl::JsonLines;
use super::key::Keys;
use super::lines::{Counted, Lines};
use super::mapping::Mapping;
use super::record::Record;
use super::rejected::Rejected;
use super::sniff::{self, Format, Script};
use super::table::Table;
use super::{nested, row, xlsx, xml};

/// So much of the file is looked at before it is read.
const WINDOW: u64 = 64 << 10;

/// So many records are looked at to see whether the mapping fits the file.
const PROBE: usize = 100;

/// What comes out: each row is either read or rejected.
pub type Rows = Box<dyn Iterator<Item = Result<Incoming, Rejected>> + Send>;

type Records = Box<dyn Iterator<Item = Result<Record, Rejected>> + Send>;

/// Opens a file for import. An error means that nothing of it can be used; see [`ReadError`].
/// `read` grows with the bytes read, towards the file's length.
pub fn open_counted(path: &Path, mapping: &Mapping, read: Arc<AtomicU64>) -> Result<Rows, ReadError> {
    let shown = path.display().to_string();
    let metadata = std::fs::metadata(path).map_err(|e| ReadError::io(&shown, e))?;
    if metadata.is_dir() {
        return Err(ReadError::Directory(shown));
    }
    let mut window = Vec::new();
    let file = File::open(path).map_err(|e| ReadError::io(&shown, e))?;
    file.take(WINDOW).read_to_end(&mut window).map_err(|e| ReadError::io(&shown, e))?;
    let format = sniff::format(path, &window, mapping)?;
    // A workbook is no text and says itself how it is written.
    let script = if format == Format::Workbook { Script::Ascii } else { sniff::script(&window) };
    let file = SourceFile { path, shown, mapping, format, script, bytes: metadata.len(), read };
    let (probed, records) = file.probed()?;
    Ok(Box::new(Mapped {
        probed: probed.into(),
        records,
        inner: VecDeque::new(),
        mapping: mapping.clone(),
        keys: Keys::default(),
    }))
}

/// A file whose nature is known.
struct SourceFile<'f> {
    path: &'f Path,
    shown: String,
    mapping: &'f Mapping,
    format: Format,
    script: Script,
    bytes: u64,
    read: Arc<AtomicU64>,
}

impl SourceFile<'_> {
    /// Opens the file in the right encoding and reads its first records, to see whether the mapping fits.
    fn probed(&self) -> Result<(Vec<Result<Record, Rejected>>, Records), ReadError> {
        let guess = match self.script {
            Script::Known(encoding) => encoding,
            Script::Ascii => UTF_8,
            Script::Unknown => self.mapping.declared().ok_or_else(|| self.encoding("UTF-8 or gb18030"))?,
        };
        let mut records = self.records(guess)?;
        let mut probed = Vec::new();
        for record in records.by_ref().take(PROBE) {
            let source = record.as_ref().ok().and_then(|r| self.mapping.source_for(r));
            let declared = source.and_then(|source| source.encoding());
            let found = source.is_some();
            probed.push(record);
            match declared {
                Some(encoding) if encoding != guess && self.format != Format::Workbook => {
                    return self.reopened(encoding);
                }
                _ if found => return Ok((probed, records)),
                _ => {}
            }
        }
        match probed.iter().flatten().next() {
            Some(record) => Err(self.no_source(record)),
            None => Ok((probed, records)),
        }
    }

    /// The mapping knows the encoding better than a look at the bytes, unless they contradict it.
    fn reopened(
        &self,
        encoding: &'static Encoding,
    ) -> Result<(Vec<Result<Record, Rejected>>, Records), ReadError> {
        match self.script {
            Script::Known(seen) if (seen == UTF_8) != (encoding == UTF_8) => {
                Err(self.encoding(encoding.name()))
            }
            _ => Ok((Vec::new(), self.records(encoding)?)),
        }
    }

    fn records(&self, encoding: &'static Encoding) -> Result<Records, ReadError> {
        if self.format == Format::Workbook {
            let rows = xlsx::open(self.path, self.mapping, self.bytes, Arc::clone(&self.read))?;
            return Ok(Box::new(rows.into_iter()));
        }
        self.read.store(0, std::sync::atomic::Ordering::Relaxed);
        let file = File::open(self.path).map_err(|e| ReadError::io(&self.shown, e))?;
        let file = Counted::new(file, Arc::clone(&self.read));
        Ok(match self.format {
            Format::Lines => Box::new(JsonLines::new(Lines::new(file, encoding))),
            Format::Table(delimiter) => Box::new(Table::new(Lines::new(file, encoding), delimiter)),
            Format::Array => Box::new(JsonArray::new(file, encoding)),
            Format::Xml | Format::Workbook => Box::new(self.xml(file, encoding)?.into_iter()),
        })
    }

    /// XML is read as a whole: answers of servers are small.
    fn xml(
        &self,
        mut file: Counted,
        encoding: &'static Encoding,
    ) -> Result<Vec<Result<Record, Rejected>>, ReadError> {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|e| ReadError::io(&self.shown, e))?;
        let (text, _) = encoding.decode_with_bom_removal(&bytes);
        let (found, broken) = xml::records(&text);
        let records = found.into_iter().map(|(line, map)| Ok(Record::object(line, map)));
        let broken = broken.map(|(line, problem)| Err(Rejected::new(line, problem, "")));
        Ok(records.chain(broken).collect())
    }

    fn encoding(&self, expected: &str) -> ReadError {
        let found = match self.script {
            Script::Known(seen) => format!("it looks like {}", seen.name()),
            Script::Ascii | Script::Unknown => "its bytes make no such text".to_owned(),
        };
        ReadError::Encoding { path: self.shown.clone(), expected: expected.to_owned(), found }
    }

    fn no_source(&self, record: &Record) -> ReadError {
        ReadError::NoSource {
            path: self.shown.clone(),
            mapping: self.mapping.name.clone(),
            found: record.names().join(", "),
            wanted: self.mapping.wanted(),
        }
    }
}

/// Records being mapped: first those that were read to probe the file, then the others.
struct Mapped {
    probed: VecDeque<Result<Record, Rejected>>,
    records: Records,
    /// Records that stood inside the last one.
    inner: VecDeque<Record>,
    mapping: Mapping,
    keys: Keys,
}

impl Mapped {
    fn one(&mut self, record: Record) -> Option<Result<Incoming, Rejected>> {
        let Some(source) = self.mapping.source_for(&record) else {
            let reason = format!("its fields fit no source: looked for {}", self.mapping.wanted());
            return Some(Err(Rejected::new(record.line, reason, &record.raw())));
        };
        if let Some(column) = &source.records {
            let known = |inner: &Record| self.mapping.source_for(inner).is_some_and(|s| s.records.is_none());
            self.inner.extend(nested::records(&record, column).into_iter().filter(known));
            let reason = format!("{column} holds no service request");
            let rejected = || Err(Rejected::new(record.line, reason, &record.raw()));
            return self.inner.is_empty().then(rejected);
        }
        Some(match row::incoming(&self.mapping, source, &record) {
            Ok(mut incoming) => {
                incoming.key = self.keys.key(&self.mapping.name, &source.key, &incoming);
                Ok(incoming)
            }
            Err(reason) => Err(Rejected::new(record.line, reason, &record.raw())),
        })
    }
}

impl Iterator for Mapped {
    type Item = Result<Incoming, Rejected>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let record = match self.inner.pop_front() {
                Some(record) => record,
                None => match self.probed.pop_front().or_else(|| self.records.next())? {
                    Ok(record) => record,
                    Err(rejected) => return Some(Err(rejected)),
                },
            };
            if let Some(result) = self.one(record) {
                return Some(result);
            }
        }
    }
}
