//! A model that proposes a label (a matter, a unit) for a text, with how sure
//! it is and which words spoke for it. It proposes; people decide, and the
//! directory goes before it.

mod blend;
mod bytes;
mod confidence;
mod explain;
mod figures;
mod train;

use serde::{Deserialize, Serialize};

use crate::features::{Told, Vocabulary};
use crate::linear::Linear;
use crate::network::Network;
use blend::Blend;
use confidence::Confidence;

pub use bytes::Unreadable;
pub use figures::Figures;
pub use train::{Example, TooLittle};

/// So many proposals are made.
const PROPOSED: usize = 5;

/// A trained model.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Model {
    labels: Vec<String>,
    vocabulary: Vocabulary,
    linear: Linear,
    network: Network,
    blend: Blend,
    confidence: Confidence,
    figures: Figures,
}

/// A label that is proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The label, as it stood in the history.
    pub label: String,
    /// How sure: of those proposals that say 0.9, nine of ten are right.
    pub probability: f32,
    /// The words that spoke for it, against the next likely label; the strongest first.
    pub for_words: Vec<String>,
    /// The words that spoke against it; the strongest first.
    pub against_words: Vec<String>,
}

impl Model {
    /// Trains on a history, the oldest first. The same history gives the same model.
    ///
    /// # Errors
    /// When there are not two labels with enough examples each.
    pub fn train(history: &[Example]) -> Result<Self, TooLittle> {
        train::train(history)
    }

    /// What it proposes for a text, the likeliest first, with the words that
    /// spoke for and against. The title may be empty.
    pub fn propose(&self, title: &str, story: &str) -> Vec<Proposal> {
        let told = Told::new(title, story);
        let row = self.vocabulary.row(&told);
        let ranked = self.ranked(&row);
        let others = ranked.iter().map(|&(label, _)| label).cycle().skip(1);
        let proposed = ranked.iter().zip(others).take(PROPOSED);
        proposed
            .map(|(&(label, probability), other)| {
                let (for_words, against_words) = explain::words(self, &told, &row, label, other);
                Proposal { label: self.labels[label].clone(), probability, for_words, against_words }
            })
            .collect()
    }

    /// Labels and how sure it is of each, the likeliest first, without reasons.
    pub fn rank(&self, title: &str, story: &str) -> Vec<(&str, f32)> {
        let ranked = self.ranked(&self.vocabulary.row(&Told::new(title, story)));
        ranked.into_iter().map(|(label, probability)| (self.labels[label].as_str(), probability)).collect()
    }

    /// From this probability on, ninety-five of a hundred proposals were right
    /// when it was measured; below it the model should abstain. None when no
    /// probability was sure enough.
    pub fn sure_from(&self) -> Option<f32> {
        self.figures.sure_from
    }

    /// How good it was on what was held out of its training.
    pub fn figures(&self) -> &Figures {
        &self.figures
    }

    /// The labels it knows.
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// Bytes of memory that its weights take.
    pub fn memory(&self) -> usize {
        self.vocabulary.bytes() + self.linear.bytes() + self.network.bytes()
    }

    /// Every label with its probability, the likeliest first.
    fn ranked(&self, row: &[(u32, f32)]) -> Vec<(usize, f32)> {
        let scores =
            self.blend.scores(&self.linear.scores(row, self.labels.len()), &self.network.scores(row));
        self.confidence.ranked(&scores)
    }
}
