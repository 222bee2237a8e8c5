//! 条目校验: whether an entry can stand in the city's directory at all.

use crate::codes::UnitKind;
use crate::ids::{MatterCode, PlaceCode, UnitId};
use crate::units::Units;

use super::DirectoryEntry;

/// What an entry is drafted against: the city's lists as they stand.
pub trait Lists {
    /// The units.
    fn units(&self) -> &Units;
    /// Whether there is such a matter, and it has not ended.
    fn has_matter(&self, matter: &MatterCode) -> bool;
    /// Whether there is such a place, and it has not ended.
    fn has_place(&self, place: &PlaceCode) -> bool;
}

/// Why an entry cannot stand in the directory.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {why}")]
pub struct EntryFault {
    /// The field.
    pub field: &'static str,
    /// What is wrong with it.
    pub why: String,
}

/// The longest text of an entry, in characters.
const LONGEST: usize = 2_000;

impl DirectoryEntry {
    /// Checks the entry by itself and against the city's lists.
    ///
    /// # Errors
    /// Names the first field that does not fit.
    pub fn check(&self, lists: &dyn Lists) -> Result<(), EntryFault> {
        let fault = |field, why: String| Err(EntryFault { field, why });
        if !is_code(&self.code) {
            return fault("code", "it has 1 to 40 letters, digits, dots and hyphens".to_owned());
        }
        if !lists.has_matter(&self.matter) {
            return fault("matter", format!("there is no matter {} in force", self.matter));
        }
        if let Some(place) = self.place.as_ref().filter(|place| !lists.has_place(place)) {
            return fault("place", format!("there is no place {place} in force"));
        }
        self.check_units(lists.units())?;
        if self.basis.trim().is_empty() || self.basis.chars().count() > LONGEST {
            return fault(
                "basis",
                format!("say in 1 to {LONGEST} characters which law or document it rests on"),
            );
        }
        if self.until.is_some_and(|until| until < self.from) {
            return fault("until", "it lies before `from`".to_owned());
        }
        if self.review.is_some_and(|review| review < self.from) {
            return fault("review", "it lies before `from`".to_owned());
        }
        Ok(())
    }

    fn check_units(&self, units: &Units) -> Result<(), EntryFault> {
        // 国办函〔2025〕66号（五）, 北京条例 17: villages and communities only assist.
        if living("lead", &self.lead, units)? == UnitKind::Village {
            let why = "a village or community cannot be the lead".to_owned();
            return Err(EntryFault { field: "lead", why });
        }
        for (at, assist) in self.assists.iter().enumerate() {
            living("assists", &assist.unit, units)?;
            let twice = self.assists[..at].iter().any(|other| other.unit == assist.unit);
            let said = !assist.task.trim().is_empty() && !assist.task.contains(['\n', '\r']);
            if assist.unit == self.lead || twice || !said || assist.task.chars().count() > LONGEST {
                let why = "each assists once, with a task of its own on one line, and the lead does not assist itself";
                return Err(EntryFault { field: "assists", why: why.to_owned() });
            }
        }
        Ok(())
    }
}

/// The kind of a unit that has not ended.
fn living(field: &'static str, code: &UnitId, units: &Units) -> Result<UnitKind, EntryFault> {
    match (units.get(code), units.ended(code)) {
        (None, _) => Err(EntryFault { field, why: format!("there is no unit {code}") }),
        (_, Some(Some(successor))) => {
            Err(EntryFault { field, why: format!("unit {code} has ended; in its place: {successor}") })
        }
        (_, Some(None)) => Err(EntryFault { field, why: format!("unit {code} has ended") }),
        (Some(unit), None) => Ok(unit.kind),
    }
}

/// A code stands in addresses, filters and orders.
fn is_code(code: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    !code.is_empty() && code.len() <= 40 && code.chars().all(plain)
}
