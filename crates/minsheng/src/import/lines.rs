//! Lines of a text file, decoded one at a time, in constant memory.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use encoding_rs::Encoding;

/// No line, and no record, may take more bytes than this; the longest text allowed fits in it many times.
pub const RECORD_LIMIT: usize = 4 << 20;

/// So much of a line that is too long is kept to show which one it is.
const START: usize = 8 << 10;

/// A file that counts what was read of it.
pub struct Counted {
    file: File,
    read: Arc<AtomicU64>,
}

impl Counted {
    /// Adds to `read` as the file is read.
    pub fn new(file: File, read: Arc<AtomicU64>) -> Self {
        Self { file, read }
    }
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.file.read(buffer)?;
        self.read.fetch_add(n as u64, Ordering::Relaxed);
        Ok(n)
    }
}

/// A line without its end, or what is wrong with it.
pub struct Line<'l> {
    /// From 1.
    pub number: u64,
    /// Decoded; bytes that do not belong to the encoding have become U+FFFD.
    pub text: Cow<'l, str>,
    /// Why the line must not be used.
    pub flaw: Option<String>,
}

/// Reads lines.
pub struct Lines {
    input: BufReader<Counted>,
    encoding: &'static Encoding,
    number: u64,
    buffer: Vec<u8>,
    ended: bool,
}

impl Lines {
    /// Reads `file` in `encoding`.
    pub fn new(file: Counted, encoding: &'static Encoding) -> Self {
        Self {
            input: BufReader::with_capacity(256 << 10, file),
            encoding,
            number: 0,
            buffer: Vec::new(),
            ended: false,
        }
    }

    /// The next line, or `None` at the end. After a failed read comes one line with that flaw, then the end.
    pub fn next(&mut self) -> Option<Line<'_>> {
        if self.ended {
            return None;
        }
        self.number += 1;
        self.buffer.clear();
        let flaw = match self.fill() {
            Ok(0) => return None,
            Ok(length) if length > RECORD_LIMIT => {
                Some(format!("too long: the line has more than {} MiB", RECORD_LIMIT >> 20))
            }
            Ok(_) if self.buffer.contains(&0) => Some("NUL bytes: the file is damaged here".to_owned()),
            Ok(_) => None,
            Err(problem) => {
                self.ended = true;
                Some(format!("the file cannot be read further: {problem}"))
            }
        };
        let (text, _) = self.encoding.decode_without_bom_handling(&self.buffer);
        let text = if self.number == 1 { without_mark(text) } else { text };
        Some(Line { number: self.number, text, flaw })
    }

    /// Reads one line into the buffer without its end; returns its length.
    /// Of a line that is too long only the start is kept.
    fn fill(&mut self) -> io::Result<usize> {
        let limit = RECORD_LIMIT as u64 + 2;
        let length = (&mut self.input).take(limit).read_until(b'\n', &mut self.buffer)?;
        if length > RECORD_LIMIT && self.buffer.last() != Some(&b'\n') {
            self.buffer.truncate(START);
            self.skip_line()?;
            return Ok(length);
        }
        while matches!(self.buffer.last(), Some(b'\n' | b'\r')) {
            self.buffer.pop();
        }
        Ok(length)
    }

    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let chunk = self.input.fill_buf()?;
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(chunk.len(), |at| at + 1);
            self.input.consume(used);
            if end.is_some() || used == 0 {
                return Ok(());
            }
        }
    }
}

fn without_mark(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Cow::Owned(text) => Cow::Owned(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned()),
    }
}
