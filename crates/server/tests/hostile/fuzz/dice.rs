//! Chance.

use rand::RngExt as _;
use rand::rngs::StdRng;

/// Whether something that happens `of` times in a hundred happens now.
pub fn percent(dice: &mut StdRng, of: u32) -> bool {
    dice.random_range(0..100) < of
}

/// One of several.
pub fn one<'a, T>(dice: &mut StdRng, of: &'a [T]) -> &'a T {
    &of[dice.random_range(0..of.len())]
}

/// One of several words.
pub fn word<'a>(dice: &mut StdRng, of: &[&'a str]) -> &'a str {
    of[dice.random_range(0..of.len())]
}
