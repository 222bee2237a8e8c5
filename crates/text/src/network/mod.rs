//! A small network: every feature has a place in a space learned from the
//! city's own orders, a text is the sum of its features' places, squashed, and
//! a label is a direction in that space. It knows that 路灯 and 照明 are near
//! each other where the linear model has one weight for each.

mod train;

use serde::{Deserialize, Serialize};

use crate::table::{Table, add};
pub(crate) use train::train;

/// Dimensions of the space.
const WIDTH: usize = 64;

/// The network.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Network {
    places: Table,
    begin: Vec<f32>,
    directions: Vec<f32>,
    bias: Vec<f32>,
}

impl Network {
    /// The score of each label.
    pub fn scores(&self, row: &[(u32, f32)]) -> Vec<f32> {
        let mut place = self.begin.clone();
        for &(feature, value) in row {
            self.places.add(feature, value, &mut place);
        }
        place.iter_mut().for_each(|value| *value = value.tanh());
        towards(&place, &self.directions, &self.bias)
    }

    /// Whether it has the shape that is expected of it.
    pub fn fits(&self, features: usize, labels: usize) -> bool {
        self.places.fits(features, WIDTH)
            && self.begin.len() == WIDTH
            && self.bias.len() == labels
            && self.directions.len() == labels * WIDTH
    }

    /// Bytes of memory it takes.
    pub fn bytes(&self) -> usize {
        self.places.bytes()
    }
}

/// How far a place lies in the direction of each label.
fn towards(place: &[f32], directions: &[f32], bias: &[f32]) -> Vec<f32> {
    let along = |direction: &[f32]| place.iter().zip(direction).map(|(a, b)| a * b).sum::<f32>();
    directions.chunks_exact(WIDTH).zip(bias).map(|(direction, bias)| along(direction) + bias).collect()
}
