//! One route: method, path, who may ask, what it is about, and the function
//! that answers. Router, OpenAPI document and table of access are read off
//! these values.

mod answer;
mod document;
mod table;
mod who;

pub use answer::{Answer, Created, Page, Reply, Shown, Written};
pub use document::document;
pub use table::{Cell, access_table, cell, columns};
pub use who::{Asks, SystemRole, Who};

use axum::http::Method;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;

use crate::call::Call;
use crate::problem::Problem;

/// A function that makes the schema of a type.
pub type Describe = fn(&mut SchemaGenerator) -> Schema;

type Handler = Box<dyn Fn(&Call) -> Result<Reply, Problem> + Send + Sync>;

/// One route.
pub struct Route {
    /// Its name in the document: unique, `snake_case`.
    pub id: String,
    /// The method.
    pub method: Method,
    /// The path, with `{parameters}`.
    pub path: String,
    /// Who may ask it.
    pub who: Who,
    /// What it does, in a sentence.
    pub summary: String,
    /// What the query may say.
    pub query: Option<Describe>,
    /// What the body says.
    pub body: Body,
    /// What it answers when all went well.
    pub answer: Answers,
    /// The largest body, in bytes.
    pub most: usize,
    /// Whether it creates something, so that an idempotency key is welcome.
    pub creates: bool,
    /// Whether it needs to know which version was decided on.
    pub versioned: bool,
    pub(crate) run: Handler,
}

/// What a body holds.
pub enum Body {
    /// Nothing.
    None,
    /// JSON of this shape.
    Json(Shape),
    /// A file's bytes.
    File,
    /// What a page's form says, with files or without.
    Form,
}

/// A shape: of a type, or made by hand.
pub type Shape = Box<dyn Fn(&mut SchemaGenerator) -> Schema + Send + Sync>;

/// What an answer holds.
pub enum Answers {
    /// JSON of this shape, with this status.
    Json(u16, Describe),
    /// A file of this media type, or of any (`*/*`).
    File(&'static str),
    /// A stream of server-sent events.
    Live,
    /// Text of this media type.
    Text(&'static str),
    /// A page for people, or what belongs to one. It is no part of the interface, and not in the document.
    Page,
    /// Nothing.
    Nothing,
}

/// Bodies of JSON are no larger: 10,000 characters from a citizen are 30 kB.
const MOST_JSON: usize = 512 * 1024;

impl Route {
    /// A route that reads; the query holds what `Q` says.
    pub fn get<Q, T>(
        id: &str,
        who: Who,
        path: &str,
        summary: &str,
        run: impl Fn(&Call, Q) -> Result<T, Problem> + Send + Sync + 'static,
    ) -> Self
    where
        Q: DeserializeOwned + JsonSchema,
        T: Answer,
    {
        let run: Handler = Box::new(move |call| run(call, call.query()?)?.reply());
        let mut route = Self::new(id, Method::GET, who, path, summary, T::answers(), run);
        route.query = Some(SchemaGenerator::subschema_for::<Q>);
        route
    }

    /// A route that makes something out of a body of JSON.
    pub fn post<B, T>(
        id: &str,
        who: Who,
        path: &str,
        summary: &str,
        run: impl Fn(&Call, B) -> Result<T, Problem> + Send + Sync + 'static,
    ) -> Self
    where
        B: DeserializeOwned + JsonSchema + 'static,
        T: Answer,
    {
        let run: Handler = Box::new(move |call| run(call, call.body()?)?.reply());
        let mut route = Self::new(id, Method::POST, who, path, summary, T::answers(), run);
        route.body = Body::Json(Box::new(SchemaGenerator::subschema_for::<B>));
        route
    }

    /// A route that sets something.
    pub fn put<B, T>(
        id: &str,
        who: Who,
        path: &str,
        summary: &str,
        run: impl Fn(&Call, B) -> Result<T, Problem> + Send + Sync + 'static,
    ) -> Self
    where
        B: DeserializeOwned + JsonSchema + 'static,
        T: Answer,
    {
        Self { method: Method::PUT, ..Self::post(id, who, path, summary, run) }
    }

    /// A route that takes something away.
    pub fn delete(
        id: &str,
        who: Who,
        path: &str,
        summary: &str,
        run: impl Fn(&Call) -> Result<(), Problem> + Send + Sync + 'static,
    ) -> Self {
        let run: Handler = Box::new(move |call| run(call)?.reply());
        Self::new(id, Method::DELETE, who, path, summary, Answers::Nothing, run)
    }

    /// A route that takes a file.
    pub fn upload<T: Answer>(
        id: &str,
        who: Who,
        path: &str,
        summary: &str,
        most: usize,
        run: impl Fn(&Call) -> Result<T, Problem> + Send + Sync + 'static,
    ) -> Self {
        let run: Handler = Box::new(move |call| run(call)?.reply());
        let route = Self::new(id, Method::POST, who, path, summary, T::answers(), run);
        Self { body: Body::File, most, ..route }
    }

    /// A route whose function makes its reply itself.
    pub fn raw(
        id: &str,
        method: Method,
        who: Who,
        path: &str,
        summary: &str,
        answer: Answers,
        run: impl Fn(&Call) -> Result<Reply, Problem> + Send + Sync + 'static,
    ) -> Self {
        Self::new(id, method, who, path, summary, answer, Box::new(run))
    }

    /// A page.
    pub fn page(
        id: &str,
        who: Who,
        path: &str,
        summary: &str,
        run: impl Fn(&Call) -> Result<Reply, Problem> + Send + Sync + 'static,
    ) -> Self {
        Self::new(id, Method::GET, who, path, summary, Answers::Page, Box::new(run))
    }

    /// What a page's form is sent to; `most` bytes, its files among them.
    pub fn form(
        id: &str,
        who: Who,
        path: &str,
        summary: &str,
        most: usize,
        run: impl Fn(&Call) -> Result<Reply, Problem> + Send + Sync + 'static,
    ) -> Self {
        let route = Self::new(id, Method::POST, who, path, summary, Answers::Page, Box::new(run));
        Self { body: Body::Form, most, ..route }
    }

    /// Whether it is a page of the portal, or what belongs to one; the console
    /// is one page that asks the interface for the rest.
    pub fn is_page(&self) -> bool {
        matches!(self.answer, Answers::Page) && !self.path.starts_with("/console")
    }

    /// Whether its body may be so large that it is received only from somebody
    /// who may send it.
    pub fn takes_much(&self) -> bool {
        matches!(self.body, Body::File | Body::Form) && self.most > MOST_JSON
    }

    /// The same route, which creates something.
    pub fn creating(self) -> Self {
        Self { creates: true, ..self }
    }

    fn new(
        id: &str,
        method: Method,
        who: Who,
        path: &str,
        summary: &str,
        answer: Answers,
        run: Handler,
    ) -> Self {
        Self {
            id: id.to_owned(),
            method,
            path: path.to_owned(),
            who,
            summary: summary.to_owned(),
            query: None,
            body: Body::None,
            answer,
            most: MOST_JSON,
            creates: false,
            versioned: false,
            run,
        }
    }
}
