//! Contradictions: numbers of one pack that cannot both hold.

use super::{ByLevel, Policy};
use crate::codes::Level;
use crate::time::Limit;

/// Two numbers of a pack that cannot both hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct Contradiction {
    /// The keys of the number that is taken to be wrong.
    pub place: String,
    /// What it contradicts.
    pub problem: String,
}

impl Policy {
    /// The first contradiction within the pack; none when its numbers agree.
    pub fn contradiction(&self) -> Option<Contradiction> {
        self.unsteady_levels()
            .or_else(|| self.limits_out_of_order())
            .or_else(|| self.waits_out_of_order())
            .or_else(|| self.bad_percents())
            .or_else(|| self.bad_weights())
            .or_else(|| self.bad_whistle())
            .or_else(|| self.bad_dispute())
            .or_else(|| self.bad_retention())
            .or_else(|| self.unfounded())
    }

    /// The more urgent, the sooner: for every clock.
    fn unsteady_levels(&self) -> Option<Contradiction> {
        let rising = [Level::Critical, Level::Urgent, Level::Ordinary, Level::Complex];
        self.tables().into_iter().find_map(|(name, table)| {
            rising.windows(2).find_map(|pair| {
                let (urgent, calm) = (table.at(pair[0]).within, table.at(pair[1]).within);
                longer(urgent, calm).then(|| Contradiction {
                    place: format!("{name}.{}", pair[0]),
                    problem: format!("{urgent} is longer than the {calm} of {}", pair[1]),
                })
            })
        })
    }

    /// Signing, first contact and the window for returns lie within the time
    /// for handling.
    fn limits_out_of_order(&self) -> Option<Contradiction> {
        let within = [
            ("limits.sign", &self.limits.sign),
            ("limits.contact", &self.limits.contact),
            ("returns.window", &self.returns.window),
        ];
        Level::ALL.iter().find_map(|&level| {
            let handling = self.limits.handling.at(level).within;
            within.into_iter().find_map(|(name, table)| {
                let limit = table.at(level).within;
                longer(limit, handling).then(|| Contradiction {
                    place: format!("{name}.{level}"),
                    problem: format!("{limit} is longer than the {handling} of limits.handling.{level}"),
                })
            })
        })
    }

    fn waits_out_of_order(&self) -> Option<Contradiction> {
        let (review, archive) = (self.waits.review.within, self.waits.archive.within);
        longer(review, archive).then(|| Contradiction {
            place: "waits.archive".to_owned(),
            problem: format!("{archive} is shorter than the {review} in which a review may be asked for"),
        })
    }

    fn bad_percents(&self) -> Option<Contradiction> {
        let percents = &self.warnings.percents.value;
        let rising = percents.windows(2).all(|pair| pair[0] < pair[1]);
        let inside = percents.iter().all(|percent| (1..100).contains(percent));
        let assist = self.joint.assist_percent.value;
        if !rising || !inside {
            return Some(Contradiction {
                place: "warnings.percents".to_owned(),
                problem: format!("{percents:?} must rise, between 1 and 99"),
            });
        }
        (!(1..=100).contains(&assist)).then(|| Contradiction {
            place: "joint.assist_percent".to_owned(),
            problem: format!("{assist} must lie between 1 and 100"),
        })
    }

    fn bad_weights(&self) -> Option<Contradiction> {
        let sum: u32 = self.weights.all().iter().map(|&(_, weight)| u32::from(weight)).sum();
        (sum != 100).then(|| Contradiction {
            place: "weights".to_owned(),
            problem: format!("they add up to {sum}, not to 100"),
        })
    }

    fn bad_whistle(&self) -> Option<Contradiction> {
        let (name, problem) = self.whistle.as_ref()?.contradiction()?;
        Some(Contradiction { place: format!("whistle.{name}"), problem })
    }

    fn bad_dispute(&self) -> Option<Contradiction> {
        let (name, problem) = self.dispute.as_ref()?.contradiction()?;
        Some(Contradiction { place: format!("dispute.{name}"), problem })
    }

    fn bad_retention(&self) -> Option<Contradiction> {
        let (class, problem) = self.retention.as_ref()?.contradiction()?;
        Some(Contradiction { place: format!("retention.{class}"), problem })
    }

    /// A number without a basis is nobody's number.
    fn unfounded(&self) -> Option<Contradiction> {
        let found = serde_json::to_value(self).ok().and_then(|value| without_basis("", &value))?;
        Some(Contradiction { place: found, problem: "has no basis".to_owned() })
    }

    fn tables(&self) -> [(&'static str, &ByLevel); 6] {
        [
            ("limits.triage", &self.limits.triage),
            ("limits.sign", &self.limits.sign),
            ("limits.contact", &self.limits.contact),
            ("limits.handling", &self.limits.handling),
            ("limits.redo", &self.limits.redo),
            ("returns.window", &self.returns.window),
        ]
    }
}

/// Whether one limit is plainly longer than another; a limit set by another
/// law is not compared. A day that is meant as "until the office closes" and
/// the same number of natural days are not told apart.
fn longer(one: Limit, other: Limit) -> bool {
    match (one.rough_minutes(), other.rough_minutes()) {
        (Some(one), Some(other)) => one > other * 3 / 2,
        _ => false,
    }
}

fn without_basis(path: &str, value: &serde_json::Value) -> Option<String> {
    let fields = value.as_object()?;
    match fields.get("basis").and_then(serde_json::Value::as_str) {
        Some(basis) => basis.trim().is_empty().then(|| path.to_owned()),
        None => fields.iter().find_map(|(key, value)| {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            without_basis(&path, value)
        }),
    }
}
