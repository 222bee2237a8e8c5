//! 派单目录, entry by entry. Each change makes the next version of the
//! directory, which holds at once: a dispatch names the version that it rests
//! on, and an order keeps the basis that it was sent with.

use domain::codes::UnitKind;
use domain::directory::{AssistDuty, DirectoryEntry};
use domain::ids::{MatterCode, PlaceCode, UnitId};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;
use store::{CityWrite, Document};

use super::writing::{Kept, Put, Standing, Version, code, json};
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Shown;

const KIND: &str = "directory_entry";

/// Which entries.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "WhichDirectoryEntries")]
pub(super) struct Which {
    /// About this matter, one above it, or one below it.
    matter: Option<String>,
    /// At this place, or one within it.
    place: Option<String>,
    /// In which this unit leads or assists.
    unit: Option<String>,
}

/// An entry, as it is to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "WantedDirectoryEntry")]
pub(crate) struct Wanted {
    /// The matter, with all that lies below it.
    pub matter: MatterCode,
    /// The place, with all that lies within it; none for everywhere.
    pub place: Option<PlaceCode>,
    /// 主办.
    pub lead: UnitId,
    /// 协办, each with its task.
    #[serde(default)]
    pub assists: Vec<AssistDuty>,
    /// On which level the duty lies: `city`, `district`, `town`.
    pub level: String,
    /// 依据: the law, the 三定规定, the list of powers, the ruling or the minutes.
    pub basis: String,
    /// Where the entry comes from: `law`, `duties`, `ruling`, `minutes`.
    pub source: String,
    /// The number of the ruling that it was made from.
    pub ruling: Option<String>,
    /// In force from this day; today, when it is not said.
    pub from: Option<Date>,
    /// In force until this day (not included).
    pub until: Option<Date>,
    /// When it is to be looked at again.
    pub review: Option<Date>,
}

pub(super) fn list(call: &Call, which: Which) -> Result<Shown<Vec<Kept<DirectoryEntry>>>, Problem> {
    let desk = call.app.desk();
    let standing = Standing::of(desk.store(), KIND)?;
    let entries = desk.city().directory.entries().iter().filter(|entry| which.wants(entry));
    Ok(Shown(entries.map(|entry| standing.keep(&entry.code, entry.clone())).collect()))
}

impl Which {
    fn wants(&self, entry: &DirectoryEntry) -> bool {
        let related = |wanted: &String| {
            let matter = entry.matter.as_str();
            matter.starts_with(wanted.as_str()) || wanted.starts_with(matter)
        };
        let at = |wanted: &String| {
            entry.place.as_ref().is_some_and(|place| place.as_str().starts_with(wanted.as_str()))
        };
        let names = |wanted: &String| {
            entry.lead.as_str() == wanted || entry.assists.iter().any(|assist| assist.unit.as_str() == wanted)
        };
        self.matter.as_ref().is_none_or(related)
            && self.place.as_ref().is_none_or(at)
            && self.unit.as_ref().is_none_or(names)
    }
}

pub(super) fn put(call: &Call, said: Wanted) -> Result<Shown<Version>, Problem> {
    put_entry(call, call.param("id").to_owned(), said)
}

/// Puts an entry of this code, whoever asks for it.
pub(crate) fn put_entry(call: &Call, id: String, said: Wanted) -> Result<Shown<Version>, Problem> {
    let desk = call.app.desk();
    let (store, city) = (desk.store(), desk.city());
    // What another process has changed since this one read the city must not
    // be written over.
    let document = store.documents("directory", call.at)?.pop();
    let version = document.as_ref().map_or(0, |document| document.version);
    let mut entries: Vec<DirectoryEntry> = match &document {
        Some(document) => serde_json::from_str(&document.body).map_err(|_| Problem::Internal)?,
        None => Vec::new(),
    };
    let known = entries.iter().position(|entry| entry.code == id);
    if known.is_none() {
        code(&id)?;
    }
    let today = city.calendar.date(call.at);
    let entry = DirectoryEntry {
        code: id.clone(),
        from: said.from.or(known.map(|at| entries[at].from)).unwrap_or(today),
        matter: said.matter,
        place: said.place.filter(|place| !place.as_str().is_empty()),
        lead: said.lead,
        assists: said.assists,
        level: said.level,
        basis: said.basis,
        source: said.source,
        ruling: said.ruling,
        until: said.until,
        review: said.review,
    };
    check(call, &entry)?;
    let directory = domain::directory::Directory::new(version as u32, entries.clone());
    if let Some(other) = directory.contradicts(&entry) {
        let why = format!(
            "entry {} says otherwise of the same matter at the same place: end it first, or choose another level",
            other.code
        );
        return Err(Problem::bad_value("matter", why));
    }
    let was = known.map_or(String::new(), |at| json(&entries[at]));
    match known {
        Some(at) => entries[at] = entry.clone(),
        None => entries.push(entry.clone()),
    }
    let next = Document {
        kind: "directory".to_owned(),
        name: document.map_or_else(|| "directory".to_owned(), |document| document.name),
        version: version + 1,
        body: json(&entries),
        in_force_from: call.at,
    };
    let put = Put { kind: KIND, code: &id, was, became: json(&entry), basis: &entry.basis, ends: None };
    put.write(call, CityWrite::Document(next))
}

fn check(call: &Call, entry: &DirectoryEntry) -> Result<(), Problem> {
    let desk = call.app.desk();
    let (store, city) = (desk.store(), desk.city());
    let unit = |field: &str, code: &UnitId| match (city.units.get(code), city.units.ended(code)) {
        (None, _) => Err(Problem::bad_value(field, format!("there is no unit {code}"))),
        (_, Some(_)) => Err(Problem::bad_value(field, format!("unit {code} has ended"))),
        (Some(unit), None) => Ok(unit.kind),
    };
    // 国办函〔2025〕66号（五）: villages and communities only assist.
    if unit("lead", &entry.lead)? == UnitKind::Village {
        return Err(Problem::bad_value("lead", "a village or community cannot be the lead"));
    }
    for assist in &entry.assists {
        unit("assists", &assist.unit)?;
        if assist.unit == entry.lead || assist.task.trim().is_empty() {
            let why = "each assists with a task of its own, and the lead does not assist itself";
            return Err(Problem::bad_value("assists", why));
        }
    }
    let matters = store.matters()?;
    let ended = Standing::of(store, "matter")?;
    let matter = entry.matter.as_str();
    let is_known = matters.is_empty() || matters.iter().any(|known| known.code == matter);
    if matter.is_empty() || !is_known || ended.has_ended(matter) {
        return Err(Problem::bad_value("matter", format!("there is no matter {matter} in force")));
    }
    let places = store.places()?;
    if let Some(place) = &entry.place
        && !places.is_empty()
        && !places.iter().any(|known| known.code == place.as_str())
    {
        return Err(Problem::bad_value("place", format!("there is no place {place}")));
    }
    if entry.until.is_some_and(|until| until < entry.from) {
        return Err(Problem::bad_value("until", "it lies before `from`"));
    }
    for (field, text) in [("level", &entry.level), ("source", &entry.source)] {
        if text.trim().is_empty() || text.chars().count() > 40 {
            return Err(Problem::bad_value(field, "it has 1 to 40 characters"));
        }
    }
    Ok(())
}
