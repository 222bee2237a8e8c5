//! Training by dual coordinate descent: Hsieh, Chang, Lin, Keerthi and
//! Sundararajan, *A Dual Coordinate Descent Method for Large-scale Linear SVM*
//! (ICML 2008), with the squared hinge loss.
//!
//! The problems of all labels are solved in step: a text's scores under every
//! label are one pass over its features.

use super::Linear;
use crate::chance::Chance;
use crate::rows::Rows;
use crate::table::{LANES, Table, add};

/// At most so many passes over the texts.
const PASSES: usize = 30;

/// Below this violation of the optimum a problem counts as solved.
const TOLERANCE: f32 = 0.05;

/// A text that changed nothing in so many passes is looked at only in every
/// fourth.
const QUIET: u8 = 2;

/// The weights that tell each label from the rest. `chosen` are the rows to
/// train on; `cost` is what an error costs against the size of the weights.
pub(crate) fn train(rows: &Rows, chosen: &[u32], cost: f32) -> Linear {
    let width = rows.labels.next_multiple_of(LANES);
    let mut weights = vec![0.0_f32; rows.features * width];
    let mut bias = vec![0.0_f32; width];
    let slack = 0.5 / cost;
    let mut alphas = vec![0.0_f32; chosen.len() * width];
    let mut quiet = vec![0_u8; chosen.len()];
    let mut order: Vec<usize> = (0..chosen.len()).collect();
    let mut chance = Chance::new(chosen.len() as u64);
    let mut steps = vec![0.0_f32; width];
    for pass in 0..PASSES {
        chance.shuffle(&mut order);
        let mut worst = 0.0_f32;
        for &at in &order {
            if quiet[at] >= QUIET && pass % 4 != 3 {
                continue;
            }
            let row = rows.get(chosen[at]);
            let square = 1.0 + row.iter().map(|(_, value)| value * value).sum::<f32>();
            steps.copy_from_slice(&bias);
            for &(feature, value) in row {
                add(&mut steps, value, &weights[feature as usize * width..][..width]);
            }
            let label = rows.label(chosen[at]);
            let violation = step(&mut steps, &mut alphas[at * width..][..width], label, slack, square);
            worst = worst.max(violation);
            quiet[at] = if violation < TOLERANCE { quiet[at].saturating_add(1) } else { 0 };
            if steps.iter().all(|&step| step == 0.0) {
                continue;
            }
            add(&mut bias, 1.0, &steps);
            for &(feature, value) in row {
                add(&mut weights[feature as usize * width..][..width], value, &steps);
            }
        }
        if worst < TOLERANCE {
            break;
        }
    }
    Linear { bias, weights: Table::of(&weights, width) }
}

/// Turns the scores of one text into the steps of the weights, in place;
/// answers the worst violation of the optimum.
fn step(scores: &mut [f32], alphas: &mut [f32], label: usize, slack: f32, square: f32) -> f32 {
    let mut worst = 0.0_f32;
    let curve = 1.0 / (square + slack);
    for (index, (score, alpha)) in scores.iter_mut().zip(alphas).enumerate() {
        let side = if index == label { 1.0 } else { -1.0 };
        let gradient = side * *score - 1.0 + slack * *alpha;
        let projected = if *alpha == 0.0 { gradient.min(0.0) } else { gradient };
        worst = worst.max(projected.abs());
        let next = (*alpha - gradient * curve).max(0.0);
        *score = (next - *alpha) * side;
        *alpha = next;
    }
    worst
}
