//! The two models' scores as one.

use serde::{Deserialize, Serialize};

use crate::softmax::log_softmax;

/// How the scores of the linear model and the network become one.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Blend {
    /// How sharp the linear scores are taken.
    sharp: f32,
    /// How much the network counts beside the linear model.
    network: f32,
    /// How sharp the sum is taken.
    sum: f32,
}

/// A text's scores under both models, held out of their training, and its
/// label.
pub(crate) struct HeldOut {
    pub linear: Vec<f32>,
    pub network: Vec<f32>,
    pub label: usize,
}

const SHARP: [f32; 4] = [2.0, 3.0, 4.0, 6.0];
const NETWORK: [f32; 4] = [0.0, 0.25, 0.5, 1.0];
const SUM: [f32; 6] = [0.4, 0.55, 0.7, 0.85, 1.0, 1.25];

/// On so many texts the blend is chosen.
const CHOSEN_ON: usize = 4_000;

impl Blend {
    /// The blend under which what was held out was likeliest.
    pub fn choose(held_out: &[HeldOut]) -> Self {
        let step = held_out.len().div_ceil(CHOSEN_ON).max(1);
        let sample: Vec<&HeldOut> = held_out.iter().step_by(step).collect();
        let mut best = (f32::MAX, Self { sharp: SHARP[0], network: 0.0, sum: 1.0 });
        for sharp in SHARP {
            for network in NETWORK {
                for sum in SUM {
                    let blend = Self { sharp, network, sum };
                    let surprise: f32 =
                        sample.iter().map(|one| -blend.scores(&one.linear, &one.network)[one.label]).sum();
                    if surprise < best.0 {
                        best = (surprise, blend);
                    }
                }
            }
        }
        best.1
    }

    /// The logarithm of each label's likelihood.
    pub fn scores(&self, linear: &[f32], network: &[f32]) -> Vec<f32> {
        let linear = log_softmax(linear, self.sharp);
        let network = log_softmax(network, 1.0);
        let both: Vec<f32> = linear.iter().zip(&network).map(|(a, b)| a + self.network * b).collect();
        log_softmax(&both, self.sum)
    }
}
