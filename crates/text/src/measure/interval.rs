//! Between which values a figure lies, by drawing the cases anew.

use crate::chance::Chance;

/// Between these values ninety-five of a hundred repetitions lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// From.
    pub low: f64,
    /// To.
    pub high: f64,
}

/// Repetitions: enough for two digits.
const DRAWS: usize = 400;

/// The interval of a figure over cases (bootstrap percentiles, with a fixed seed).
pub fn interval<C: Clone>(cases: &[C], figure: impl Fn(&[C]) -> f64) -> Interval {
    let mut chance = Chance::new(cases.len() as u64);
    let mut figures: Vec<f64> = (0..DRAWS)
        .map(|_| {
            let drawn: Vec<C> = (0..cases.len()).map(|_| cases[chance.below(cases.len())].clone()).collect();
            figure(&drawn)
        })
        .collect();
    figures.sort_by(f64::total_cmp);
    Interval { low: figures[DRAWS / 40], high: figures[DRAWS - 1 - DRAWS / 40] }
}
