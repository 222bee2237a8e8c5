//! Which words spoke for a label, and which against it.

use rustc_hash::FxHashMap;

use super::Model;
use crate::features::{Told, spans};
use crate::words::word_ranges;

/// So many words are named on each side.
const NAMED: usize = 5;

/// Words that spoke less than this share of the strongest are not named.
const FAINT: f32 = 0.15;

/// The words that spoke for a label rather than another, and those that spoke
/// against; the strongest first. What a feature contributes to the linear
/// model goes to the characters it covers, and from them to their word.
pub(super) fn words(
    model: &Model,
    told: &Told,
    row: &[(u32, f32)],
    label: usize,
    other: usize,
) -> (Vec<String>, Vec<String>) {
    let mut places: FxHashMap<u32, Vec<std::ops::Range<usize>>> = FxHashMap::default();
    spans(told, |span| {
        if let Some(feature) = model.vocabulary.index(span.key) {
            places.entry(feature).or_default().push(span.at);
        }
    });
    // One bin for each byte; a character's is that of its first.
    let mut spoke = vec![0.0_f32; told.whole.len()];
    for &(feature, value) in row {
        let towards = model.linear.weight(feature, label) - model.linear.weight(feature, other);
        let Some(places) = places.get(&feature) else { continue };
        for at in places {
            let chars = told.whole[at.clone()].char_indices();
            let each = value * towards / (places.len() * told.whole[at.clone()].chars().count()) as f32;
            chars.for_each(|(within, _)| spoke[at.start + within] += each);
        }
    }
    let mut by_word: FxHashMap<&str, f32> = FxHashMap::default();
    for at in word_ranges(&told.whole) {
        let spoke: f32 = spoke[at.clone()].iter().sum();
        *by_word.entry(&told.whole[at]).or_default() += spoke;
    }
    let mut by_word: Vec<(&str, f32)> = by_word.into_iter().collect();
    by_word.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    let strongest = by_word.iter().map(|(_, spoke)| spoke.abs()).fold(0.0, f32::max);
    let named = |words: Vec<&(&str, f32)>| -> Vec<String> {
        words.into_iter().take(NAMED).map(|(word, _)| (*word).to_owned()).collect()
    };
    let loud = FAINT * strongest;
    (
        named(by_word.iter().filter(|(_, spoke)| *spoke > loud).collect()),
        named(by_word.iter().rev().filter(|(_, spoke)| *spoke < -loud).collect()),
    )
}
