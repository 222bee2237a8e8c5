//! Counting: when a limit ends, how much office time lies between two
//! moments. Every function that counts days tells its steps to a listener,
//! so that the count and its explanation cannot differ.

use jiff::civil::Date;

use super::{Calendar, Counting, Limit, Moment, Step};

impl Calendar {
    /// When a limit that starts at `from` ends; `None` for a limit that
    /// another law sets. `rolls` says that natural days which end on a day
    /// off end with the next working day (民法典 203).
    pub fn due(&self, from: Moment, limit: Limit, rolls: bool) -> Option<Moment> {
        self.count(from, limit, rolls, &mut |_| {})
    }

    /// The moment at which `percent` of the time between two moments has
    /// passed, counted as the limit counts.
    pub fn share(&self, from: Moment, due: Moment, limit: Limit, percent: u8) -> Moment {
        match limit {
            Limit::Minutes(_, Counting::Working) | Limit::Days(_, Counting::Working) => {
                let minutes = self.office_minutes(from, due) * i64::from(percent) / 100;
                self.add_office_minutes(from, minutes, &mut |_| {})
            }
            _ => from.plus_millis(due.millis_since(from) / 100 * i64::from(percent)),
        }
    }

    /// Office time between two moments, in minutes; 0 when `to` lies before
    /// `from`.
    pub fn office_minutes(&self, from: Moment, to: Moment) -> i64 {
        let (mut date, from_minute) = self.date_and_minute(from);
        let (last, to_minute) = self.date_and_minute(to);
        if to <= from {
            return 0;
        }
        let mut total = 0;
        let mut begin = from_minute;
        while date <= last {
            let end = if date == last { to_minute } else { 1440 };
            if self.works(date) {
                total += self.office_between(begin, end);
            }
            begin = 0;
            let Ok(next) = date.tomorrow() else { break };
            date = next;
        }
        total
    }

    pub(super) fn count(
        &self,
        from: Moment,
        limit: Limit,
        rolls: bool,
        tell: &mut dyn FnMut(Step),
    ) -> Option<Moment> {
        let at = match limit {
            Limit::ByLaw => return None,
            Limit::Minutes(n, Counting::Natural) => {
                tell(Step::NaturalMinutes { minutes: n });
                from.plus_minutes(i64::from(n))
            }
            Limit::Minutes(n, Counting::Working) => self.add_office_minutes(from, i64::from(n), tell),
            Limit::Days(n, Counting::Working) => self.add_working_days(from, n, tell),
            Limit::Days(n, Counting::Natural) => self.add_natural_days(from, n, rolls, tell),
        };
        tell(Step::Due { at });
        Some(at)
    }

    /// Office time is spent minute by minute from the moment on; time outside
    /// the office hours does not count.
    pub(super) fn add_office_minutes(
        &self,
        from: Moment,
        minutes: i64,
        tell: &mut dyn FnMut(Step),
    ) -> Moment {
        let (mut date, mut begin) = self.date_and_minute(from);
        let mut left = minutes.max(0);
        loop {
            if self.tell_whether_it_works(date, tell) {
                let here = self.office_between(begin, 1440);
                if here >= left {
                    tell(Step::OfficeTime { date, minutes: left });
                    return self.moment(date, self.office_minute_after(begin, left)).max(from);
                }
                if here > 0 {
                    tell(Step::OfficeTime { date, minutes: here });
                    left -= here;
                }
            }
            begin = 0;
            let Ok(next) = date.tomorrow() else { return self.moment(date, self.closing()).max(from) };
            date = next;
        }
    }

    fn add_working_days(&self, from: Moment, days: u32, tell: &mut dyn FnMut(Step)) -> Moment {
        let (mut date, _) = self.date_and_minute(from);
        tell(Step::StartDay { date });
        let mut nth = 0;
        while nth < days {
            let Ok(next) = date.tomorrow() else { break };
            date = next;
            if self.tell_whether_it_works(date, tell) {
                nth += 1;
                let day = self.day(date);
                tell(Step::WorkingDay { date, nth, name: day.name });
            }
        }
        self.moment(date, self.closing())
    }

    fn add_natural_days(&self, from: Moment, days: u32, rolls: bool, tell: &mut dyn FnMut(Step)) -> Moment {
        let (first, _) = self.date_and_minute(from);
        tell(Step::StartDay { date: first });
        let span = jiff::Span::new().try_days(i64::from(days));
        let last = span.and_then(|span| first.checked_add(span)).unwrap_or(Date::MAX);
        tell(Step::NaturalDays { days, last });
        let mut date = last;
        while rolls && !self.works(date) {
            tell(Step::Rolls { date, name: self.day(date).name });
            let Ok(next) = date.tomorrow() else { break };
            date = next;
        }
        self.moment(date, 1440)
    }

    fn tell_whether_it_works(&self, date: Date, tell: &mut dyn FnMut(Step)) -> bool {
        let works = self.works(date);
        let day = self.day(date);
        if !works {
            tell(Step::DayOff { date, name: day.name });
        }
        if day.assumed {
            tell(Step::Assumed { date });
        }
        works
    }

    fn office_between(&self, begin: i64, end: i64) -> i64 {
        self.office.iter().map(|&(open, close)| (close.min(end) - open.max(begin)).max(0)).sum()
    }

    /// The minute of the day at which `left` minutes of office time after
    /// `begin` have passed.
    fn office_minute_after(&self, begin: i64, mut left: i64) -> i64 {
        for &(open, close) in &self.office {
            let start = open.max(begin);
            let here = (close - start).max(0);
            if here >= left && here > 0 {
                return start + left;
            }
            left -= here;
        }
        self.closing()
    }

    fn closing(&self) -> i64 {
        self.office.last().map_or(1440, |&(_, close)| close)
    }
}
