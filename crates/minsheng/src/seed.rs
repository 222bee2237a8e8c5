//! Seeding: a city's files become rows of the store.

use anyhow::{Context as _, anyhow};
use desk::CityFile;
use domain::Moment;
use std::collections::BTreeMap;

use domain::codes::{Level, Role};
use domain::directory::DirectoryEntry;
use domain::policy::Packs;
use domain::units::{Unit, Units};
use include_dir::Dir;
use serde::Deserialize;
use store::{Document, Matter, Person, Place, Store};

use crate::city_files;

mod articles;

/// What was seeded.
#[derive(Debug)]
pub struct Seeded {
    /// The city's name.
    pub city: String,
    /// Counts, in words.
    pub counts: Vec<(&'static str, usize)>,
    /// Log-ins of the demonstration: log-in, role, unit's name.
    pub people: Vec<(String, String, String)>,
}

#[derive(Deserialize)]
struct Places {
    place: Vec<PlaceLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceLine {
    code: String,
    name: String,
    #[serde(default)]
    parent: String,
    level: String,
    lat: Option<f64>,
    lon: Option<f64>,
}

#[derive(Deserialize)]
struct UnitLines {
    unit: Vec<Unit>,
}

#[derive(Deserialize)]
struct Matters {
    matter: Vec<MatterLine>,
}

#[derive(Deserialize)]
struct MatterLine {
    code: String,
    name: String,
    #[serde(default)]
    parent: String,
    level: Option<Level>,
    #[serde(default)]
    keywords: Vec<String>,
}

#[derive(Deserialize)]
struct People {
    person: Vec<PersonLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonLine {
    login: String,
    name: String,
    role: Role,
    unit: String,
    #[serde(default)]
    outsourced: bool,
}

#[derive(Deserialize)]
struct Entries {
    entry: Vec<DirectoryEntry>,
}

/// How deep the levels of places lie, the city at the top.
const PLACE_DEPTH: &[(&str, i64)] = &[
    ("city", 1),
    ("district", 2),
    ("county", 2),
    ("town", TOWN),
    ("street", TOWN),
    ("village", 4),
    ("community", 4),
];

/// The depth of towns and streets.
pub const TOWN: i64 = 3;

/// Puts the demonstration city into the store, with one password for all its
/// people. Doing it again changes nothing but the password.
///
/// # Errors
/// Names the file that does not fit.
pub fn seed(store: &Store, password: &str, now: Moment) -> anyhow::Result<Seeded> {
    let dir =
        city_files::demonstration().ok_or_else(|| anyhow!("the program holds no demonstration city"))?;
    let city: CityFile = read(dir, "city.toml")?;
    let units: UnitLines = read(dir, "units.toml")?;
    let matters: Matters = read(dir, "matters.toml")?;
    let places: Places = read(dir, "places.toml")?;
    let people: People = read(dir, "people.toml")?;
    let directory: Entries = read(dir, "directory.toml")?;
    Units::new(units.unit.clone())?;
    let policies = documents(store, &city, dir, &directory.entry, now)?;

    let hash = server::hash_password(password, "").map_err(|why| anyhow!(why))?;
    let place_rows: Vec<Place> = places.place.iter().map(place).collect::<anyhow::Result<_>>()?;
    let matter_rows: Vec<Matter> = matters.matter.iter().map(matter).collect();
    let person_rows: Vec<Person> = people.person.iter().map(|line| person(line, &hash)).collect();
    store.put_places(place_rows)?;
    store.put_units(units.unit.clone())?;
    store.put_matters(matter_rows)?;
    store.put_people(person_rows)?;
    let articles = articles::articles(dir, desk::City::load(store, now)?.calendar.zone(), now)?;
    let count = articles.len();
    articles.into_iter().try_for_each(|article| store.put_article(article))?;

    let unit_name =
        |code: &str| units.unit.iter().find(|unit| unit.code.as_str() == code).map(|unit| unit.name.clone());
    Ok(Seeded {
        city: city.name,
        counts: vec![
            ("places", places.place.len()),
            ("units", units.unit.len()),
            ("matters", matters.matter.len()),
            ("directory entries", directory.entry.len()),
            ("people", people.person.len()),
            ("policy packs", policies),
            ("articles", count),
        ],
        people: people
            .person
            .iter()
            .map(|line| {
                (line.login.clone(), line.role.to_string(), unit_name(&line.unit).unwrap_or_default())
            })
            .collect(),
    })
}

/// Puts the city's documents into the store: its settings, the policy packs,
/// the table of days, the directory.
fn documents(
    store: &Store,
    city: &CityFile,
    dir: &Dir,
    directory: &[DirectoryEntry],
    now: Moment,
) -> anyhow::Result<usize> {
    let document = |kind: &str, name: &str, body: String| Document {
        kind: kind.to_owned(),
        name: name.to_owned(),
        version: 1,
        body,
        in_force_from: Moment(0).min(now),
    };
    let packs = city_files::folder("policies");
    Packs::parse(&packs)?;
    let calendar = format!("calendars/{}.csv", city.calendar);
    let days = city_files::text(&calendar).ok_or_else(|| anyhow!("there is no city/{calendar}"))?;
    store.put_document(document("city", "city", file(dir, "city.toml")?.to_owned()))?;
    store.put_document(document("calendar", &city.calendar, days.to_owned()))?;
    store.put_document(document("directory", "directory", serde_json::to_string(directory)?))?;
    let count = packs.len();
    for (name, text) in packs {
        store.put_document(document("policy", &name, text))?;
    }
    Ok(count)
}

pub(super) fn read<T: serde::de::DeserializeOwned>(dir: &Dir, name: &str) -> anyhow::Result<T> {
    toml::from_str(file(dir, name)?).with_context(|| format!("city/{}/{name}", dir.path().display()))
}

fn file<'d>(dir: &'d Dir, name: &str) -> anyhow::Result<&'d str> {
    let file = dir.get_file(dir.path().join(name)).and_then(|file| file.contents_utf8());
    file.ok_or_else(|| anyhow!("city/{} holds no {name}", dir.path().display()))
}

fn place(line: &PlaceLine) -> anyhow::Result<Place> {
    let found = PLACE_DEPTH.iter().find(|(name, _)| *name == line.level);
    let &(_, level) = found.ok_or_else(|| anyhow!("place {}: `{}` is no level", line.code, line.level))?;
    let millionths = |degrees: f64| (degrees * 1e6).round() as i64;
    Ok(Place {
        code: line.code.clone(),
        name: line.name.clone(),
        parent: line.parent.clone(),
        level,
        lat_e6: line.lat.map(millionths),
        lon_e6: line.lon.map(millionths),
    })
}

fn matter(line: &MatterLine) -> Matter {
    // Codes have two digits a level.
    let level = line.code.len() as i64 / 2;
    Matter {
        code: line.code.clone(),
        name: line.name.clone(),
        parent: line.parent.clone(),
        level,
        urgency: line.level.map_or("", Level::code).to_owned(),
        keywords: line.keywords.join(" "),
    }
}

fn person(line: &PersonLine, password_hash: &str) -> Person {
    Person {
        login: line.login.clone(),
        name: line.name.clone(),
        role: line.role.code().to_owned(),
        unit: line.unit.clone(),
        outsourced: line.outsourced,
        password_hash: password_hash.to_owned(),
        active: true,
    }
}

/// The level of urgency that an order of each matter gets by default.
///
/// # Errors
/// When the demonstration city's matters cannot be read.
pub fn matter_levels() -> anyhow::Result<BTreeMap<String, Level>> {
    let dir =
        city_files::demonstration().ok_or_else(|| anyhow!("the program holds no demonstration city"))?;
    let matters: Matters = read(dir, "matters.toml")?;
    Ok(matters.matter.into_iter().filter_map(|line| Some((line.code, line.level?))).collect())
}
