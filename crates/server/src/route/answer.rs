//! What a route answers.

use std::marker::PhantomData;

use axum::http::header::LOCATION;
use axum::http::{HeaderName, HeaderValue};
use schemars::{JsonSchema, SchemaGenerator};
use serde::Serialize;

use super::Answers;
use crate::live::Stream;
use crate::problem::Problem;

/// A reply on its way out.
pub enum Reply {
    /// Bytes with their type.
    Bytes {
        /// The status.
        status: u16,
        /// The media type.
        media_type: &'static str,
        /// The bytes.
        bytes: Vec<u8>,
        /// Further headers.
        headers: Vec<(HeaderName, HeaderValue)>,
    },
    /// Server-sent events.
    Live(Box<Stream>),
}

impl Reply {
    /// JSON that is text already.
    pub fn json(status: u16, text: impl Into<Vec<u8>>) -> Self {
        Self::Bytes { status, media_type: "application/json", bytes: text.into(), headers: Vec::new() }
    }

    /// A page of HTML.
    pub fn html(status: u16, text: String) -> Self {
        let media_type = "text/html; charset=utf-8";
        Self::Bytes { status, media_type, bytes: text.into_bytes(), headers: Vec::new() }
    }

    /// Sends the browser to another page, which it asks for anew: whoever
    /// reloads that does not send the form twice.
    pub fn see_other(place: &str) -> Self {
        Self::Bytes { status: 303, media_type: "", bytes: Vec::new(), headers: Vec::new() }
            .with(axum::http::header::LOCATION, place)
    }

    /// Another address is the right one.
    pub fn moved(to: &str) -> Self {
        let nothing = Self::Bytes { status: 308, media_type: "", bytes: Vec::new(), headers: Vec::new() };
        nothing.with(LOCATION, to)
    }

    /// The same reply with a further header.
    pub fn with(mut self, name: HeaderName, value: &str) -> Self {
        if let (Self::Bytes { headers, .. }, Ok(value)) = (&mut self, HeaderValue::from_str(value)) {
            headers.push((name, value));
        }
        self
    }
}

/// What can be answered.
pub trait Answer {
    /// Its place in the document.
    fn answers() -> Answers;
    /// The reply.
    ///
    /// # Errors
    /// When it cannot be written.
    fn reply(self) -> Result<Reply, Problem>;
}

impl Answer for () {
    fn answers() -> Answers {
        Answers::Nothing
    }

    fn reply(self) -> Result<Reply, Problem> {
        Ok(Reply::Bytes { status: 204, media_type: "", bytes: Vec::new(), headers: Vec::new() })
    }
}

/// One page of a list.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PageOf{T}")]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// To be given as `after` for the next page; none when this is the last.
    pub next: Option<String>,
}

/// Something that was made: status 201.
pub struct Created<T>(pub T);

impl<T: Serialize + JsonSchema> Answer for Created<T> {
    fn answers() -> Answers {
        Answers::Json(201, SchemaGenerator::subschema_for::<T>)
    }

    fn reply(self) -> Result<Reply, Problem> {
        written(201, &self.0)
    }
}

/// Something that is shown: status 200.
pub struct Shown<T>(pub T);

impl<T: Serialize + JsonSchema> Answer for Shown<T> {
    fn answers() -> Answers {
        Answers::Json(200, SchemaGenerator::subschema_for::<T>)
    }

    fn reply(self) -> Result<Reply, Problem> {
        written(200, &self.0)
    }
}

/// An answer of the shape of `T` that is written already: kept from the first
/// time, or about to be.
pub struct Written<T>(Reply, PhantomData<T>);

impl<T> Written<T> {
    /// What was written.
    pub fn new(reply: Reply) -> Self {
        Self(reply, PhantomData)
    }
}

impl<T: JsonSchema> Answer for Written<T> {
    fn answers() -> Answers {
        Answers::Json(201, SchemaGenerator::subschema_for::<T>)
    }

    fn reply(self) -> Result<Reply, Problem> {
        Ok(self.0)
    }
}

fn written(status: u16, value: &impl Serialize) -> Result<Reply, Problem> {
    serde_json::to_vec(value).map(|bytes| Reply::json(status, bytes)).map_err(|error| {
        tracing::error!(%error, "an answer cannot be written");
        Problem::Internal
    })
}
