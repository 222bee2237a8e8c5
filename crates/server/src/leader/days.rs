//! Stretches of days, and the units that somebody's figures are of.

use domain::codes::Role;
use domain::ids::UnitId;
use jiff::civil::Date;
use jiff::{Span, ToSpan as _};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::call::Call;
use crate::problem::Problem;

/// So many days, when it is not said, and at most.
const DAYS: u16 = 30;
const MOST_DAYS: u16 = 366;

/// Which figures.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WhichFigures {
    /// Of so many days, today among them; 30 when it is not said, 366 at most.
    days: Option<u16>,
    /// Of this unit and those below it; a coordinator's own area when it is not said.
    area: Option<String>,
}

/// What figures are asked for.
pub(super) struct Asked {
    pub today: Date,
    /// The first of the days.
    pub first: Date,
    /// Of which units; none for the whole.
    pub area: Option<(UnitId, Vec<UnitId>)>,
}

impl WhichFigures {
    pub fn asked(&self, call: &Call) -> Result<Asked, Problem> {
        let staff = call.staff()?;
        let desk = call.app.desk();
        let city = desk.city();
        let days = self.days.unwrap_or(DAYS);
        if days == 0 || days > MOST_DAYS {
            return Err(Problem::BadQuery { at: "days".to_owned(), why: format!("it is 1 to {MOST_DAYS}") });
        }
        let today = city.calendar.date(call.at);
        let own = staff.unit.clone().filter(|_| staff.role == Role::Coordinator);
        let said = self.area.as_deref().filter(|code| !code.is_empty()).map(UnitId::from);
        let area = match (own, said) {
            (Some(own), Some(said)) if city.units.is_within(&said, &own) => Some(said),
            (Some(_), Some(_)) => return Err(Problem::not_there("unit")),
            (own, said) => said.or(own),
        };
        Ok(Asked {
            today,
            first: before(today, i64::from(days) - 1),
            area: area.map(|unit| (unit.clone(), city.units.subtree(&unit))),
        })
    }
}

/// The day so many days before another.
pub(super) fn before(day: Date, days: i64) -> Date {
    day.checked_sub(Span::new().days(days)).unwrap_or(day)
}

/// Every day of a stretch, both ends included.
pub(super) fn each(first: Date, last: Date) -> impl Iterator<Item = Date> {
    first.series(1.day()).take_while(move |day| *day <= last)
}
