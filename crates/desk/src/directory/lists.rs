//! The city's lists, as entries are held against them.

use std::collections::HashSet;

use domain::directory::{DirectoryEntry, Lists};
use domain::ids::{MatterCode, PlaceCode};
use domain::units::Units;
use store::{Matter, Place, Store, StoreError};

use super::DirectoryError;
use crate::City;

/// Matters and places in force, and the units. A city that keeps no list of
/// matters or places takes any code.
pub struct CityLists<'a> {
    units: &'a Units,
    matters: Vec<Matter>,
    places: Vec<Place>,
    ended: [HashSet<String>; 2],
}

impl<'a> CityLists<'a> {
    /// Reads the lists.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn load(store: &Store, city: &'a City) -> Result<Self, StoreError> {
        let ended = |kind| {
            let ended = store.city_entries(kind)?.into_iter().filter(|entry| entry.ended_at.is_some());
            Ok::<_, StoreError>(ended.map(|entry| entry.code).collect())
        };
        let (matters, places) = (store.matters()?, store.places()?);
        Ok(Self { units: &city.units, matters, places, ended: [ended("matter")?, ended("place")?] })
    }

    /// The name of a matter; empty when it has none.
    pub fn matter_name(&self, code: &str) -> &str {
        self.matters.iter().find(|matter| matter.code == code).map_or("", |matter| &matter.name)
    }

    /// The name of a place; empty when it has none.
    pub fn place_name(&self, code: &str) -> &str {
        self.places.iter().find(|place| place.code == code).map_or("", |place| &place.name)
    }

    /// The matters in force that have none below them.
    pub fn last_matters(&self) -> Vec<MatterCode> {
        let parents: HashSet<&str> = self.matters.iter().map(|matter| matter.parent.as_str()).collect();
        let in_force = self.matters.iter().filter(|matter| !self.ended[0].contains(&matter.code));
        let last = in_force.filter(|matter| !parents.contains(matter.code.as_str()));
        last.map(|matter| matter.code.as_str().into()).collect()
    }

    /// Holds an entry against the lists.
    ///
    /// # Errors
    /// Names the entry and the first field that does not fit.
    pub fn check(&self, entry: &DirectoryEntry) -> Result<(), DirectoryError> {
        entry.check(self).map_err(|fault| DirectoryError::Unfit { code: entry.code.clone(), fault })
    }
}

impl Lists for CityLists<'_> {
    fn units(&self) -> &Units {
        self.units
    }

    fn has_matter(&self, matter: &MatterCode) -> bool {
        let known = self.matters.is_empty() || !self.matter_name(matter.as_str()).is_empty();
        known && !matter.as_str().is_empty() && !self.ended[0].contains(matter.as_str())
    }

    fn has_place(&self, place: &PlaceCode) -> bool {
        let known = self.places.is_empty() || !self.place_name(place.as_str()).is_empty();
        known && !place.as_str().is_empty() && !self.ended[1].contains(place.as_str())
    }
}
