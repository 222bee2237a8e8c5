//! Whether more comes in than the season explains.

/// A number of appeals that the season does not explain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Burst {
    /// How many came.
    pub came: u32,
    /// How many were to be expected.
    pub expected: f64,
    /// How likely so many, or more, would be by chance.
    pub chance: f64,
}

/// So unlikely by chance is a burst: with a thousand matters in a hundred
/// places one false alarm in ten days.
const CHANCE: f64 = 1e-6;

/// So many must come at least: two calls are no burst wherever nobody ever
/// called.
const LEAST: u32 = 5;

/// Whether what came of a matter at a place in a span is a burst. `lately` are the
/// numbers of the spans of the same length just before, `then` those of the
/// same season in the years before, with those around it. None when it is not.
pub fn burst(came: u32, lately: &[u32], then: &[u32]) -> Option<Burst> {
    let mean = |numbers: &[u32]| (numbers.iter().sum::<u32>() as f64 + 0.5) / (numbers.len() as f64 + 1.0);
    // Rain is expected in the season of rain, and a rise that has lasted is none.
    let expected = if then.is_empty() { mean(lately) } else { mean(lately).max(mean(then)) };
    // Days differ more than chance alone would have them: what was seen to
    // vary is taken for the spread.
    let spread = spread(lately).max(spread(then)).max(1.0);
    let chance = at_least(came, expected, spread);
    (came >= LEAST && f64::from(came) > expected && chance < CHANCE).then_some(Burst {
        came,
        expected,
        chance,
    })
}

/// Variance over mean.
fn spread(numbers: &[u32]) -> f64 {
    let count = numbers.len() as f64;
    let mean = numbers.iter().sum::<u32>() as f64 / count.max(1.0);
    if numbers.len() < 2 || mean == 0.0 {
        return 1.0;
    }
    numbers.iter().map(|&one| (f64::from(one) - mean).powi(2)).sum::<f64>() / (count - 1.0) / mean
}

/// How likely so many or more are, by Poisson's law with counts and expectation
/// divided by the spread.
fn at_least(came: u32, expected: f64, spread: f64) -> f64 {
    let (came, expected) = ((f64::from(came) / spread).floor() as u32, expected / spread);
    let mut term = (-expected).exp();
    let mut below = 0.0;
    for count in 0..came {
        below += term;
        term *= expected / f64::from(count + 1);
    }
    // Summed from above as well, for the difference from 1 drowns in rounding.
    let mut above = 0.0;
    for count in came..came.saturating_add(200) {
        above += term;
        term *= expected / f64::from(count + 1);
    }
    if expected > 500.0 { (1.0 - below).max(0.0) } else { above }
}

#[cfg(test)]
mod tests {
    use super::burst;

    #[test]
    fn a_burst_is_more_than_season_and_habit_explain() {
        assert!(burst(30, &[3, 5, 4, 2, 6], &[]).is_some());
        assert!(burst(6, &[3, 5, 4, 2, 6], &[]).is_none());
        assert!(burst(30, &[3, 5, 4, 2, 6], &[28, 35, 31]).is_none(), "it is the season");
        assert!(burst(30, &[0, 40, 2, 35, 1], &[]).is_none(), "it varies so much anyway");
        assert!(burst(4, &[], &[]).is_none() && burst(12, &[], &[]).is_some());
    }
}
