//! What people write: phrases from data, with slots.

use std::collections::BTreeMap;

use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;

/// Phrases by occasion, several for each.
#[derive(Debug, Clone)]
pub struct Phrases(BTreeMap<String, Vec<String>>);

impl Phrases {
    /// Reads the phrases.
    ///
    /// # Errors
    /// What is wrong with the TOML.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text).map(Phrases)
    }

    /// One of the phrases for an occasion; the occasion's name when there is
    /// none.
    pub fn pick(&self, occasion: &str, rng: &mut ChaCha8Rng) -> String {
        match self.0.get(occasion) {
            Some(phrases) if !phrases.is_empty() => phrases[rng.random_range(0..phrases.len())].clone(),
            _ => occasion.to_owned(),
        }
    }
}

/// Fills `{slot}`s with what `value` gives for their names; a slot that it
/// does not know stays as it is.
pub fn fill(template: &str, mut value: impl FnMut(&str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        match after.split_once('}') {
            Some((slot, following)) => {
                match value(slot) {
                    Some(text) => filled.push_str(&text),
                    None => filled.extend(["{", slot, "}"]),
                }
                rest = following;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}
