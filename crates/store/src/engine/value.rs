//! The three kinds of value that the store keeps, and rows of them.

use std::borrow::Cow;

use super::misshapen;
use crate::error::Result;

/// One value of a column. Times are milliseconds, truth values 0 and 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Value {
    Null,
    Int(i64),
    Text(Cow<'static, str>),
    Blob(Vec<u8>),
}

impl Value {
    /// A text that lasts as long as the program: a code of one of the lists.
    pub fn code(code: &'static str) -> Self {
        Value::Text(Cow::Borrowed(code))
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Int(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Value::Int(i64::from(number))
    }
}

impl From<u16> for Value {
    fn from(number: u16) -> Self {
        Value::Int(i64::from(number))
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Value::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Value::Int(i64::from(truth))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// Characters of code 0, which PostgreSQL cannot keep, become U+FFFD.
impl From<String> for Value {
    fn from(text: String) -> Self {
        let text = if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text };
        Value::Text(Cow::Owned(text))
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Value::Blob(bytes.to_vec())
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Value::Blob(bytes)
    }
}

impl From<domain::Moment> for Value {
    fn from(at: domain::Moment) -> Self {
        Value::Int(at.0)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Null => f.write_str("nothing"),
            Value::Int(number) => write!(f, "{number}"),
            Value::Text(text) => write!(f, "`{text}`"),
            Value::Blob(bytes) => f.write_str(&crate::hash::hex(bytes)),
        }
    }
}

/// One row of a result. Its values are taken by position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row(pub Vec<Value>);

impl Row {
    /// A whole number.
    pub fn int(&self, at: usize) -> Result<i64> {
        match self.0.get(at) {
            Some(Value::Int(number)) => Ok(*number),
            other => Err(misshapen(format_args!("column {at} is no number: {other:?}"))),
        }
    }

    /// A whole number, or none.
    pub fn maybe_int(&self, at: usize) -> Result<Option<i64>> {
        match self.0.get(at) {
            Some(Value::Null) => Ok(None),
            _ => self.int(at).map(Some),
        }
    }

    /// A text.
    pub fn text(&self, at: usize) -> Result<&str> {
        match self.0.get(at) {
            Some(Value::Text(text)) => Ok(text),
            other => Err(misshapen(format_args!("column {at} is no text: {other:?}"))),
        }
    }

    /// A text, or none.
    pub fn maybe_text(&self, at: usize) -> Result<Option<&str>> {
        match self.0.get(at) {
            Some(Value::Null) => Ok(None),
            _ => self.text(at).map(Some),
        }
    }

    /// Bytes.
    pub fn blob(&self, at: usize) -> Result<&[u8]> {
        match self.0.get(at) {
            Some(Value::Blob(bytes)) => Ok(bytes),
            other => Err(misshapen(format_args!("column {at} is no blob: {other:?}"))),
        }
    }

    /// Bytes, or none.
    pub fn maybe_blob(&self, at: usize) -> Result<Option<&[u8]>> {
        match self.0.get(at) {
            Some(Value::Null) => Ok(None),
            _ => self.blob(at).map(Some),
        }
    }

    /// An SM3 hash.
    pub fn hash(&self, at: usize) -> Result<[u8; 32]> {
        self.blob(at)?.try_into().map_err(|_| misshapen(format_args!("column {at} is no hash")))
    }
}
