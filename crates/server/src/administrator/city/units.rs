//! 单位. A unit that ends is not deleted: what it did stays its own. It ends
//! only once nothing waits for it any more.

use domain::codes::UnitKind;
use domain::ids::UnitId;
use domain::units::{Unit, Units};
use schemars::JsonSchema;
use serde::Deserialize;
use store::{CityWrite, Ending, Filter};

use super::writing::{Kept, Put, Standing, Version, code, json, name};
use crate::call::Call;
use crate::log_in::NoQuery;
use crate::problem::{Problem, Use};
use crate::route::Shown;

const KIND: &str = "unit";

/// A unit, as it is to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "WantedUnit")]
pub(super) struct Wanted {
    /// Its name.
    name: String,
    /// What it is.
    kind: UnitKind,
    /// The unit above it.
    parent: Option<String>,
    /// The place that it answers for.
    place: Option<String>,
    /// 依据: the document that founded or changed it.
    basis: String,
}

/// The end of an entry.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "EntryEnding")]
pub(super) struct End {
    /// The entry that takes its place.
    pub successor: Option<String>,
    /// 依据.
    pub basis: String,
}

pub(super) fn list(call: &Call, _: NoQuery) -> Result<Shown<Vec<Kept<Unit>>>, Problem> {
    let store = call.app.store();
    let standing = Standing::of(&store, KIND)?;
    let units = store.units()?.into_iter();
    Ok(Shown(units.map(|unit| standing.keep(&unit.code.0.clone(), unit)).collect()))
}

pub(super) fn put(call: &Call, said: Wanted) -> Result<Shown<Version>, Problem> {
    let store = call.app.store();
    let mut units = store.units()?;
    let id = call.param("id").to_owned();
    let standing = Standing::of(&store, KIND)?;
    let known = units.iter().position(|unit| unit.code.as_str() == id);
    if known.is_none() {
        code(&id)?;
    }
    let unit = Unit {
        code: id.as_str().into(),
        name: name(&said.name)?,
        kind: said.kind,
        parent: said.parent.as_deref().map(UnitId::from),
        place: said.place.as_deref().map(Into::into),
    };
    check_parent(&unit, &units, &standing)?;
    if let Some(place) = said.place.as_ref().filter(|place| !place.is_empty())
        && !store.places()?.iter().any(|known| &known.code == place)
    {
        return Err(Problem::bad_value("place", format!("there is no place {place}")));
    }
    let was = known.map_or(String::new(), |at| json(&units[at]));
    match known {
        Some(at) => units[at] = unit.clone(),
        None => units.push(unit.clone()),
    }
    Units::new(units).map_err(|error| Problem::bad_value("parent", error))?;
    let put = Put { kind: KIND, code: &id, was, became: json(&unit), basis: &said.basis, ends: None };
    put.write(call, CityWrite::Unit(unit))
}

fn check_parent(unit: &Unit, units: &[Unit], standing: &Standing) -> Result<(), Problem> {
    match &unit.parent {
        Some(parent) if !units.iter().any(|known| &known.code == parent) => {
            Err(Problem::bad_value("parent", format!("there is no unit {parent}")))
        }
        Some(parent) if standing.has_ended(parent.as_str()) => {
            Err(Problem::bad_value("parent", format!("unit {parent} has ended; choose the one in its place")))
        }
        Some(_) => Ok(()),
        // The city stays in one piece.
        None if units.iter().any(|known| known.parent.is_none() && known.code != unit.code) => {
            Err(Problem::bad_value("parent", "only the unit at the top has none above it"))
        }
        None => Ok(()),
    }
}

pub(super) fn end(call: &Call, said: End) -> Result<Shown<Version>, Problem> {
    let store = call.app.store();
    let id = call.param("id").to_owned();
    let standing = Standing::of(&store, KIND)?;
    let units = store.units()?;
    let unit =
        units.iter().find(|unit| unit.code.as_str() == id).ok_or_else(|| Problem::not_there("unit"))?;
    let hotline = call.app.desk().city().file.hotline_unit == unit.code;
    if unit.parent.is_none() || hotline {
        return Err(Problem::bad_value("unit", "the top of the tree and the hotline itself cannot end"));
    }
    if standing.has_ended(&id) {
        return Err(Problem::bad_value("unit", "it has ended already"));
    }
    let successor = said.successor.filter(|code| !code.is_empty());
    if let Some(successor) = &successor {
        let fits = units.iter().any(|known| known.code.as_str() == successor) && successor != &id;
        if !fits || standing.has_ended(successor) {
            return Err(Problem::bad_value(
                "successor",
                format!("there is no other unit {successor} in force"),
            ));
        }
    }
    let uses = uses(call, unit, &units, &standing)?;
    if !uses.is_empty() {
        return Err(Problem::StillUsed { uses });
    }
    let ends = Some(Ending { successor: successor.unwrap_or_default() });
    let put = Put { kind: KIND, code: &id, was: json(unit), became: json(unit), basis: &said.basis, ends };
    put.write(call, CityWrite::Nothing)
}

/// What would be left without its unit.
fn uses(call: &Call, unit: &Unit, units: &[Unit], standing: &Standing) -> Result<Vec<Use>, Problem> {
    let store = call.app.store();
    let id = unit.code.as_str();
    let holds = Filter { open: Some(true), holder: Some(unit.code.clone()), ..Filter::default() };
    let leads = Filter { open: Some(true), units: vec![unit.code.clone()], ..Filter::default() };
    let below = units.iter().filter(|below| below.parent.as_ref() == Some(&unit.code));
    let below = below.filter(|below| !standing.has_ended(below.code.as_str())).count() as u64;
    let people = store.people()?.iter().filter(|person| person.active && person.unit == id).count() as u64;
    let desk = call.app.desk();
    let city = desk.city();
    let today = city.calendar.date(call.at);
    let names = |entry: &&domain::directory::DirectoryEntry| {
        let assists = entry.assists.iter().any(|assist| assist.unit == unit.code);
        (entry.lead == unit.code || assists) && entry.until.is_none_or(|until| today < until)
    };
    let duties = city.directory.entries().iter().filter(names).count() as u64;
    Ok(Use::some([
        ("orders", store.count(&holds)?, format!("/api/orders?open=true&holder={id}")),
        ("orders", store.count(&leads)?, format!("/api/orders?open=true&unit={id}")),
        ("units", below, format!("/api/administrator/units?parent={id}")),
        ("people", people, format!("/api/administrator/people?unit={id}")),
        ("directory_entries", duties, format!("/api/administrator/directory-entries?unit={id}")),
    ]))
}
