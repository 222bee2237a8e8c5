//! 地点.

use domain::distance::is_on_the_globe;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{CityWrite, Ending, Filter, Place};

use super::matters::{level_below, successor};
use super::units::End;
use super::writing::{Kept, Put, Standing, Version, code, json, name};
use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::{Problem, Use};
use crate::route::Shown;

const KIND: &str = "place";

/// A place.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PlaceEntry")]
pub(super) struct OnePlace {
    /// The code, which begins with its parent's.
    code: String,
    /// The name.
    name: String,
    /// The place around; empty at the top.
    parent: String,
    /// How deep: 1 at the top.
    level: i64,
    /// Millionths of a degree north and east (WGS 84).
    position: Option<(i32, i32)>,
}

/// A place, as it is to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "WantedPlace")]
pub(super) struct Wanted {
    /// The name.
    name: String,
    /// The place around; empty at the top.
    #[serde(default)]
    parent: String,
    /// Millionths of a degree north and east (WGS 84).
    position: Option<(i32, i32)>,
    /// 依据.
    basis: String,
}

impl From<&Place> for OnePlace {
    fn from(place: &Place) -> Self {
        let degree = |micro: Option<i64>| micro.and_then(|micro| i32::try_from(micro).ok());
        let position = degree(place.lat_e6).zip(degree(place.lon_e6));
        let Place { code, name, parent, level, .. } = place.clone();
        Self { code, name, parent, level, position }
    }
}

pub(super) fn list(call: &Call, _: NoQuery) -> Result<Shown<Vec<Kept<OnePlace>>>, Problem> {
    let store = call.app.store();
    let standing = Standing::of(&store, KIND)?;
    let places = store.places()?;
    Ok(Shown(places.iter().map(|place| standing.keep(&place.code, place.into())).collect()))
}

pub(super) fn put(call: &Call, said: Wanted) -> Result<Shown<Version>, Problem> {
    let store = call.app.store();
    let places = store.places()?;
    let standing = Standing::of(&store, KIND)?;
    let id = call.param("id").to_owned();
    let known = places.iter().find(|place| place.code == id);
    if known.is_none() {
        code(&id)?;
    }
    if said.position.is_some_and(|position| !is_on_the_globe(position)) {
        return Err(Problem::bad_value("position", "it lies nowhere on the globe"));
    }
    let level = level_below(KIND, &id, &said.parent, &standing, |parent| {
        places.iter().find(|place| place.code == parent).map(|place| place.level)
    })?;
    let place = Place {
        code: id.clone(),
        name: name(&said.name)?,
        parent: said.parent,
        level,
        lat_e6: said.position.map(|(north, _)| north.into()),
        lon_e6: said.position.map(|(_, east)| east.into()),
    };
    let was = known.map_or(String::new(), |known| json(&OnePlace::from(known)));
    let became = json(&OnePlace::from(&place));
    let put = Put { kind: KIND, code: &id, was, became, basis: &said.basis, ends: None };
    put.write(call, CityWrite::Place(place))
}

pub(super) fn end(call: &Call, said: End) -> Result<Shown<Version>, Problem> {
    let store = call.app.store();
    let places = store.places()?;
    let standing = Standing::of(&store, KIND)?;
    let id = call.param("id").to_owned();
    let place = places.iter().find(|place| place.code == id).ok_or_else(|| Problem::not_there("place"))?;
    let in_force = |code: &str| !standing.has_ended(code) && places.iter().any(|place| place.code == code);
    let successor = successor(&id, said.successor, &standing, in_force)?;
    let open = Filter { open: Some(true), places: vec![id.as_str().into()], ..Filter::default() };
    let below = places.iter().filter(|below| below.parent == id && !standing.has_ended(&below.code)).count();
    let units = Standing::of(&store, "unit")?;
    let here = |unit: &&domain::units::Unit| {
        unit.place.as_ref().is_some_and(|place| place.as_str() == id) && !units.has_ended(unit.code.as_str())
    };
    let answering = store.units()?.iter().filter(here).count();
    let desk = call.app.desk();
    let city = desk.city();
    let today = city.calendar.date(call.at);
    let about = |entry: &&domain::directory::DirectoryEntry| {
        entry.place.as_ref().is_some_and(|place| place.as_str().starts_with(&id))
            && entry.until.is_none_or(|until| today < until)
    };
    let duties = city.directory.entries().iter().filter(about).count();
    let uses = Use::some([
        ("orders", store.count(&open)?, format!("/api/orders?open=true&place={id}")),
        ("places", below as u64, format!("/api/administrator/places?parent={id}")),
        ("units", answering as u64, format!("/api/administrator/units?place={id}")),
        ("directory_entries", duties as u64, format!("/api/administrator/directory-entries?place={id}")),
    ]);
    if !uses.is_empty() {
        return Err(Problem::StillUsed { uses });
    }
    let entry = json(&OnePlace::from(place));
    let ends = Some(Ending { successor });
    let put = Put { kind: KIND, code: &id, was: entry.clone(), became: entry, basis: &said.basis, ends };
    put.write(call, CityWrite::Nothing)
}
