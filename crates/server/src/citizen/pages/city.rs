//! The city's places and matters, as the pages name them.

use domain::ids::UnitId;
use store::{Matter, Place};

use crate::call::Call;
use crate::problem::Problem;

/// A list of places with more than so many lines leaves out villages and
/// communities: a page must stay light.
const MOST_PLACES: usize = 300;

/// The depth of towns and streets.
pub(super) const TOWN: i64 = 3;

/// A district or county, with what may be chosen within it.
pub(super) struct District {
    pub name: String,
    pub places: Vec<Choice>,
}

/// A place that may be chosen.
pub(super) struct Choice {
    pub code: String,
    pub name: String,
    /// Whether it lies within the town above it in the list.
    pub inner: bool,
    /// Degrees north and east, where they are known.
    pub position: Option<(String, String)>,
    pub chosen: bool,
}

/// The places of the city.
pub(super) struct Places(Vec<Place>);

impl Places {
    /// Those of the call's city.
    ///
    /// # Errors
    /// The store's fault.
    pub fn of(call: &Call) -> Result<Self, Problem> {
        Ok(Self(call.app.store().places()?))
    }

    /// Whether there is one of a code.
    pub fn has(&self, code: &str) -> bool {
        self.find(code).is_some()
    }

    /// The name of a place down to town or street, its district before it.
    pub fn at_street_level(&self, code: &str) -> Option<String> {
        let mut place = self.find(code)?;
        while place.level > TOWN {
            place = self.find(&place.parent)?;
        }
        Some(self.with_district(place))
    }

    fn with_district(&self, place: &Place) -> String {
        let mut above = place;
        while above.level > 2
            && let Some(parent) = self.find(&above.parent)
        {
            above = parent;
        }
        if above.code == place.code { place.name.clone() } else { format!("{}{}", above.name, place.name) }
    }

    /// Towns with a position, for the map.
    pub fn towns(&self) -> impl Iterator<Item = &Place> {
        self.0.iter().filter(|place| place.level == TOWN && place.lat_e6.is_some() && place.lon_e6.is_some())
    }

    /// All that may be chosen, by district.
    pub fn choices(&self, chosen: &str) -> Vec<District> {
        let deepest = if self.0.len() > MOST_PLACES { TOWN } else { i64::MAX };
        let districts = self.0.iter().filter(|place| place.level == 2);
        let choices = |district: &Place| {
            let towns = self.0.iter().filter(|place| place.parent == district.code);
            let both = towns.flat_map(|town| {
                let inner = self.0.iter().filter(|place| place.parent == town.code && place.level <= deepest);
                std::iter::once((town, false)).chain(inner.map(|place| (place, true)))
            });
            both.map(|(place, inner)| choice(place, inner, chosen)).collect()
        };
        districts.map(|district| District { name: district.name.clone(), places: choices(district) }).collect()
    }

    fn find(&self, code: &str) -> Option<&Place> {
        // They come sorted by code.
        self.0.binary_search_by(|place| place.code.as_str().cmp(code)).ok().map(|at| &self.0[at])
    }
}

fn choice(place: &Place, inner: bool, chosen: &str) -> Choice {
    let degrees = |millionths: i64| format!("{:.4}", millionths as f64 / 1e6);
    Choice {
        code: place.code.clone(),
        name: place.name.clone(),
        inner,
        position: place.lat_e6.zip(place.lon_e6).map(|(lat, lon)| (degrees(lat), degrees(lon))),
        chosen: place.code == chosen,
    }
}

/// The city's matters.
///
/// # Errors
/// The store's fault.
pub(super) fn matters(call: &Call) -> Result<Vec<Matter>, Problem> {
    Ok(call.app.store().matters()?)
}

/// The name of a unit.
pub(super) fn unit(call: &Call, code: &UnitId) -> Option<String> {
    call.app.desk().city().units.get(code).map(|unit| unit.name.clone())
}
