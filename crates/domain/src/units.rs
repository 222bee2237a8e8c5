//! 单位: the organisations that handle orders, in one tree from city to
//! village.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::UnitKind;
use crate::ids::{PlaceCode, UnitId};

/// One unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unit {
    /// Its stable code.
    pub code: UnitId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: UnitKind,
    /// The unit above it; none for the root.
    #[serde(default)]
    pub parent: Option<UnitId>,
    /// The place that it answers for.
    #[serde(default)]
    pub place: Option<PlaceCode>,
}

/// The tree of units.
#[derive(Debug, Clone, Default)]
pub struct Units {
    by_code: HashMap<UnitId, Unit>,
    ended: HashMap<UnitId, Option<UnitId>>,
}

/// Why units do not make a tree.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnitsError {
    /// Two units of one code.
    #[error("unit {0} stands twice in the list")]
    Twice(UnitId),
    /// The unit above is not in the list.
    #[error("unit {0} lies below {1}, which is not in the list")]
    Orphan(UnitId, UnitId),
    /// A unit that lies below itself.
    #[error("unit {0} lies below itself")]
    Circle(UnitId),
}

impl Units {
    /// Builds the tree.
    ///
    /// # Errors
    /// Names the unit that stands twice, hangs in the air or below itself.
    pub fn new(units: impl IntoIterator<Item = Unit>) -> Result<Units, UnitsError> {
        let mut by_code = HashMap::new();
        for unit in units {
            if let Some(twice) = by_code.insert(unit.code.clone(), unit) {
                return Err(UnitsError::Twice(twice.code));
            }
        }
        let tree = Units { by_code, ended: HashMap::new() };
        let mut codes: Vec<_> = tree.by_code.values().collect();
        codes.sort_by(|a, b| a.code.cmp(&b.code));
        for unit in codes {
            if let Some(parent) = unit.parent.as_ref().filter(|parent| !tree.by_code.contains_key(parent)) {
                return Err(UnitsError::Orphan(unit.code.clone(), parent.clone()));
            }
            if tree.above(&unit.code).take(tree.by_code.len() + 1).any(|above| above.code == unit.code) {
                return Err(UnitsError::Circle(unit.code.clone()));
            }
        }
        Ok(tree)
    }

    /// The same tree, of which some units have ended, each with the unit that
    /// took its place: nothing is sent there any more, what they did stays
    /// theirs.
    pub fn ending(mut self, ended: impl IntoIterator<Item = (UnitId, Option<UnitId>)>) -> Units {
        self.ended = ended.into_iter().collect();
        self
    }

    /// Whether a unit has ended; if so, with the unit that took its place.
    pub fn ended(&self, code: &UnitId) -> Option<&Option<UnitId>> {
        self.ended.get(code)
    }

    /// A unit by its code.
    pub fn get(&self, code: &UnitId) -> Option<&Unit> {
        self.by_code.get(code)
    }

    /// The units above one, nearest first.
    pub fn above<'a>(&'a self, code: &UnitId) -> impl Iterator<Item = &'a Unit> {
        let parent = |unit: &&Unit| unit.parent.as_ref().and_then(|parent| self.by_code.get(parent));
        let first = self.by_code.get(code).and_then(|unit| parent(&unit));
        std::iter::successors(first, move |unit| parent(unit))
    }

    /// Whether `code` lies below `above`, however deep.
    pub fn is_below(&self, code: &UnitId, above: &UnitId) -> bool {
        self.above(code).any(|unit| &unit.code == above)
    }

    /// Whether `code` is this unit or lies below it.
    pub fn is_within(&self, code: &UnitId, unit: &UnitId) -> bool {
        code == unit || self.is_below(code, unit)
    }

    /// A unit and all that lie below it, by their codes; empty for a unit
    /// that is not known.
    pub fn subtree(&self, unit: &UnitId) -> Vec<UnitId> {
        let within = self.by_code.keys().filter(|code| self.is_within(code, unit));
        let mut codes: Vec<UnitId> = within.cloned().collect();
        codes.sort();
        codes
    }

    /// Every unit, in no order.
    pub fn all(&self) -> impl Iterator<Item = &Unit> {
        self.by_code.values()
    }
}
