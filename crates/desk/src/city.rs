//! The city as it is remembered: everything that a decision looks at beside
//! the order.

use domain::Moment;
use domain::context::Context;
use domain::directory::{Directory, Facts, Question};
use domain::ids::{MatterCode, PlaceCode, UnitId};
use domain::person::Actor;
use domain::policy::{PackError, Packs, Policy};
use domain::rulings::{NO_RULINGS, Rulings};
use domain::time::{Calendar, CalendarError};
use domain::units::{Units, UnitsError};
use serde::{Deserialize, Serialize};
use store::{Store, StoreError};

/// The city's own settings, as its file says them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CityFile {
    /// The city's short name in data.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its time zone, such as `Asia/Shanghai`.
    pub zone: String,
    /// Which table of days holds.
    pub calendar: String,
    /// Which policy pack holds.
    pub policy: String,
    /// The unit that runs the hotline.
    pub hotline_unit: UnitId,
    /// Office hours.
    pub office: Office,
}

/// Office hours of a working day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Such as `09:00-12:00`, in order.
    pub hours: Vec<String>,
    /// What they rest on.
    pub basis: String,
}

/// Why a city cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CityError {
    /// The store could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something that a city needs is not in the store.
    #[error("the database holds no {0}: run `minsheng seed` first, or import a city")]
    Missing(String),
    /// A document that cannot be read.
    #[error("{0} cannot be read: {1}")]
    Unreadable(String, String),
    /// A policy pack that cannot be used.
    #[error(transparent)]
    Policy(#[from] PackError),
    /// A table of days that cannot be used.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// Units that make no tree.
    #[error(transparent)]
    Units(#[from] UnitsError),
}

/// Everything that a decision looks at beside the order.
#[derive(Clone)]
pub struct City {
    /// Its own settings.
    pub file: CityFile,
    /// Every policy pack that it knows.
    pub packs: Packs,
    /// The versions of the pack in force, oldest first.
    versions: Vec<Policy>,
    /// The table of days.
    pub calendar: Calendar,
    /// The directory.
    pub directory: Directory,
    /// The units.
    pub units: Units,
}

impl City {
    /// Reads the city from the store, with the versions of its documents that
    /// hold at a moment.
    ///
    /// # Errors
    /// Says what is missing, or which part of it cannot be used.
    pub fn load(store: &Store, at: Moment) -> Result<City, CityError> {
        let missing = |what: &str| CityError::Missing(what.to_owned());
        let held = |kind: &str| store.documents(kind, at);
        let file = held("city")?.pop().ok_or_else(|| missing("city"))?;
        let file: CityFile = toml::from_str(&file.body)
            .map_err(|error| CityError::Unreadable("the city's file".to_owned(), error.to_string()))?;
        let packs: Vec<_> =
            held("policy")?.into_iter().map(|document| (document.name, document.body)).collect();
        let packs = Packs::parse(&packs)?;
        let days = held("calendar")?.into_iter().find(|document| document.name == file.calendar);
        let days = days.ok_or_else(|| CityError::Missing(format!("table of days `{}`", file.calendar)))?;
        let calendar = Calendar::parse(&days.body, &file.office.hours, &file.zone)?;
        let directory = match held("directory")?.pop() {
            Some(document) => {
                Directory::new(document.version as u32, crate::directory::entries(&document.body)?)
            }
            None => Directory::default(),
        };
        let ended = store.city_entries("unit")?.into_iter().filter(|entry| entry.ended_at.is_some());
        let ended = ended.map(|entry| {
            let successor = Some(entry.successor).filter(|code| !code.is_empty());
            (entry.code.as_str().into(), successor.map(|code| code.as_str().into()))
        });
        let units = Units::new(store.units()?)?.ending(ended);
        let versions = packs.versions(&file.policy)?.to_vec();
        Ok(City { file, packs, versions, calendar, directory, units })
    }

    /// The same city under another policy pack.
    ///
    /// # Errors
    /// When there is no such pack.
    pub fn under(mut self, policy: &str) -> Result<City, PackError> {
        self.versions = self.packs.versions(policy)?.to_vec();
        Ok(self)
    }

    /// The policy in force at a moment; before the first version came into
    /// force, the first one.
    pub fn policy(&self, at: Moment) -> &Policy {
        let on = self.calendar.date(at);
        self.versions.iter().rev().find(|policy| policy.from <= on).unwrap_or(&self.versions[0])
    }

    /// What a decision looks at, for this actor at this moment, where no ruling
    /// can matter: whoever dispatches, or opens a dispute, sees them
    /// ([`City::context_with`]).
    pub fn context<'a>(&'a self, by: &'a Actor, at: Moment) -> Context<'a> {
        self.context_with(by, at, &NO_RULINGS)
    }

    /// What a decision looks at, with the rulings in force.
    pub fn context_with<'a>(&'a self, by: &'a Actor, at: Moment, rulings: &'a Rulings) -> Context<'a> {
        Context {
            at,
            by,
            policy: self.policy(at),
            calendar: &self.calendar,
            directory: &self.directory,
            units: &self.units,
            rulings,
            ruling_number: "",
        }
    }

    /// 文号: how the city writes the number of a ruling.
    pub fn ruling_number(&self, no: i64, at: Moment) -> String {
        let pattern = self.policy(at).dispute.as_ref().map(|rule| rule.number.value.as_str());
        let year = self.calendar.date(at).year().to_string();
        pattern.unwrap_or("{year}-{no}").replace("{year}", &year).replace("{no}", &no.to_string())
    }

    /// The directory's word on a matter at a place on the day of a moment.
    pub fn duty(
        &self,
        matter: &MatterCode,
        place: &PlaceCode,
        at: Moment,
    ) -> Option<&domain::directory::DirectoryEntry> {
        let (on, time) = (self.calendar.date(at), Some(self.calendar.local(at)));
        self.directory.look_up(&Question { matter, place, on, time, facts: Facts::default() }).winner
    }
}
