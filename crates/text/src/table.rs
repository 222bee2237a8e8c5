//! Weights of many features, a byte for each.

use serde::{Deserialize, Serialize};

/// So many weights of a feature are padded to a multiple of this, that one
/// step of the machine does several.
pub(crate) const LANES: usize = 8;

/// Rows of weights. After training each is kept as a byte, times one scale for
/// its row: a quarter of the memory, and no measurable loss.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Table {
    width: usize,
    scales: Vec<f32>,
    cells: Vec<i8>,
}

impl Table {
    /// From weights with their full precision, `width` for each row.
    pub fn of(weights: &[f32], width: usize) -> Self {
        let mut table = Self {
            width,
            scales: Vec::with_capacity(weights.len() / width),
            cells: Vec::with_capacity(weights.len()),
        };
        for row in weights.chunks_exact(width) {
            let largest = row.iter().fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
            let scale = largest / f32::from(i8::MAX);
            table.scales.push(scale);
            let cell = |weight: &f32| if scale > 0.0 { (weight / scale).round() as i8 } else { 0 };
            table.cells.extend(row.iter().map(cell));
        }
        table
    }

    /// Adds `times` a row to a sum.
    pub fn add(&self, row: u32, times: f32, sum: &mut [f32]) {
        let times = times * self.scales[row as usize];
        let cells = &self.cells[row as usize * self.width..][..self.width];
        for (sum, &cell) in sum.iter_mut().zip(cells) {
            *sum += times * f32::from(cell);
        }
    }

    /// One weight.
    pub fn get(&self, row: u32, column: usize) -> f32 {
        self.scales[row as usize] * f32::from(self.cells[row as usize * self.width + column])
    }

    /// Whether it has the shape that is expected of it, and no weight that is
    /// no number.
    pub fn fits(&self, rows: usize, width: usize) -> bool {
        self.width == width
            && self.scales.len() == rows
            && rows.checked_mul(width) == Some(self.cells.len())
            && self.scales.iter().all(|scale| scale.is_finite())
    }

    /// Bytes of memory it takes.
    pub fn bytes(&self) -> usize {
        self.cells.len() + self.scales.len() * size_of::<f32>()
    }
}

/// `sum += times * values`.
pub(crate) fn add(sum: &mut [f32], times: f32, values: &[f32]) {
    for (sum, value) in sum.iter_mut().zip(values) {
        *sum += times * value;
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn a_byte_keeps_a_weight_to_less_than_a_hundredth_of_the_largest() {
        let weights = [0.5, -1.27, 0.0, 0.01, 0.0, 0.0, 0.0, 0.0];
        let table = Table::of(&weights, 4);
        for (index, weight) in weights.iter().enumerate() {
            assert!((table.get(index as u32 / 4, index % 4) - weight).abs() < 0.006);
        }
        assert!(table.fits(2, 4) && !table.fits(4, 2) && !table.fits(usize::MAX, 4));
    }
}
