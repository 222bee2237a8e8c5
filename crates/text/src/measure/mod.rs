//! Measures of how good a proposal, a grouping or a ranking is.

mod interval;

pub use interval::{Interval, interval};

/// How many can be decided at a precision.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Surest {
    /// The share of all, from 0 to 1.
    pub share: f64,
    /// From this probability on; none when not even the surest are.
    pub from: Option<f64>,
}

/// The largest share of the surest that is right with the given precision.
/// Each prediction is its probability, and whether it was right.
pub fn surest(predictions: &[(f64, bool)], precision: f64) -> Surest {
    let mut order = predictions.to_vec();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut right, mut best) = (0, 0);
    for (index, (probability, is_right)) in order.iter().enumerate() {
        right += usize::from(*is_right);
        // Those of one probability are decided together.
        let is_last = order.get(index + 1).is_none_or(|next| next.0 < *probability);
        if is_last && right as f64 >= precision * (index + 1) as f64 {
            best = index + 1;
        }
    }
    let share = best as f64 / order.len().max(1) as f64;
    Surest { share, from: best.checked_sub(1).map(|last| order[last].0) }
}

/// The share of right ones among the surest so many.
pub fn precision_of_surest(predictions: &[(f64, bool)], share: f64) -> f64 {
    let mut order = predictions.to_vec();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    let count = ((order.len() as f64 * share) as usize).max(1);
    let right = order.iter().take(count).filter(|(_, right)| *right).count();
    right as f64 / order.len().min(count).max(1) as f64
}

/// Bins of the expected calibration error.
const BINS: usize = 10;

/// How far probability and truth lie apart, from 0 to 1 (expected calibration
/// error, ten bins of equal width).
pub fn calibration_error(predictions: &[(f64, bool)]) -> f64 {
    let mut bins = [(0.0, 0.0); BINS];
    for &(probability, right) in predictions {
        let bin = &mut bins[((probability * BINS as f64) as usize).min(BINS - 1)];
        bin.0 += probability;
        bin.1 += f64::from(u8::from(right));
    }
    bins.iter().map(|(said, was)| (said - was).abs()).sum::<f64>() / predictions.len().max(1) as f64
}

/// The mean over all labels that occur of the harmonic mean of precision and
/// recall. Each pair is the true label and the proposed one.
pub fn macro_f1<L: Ord>(pairs: &[(L, L)]) -> f64 {
    let mut counts: std::collections::BTreeMap<&L, [usize; 3]> = std::collections::BTreeMap::new();
    for (truth, proposed) in pairs {
        counts.entry(truth).or_default()[0] += 1;
        counts.entry(proposed).or_default()[1] += 1;
        counts.entry(truth).or_default()[2] += usize::from(truth == proposed);
    }
    let occurring = counts.values().filter(|[truly, ..]| *truly > 0);
    let scores: Vec<f64> =
        occurring.map(|[truly, proposed, right]| 2.0 * *right as f64 / (truly + proposed) as f64).collect();
    scores.iter().sum::<f64>() / scores.len().max(1) as f64
}

/// The share of pairs in which the right one scores higher, ties counting half
/// (area under the curve).
pub fn area_under_curve(scored: &[(f64, bool)]) -> f64 {
    let mut order = scored.to_vec();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut below, mut won) = (0.0, 0.0);
    for same in order.chunk_by(|a, b| a.0 == b.0) {
        let right = same.iter().filter(|(_, right)| *right).count() as f64;
        let wrong = same.len() as f64 - right;
        won += right * (below + wrong / 2.0);
        below += wrong;
    }
    let rights = order.iter().filter(|(_, right)| *right).count() as f64;
    won / (rights * below).max(1.0)
}
