//! The records of the city's lists.

use domain::units::Unit;

use super::record::Record;
use crate::engine::{Row, Value, misshapen};
use crate::error::Result;
use crate::schema;
use crate::table::Table;

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The log-in.
    pub login: String,
    /// The name.
    pub name: String,
    /// The role, as text.
    pub role: String,
    /// The unit acted for; empty for the hotline itself.
    pub unit: String,
    /// Whether employed by a contractor, with fewer rights.
    pub outsourced: bool,
    /// Of the password; empty when there is none.
    pub password_hash: String,
    /// Whether allowed to log in.
    pub active: bool,
}

/// A class of what appeals are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// The code, which begins with its parent's.
    pub code: String,
    /// The name.
    pub name: String,
    /// The matter above; empty at the top.
    pub parent: String,
    /// How deep: 1 at the top.
    pub level: i64,
    /// The level of urgency that an order of it gets by default, as text;
    /// empty when the list does not say.
    pub urgency: String,
    /// Words by which it is found, divided by spaces.
    pub keywords: String,
}

/// A place: division, town, village or grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The code, which begins with its parent's.
    pub code: String,
    /// The name.
    pub name: String,
    /// The place around; empty at the top.
    pub parent: String,
    /// How deep: 1 at the top.
    pub level: i64,
    /// Millionths of a degree north (WGS 84).
    pub lat_e6: Option<i64>,
    /// Millionths of a degree east.
    pub lon_e6: Option<i64>,
}

macro_rules! record {
    ($name:ident in $table:ident: $($field:ident as $get:ident),+) => {
        impl Record for $name {
            fn table() -> &'static Table {
                &schema::$table
            }

            fn row(&self) -> Vec<Value> {
                vec![$(self.$field.clone().into()),+]
            }

            fn read(row: &Row) -> Result<Self> {
                let mut at = 0..;
                let mut next = || at.next().unwrap_or_default();
                Ok(Self { $($field: record!($get, row, next())),+ })
            }
        }
    };
    (text, $row:expr, $at:expr) => { $row.text($at)?.to_owned() };
    (int, $row:expr, $at:expr) => { $row.int($at)? };
    (maybe_int, $row:expr, $at:expr) => { $row.maybe_int($at)? };
    (truth, $row:expr, $at:expr) => { $row.int($at)? != 0 };
}

record!(Person in PEOPLE: login as text, name as text, role as text, unit as text, outsourced as truth,
    password_hash as text, active as truth);
record!(Matter in MATTERS: code as text, name as text, parent as text, level as int, urgency as text,
    keywords as text);
record!(Place in PLACES: code as text, name as text, parent as text, level as int, lat_e6 as maybe_int,
    lon_e6 as maybe_int);

impl Record for Unit {
    fn table() -> &'static Table {
        &schema::UNITS
    }

    fn row(&self) -> Vec<Value> {
        vec![
            self.code.as_str().into(),
            self.name.as_str().into(),
            self.kind.code().into(),
            self.parent.as_ref().map_or("", |parent| parent.as_str()).into(),
            self.place.as_ref().map_or("", |place| place.as_str()).into(),
        ]
    }

    fn read(row: &Row) -> Result<Self> {
        let (parent, place) = (row.text(3)?, row.text(4)?);
        Ok(Self {
            code: row.text(0)?.into(),
            name: row.text(1)?.to_owned(),
            kind: row.text(2)?.parse().map_err(misshapen)?,
            parent: (!parent.is_empty()).then(|| parent.into()),
            place: (!place.is_empty()).then(|| place.into()),
        })
    }
}
