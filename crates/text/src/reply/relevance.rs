//! Whether a reply belongs to this letter rather than to one like it: what
//! both have in common, weighed as the city's own letters and replies teach.

use serde::{Deserialize, Serialize};

use crate::gist::{Bag, Gist, Rarity, stretches};
use crate::softmax::sigmoid;

/// A letter and its reply.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'a> {
    /// The letter's title; may be empty.
    pub title: &'a str,
    /// The letter.
    pub story: &'a str,
    /// The reply.
    pub reply: &'a str,
}

/// What both have in common, in words, in short stretches and in long ones
/// (names of places): the cosine, how much of the letter is in the reply, and
/// how much of the reply in the letter; the first two with the title alone;
/// the longest stretch of title and letter that stands in the reply; and the
/// lengths of both.
const SIGNS: usize = 19;

/// Of a text so many characters are compared.
const READ: usize = 3_000;

/// The longest stretch that counts.
const LONGEST: usize = 20;

/// Steps of the descent, and its step.
const STEPS: usize = 400;
const STEP: f32 = 0.3;

/// Knows which reply belongs to which letter.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Relevance {
    rarity: Rarity,
    mean: [f32; SIGNS],
    spread: [f32; SIGNS],
    weights: [f32; SIGNS],
    constant: f32,
}

impl Relevance {
    /// Learns from letters with their replies: each reply against the one to the most
    /// similar other letter.
    pub fn learn(answered: &[Answered<'_>]) -> Self {
        let mut rarity = Rarity::default();
        for one in answered {
            rarity.see_keys(keys(&whole(one)));
            rarity.see_keys(keys(one.reply));
        }
        let neighbours = neighbours(answered);
        let mut examples: Vec<([f32; SIGNS], f32)> = Vec::new();
        for (one, neighbour) in answered.iter().zip(neighbours) {
            examples.push((signs(&rarity, one), 1.0));
            if let Some(other) = neighbour {
                examples.push((signs(&rarity, &Answered { reply: answered[other].reply, ..*one }), 0.0));
            }
        }
        let mut learned =
            Self { rarity, mean: [0.0; SIGNS], spread: [1.0; SIGNS], weights: [0.0; SIGNS], constant: 0.0 };
        learned.descend(&examples);
        learned
    }

    /// How likely it is that the reply is this letter's, against another's, from 0 to 1.
    pub fn score(&self, answered: &Answered<'_>) -> f32 {
        self.judge(&signs(&self.rarity, answered))
    }

    fn judge(&self, signs: &[f32; SIGNS]) -> f32 {
        let scaled = (0..SIGNS)
            .map(|index| self.weights[index] * (signs[index] - self.mean[index]) / self.spread[index]);
        sigmoid(self.constant + scaled.sum::<f32>())
    }

    /// A logistic model by descent on all examples at once.
    fn descend(&mut self, examples: &[([f32; SIGNS], f32)]) {
        let count = examples.len().max(1) as f32;
        for index in 0..SIGNS {
            let values = || examples.iter().map(|(signs, _)| signs[index]);
            self.mean[index] = values().sum::<f32>() / count;
            let variance = values().map(|value| (value - self.mean[index]).powi(2)).sum::<f32>() / count;
            self.spread[index] = variance.sqrt().max(1e-6);
        }
        for _ in 0..STEPS {
            let mut slopes = [0.0; SIGNS];
            let mut slope = 0.0;
            for (signs, right) in examples {
                let error = self.judge(signs) - right;
                slope += error;
                for (index, slope_of) in slopes.iter_mut().enumerate() {
                    *slope_of += error * (signs[index] - self.mean[index]) / self.spread[index];
                }
            }
            self.constant -= STEP * slope / count;
            for (weight, slope_of) in self.weights.iter_mut().zip(slopes) {
                *weight -= STEP * (slope_of / count + 1e-3 * *weight);
            }
        }
    }
}

/// The most similar other letter of each.
pub fn neighbours(answered: &[Answered<'_>]) -> Vec<Option<usize>> {
    let letters: Vec<String> = answered.iter().map(whole).collect();
    let past = crate::likeness::Past::of(letters.iter().map(|letter| ("", letter.as_str())));
    let other = |(index, letter): (usize, &String)| {
        past.alike("", letter, 2).into_iter().map(|found| found.index).find(|found| *found != index)
    };
    letters.iter().enumerate().map(other).collect()
}

fn whole(one: &Answered<'_>) -> String {
    format!("{}。{}", one.title, one.story)
}

/// Words, short stretches, long stretches.
fn counts(normal: &str) -> [Vec<(u64, u32)>; 3] {
    [Gist::of("", normal).words, stretches('c', normal, &[2, 3]), stretches('n', normal, &[4, 5])]
}

fn keys(text: &str) -> impl Iterator<Item = u64> {
    counts(&crate::normal::normal(text, READ)).into_iter().flatten().map(|(key, _)| key)
}

/// A text as it is compared: words, short stretches, long stretches.
struct Compared {
    bags: [Bag; 3],
    normal: String,
}

impl Compared {
    fn of(text: &str, rarity: &Rarity) -> Self {
        let normal = crate::normal::normal(text, READ);
        let bags = counts(&normal).map(|counts| Bag::of(&counts, rarity));
        Self { bags, normal }
    }
}

fn signs(rarity: &Rarity, one: &Answered<'_>) -> [f32; SIGNS] {
    let title = Compared::of(one.title, rarity);
    let letter = Compared::of(&whole(one), rarity);
    let reply = Compared::of(one.reply, rarity);
    let mut signs = Vec::with_capacity(SIGNS);
    for index in 0..3 {
        let (title, letter, reply) = (&title.bags[index], &letter.bags[index], &reply.bags[index]);
        signs.extend([letter.cosine(reply), letter.within(reply), reply.within(letter)]);
        signs.extend([title.cosine(reply), title.within(reply)]);
    }
    signs.extend([
        longest_common(&title.normal, &reply.normal),
        longest_common(&letter.normal, &reply.normal),
    ]);
    let length = |text: &str| (1.0 + text.len() as f32).ln();
    signs.extend([length(&letter.normal), length(&reply.normal)]);
    std::array::from_fn(|index| signs[index])
}

/// The longest stretch of one text that stands in the other, up to 20
/// characters, in tens.
fn longest_common(one: &str, other: &str) -> f32 {
    let starts: Vec<usize> = one.char_indices().map(|(at, _)| at).chain([one.len()]).take(800).collect();
    let mut longest = 0;
    let mut from = 0;
    while from + longest + 1 < starts.len() && longest < LONGEST {
        if other.contains(&one[starts[from]..starts[from + longest + 1]]) {
            longest += 1;
        } else {
            from += 1;
        }
    }
    longest as f32 / 10.0
}
