//! Problems: everything that can go wrong with a call, as a code with data
//! (RFC 9457, `application/problem+json`). The codes are stable; the screen
//! puts them into words. Which code becomes which status stands in
//! [`status`].

mod status;
mod why;

pub(crate) use why::why;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use desk::DeskError;
use domain::codes::Role;
use domain::directory::DraftRefusal;
use domain::{Moment, Refusal};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value, json};
use store::StoreError;

/// What went wrong.
#[derive(Debug, Clone, thiserror::Error, Serialize, JsonSchema)]
#[serde(tag = "code", rename_all = "snake_case")]
#[allow(missing_docs)] // The message says what each field means.
pub enum Problem {
    // Who asks.
    #[error("log in first")]
    NotLoggedIn,
    #[error("log-in, password or one-time code is wrong")]
    WrongLogIn,
    #[error("too many failed log-ins; try again at {until:?}")]
    LockedOut { until: Moment },
    #[error("the one-time code is needed")]
    CodeNeeded,
    #[error("this role must set up a one-time code before it does anything else")]
    SecondFactorNeeded,
    #[error("choose a password of your own before you do anything else")]
    PasswordToBeChanged,
    #[error("this is for {needs:?}")]
    NotForYou { needs: Vec<String> },
    #[error("outsourced staff may not do this")]
    NotForOutsourced,
    #[error("the call did not come from this site's own pages")]
    ForeignSite,
    #[error("too many calls; try again in {seconds} s")]
    TooMany { seconds: u64 },

    // What is asked for.
    #[error("there is no such {what}, or it is not for you to see")]
    NotThere { what: String },
    #[error("{method} is not answered here")]
    NoSuchMethod { method: String },

    // What is said.
    #[error("the body is not the JSON that is needed here, at `{at}`: {why}")]
    BadBody { at: String, why: String },
    #[error("the query is not understood, at `{at}`: {why}")]
    BadQuery { at: String, why: String },
    #[error("the header {header} is not understood: {why}")]
    BadHeader { header: String, why: String },
    #[error("the body must be {needs}")]
    WrongMediaType { needs: String },
    #[error("the body is larger than {most} bytes")]
    TooLarge { most: u64 },
    #[error("the body did not arrive in time")]
    TooSlow,
    #[error("{field} does not fit: {why}")]
    BadValue { field: String, why: String },
    #[error("nothing of the sheet is taken: {} faults", faults.len())]
    UnfitSheet { faults: Vec<CellFault> },
    #[error("the file is not taken")]
    UnfitFile { file: Value },
    #[error("{hash} is not attached to this order")]
    NotAttached { hash: String },

    // Two at once.
    #[error("say with If-Match which version this is decided on, or `*`")]
    VersionNeeded,
    #[error("somebody else was faster: it is at version {version} now")]
    Changed { expected: u32, version: u32, since: Vec<Since> },
    #[error("another call bore this idempotency key, and said something else")]
    KeyReused,
    #[error("this is taken already: {what}")]
    Taken { what: String },

    // The city's own data.
    #[error("it is still used: {uses:?}")]
    StillUsed { uses: Vec<Use> },

    // The platform itself.
    #[error("the platform cannot write now: no room is left; nothing was written")]
    NoRoom,
    #[error("the platform cannot be used at the moment; nothing was written")]
    Unavailable,
    #[error("whether this was written is not known; ask again with the same idempotency key")]
    UnknownOutcome,
    #[error("something is broken here; the fault was noted under this call's number")]
    Internal,

    /// The rules of the hotline do not allow the act; the code is that of the refusal.
    #[error("{0}")]
    #[serde(untagged)]
    Refused(Refusal),

    /// The directory's workshop does not allow the step; the code is that of the refusal.
    #[error("{0}")]
    #[serde(untagged)]
    NotDrafted(DraftRefusal),
}

/// One entry that the loser of a race did not know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Since {
    /// Its number in the order's journal.
    pub seq: u32,
    /// When.
    pub at: Moment,
    /// In which role.
    pub role: Role,
    /// The unit acted for.
    pub unit: Option<String>,
    /// The act.
    #[schemars(with = "domain::life::ActName")]
    pub act: String,
}

/// What is wrong with a cell of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CellFault {
    /// The row, counted from 1, the header included.
    pub row: u32,
    /// The column, as the sheet names it, and its header.
    pub column: String,
    /// What is wrong.
    pub why: String,
}

/// What would be left hanging if an entry of the city's lists ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "EntryUse")]
pub struct Use {
    /// Of what: `orders`, `units`, `people`, `matters`, `places`, `directory_entries`.
    pub what: String,
    /// How many.
    pub count: u64,
    /// The list that shows them; where a list takes no such filter, the screen filters by it.
    pub filter: String,
}

impl Use {
    /// Those of which there are any.
    pub fn some(uses: impl IntoIterator<Item = (&'static str, u64, String)>) -> Vec<Use> {
        let of = |(what, count, filter): (&str, u64, String)| Use { what: what.to_owned(), count, filter };
        uses.into_iter().map(of).filter(|of| of.count > 0).collect()
    }
}

impl Problem {
    /// There is no such thing, or not for this person: the answer is the same.
    pub fn not_there(what: &str) -> Self {
        Self::NotThere { what: what.to_owned() }
    }

    /// Something in what was said cannot be.
    pub fn bad_value(field: &str, why: impl ToString) -> Self {
        Self::BadValue { field: field.to_owned(), why: why.to_string() }
    }

    /// The status with which it is answered.
    pub fn status(&self) -> StatusCode {
        status::of(self)
    }

    /// The body: `type`, `title`, `status`, `code`, and the code's data.
    pub fn body(&self) -> Value {
        let status = self.status();
        let mut body = Map::new();
        let data = serde_json::to_value(self).expect("texts, numbers and lists only");
        let code = data["code"].as_str().unwrap_or("internal").to_owned();
        body.insert("type".to_owned(), format!("/problems#{code}").into());
        body.insert("title".to_owned(), self.to_string().into());
        body.insert("status".to_owned(), json!(status.as_u16()));
        if let Value::Object(data) = data {
            body.extend(data);
        }
        Value::Object(body)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status(), self.body().to_string()).into_response();
        let headers = response.headers_mut();
        let json = axum::http::HeaderValue::from_static("application/problem+json");
        headers.insert(axum::http::header::CONTENT_TYPE, json);
        if let Some(seconds) = status::retry_after(&self) {
            headers.insert(axum::http::header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Taken(what) => Self::Taken { what },
            StoreError::Full => Self::NoRoom,
            StoreError::Unknown(_) => Self::UnknownOutcome,
            StoreError::Lost(_) | StoreError::Closed | StoreError::Conflict { .. } => {
                tracing::warn!(error = %error, "the store");
                Self::Unavailable
            }
            error => {
                tracing::error!(error = %error, "the store");
                Self::Internal
            }
        }
    }
}

impl From<DeskError> for Problem {
    fn from(error: DeskError) -> Self {
        match error {
            DeskError::Refused(refusal) => refusal.into(),
            DeskError::NoOrder(_) => Self::not_there("order"),
            DeskError::Changed { expected, version, since } => Self::Changed {
                expected,
                version,
                since: since
                    .into_iter()
                    .map(|entry| Since {
                        seq: entry.seq,
                        at: entry.at,
                        role: entry.by.role,
                        unit: entry.by.unit.map(|unit| unit.0),
                        act: entry.act,
                    })
                    .collect(),
            },
            DeskError::Store(error) => error.into(),
        }
    }
}
