//! What is said over HTTP. [`routes`] is the table of contents: every route
//! stands there with those who may ask it, and from that one table follow the
//! router, the OpenAPI document and the table of access. What is not in the
//! table does not exist; who is not named in its row is turned away.
//!
//! Handlers are plain blocking functions from a [`call::Call`] to an answer
//! or a [`problem::Problem`]: the store blocks, and a thread that waits for
//! it costs less than a chain of futures that hides it.

pub mod access;
pub mod acts;
pub mod adjudicator;
mod administrator;
pub mod app;
pub mod auditor;
pub mod call;
pub mod care;
pub mod citizen;
pub mod city;
pub mod console;
pub mod directory;
pub mod dispatcher;
pub mod guard;
pub mod knowledge;
pub mod leader;
pub mod likeness;
pub mod live;
pub mod log_in;
mod models;
pub mod operator;
pub mod orders;
pub mod outside;
pub mod problem;
pub mod route;
pub mod routes;
pub mod serve;
mod table_file;

pub use administrator::new_system_key;
pub use app::{App, Options};
pub use log_in::hash_password;
pub use serve::{Bound, serve};

/// The OpenAPI document.
pub fn openapi() -> serde_json::Value {
    route::document(&routes::routes())
}
