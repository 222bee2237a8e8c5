//! 日历: a table of days. Which days offices work is announced by the State
//! Council each year, make-up days included, and is data: nothing here knows
//! what a Monday is.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::Moment;

/// One day of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Which day.
    pub date: Date,
    /// Whether offices work.
    pub works: bool,
    /// The holiday, `周末`, the make-up day's name; empty for a plain
    /// working day.
    pub name: String,
    /// Whether the table only assumes it, because the year has not been
    /// announced, or says nothing of it at all.
    pub assumed: bool,
}

/// The days, the office hours of a working day, and the city's time zone.
#[derive(Debug, Clone)]
pub struct Calendar {
    pub(super) zone: TimeZone,
    first: Date,
    days: Vec<Day>,
    /// Opening and closing, in minutes of the day, in order.
    pub(super) office: Vec<(i64, i64)>,
}

/// Why a table of days cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// A row that cannot be read.
    #[error("row {row} of the table of days: {problem}")]
    Row {
        /// Counted from 1, the header included.
        row: usize,
        /// What is wrong with it.
        problem: String,
    },
    /// A table without a day.
    #[error("the table of days is empty")]
    Empty,
    /// Office hours that cannot be read or do not rise.
    #[error("office hours `{0}` are not of the form 09:00-12:00, rising and without overlap")]
    Office(String),
    /// A time zone that is not in the zone table.
    #[error("`{0}` is not a known time zone")]
    Zone(String),
}

/// One row of the table of days, as its file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayRow {
    /// Which day.
    pub date: Date,
    /// 1 when offices work, else 0.
    pub works: u8,
    /// The holiday, `周末`, the make-up day's name; empty for a plain working
    /// day.
    pub name: String,
    /// Where it was announced; `assumed` when it was not.
    pub source: String,
}

impl DayRow {
    /// Whether the year has not been announced.
    pub fn is_assumed(&self) -> bool {
        self.source == "assumed"
    }

    /// The rows of a table of days (`date,works,name,source`).
    ///
    /// # Errors
    /// Names the row that cannot be read, or before which a day is missing.
    pub fn read_all(csv: &str) -> Result<Vec<DayRow>, CalendarError> {
        let mut rows: Vec<DayRow> = Vec::new();
        for (index, row) in csv::Reader::from_reader(csv.as_bytes()).deserialize::<DayRow>().enumerate() {
            let wrong = |problem: String| CalendarError::Row { row: index + 2, problem };
            let row = row.map_err(|error| wrong(error.to_string()))?;
            if let Some(last) = rows.last() {
                let next = last.date.tomorrow().map_err(|error| wrong(error.to_string()))?;
                if next != row.date {
                    return Err(wrong(format!("{next} is missing before {}", row.date)));
                }
            }
            rows.push(row);
        }
        Ok(rows)
    }

    /// The table of days of these rows.
    pub fn write_all(rows: &[DayRow]) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in rows {
            // Into memory nothing fails.
            let _ = writer.serialize(row);
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

impl Calendar {
    /// Reads the table of days (`date,works,name,source`, one row for each
    /// day without a gap) and the office hours of a working day (`09:00-12:00`).
    ///
    /// # Errors
    /// Names the row, the hours or the zone that cannot be used.
    pub fn parse(csv: &str, office: &[String], zone: &str) -> Result<Self, CalendarError> {
        let day = |row: DayRow| {
            let assumed = row.is_assumed();
            Day { date: row.date, works: row.works != 0, name: row.name, assumed }
        };
        let days: Vec<Day> = DayRow::read_all(csv)?.into_iter().map(day).collect();
        let first = days.first().ok_or(CalendarError::Empty)?.date;
        let zone = TimeZone::get(zone).map_err(|_| CalendarError::Zone(zone.to_owned()))?;
        Ok(Self { zone, first, days, office: parse_office(office)? })
    }

    /// What the table says of a day. A day outside of it is taken for a
    /// working day and marked as assumed: a clock must not stop because a
    /// table was not brought up to date.
    pub fn day(&self, date: Date) -> Day {
        let index = (date - self.first).get_days();
        usize::try_from(index).ok().and_then(|index| self.days.get(index)).cloned().unwrap_or(Day {
            date,
            works: true,
            name: String::new(),
            assumed: true,
        })
    }

    pub(super) fn works(&self, date: Date) -> bool {
        let index = (date - self.first).get_days();
        usize::try_from(index).ok().and_then(|i| self.days.get(i)).is_none_or(|day| day.works)
    }

    /// The last day that was announced and not assumed.
    pub fn announced_until(&self) -> Option<Date> {
        self.days.iter().rev().find(|day| !day.assumed).map(|day| day.date)
    }

    /// The city's time zone.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The day of the city on which a moment lies.
    pub fn date(&self, at: Moment) -> Date {
        self.zone.to_datetime(at.timestamp()).date()
    }

    /// A moment as the city's clocks show it.
    pub fn local(&self, at: Moment) -> DateTime {
        self.zone.to_datetime(at.timestamp())
    }

    /// The moment at which the day of a moment ends.
    pub fn end_of_day(&self, at: Moment) -> Moment {
        self.moment(self.date(at), 1440)
    }

    pub(super) fn date_and_minute(&self, at: Moment) -> (Date, i64) {
        let local = self.zone.to_datetime(at.timestamp());
        (local.date(), i64::from(local.hour()) * 60 + i64::from(local.minute()))
    }

    /// The moment at which a day of the city begins.
    pub fn start_of(&self, date: Date) -> Moment {
        self.moment(date, 0)
    }

    /// The moment at which a minute of a day begins; 1440 is the day's end.
    pub(super) fn moment(&self, date: Date, minute: i64) -> Moment {
        let midnight = date.at(0, 0, 0, 0);
        let local = midnight.checked_add(jiff::Span::new().minutes(minute)).unwrap_or(midnight);
        match self.zone.to_ambiguous_timestamp(local).compatible() {
            Ok(at) => at.into(),
            Err(_) => Moment(i64::MAX),
        }
    }
}

fn parse_office(hours: &[String]) -> Result<Vec<(i64, i64)>, CalendarError> {
    let mut office: Vec<(i64, i64)> = Vec::new();
    for text in hours {
        let wrong = || CalendarError::Office(text.clone());
        let (from, to) = text.split_once('-').ok_or_else(wrong)?;
        let (from, to) = (minute_of_day(from).ok_or_else(wrong)?, minute_of_day(to).ok_or_else(wrong)?);
        if from >= to || office.last().is_some_and(|&(_, closed)| closed > from) {
            return Err(wrong());
        }
        office.push((from, to));
    }
    if office.is_empty() { Err(CalendarError::Office(String::new())) } else { Ok(office) }
}

fn minute_of_day(text: &str) -> Option<i64> {
    let (hour, minute) = text.trim().split_once(':')?;
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    let minutes = i64::from(hour) * 60 + i64::from(minute);
    (minute < 60 && minutes <= 1440).then_some(minutes)
}
