//! Many texts as features, side by side.

/// Texts as features with their values, in one stretch of memory, and the
/// label of each.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    /// How many features there are.
    pub features: usize,
    /// How many labels there are.
    pub labels: usize,
    entries: Vec<(u32, f32)>,
    ends: Vec<usize>,
    label_of: Vec<u32>,
}

impl Rows {
    /// None yet.
    pub fn new(features: usize, labels: usize) -> Self {
        Self { features, labels, ..Self::default() }
    }

    /// Adds a text.
    pub fn push(&mut self, row: &[(u32, f32)], label: u32) {
        self.entries.extend_from_slice(row);
        self.ends.push(self.entries.len());
        self.label_of.push(label);
    }

    /// The features of one.
    pub fn get(&self, index: u32) -> &[(u32, f32)] {
        let index = index as usize;
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.entries[start..self.ends[index]]
    }

    /// The label of one.
    pub fn label(&self, index: u32) -> usize {
        self.label_of[index as usize] as usize
    }

    /// How many there are.
    pub fn len(&self) -> u32 {
        self.ends.len() as u32
    }
}
