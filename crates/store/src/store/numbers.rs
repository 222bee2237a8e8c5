//! Numbers given out one at a time: each would be a transaction of its own,
//! so they are taken from the database in blocks that grow with the demand.
//! What is left of a block when the process ends is lost; numbers have gaps.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Mutex;

/// The largest block.
const LARGEST: u32 = 256;

/// Numbers taken from the database and not given out yet, by name, with the
/// size of the last block.
#[derive(Default)]
pub(super) struct Numbers(Mutex<HashMap<String, (Range<i64>, u32)>>);

impl Numbers {
    /// The next number of a name; `take` takes a block from the database. One
    /// caller at a time, so that two do not take a block each.
    pub fn one<E>(&self, name: &str, take: impl FnOnce(u32) -> Result<Range<i64>, E>) -> Result<i64, E> {
        let mut blocks = self.0.lock().unwrap_or_else(|poison| poison.into_inner());
        let (left, size) = blocks.entry(name.to_owned()).or_insert((0..0, 0));
        if let Some(number) = left.next() {
            return Ok(number);
        }
        // A command that registers one appeal wastes no number; a server that
        // registers many soon asks rarely.
        *size = (*size * 4).clamp(1, LARGEST);
        *left = take(*size)?;
        Ok(left.next().expect("a block has at least one number"))
    }
}
