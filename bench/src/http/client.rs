//! A small client: one connection that is kept, one call after the other.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

/// Room for the head of an answer.
const HEADERS: usize = 32;

/// A connection.
pub struct Client {
    stream: TcpStream,
    call: Vec<u8>,
    answer: Vec<u8>,
}

/// An answer.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body, when it is JSON; else null.
    pub body: Value,
}

impl Client {
    /// Connects.
    pub fn connect(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, call: Vec::new(), answer: Vec::new() })
    }

    /// Reads something, unread by us: the status alone is looked at.
    pub fn get(&mut self, path: &str, token: &str) -> Result<()> {
        self.call.clear();
        write!(self.call, "GET {path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {token}\r\n\r\n")?;
        let (status, from) = self.answer()?;
        if status != 200 {
            bail!("GET {path}: {status} {}", String::from_utf8_lossy(&self.answer[from..]));
        }
        Ok(())
    }

    /// Reads something.
    pub fn read(&mut self, path: &str, token: &str) -> Result<Value> {
        self.get(path, token)?;
        let body =
            self.answer.windows(4).position(|four| four == b"\r\n\r\n").context("an answer has a head")?;
        Ok(serde_json::from_slice(&self.answer[body + 4..])?)
    }

    /// Performs something, on a version when there is one.
    pub fn post(&mut self, path: &str, token: &str, version: Option<u64>, body: &Value) -> Result<Answer> {
        let body = serde_json::to_vec(body)?;
        self.call.clear();
        write!(
            self.call,
            "POST {path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {token}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n",
            body.len()
        )?;
        if let Some(version) = version {
            write!(self.call, "if-match: {version}\r\n")?;
        }
        self.call.extend(b"\r\n");
        self.call.extend(body);
        let (status, from) = self.answer()?;
        Ok(Answer { status, body: serde_json::from_slice(&self.answer[from..]).unwrap_or(Value::Null) })
    }

    /// Says what is to be said, and waits for the answer: its status, and
    /// where its body begins.
    fn answer(&mut self) -> Result<(u16, usize)> {
        self.stream.write_all(&self.call)?;
        self.answer.clear();
        let mut head = None;
        loop {
            let mut piece = [0; 16 * 1024];
            let read = self.stream.read(&mut piece)?;
            if read == 0 {
                bail!("the server hung up");
            }
            self.answer.extend(&piece[..read]);
            if head.is_none() {
                head = self.head()?;
            }
            if let Some((status, from, length)) =
                head.filter(|(_, from, length)| self.answer.len() >= from + length)
            {
                self.answer.truncate(from + length);
                return Ok((status, from));
            }
        }
    }

    /// The status, where the body begins, and how long it is; none before the
    /// whole head is there.
    fn head(&self) -> Result<Option<(u16, usize, usize)>> {
        let mut headers = [httparse::EMPTY_HEADER; HEADERS];
        let mut head = httparse::Response::new(&mut headers);
        let httparse::Status::Complete(from) = head.parse(&self.answer)? else { return Ok(None) };
        let status = head.code.context("an answer has a status")?;
        let length = head.headers.iter().find(|header| header.name.eq_ignore_ascii_case("content-length"));
        let length = length.context("an answer says how long it is")?;
        Ok(Some((status, from, std::str::from_utf8(length.value)?.parse()?)))
    }
}
