//! Moments as people say them.

use domain::Moment;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::call::Call;

/// Says moments of the city, as seen from now.
pub(super) struct Times {
    zone: TimeZone,
    now: Moment,
    english: bool,
}

impl Times {
    /// As seen from a call.
    pub fn of(call: &Call, english: bool) -> Self {
        Self::at(call.app.desk().city().calendar.zone().clone(), call.at, english)
    }

    /// As seen from a moment.
    pub fn at(zone: TimeZone, now: Moment, english: bool) -> Self {
        Self { zone, now, english }
    }

    /// Day and time; the year where it is not this one.
    pub fn moment(&self, at: Moment) -> String {
        let at = at.timestamp().to_zoned(self.zone.clone());
        let same = at.year() == self.today().year();
        let form = match (self.english, same) {
            (false, true) => "%-m月%-d日%H:%M",
            (false, false) => "%Y年%-m月%-d日%H:%M",
            (true, true) => "%-d %B, %H:%M",
            (true, false) => "%-d %B %Y, %H:%M",
        };
        at.strftime(form).to_string()
    }

    /// On which day since a moment it is now; its own day is the first.
    pub fn days_since(&self, at: Moment) -> i64 {
        let first = at.timestamp().to_zoned(self.zone.clone()).date();
        i64::from((self.today() - first).get_days()) + 1
    }

    /// The day.
    pub fn day(&self, at: Moment) -> String {
        let form = if self.english { "%-d %B %Y" } else { "%Y年%-m月%-d日" };
        at.timestamp().to_zoned(self.zone.clone()).strftime(form).to_string()
    }

    /// As a machine reads it, for `<time>`.
    pub fn machine(&self, at: Moment) -> String {
        at.timestamp().to_zoned(self.zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// Whole days of the calendar from one moment to another; negative when it
    /// lies before.
    pub fn days(&self, from: Moment, to: Moment) -> i64 {
        let date = |at: Moment| at.timestamp().to_zoned(self.zone.clone()).date();
        let span = date(from).duration_until(date(to));
        span.as_hours() / 24
    }

    /// Whole days of the calendar from now on.
    pub fn days_left(&self, to: Moment) -> i64 {
        self.days(self.now, to)
    }

    fn today(&self) -> Date {
        self.now.timestamp().to_zoned(self.zone.clone()).date()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(english: bool) -> Times {
        let zone = TimeZone::get("Asia/Shanghai").unwrap();
        // 2 March 2026, 10:00.
        Times::at(zone, Moment(1_772_416_800_000), english)
    }

    #[test]
    fn a_day_is_one_of_the_calendar() {
        let times = times(false);
        let evening = Moment(1_772_416_800_000 + 13 * 3_600_000);
        let night = evening.plus_minutes(120);
        assert_eq!(times.moment(evening), "3月2日23:00");
        assert_eq!((times.days_left(evening), times.days_left(night)), (0, 1));
        assert_eq!(times.days(night, evening), -1);
        assert_eq!(times.machine(night), "2026-03-03T01:00:00+08:00");
    }

    #[test]
    fn another_year_is_named() {
        assert_eq!(times(false).moment(Moment(0)), "1970年1月1日08:00");
        assert_eq!(times(true).moment(Moment(0)), "1 January 1970, 08:00");
    }
}
