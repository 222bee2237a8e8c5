//! Training by stochastic descent on the cross entropy, with steps that shrink
//! for what has been seen often (Duchi, Hazan and Singer, *Adaptive Subgradient
//! Methods*, JMLR 2011, with one sum for each row).

use super::{Network, WIDTH, add, towards};
use crate::chance::Chance;
use crate::rows::Rows;
use crate::softmax::softmax;
use crate::table::Table;

/// Passes over the texts.
const PASSES: usize = 8;

/// The first step; it falls to nothing over the passes.
const STEP: f32 = 0.05;

/// This share of a text's features is left out each time it is looked at, that no
/// feature is relied on alone.
const DROPPED: f32 = 0.3;

/// This much of the truth goes to the other labels: one order in eight of the
/// same text went elsewhere.
const DOUBT: f32 = 0.05;

/// Features and labels are placed by chance within these bounds at first.
const SPREAD: f32 = 0.1;

/// What the sums of squares begin with: small for features, which are rare.
const CALM_PLACES: f32 = 1e-4;
const CALM_DIRECTIONS: f32 = 1e-2;

/// The network that tells the labels of the chosen rows.
pub(crate) fn train(rows: &Rows, chosen: &[u32]) -> Network {
    let mut net = Draft::new(rows.features, rows.labels);
    let mut order: Vec<u32> = chosen.to_vec();
    let mut kept: Vec<(u32, f32)> = Vec::new();
    let all = (PASSES * order.len()) as f32;
    let mut done = 0.0_f32;
    for _ in 0..PASSES {
        net.chance.shuffle(&mut order);
        for &row in &order {
            let step = STEP * (1.0 - done / all).max(0.02);
            done += 1.0;
            kept.clear();
            for &(feature, value) in rows.get(row) {
                if net.chance.part() >= DROPPED {
                    kept.push((feature, value / (1.0 - DROPPED)));
                }
            }
            net.learn(&kept, rows.label(row), step);
        }
    }
    Network {
        places: Table::of(&net.places, WIDTH),
        begin: net.begin,
        directions: net.directions,
        bias: net.bias,
    }
}

/// A network that is being trained.
struct Draft {
    places: Vec<f32>,
    place_squares: Vec<f32>,
    begin: Vec<f32>,
    directions: Vec<f32>,
    direction_squares: Vec<f32>,
    bias: Vec<f32>,
    chance: Chance,
}

impl Draft {
    fn new(features: usize, labels: usize) -> Self {
        let mut chance = Chance::new(1);
        let mut spread = |count: usize, most: f32| -> Vec<f32> {
            (0..count).map(|_| (chance.part() * 2.0 - 1.0) * most).collect()
        };
        let places = spread(features * WIDTH, SPREAD);
        let directions = spread(labels * WIDTH, 1.0 / (WIDTH as f32).sqrt());
        Self {
            places,
            place_squares: vec![CALM_PLACES; features],
            begin: vec![0.0; WIDTH],
            directions,
            direction_squares: vec![CALM_DIRECTIONS; labels],
            bias: vec![0.0; labels],
            chance,
        }
    }

    /// Learns from one text.
    fn learn(&mut self, row: &[(u32, f32)], label: usize, step: f32) {
        let mut place = self.begin.clone();
        for &(feature, value) in row {
            add(&mut place, value, &self.places[feature as usize * WIDTH..][..WIDTH]);
        }
        place.iter_mut().for_each(|value| *value = value.tanh());
        let guess = softmax(&towards(&place, &self.directions, &self.bias));
        let mut back = self.turn(&place, &guess, label, step);
        back.iter_mut().zip(&place).for_each(|(back, place)| *back *= 1.0 - place * place);
        add(&mut self.begin, -step * 0.01, &back);
        let square = back.iter().map(|back| back * back).sum::<f32>() / WIDTH as f32;
        for &(feature, value) in row {
            let feature = feature as usize;
            let sum = &mut self.place_squares[feature];
            *sum += square * value * value;
            let times = -step * value / sum.sqrt();
            add(&mut self.places[feature * WIDTH..][..WIDTH], times, &back);
        }
    }

    /// Turns the labels' directions; answers what the place should have been
    /// less of.
    fn turn(&mut self, place: &[f32], guess: &[f32], label: usize, step: f32) -> Vec<f32> {
        let mut back = vec![0.0; WIDTH];
        let others = guess.len().max(2) - 1;
        for (index, guess) in guess.iter().enumerate() {
            let truth = if index == label { 1.0 - DOUBT } else { DOUBT / others as f32 };
            let error = guess - truth;
            self.direction_squares[index] += error * error;
            let times = step * error / self.direction_squares[index].sqrt();
            let direction = &mut self.directions[index * WIDTH..][..WIDTH];
            add(&mut back, error, direction);
            add(direction, -times, place);
            self.bias[index] -= times * 0.1;
        }
        back
    }
}
