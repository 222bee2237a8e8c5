//! Tables as files that office programs open: CSV and Excel, written and read.

mod read;
mod write;

pub use read::{Broken, Cells, ReadError, each_row, first_sheet};
pub use write::{WriteError, csv, meant, xlsx};
