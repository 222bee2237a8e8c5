//! The rules of a 12345 hotline: the life of an order, decided by pure
//! functions. No I/O, no clock and no randomness of its own.
//!
//! [`decide`] looks at an order, an [`Act`](life::Act) and a [`Context`], and says what
//! happens or why it may not. [`Order::apply_entry`] makes it so.

pub mod closing;
pub mod codes;
pub mod context;
pub mod decide;
pub mod directory;
pub mod dispatch;
pub mod dispute;
pub mod distance;
pub mod event;
pub mod figures;
pub mod fits;
pub mod handling;
pub mod ids;
pub mod intake;
pub mod life;
pub mod order;
pub mod oversight;
pub mod person;
pub mod policy;
pub mod recusal;
pub mod refusal;
pub mod responsibility;
pub mod rights;
pub mod rulings;
pub mod text_ref;
pub mod tick;
pub mod time;
pub mod units;

pub use context::Context;
pub use decide::{decide, register};
pub use event::{Entry, Event};
pub use life::Act;
pub use order::{Ending, Order, Outcome, Stage};
pub use person::Actor;
pub use refusal::Refusal;
pub use time::Moment;
