//! The city as the store has it.

use desk::City;
use store::Store;

use super::finding::{Finding, good, note, wrong};
use crate::commands::now;

/// A table of days that ends sooner than this wants bringing up to date.
const DAYS_AHEAD: i64 = 60;

/// The city, its table of days and its directory.
pub(super) fn city(store: &Store) -> Vec<Finding> {
    let city = match City::load(store, now()) {
        Ok(city) => city,
        Err(error) => return vec![wrong("city", error.to_string())],
    };
    let today = city.calendar.date(now());
    let policy = city.policy(now());
    let days = city.calendar.announced_until().map_or(0, |last| i64::from((last - today).get_days()));
    let calendar = if days >= DAYS_AHEAD {
        good("calendar", format!("days off are announced for {days} days ahead"))
    } else {
        let told = "deadlines beyond are assumed: bring the table of days up to date with the State Council's notice";
        let said = format!("days off are announced for {days} days ahead only; {told}");
        if days < 0 { wrong("calendar", said) } else { note("calendar", said) }
    };
    let bodies = city.directory.entries().len();
    let dead = city.directory.entries().iter().find(|entry| city.units.get(&entry.lead).is_none());
    let directory = match dead {
        Some(entry) => {
            wrong("directory", format!("entry {} names unit {}, which there is not", entry.code, entry.lead))
        }
        None => good("directory", format!("{bodies} entries, version {}", city.directory.version())),
    };
    let named = good(
        "city",
        format!(
            "{}, {} units, policy {} of {}",
            city.file.name,
            city.units.all().count(),
            policy.id,
            policy.from
        ),
    );
    vec![named, calendar, directory]
}
