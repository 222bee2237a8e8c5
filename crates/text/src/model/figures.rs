//! How good a model was on what was held out of its training.

use serde::{Deserialize, Serialize};

use crate::measure;

/// How good a model was; shares are from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Examples it was trained on.
    pub examples: usize,
    /// Examples left out, for their label had too few.
    pub too_rare: usize,
    /// Features it knows.
    pub features: usize,
    /// Predictions that were measured, each by a model that had not seen the example.
    pub measured: usize,
    /// The share whose first proposal was right.
    pub top1: f64,
    /// The share with the right label among the first three proposals.
    pub top3: f64,
    /// How far probability and truth lie apart (expected calibration error).
    pub ece: f64,
    /// The share that can be decided at a precision of 95 %.
    pub coverage_at_95: f64,
    /// From this probability on the precision was 95 %.
    pub sure_from: Option<f32>,
}

impl Figures {
    /// Of what was held out: the ranked labels with their probabilities, and the
    /// true label, of each.
    pub(crate) fn of(held_out: &[(Vec<(usize, f32)>, usize)], sizes: (usize, usize, usize)) -> Self {
        let share = |first: usize| {
            let right = |(ranked, label): &&(Vec<(usize, f32)>, usize)| {
                ranked.iter().take(first).any(|(proposed, _)| proposed == label)
            };
            held_out.iter().filter(right).count() as f64 / held_out.len().max(1) as f64
        };
        let sure: Vec<(f64, bool)> =
            held_out.iter().map(|(ranked, label)| (f64::from(ranked[0].1), ranked[0].0 == *label)).collect();
        let surest = measure::surest(&sure, 0.95);
        let (examples, too_rare, features) = sizes;
        Self {
            examples,
            too_rare,
            features,
            measured: held_out.len(),
            top1: share(1),
            top3: share(3),
            ece: measure::calibration_error(&sure),
            coverage_at_95: surest.share,
            sure_from: surest.from.map(|from| from as f32),
        }
    }
}
