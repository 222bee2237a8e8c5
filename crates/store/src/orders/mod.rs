//! Lists of orders: filtered, sorted, page by page.

mod filter;
mod happened;
mod list;
mod listed;
mod units;

pub use filter::{Filter, Waits};
pub use happened::{Happened, Happening};
pub use list::{Cursor, Page, Sort};
pub(crate) use list::{by_ids, by_number, count, due, due_count, list, numbers, of_citizen};
pub use listed::Listed;
