//! Scores as shares.

/// Shares that sum to 1.
pub(crate) fn softmax(scores: &[f32]) -> Vec<f32> {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let shares: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
    let sum: f32 = shares.iter().sum();
    shares.into_iter().map(|share| share / sum).collect()
}

/// The logarithms of [`softmax`], each score taken `sharp` times.
pub(crate) fn log_softmax(scores: &[f32], sharp: f32) -> Vec<f32> {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let sum: f32 = scores.iter().map(|score| ((score - most) * sharp).exp()).sum();
    scores.iter().map(|score| (score - most) * sharp - sum.ln()).collect()
}

/// From 0 to 1.
pub(crate) fn sigmoid(value: f32) -> f32 {
    1.0 / (1.0 + (-value).exp())
}
