//! 工作日历: the days of a year. Which days offices work is announced each
//! autumn; a year that was not announced yet is assumed, and says so.

use domain::policy::{Rules, moved};
use domain::time::{Calendar, DayRow};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{CityWrite, Document};

use super::writing::{Kept, Put, Standing, Version, json};
use crate::administrator::previews::{Preview, preview_of};
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Shown;

const KIND: &str = "calendar";

/// Which year.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "WhichCalendarYear")]
pub(super) struct Which {
    /// The year; this one, when it is not said.
    year: Option<i16>,
}

/// What a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum DayKind {
    /// 工作日
    Workday,
    /// 周末
    Weekend,
    /// 节假日
    Holiday,
    /// 调休上班
    MakeUpDay,
}

/// One day.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "CalendarDay")]
struct OneDay {
    /// Which day.
    date: Date,
    /// What it is.
    kind: DayKind,
    /// The holiday, or what the make-up day is for.
    #[serde(default)]
    name: String,
    /// Where it was announced.
    #[serde(default)]
    source: String,
    /// Whether the year has not been announced.
    #[serde(default)]
    assumed: bool,
}

/// The days of a year, and what the table is about.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CalendarYear")]
pub(super) struct Year {
    /// The table's name.
    calendar: String,
    /// Its first and last day.
    covers: (Date, Date),
    /// The last day that was announced and not assumed.
    announced_until: Option<Date>,
    /// The days of the year that it knows.
    days: Vec<OneDay>,
}

/// Days, as they are to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "WantedDays")]
pub(super) struct Wanted {
    /// The days that change; those behind the table's end come without a gap.
    days: Vec<OneDay>,
    /// 依据: the announcement.
    #[serde(default)]
    basis: String,
}

/// What weekends are called in the table of days.
const WEEKEND: &str = "周末";

impl OneDay {
    fn of(row: &DayRow) -> Self {
        let kind = match (row.works != 0, row.name.as_str()) {
            (true, "") => DayKind::Workday,
            (true, _) => DayKind::MakeUpDay,
            (false, WEEKEND) => DayKind::Weekend,
            (false, _) => DayKind::Holiday,
        };
        let assumed = row.is_assumed();
        Self { date: row.date, kind, name: row.name.clone(), source: row.source.clone(), assumed }
    }

    fn row(&self) -> Result<DayRow, Problem> {
        let named = matches!(self.kind, DayKind::Holiday | DayKind::MakeUpDay);
        let name = self.name.trim();
        let fits = !named || (!name.is_empty() && name != WEEKEND && name.chars().count() <= 40);
        if !fits {
            return Err(Problem::bad_value(
                "days",
                format!("{}: say which holiday it belongs to", self.date),
            ));
        }
        let name = match self.kind {
            DayKind::Workday => "",
            DayKind::Weekend => WEEKEND,
            DayKind::Holiday | DayKind::MakeUpDay => name,
        };
        let source = if self.assumed { "assumed" } else { self.source.trim() };
        Ok(DayRow {
            date: self.date,
            works: matches!(self.kind, DayKind::Workday | DayKind::MakeUpDay).into(),
            name: name.to_owned(),
            source: source.to_owned(),
        })
    }
}

/// The table of days that holds.
fn table(call: &Call) -> Result<(Document, Vec<DayRow>), Problem> {
    let desk = call.app.desk();
    let name = &desk.city().file.calendar;
    let documents = desk.store().documents(KIND, call.at)?;
    let document = documents.into_iter().find(|document| &document.name == name).ok_or(Problem::Internal)?;
    let rows = DayRow::read_all(&document.body).map_err(|_| Problem::Internal)?;
    Ok((document, rows))
}

pub(super) fn list(call: &Call, which: Which) -> Result<Shown<Kept<Year>>, Problem> {
    let (document, rows) = table(call)?;
    let desk = call.app.desk();
    let calendar = &desk.city().calendar;
    let year = which.year.unwrap_or_else(|| calendar.date(call.at).year());
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Err(Problem::Internal) };
    let entry = Year {
        calendar: document.name.clone(),
        covers: (first.date, last.date),
        announced_until: calendar.announced_until(),
        days: rows.iter().filter(|row| row.date.year() == year).map(OneDay::of).collect(),
    };
    let standing = Standing::of(desk.store(), KIND)?;
    Ok(Shown(standing.keep(&document.name, entry)))
}

/// So many days are changed at once.
const MOST_DAYS: usize = 800;

/// The table with the days that are wanted, and the calendar of it.
fn changed(call: &Call, mut rows: Vec<DayRow>, wanted: &Wanted) -> Result<(Vec<DayRow>, Calendar), Problem> {
    if wanted.days.is_empty() || wanted.days.len() > MOST_DAYS {
        return Err(Problem::bad_value("days", format!("1 to {MOST_DAYS} days are changed at once")));
    }
    for day in &wanted.days {
        let row = day.row()?;
        match rows.binary_search_by_key(&row.date, |known| known.date) {
            Ok(at) => rows[at] = row,
            Err(at) if at == rows.len() => rows.push(row),
            Err(_) => {
                return Err(Problem::bad_value("days", format!("{} lies before the table", row.date)));
            }
        }
    }
    let desk = call.app.desk();
    let file = &desk.city().file;
    let calendar = Calendar::parse(&DayRow::write_all(&rows), &file.office.hours, &file.zone);
    let calendar = calendar.map_err(|error| Problem::bad_value("days", error))?;
    Ok((rows, calendar))
}

pub(super) fn put(call: &Call, said: Wanted) -> Result<Shown<Version>, Problem> {
    let (document, rows) = table(call)?;
    let dates: Vec<Date> = said.days.iter().map(|day| day.date).collect();
    let of = |rows: &[DayRow]| -> Vec<OneDay> {
        rows.iter().filter(|row| dates.contains(&row.date)).map(OneDay::of).collect()
    };
    let was = json(&of(&rows));
    let (rows, _) = changed(call, rows, &said)?;
    let name = document.name.clone();
    let next = Document {
        version: document.version + 1,
        body: DayRow::write_all(&rows),
        in_force_from: call.at,
        ..document
    };
    let became = json(&of(&rows));
    let put = Put { kind: KIND, code: &name, was, became, basis: &said.basis, ends: None };
    put.write(call, CityWrite::Document(next))
}

pub(super) fn preview(call: &Call, said: Wanted) -> Result<Shown<Preview>, Problem> {
    let (_, rows) = table(call)?;
    let (_, calendar) = changed(call, rows, &said)?;
    let desk = call.app.desk();
    let city = desk.city();
    let policy = city.policy(call.at);
    let (now, other) = (Rules { policy, calendar: &city.calendar }, Rules { policy, calendar: &calendar });
    preview_of(call, None, |order| moved(order, now, other)).map(Shown)
}
