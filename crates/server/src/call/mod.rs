//! One call: who asks, when, and what they say. It is a parameter of every
//! handler, so that who, why and when are always at hand where a right is
//! decided.

mod asker;
mod header;

pub use asker::{Asker, BeforeAllElse, Staff, SystemAsker};

use std::net::IpAddr;

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use domain::Moment;
use domain::person::Actor;
use serde::de::DeserializeOwned;

use crate::access::Seen;
use crate::app::App;
use crate::problem::{Problem, why};

/// One call.
pub struct Call {
    /// What all routes share.
    pub app: App,
    /// When it came.
    pub at: Moment,
    /// Its number, told in every answer and every line of the log.
    pub id: String,
    /// Who asks.
    pub asker: Asker,
    /// From where.
    pub ip: IpAddr,
    /// The path.
    pub path: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The order that the path names, when whoever asks may act on it.
    pub(crate) seen: Option<Seen>,
    pub(crate) params: Vec<(String, String)>,
    pub(crate) query: String,
    pub(crate) body: Bytes,
}

impl Call {
    /// The same call, saying something else under a key of its own: a page's
    /// form, turned into what the interface is told.
    pub(crate) fn saying(&self, key: &str, body: impl Into<Bytes>) -> Call {
        let mut headers = HeaderMap::new();
        if let Ok(key) = HeaderValue::from_str(key) {
            headers.insert(HeaderName::from_static("idempotency-key"), key);
        }
        Call {
            app: self.app.clone(),
            at: self.at,
            id: self.id.clone(),
            asker: self.asker.clone(),
            ip: self.ip,
            path: self.path.clone(),
            headers,
            seen: None,
            params: self.params.clone(),
            query: self.query.clone(),
            body: body.into(),
        }
    }

    /// A parameter of the path.
    ///
    /// # Panics
    /// When the path of the route has none of that name.
    pub fn param(&self, name: &str) -> &str {
        let found = self.params.iter().find(|(known, _)| known == name);
        &found.expect("the path of the route names its parameters").1
    }

    /// The query.
    ///
    /// # Errors
    /// Names the field that is not understood.
    pub fn query<Q: DeserializeOwned>(&self) -> Result<Q, Problem> {
        read_query(&self.query)
    }

    /// The body, as JSON.
    ///
    /// # Errors
    /// Names the field that is not understood.
    pub fn body<B: DeserializeOwned>(&self) -> Result<B, Problem> {
        header::needs_json(&self.headers)?;
        read(&mut serde_json::Deserializer::from_slice(&self.body))
    }

    /// The bytes of the body.
    pub fn bytes(&self) -> &[u8] {
        &self.body
    }

    /// Who has logged in.
    ///
    /// # Errors
    /// When nobody has.
    pub fn staff(&self) -> Result<&Staff, Problem> {
        match &self.asker {
            Asker::Staff(staff) => Ok(staff),
            _ => Err(Problem::NotLoggedIn),
        }
    }

    /// The other system that asks.
    ///
    /// # Errors
    /// When it is none.
    pub fn system(&self) -> Result<&SystemAsker, Problem> {
        match &self.asker {
            Asker::System(system) => Ok(system),
            _ => Err(Problem::NotLoggedIn),
        }
    }

    /// The order that the path names. Whoever asks may act on it: nobody else
    /// gets as far as this.
    ///
    /// # Errors
    /// When the path names none, or the route does not act.
    pub fn order(&self) -> Result<&Seen, Problem> {
        self.seen.as_ref().ok_or_else(|| Problem::not_there("order"))
    }

    /// Who acts, as the journal remembers it.
    ///
    /// # Errors
    /// When nobody has logged in.
    pub fn actor(&self) -> Result<Actor, Problem> {
        self.staff().map(Staff::actor)
    }

    /// The version that an act was decided on; none for whatever it is now.
    ///
    /// # Errors
    /// When it is not said.
    pub fn version(&self) -> Result<Option<u32>, Problem> {
        header::version(&self.headers)
    }

    /// The key under which the first answer to this call is given again.
    ///
    /// # Errors
    /// When it is empty, too long, or holds what no key holds.
    pub fn idempotency_key(&self) -> Result<Option<&str>, Problem> {
        header::idempotency_key(&self.headers)
    }
}

/// Reads a query.
pub(crate) fn read_query<Q: DeserializeOwned>(query: &str) -> Result<Q, Problem> {
    let fields = serde_html_form::Deserializer::from_bytes(query.as_bytes());
    serde_path_to_error::deserialize(fields)
        .map_err(|error| Problem::BadQuery { at: error.path().to_string(), why: why(error.inner()) })
}

/// Reads a value, naming the place where it is not understood. Whatever comes
/// after the value is not understood either.
pub(crate) fn read<'de, T, R>(json: &mut serde_json::Deserializer<R>) -> Result<T, Problem>
where
    T: serde::Deserialize<'de>,
    R: serde_json::de::Read<'de>,
{
    let value = serde_path_to_error::deserialize(&mut *json)
        .map_err(|error| Problem::BadBody { at: error.path().to_string(), why: why(error.inner()) })?;
    let end = json.end();
    end.map_err(|error| Problem::BadBody { at: ".".to_owned(), why: error.to_string() })?;
    Ok(value)
}
