//! Linear support vector machines, one for each label against the rest.

mod train;

use serde::{Deserialize, Serialize};

use crate::table::Table;
pub(crate) use train::train;

/// One weight for each feature and label; the labels of a feature lie side by
/// side, so that one pass over a text's features scores every label.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Linear {
    bias: Vec<f32>,
    weights: Table,
}

impl Linear {
    /// The score of each label: above 0 for, below against.
    pub fn scores(&self, row: &[(u32, f32)], labels: usize) -> Vec<f32> {
        let mut scores = self.bias.clone();
        for &(feature, value) in row {
            self.weights.add(feature, value, &mut scores);
        }
        scores.truncate(labels);
        scores
    }

    /// How much a feature speaks for a label, or against it.
    pub fn weight(&self, feature: u32, label: usize) -> f32 {
        self.weights.get(feature, label)
    }

    /// Whether it has the shape that is expected of it.
    pub fn fits(&self, features: usize, labels: usize) -> bool {
        let width = labels.next_multiple_of(crate::table::LANES);
        self.bias.len() == width && self.weights.fits(features, width)
    }

    /// Bytes of memory it takes.
    pub fn bytes(&self) -> usize {
        self.weights.bytes()
    }
}
