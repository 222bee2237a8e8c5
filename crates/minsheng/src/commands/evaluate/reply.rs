//! How well a reply is told from the one to the most similar letter.

use std::path::Path;

use anyhow::bail;
use serde::Deserialize;
use text::measure::{area_under_curve, interval};
use text::reply::{Answered, Relevance, neighbours};

use super::rows::read;
use super::table::Measured;
use crate::output::Watch;

/// A letter with its reply.
#[derive(Deserialize)]
struct Row {
    #[serde(default)]
    title: String,
    #[serde(default)]
    body: String,
    reply: String,
}

/// Each fifth is judged by what was learned from the other four.
const FOLDS: usize = 5;

/// Measures by cross-validation: what is learned from a letter never judges it.
pub fn measure(data: &Path) -> anyhow::Result<Measured> {
    let (rows, broken) = read::<Row>(data)?;
    let letters: Vec<Answered> =
        rows.iter().map(|row| Answered { title: &row.title, story: &row.body, reply: &row.reply }).collect();
    if letters.len() < 2 * FOLDS {
        bail!("{} has {} letters; {} are needed", data.display(), letters.len(), 2 * FOLDS);
    }
    let neighbours = neighbours(&letters);
    let mut scored: Vec<[(f64, bool); 2]> = Vec::new();
    let mut seconds = 0.0;
    for fold in 0..FOLDS {
        let learned_from: Vec<Answered> = letters
            .iter()
            .enumerate()
            .filter(|(index, _)| index % FOLDS != fold)
            .map(|(_, one)| *one)
            .collect();
        let relevance = Relevance::learn(&learned_from);
        let watch = Watch::start();
        for (index, letter) in letters.iter().enumerate().filter(|(index, _)| index % FOLDS == fold) {
            let Some(neighbour) = neighbours[index] else { continue };
            let swapped = Answered { reply: letters[neighbour].reply, ..*letter };
            let score = |one: &Answered| f64::from(relevance.score(one));
            scored.push([(score(letter), true), (score(&swapped), false)]);
        }
        seconds += watch.seconds();
    }
    let mut measured = Measured::default();
    measured.count("rows", letters.len());
    measured.count("rows_broken", broken);
    let area = |pairs: &[[(f64, bool); 2]]| area_under_curve(&pairs.concat());
    measured.figure("swap_auc", area(&scored), Some(interval(&scored, area)));
    measured.figure("millis_per_item", seconds * 500.0 / scored.len() as f64, None);
    Ok(measured)
}
