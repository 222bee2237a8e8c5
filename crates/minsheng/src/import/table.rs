//! CSV, and its relatives with tabs or semicolons. Cells may hold line breaks.
//!
//! A lost quotation mark would make one record swallow the rest of the file. So a record of several lines
//! whose quotation marks do not come out right costs only its first line: reading goes on with the second.

use std::collections::VecDeque;
use std::sync::Arc;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};

use super::lines::{Lines, RECORD_LIMIT};
use super::quotes;
use super::record::{Header, Record, Row};
use super::rejected::Rejected;

/// No record has more lines than this.
const LINE_LIMIT: usize = 500;

/// A line held in memory: its number and text, or what is wrong with it.
struct Held {
    number: u64,
    text: String,
    flaw: Option<String>,
}

/// Reads records from lines; the first record is the header.
pub struct Table {
    lines: Lines,
    /// Lines to be read again, before those of the file.
    again: VecDeque<Held>,
    parser: Reader,
    delimiter: u8,
    header: Option<Arc<Header>>,
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Table {
    /// Reads records with cells between `delimiter`s.
    pub fn new(lines: Lines, delimiter: u8) -> Self {
        let mut builder = ReaderBuilder::new();
        builder.delimiter(delimiter).terminator(Terminator::Any(b'\n'));
        Self {
            lines,
            again: VecDeque::new(),
            parser: builder.build(),
            delimiter,
            header: None,
            bytes: vec![0; 4 << 10],
            ends: vec![0; 64],
        }
    }

    fn line(&mut self) -> Option<Held> {
        if let Some(held) = self.again.pop_front() {
            return Some(held);
        }
        let line = self.lines.next()?;
        Some(Held { number: line.number, text: line.text.into_owned(), flaw: line.flaw })
    }

    /// Reads the record that begins with `first`; takes further lines as its cells need them.
    fn record(&mut self, first: Held) -> Result<Row, Rejected> {
        self.parser.reset();
        let (mut used, mut cells, mut whole) = (VecDeque::new(), Cells::default(), None);
        let mut complete = self.feed(&first.text, &mut cells);
        while !complete {
            let whole = whole.get_or_insert_with(|| first.text.clone());
            let next = self.line();
            let fits = used.len() < LINE_LIMIT && whole.len() < RECORD_LIMIT;
            match next {
                Some(line) if line.flaw.is_none() && fits => {
                    whole.push('\n');
                    whole.push_str(&line.text);
                    complete = self.feed(&line.text, &mut cells);
                    used.push_back(line);
                }
                other => {
                    used.extend(other);
                    return Err(self.give_back(first, used, "unterminated quote".into()));
                }
            }
        }
        if whole.as_ref().is_some_and(|whole| !quotes::sound(whole, self.delimiter)) {
            return Err(self.give_back(first, used, "unterminated or stray quote".into()));
        }
        match self.header.as_ref().map(|header| header.width()) {
            Some(width) if width != cells.count => {
                let reason = format!("{} columns where the header has {width}", cells.count);
                Err(Rejected::new(first.number, reason, whole.as_deref().unwrap_or(&first.text)))
            }
            _ => Ok(self.row(&cells)),
        }
    }

    /// Rejects the first line alone; the others will be read again as records of their own.
    fn give_back(&mut self, first: Held, mut used: VecDeque<Held>, reason: String) -> Rejected {
        used.append(&mut self.again);
        self.again = used;
        Rejected::new(first.number, reason, &first.text)
    }

    /// Feeds one line; true when the record is complete.
    fn feed(&mut self, line: &str, cells: &mut Cells) -> bool {
        self.feed_bytes(line.as_bytes(), cells) || self.feed_bytes(b"\n", cells)
    }

    fn feed_bytes(&mut self, mut input: &[u8], cells: &mut Cells) -> bool {
        while !input.is_empty() {
            let (bytes, ends) = (&mut self.bytes[cells.length..], &mut self.ends[cells.count..]);
            let (result, read, wrote, ended) = self.parser.read_record(input, bytes, ends);
            input = &input[read..];
            cells.length += wrote;
            cells.count += ended;
            match result {
                ReadRecordResult::OutputFull => self.bytes.resize(self.bytes.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record | ReadRecordResult::End => return true,
                ReadRecordResult::InputEmpty => {}
            }
        }
        false
    }

    fn row(&self, cells: &Cells) -> Row {
        Row {
            text: String::from_utf8_lossy(&self.bytes[..cells.length]).into_owned(),
            ends: self.ends[..cells.count].to_vec(),
        }
    }
}

/// How much of the buffers the current record fills.
#[derive(Default)]
struct Cells {
    length: usize,
    count: usize,
}

impl Iterator for Table {
    type Item = Result<Record, Rejected>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let first = self.line()?;
            if let Some(flaw) = first.flaw {
                return Some(Err(Rejected::new(first.number, flaw, &first.text)));
            }
            if first.text.trim().is_empty() {
                continue;
            }
            let number = first.number;
            match (self.record(first), &self.header) {
                (Ok(row), Some(header)) => return Some(Ok(Record::row(number, header, row))),
                (Ok(row), None) => self.header = Some(Arc::new(Header::new(&row))),
                (Err(rejected), _) => return Some(Err(rejected)),
            }
        }
    }
}
