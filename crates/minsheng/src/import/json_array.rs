//! A JSON file that holds its records in an array: `[{…}, …]`, or `{"service_requests": [{…}, …]}`,
//! on one line or many. Elements are cut out by counting brackets, so that memory stays constant
//! and one bad element costs only itself.

use std::collections::VecDeque;
use std::io::Read;

use encoding_rs::{Decoder, Encoding};

use super::jsonl::object;
use super::lines::{Counted, RECORD_LIMIT};
use super::record::Record;
use super::rejected::Rejected;

/// Reads the elements of arrays.
pub struct JsonArray {
    file: Counted,
    decoder: Decoder,
    cutter: Cutter,
    ended: bool,
}

impl JsonArray {
    /// Reads `file` in `encoding`.
    pub fn new(file: Counted, encoding: &'static Encoding) -> Self {
        Self { file, decoder: encoding.new_decoder_with_bom_removal(), cutter: Cutter::new(), ended: false }
    }

    /// Feeds the next piece of the file to the cutter.
    fn advance(&mut self) {
        let mut bytes = vec![0; 64 << 10];
        let read = self.file.read(&mut bytes);
        let length = *read.as_ref().unwrap_or(&0);
        self.ended = length == 0;
        let needed = self.decoder.max_utf8_buffer_length(length).unwrap_or(0);
        let mut text = String::with_capacity(needed);
        let (_, _, _) = self.decoder.decode_to_string(&bytes[..length], &mut text, self.ended);
        self.cutter.feed(&text);
        if self.ended {
            let problem = read.err().map(|e| format!("the file cannot be read further: {e}"));
            self.cutter.finish(problem);
        }
    }
}

impl Iterator for JsonArray {
    type Item = Result<Record, Rejected>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(element) = self.cutter.ready.pop_front() {
                return Some(element);
            }
            if self.ended {
                return None;
            }
            self.advance();
        }
    }
}

/// Cuts elements out of the arrays that stand at the top or in the top object.
struct Cutter {
    line: u64,
    /// Brackets open around this place, the array's own included.
    depth: usize,
    /// How many were open when the array began, the array's own included; `None` outside of it.
    array: Option<usize>,
    in_text: bool,
    escaped: bool,
    element: Vec<u8>,
    begins: u64,
    too_long: bool,
    ready: VecDeque<Result<Record, Rejected>>,
}

impl Cutter {
    fn new() -> Self {
        Self {
            line: 1,
            depth: 0,
            array: None,
            in_text: false,
            escaped: false,
            element: Vec::new(),
            begins: 1,
            too_long: false,
            ready: VecDeque::new(),
        }
    }

    fn feed(&mut self, text: &str) {
        for byte in text.bytes() {
            self.step(byte);
            if byte == b'\n' {
                self.line += 1;
            }
        }
    }

    fn step(&mut self, byte: u8) {
        if self.in_text {
            self.in_text = self.escaped || byte != b'"';
            self.escaped = !self.escaped && byte == b'\\';
            return self.keep(byte);
        }
        match byte {
            b'"' => self.in_text = true,
            b'[' if self.array.is_none() && self.depth <= 1 => {
                self.depth += 1;
                self.array = Some(self.depth);
                return;
            }
            b'[' | b'{' => self.depth += 1,
            b',' if self.array == Some(self.depth) => return self.cut(),
            b']' if self.array == Some(self.depth) => {
                self.cut();
                self.array = None;
                self.depth -= 1;
                return;
            }
            b']' | b'}' => self.close(),
            _ => {}
        }
        self.keep(byte);
    }

    /// A bracket too many inside an element must not end the array.
    fn close(&mut self) {
        let least = self.array.unwrap_or(0);
        self.depth = self.depth.saturating_sub(1).max(least);
    }

    fn keep(&mut self, byte: u8) {
        if self.array.is_none() || (self.element.is_empty() && byte.is_ascii_whitespace()) {
            return;
        }
        if self.element.is_empty() {
            self.begins = self.line;
        }
        if self.element.len() < RECORD_LIMIT {
            self.element.push(byte);
        } else {
            self.too_long = true;
        }
    }

    fn cut(&mut self) {
        let bytes = std::mem::take(&mut self.element);
        let too_long = std::mem::take(&mut self.too_long);
        if bytes.is_empty() {
            return;
        }
        let text = String::from_utf8_lossy(&bytes);
        self.ready.push_back(if too_long {
            let reason = format!("too long: the record has more than {} MiB", RECORD_LIMIT >> 20);
            Err(Rejected::new(self.begins, reason, &text))
        } else {
            object(self.begins, &text)
        });
    }

    /// What is left at the end of the file is a record that breaks off.
    fn finish(&mut self, problem: Option<String>) {
        if self.element.is_empty() && problem.is_none() {
            return;
        }
        let text = String::from_utf8_lossy(&self.element).into_owned();
        let reason = problem.unwrap_or_else(|| "the file breaks off inside this record".to_owned());
        let line = if self.element.is_empty() { self.line } else { self.begins };
        self.ready.push_back(Err(Rejected::new(line, reason, &text)));
    }
}
