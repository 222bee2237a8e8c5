//! The ways in which exports write a moment.

use jiff::civil::{Date, DateTime};
use jiff::fmt::strtime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::Deserialize;

/// One way to write a moment. A moment without a zone is in the mapping's zone; a day alone means its first second.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "String")]
pub enum DateFormat {
    /// `iso`: `2026-01-31T08:00:00+08:00`, `2026-01-31 08:00:00`, `2026-01-31`.
    Iso,
    /// `epoch_ms`: milliseconds since 1970.
    EpochMillis,
    /// `epoch_s`: seconds since 1970.
    EpochSeconds,
    /// `excel`: days since 30 December 1899, with a fraction.
    Excel,
    /// `digits8`: begins with eight digits, `20260131…`, as ticket numbers do.
    Digits8,
    /// Anything with a `%`: a strptime format, such as `%m/%d/%Y %I:%M:%S %p`.
    Pattern(String),
}

impl TryFrom<String> for DateFormat {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        match name.as_str() {
            "iso" => Ok(Self::Iso),
            "epoch_ms" => Ok(Self::EpochMillis),
            "epoch_s" => Ok(Self::EpochSeconds),
            "excel" => Ok(Self::Excel),
            "digits8" => Ok(Self::Digits8),
            pattern if pattern.contains('%') => Ok(Self::Pattern(name)),
            _ => Err(format!(
                "`dates` has \"{name}\": give iso, epoch_ms, epoch_s, excel, digits8 or a pattern with %"
            )),
        }
    }
}

impl DateFormat {
    /// The moment, or `None` if the text is not written so. What lies before 1970 is a filler
    /// such as `0001-01-01` and counts as unreadable.
    pub fn read(&self, text: &str, zone: &TimeZone) -> Option<Timestamp> {
        let moment = match self {
            Self::Iso => iso(text, zone)?,
            Self::EpochMillis => Timestamp::from_millisecond(whole(text, 100_000_000_000)?).ok()?,
            Self::EpochSeconds => Timestamp::from_second(whole(text, 100_000_000)?).ok()?,
            Self::Excel => excel(text, zone)?,
            Self::Digits8 => digits8(text, zone)?,
            Self::Pattern(pattern) => by_pattern(pattern, text, zone)?,
        };
        (moment >= Timestamp::UNIX_EPOCH).then_some(moment)
    }
}

fn iso(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    // The offset, where there is one, says more than the mapping's zone.
    text.parse::<Timestamp>().ok().or_else(|| zone.to_timestamp(text.parse::<DateTime>().ok()?).ok())
}

/// A whole number not below `least`: a smaller one is no moment but a number of something else.
fn whole(text: &str, least: i64) -> Option<i64> {
    text.parse::<i64>().ok().filter(|n| *n >= least)
}

fn excel(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    let days = text.parse::<f64>().ok()?;
    if !(25_569.0..100_000.0).contains(&days) {
        return None;
    }
    let start = Date::new(1899, 12, 30).ok()?.at(0, 0, 0, 0);
    let seconds = (days * 86_400.0).round() as i64;
    zone.to_timestamp(start.checked_add(seconds.seconds()).ok()?).ok()
}

fn digits8(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    let digits = text.get(..8).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
    let day = Date::new(digits[..4].parse().ok()?, digits[4..6].parse().ok()?, digits[6..].parse().ok()?);
    zone.to_timestamp(day.ok()?.at(0, 0, 0, 0)).ok()
}

fn by_pattern(pattern: &str, text: &str, zone: &TimeZone) -> Option<Timestamp> {
    let parts = strtime::parse(pattern, text).ok()?;
    if parts.offset().is_some() {
        return parts.to_timestamp().ok();
    }
    let moment = parts.to_datetime().or_else(|_| parts.to_date().map(|day| day.at(0, 0, 0, 0)));
    zone.to_timestamp(moment.ok()?).ok()
}
