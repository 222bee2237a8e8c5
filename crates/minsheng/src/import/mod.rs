//! The reading half of `minsheng import`: a file of another system's records becomes
//! [`Incoming`] values, one at a time, and what cannot be read becomes [`Rejected`] with a reason.
//!
//! ```text
//! file ── sniff ──> lines ──> jsonl | json_array | table ─┐
//!                   xlsx | xml ────────────────────────────┼─> Record ── row (Mapping) ──> Incoming
//!                                                          └─> Rejected
//! ```
//!
//! Nothing here knows a city: which column means what stands in a [`Mapping`], a TOML file of the city.
//! Nothing here knows the database: the caller stores what comes out. One bad row never ends the run.

mod codes;
mod dates;
mod error;
mod expr;
mod incoming;
mod json_array;
mod jsonl;
mod key;
mod lines;
mod mapping;
mod nested;
mod pipeline;
mod quotes;
mod record;
mod rejected;
mod row;
mod sniff;
mod table;
mod text;
mod values;
mod xlsx;
mod xml;

#[cfg(test)]
mod tests;

pub use incoming::{Incoming, Recorded};
pub use mapping::Mapping;
pub use pipeline::open_counted;
pub use rejected::{Rejected, Rejects};
