//! What stands before every route: who asks, whether they may, how often, and
//! what is noted of it.

mod answer;
mod compress;
mod identify;
mod limits;
mod origin;

pub use answer::router;
pub(crate) use identify::{SYSTEM_PREFIX, before_all_else, cookie_name, token_hash};
pub(crate) use limits::Limits;
