//! Training: the two models, how they are blended, and how sure to be.

use std::collections::BTreeMap;

use thiserror::Error;

use super::blend::{Blend, HeldOut};
use super::confidence::Confidence;
use super::{Figures, Model};
use crate::chance::Chance;
use crate::features::{Told, Vocabulary};
use crate::linear::{self, Linear};
use crate::network::{self, Network};
use crate::rows::Rows;

/// One order of the past, with the label that people gave it in the end.
#[derive(Debug, Clone, Default)]
pub struct Example {
    /// The title; may be empty.
    pub title: String,
    /// What the citizen told.
    pub story: String,
    /// The label.
    pub label: String,
}

/// There is too little to learn from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("only {labels} labels have {LEAST} examples or more; two are needed")]
pub struct TooLittle {
    /// So many labels have enough examples.
    pub labels: usize,
}

/// A label has so many examples at least: below that it would be a guess.
const LEAST: usize = 5;

/// Up to so many examples are held out in turn, a quarter at a time; of more,
/// only the newest tenth, for time's sake.
const IN_TURN: usize = 20_000;
const TURNS: usize = 4;

/// What an error costs, against the size of the weights: few labels bear more
/// than many. Chosen by cross-validation (docs/text.md).
const COSTS: [f32; 2] = [0.5, 3.0];
const MANY_LABELS: usize = 16;

pub(super) fn train(history: &[Example]) -> Result<Model, TooLittle> {
    let labels = labels(history);
    if labels.len() < 2 {
        return Err(TooLittle { labels: labels.len() });
    }
    let known: Vec<(&Example, u32)> =
        history.iter().filter_map(|one| Some((one, *labels.get(one.label.as_str())?))).collect();
    let told: Vec<Told> = known.iter().map(|(one, _)| Told::new(&one.title, &one.story)).collect();
    let vocabulary = Vocabulary::learn(&told);
    let mut rows = Rows::new(vocabulary.len(), labels.len());
    for (told, (_, label)) in told.iter().zip(&known) {
        rows.push(&vocabulary.row(told), *label);
    }
    drop(told);
    let held_out = hold_out(&rows);
    let blend = Blend::choose(&held_out);
    let scored: Vec<(Vec<f32>, usize)> =
        held_out.iter().map(|one| (blend.scores(&one.linear, &one.network), one.label)).collect();
    let confidence = Confidence::learn(&scored, labels.len());
    let ranked: Vec<_> = scored.iter().map(|(scores, label)| (confidence.ranked(scores), *label)).collect();
    let figures = Figures::of(&ranked, (known.len(), history.len() - known.len(), vocabulary.len()));
    let all: Vec<u32> = (0..rows.len()).collect();
    let (linear, network) = both(&rows, &all);
    let labels = labels.into_keys().map(str::to_owned).collect();
    Ok(Model { labels, vocabulary, linear, network, blend, confidence, figures })
}

/// The labels with enough examples, in the order of their names.
fn labels(history: &[Example]) -> BTreeMap<&str, u32> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for one in history {
        *counts.entry(&one.label).or_default() += 1;
    }
    let enough = counts.into_iter().filter(|(_, count)| *count >= LEAST);
    enough.zip(0..).map(|((label, _), index)| (label, index)).collect()
}

/// The scores of examples by models that have not seen them.
fn hold_out(rows: &Rows) -> Vec<HeldOut> {
    let mut order: Vec<u32> = (0..rows.len()).collect();
    if order.len() > IN_TURN {
        let newest = order.split_off(order.len() - order.len() / 10);
        return scored_by_others(rows, &order, &newest);
    }
    Chance::new(5).shuffle(&mut order);
    (0..TURNS)
        .flat_map(|turn| {
            let (held, seen): (Vec<_>, Vec<_>) =
                order.iter().enumerate().partition(|(at, _)| at % TURNS == turn);
            let plain =
                |part: Vec<(usize, &u32)>| part.into_iter().map(|(_, &row)| row).collect::<Vec<u32>>();
            scored_by_others(rows, &plain(seen), &plain(held))
        })
        .collect()
}

fn scored_by_others(rows: &Rows, seen: &[u32], held: &[u32]) -> Vec<HeldOut> {
    let (linear, network) = both(rows, seen);
    held.iter()
        .map(|&row| HeldOut {
            linear: linear.scores(rows.get(row), rows.labels),
            network: network.scores(rows.get(row)),
            label: rows.label(row),
        })
        .collect()
}

/// Both models, trained side by side.
fn both(rows: &Rows, chosen: &[u32]) -> (Linear, Network) {
    let cost = COSTS[usize::from(rows.labels < MANY_LABELS)];
    std::thread::scope(|scope| {
        let network = scope.spawn(|| network::train(rows, chosen));
        let linear = linear::train(rows, chosen, cost);
        match network.join() {
            Ok(network) => (linear, network),
            Err(fault) => std::panic::resume_unwind(fault),
        }
    })
}
