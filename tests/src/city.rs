//! An invented city: units that each answer for one matter, under the
//! national pack and the announced days.

use desk::{City, Desk};
use domain::Moment;
use domain::codes::UnitKind;
use domain::directory::{Condition, DirectoryEntry, DutyLevel, DutySource};
use domain::units::Unit;
use store::{Document, Result, Store};

/// The version of the directory in force.
pub const DIRECTORY: u32 = 1;

const CITY: &str = r#"
id = "testing"
name = "Testing"
zone = "Asia/Shanghai"
calendar = "china"
policy = "national"
hotline_unit = "hotline"

[office]
hours = ["09:00-12:00", "13:30-17:30"]
basis = "invented"
"#;

/// Puts the city with so many units into a store and opens a desk in it.
///
/// # Panics
/// When the city cannot be used: its data are part of the program.
pub fn desk(store: Store, units: u16) -> Result<Desk> {
    seed(&store, units)?;
    Ok(open(store))
}

/// A desk in a store that has the city.
///
/// # Panics
/// When the city cannot be used: its data are part of the program.
pub fn open(store: Store) -> Desk {
    let city = City::load(&store, Moment(i64::MAX)).expect("the city is whole");
    Desk::new(store, city)
}

/// Puts the city with so many units into a store.
pub fn seed(store: &Store, units: u16) -> Result<()> {
    let directory: Vec<DirectoryEntry> = (1..=units).map(entry).collect();
    let directory = serde_json::to_string(&directory).expect("entries hold nothing that JSON lacks");
    store.put_document(document("city", "city", CITY))?;
    store.put_document(document("policy", "national", include_str!("../../city/policies/national.toml")))?;
    store.put_document(document("calendar", "china", include_str!("../../city/calendars/china.csv")))?;
    store.put_document(document("directory", "directory", &directory))?;
    let top = [unit("city", UnitKind::Government, None), unit("hotline", UnitKind::Hotline, Some("city"))];
    let departments = (1..=units).map(|no| unit(&code(no), UnitKind::Department, Some("city")));
    store.put_units(top.into_iter().chain(departments).collect())
}

/// The code of a unit.
pub fn code(unit: u16) -> String {
    format!("unit-{unit:03}")
}

/// The matter that a unit answers for.
pub fn matter(unit: u16) -> String {
    format!("{unit:03}")
}

/// The directory's entry that says so.
pub fn duty(unit: u16) -> String {
    format!("duty-{unit:03}")
}

fn document(kind: &str, name: &str, body: &str) -> Document {
    Document {
        kind: kind.to_owned(),
        name: name.to_owned(),
        version: i64::from(DIRECTORY),
        body: body.to_owned(),
        in_force_from: Moment(0),
    }
}

fn unit(code: &str, kind: UnitKind, parent: Option<&str>) -> Unit {
    Unit { code: code.into(), name: code.to_owned(), kind, parent: parent.map(Into::into), place: None }
}

fn entry(no: u16) -> DirectoryEntry {
    DirectoryEntry {
        code: duty(no),
        matter: matter(no).as_str().into(),
        place: None,
        condition: Condition::default(),
        lead: code(no).as_str().into(),
        assists: Vec::new(),
        level: DutyLevel::City,
        limit: None,
        evidence: Vec::new(),
        basis: "invented".to_owned(),
        source: DutySource::Law,
        ruling: None,
        approver: None,
        from: jiff::civil::date(2007, 1, 1),
        until: None,
        review: None,
    }
}
