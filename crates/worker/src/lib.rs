//! What goes on without anybody asking: clocks that run out, messages and
//! events that go out, what has to be removed in time, keys and seals. Blocking
//! code on a few threads; any number of workers may share a database.

mod care;
mod config;
mod error;
pub mod hooks;
mod jobs;
mod known;
pub mod messages;
mod stop;
mod worker;

pub use care::retention_document;
pub use config::Config;
pub use error::{Result, WorkerError};
pub use jobs::DIAL;
pub use stop::Stop;
pub use worker::Worker;
