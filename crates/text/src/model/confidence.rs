//! How sure a proposal is: a logistic model of "the first label is right",
//! learned on what was held out. Labels differ in how far their scores can be
//! trusted, so each has its own line, held near the common one.

use serde::{Deserialize, Serialize};

use crate::softmax::sigmoid;

/// Lines that turn scores into "so many of ten are right".
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Confidence {
    common: [f32; SIGNS],
    of_label: Vec<[f32; 2]>,
}

/// What is looked at: a constant, the first, second and third score, and the
/// distance between the first two.
const SIGNS: usize = 5;

/// Scores below this are taken for it: nothing is more unlikely than unlikely.
const LOWEST: f32 = -8.0;

/// How strongly a label's own line is held near the common one.
const HELD: f32 = 3.0;

/// Steps of the descent, and the first one.
const STEPS: usize = 300;
const STEP: f32 = 0.2;

impl Confidence {
    /// Learns from scores that were held out, with the label of each.
    pub fn learn(held_out: &[(Vec<f32>, usize)], labels: usize) -> Self {
        let seen: Vec<(usize, [f32; SIGNS], f32)> = held_out
            .iter()
            .map(|(scores, label)| {
                let first = order(scores)[0];
                (first, signs(scores), f32::from(u8::from(first == *label)))
            })
            .collect();
        let mut lines = Self { common: [0.0; SIGNS], of_label: vec![[0.0; 2]; labels] };
        let mut squares = Self { common: [1e-6; SIGNS], of_label: vec![[1e-6; 2]; labels] };
        for _ in 0..STEPS {
            let slopes = lines.slopes(&seen);
            descend(&mut lines.common, &slopes.common, &mut squares.common);
            for (index, slope) in slopes.of_label.iter().enumerate() {
                descend(&mut lines.of_label[index], slope, &mut squares.of_label[index]);
            }
        }
        lines
    }

    /// Every label with its probability, the likeliest first. The first is what
    /// was learned; the others share the rest by their scores, none above the
    /// first.
    pub fn ranked(&self, scores: &[f32]) -> Vec<(usize, f32)> {
        let order = order(scores);
        let sure = sigmoid(self.line(order[0], &signs(scores)));
        let rest: f32 = order[1..].iter().map(|&label| scores[label].exp()).sum();
        let share = |label: usize| (1.0 - sure) * scores[label].exp() / rest.max(f32::MIN_POSITIVE);
        let others = order[1..].iter().map(|&label| (label, share(label).min(sure)));
        std::iter::once((order[0], sure)).chain(others).collect()
    }

    /// Whether it has the shape that is expected of it.
    pub fn fits(&self, labels: usize) -> bool {
        self.of_label.len() == labels
    }

    fn line(&self, label: usize, signs: &[f32; SIGNS]) -> f32 {
        let common: f32 = self.common.iter().zip(signs).map(|(weight, sign)| weight * sign).sum();
        let [constant, distance] = self.of_label[label];
        common + constant + distance * signs[SIGNS - 1]
    }

    /// The slope of the loss along every line.
    fn slopes(&self, seen: &[(usize, [f32; SIGNS], f32)]) -> Self {
        let held = |weights: &[f32; 2]| weights.map(|weight| weight * HELD);
        let mut slopes = Self { common: [0.0; SIGNS], of_label: self.of_label.iter().map(held).collect() };
        for (label, signs, right) in seen {
            let error = sigmoid(self.line(*label, signs)) - right;
            slopes.common.iter_mut().zip(signs).for_each(|(slope, sign)| *slope += error * sign);
            slopes.of_label[*label][0] += error;
            slopes.of_label[*label][1] += error * signs[SIGNS - 1];
        }
        slopes
    }
}

/// One step down, shorter where the way has been long.
fn descend<const N: usize>(weights: &mut [f32; N], slopes: &[f32; N], squares: &mut [f32; N]) {
    for ((weight, slope), square) in weights.iter_mut().zip(slopes).zip(squares) {
        *square += slope * slope;
        *weight -= STEP * slope / square.sqrt();
    }
}

fn signs(scores: &[f32]) -> [f32; SIGNS] {
    let order = order(scores);
    let at = |place: usize| order.get(place).map_or(LOWEST, |&label| scores[label].max(LOWEST));
    [1.0, at(0), at(1), at(2), at(0) - at(1)]
}

/// Labels, the likeliest first.
fn order(scores: &[f32]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    order
}
