//! A city whose clocks are put forward and back.

use domain::time::Limit;

use crate::fixture::*;

fn due(from: &str, limit: &str) -> domain::Moment {
    // A table of days of its own: here no week has a holiday.
    let days: String = std::iter::successors(Some(jiff::civil::date(2024, 3, 1)), |day| day.tomorrow().ok())
        .take(300)
        .map(|day| format!("{day},{},,\n", u8::from(day.weekday().to_monday_zero_offset() < 5)))
        .collect();
    let days = format!("date,works,name,source\n{days}");
    let calendar = calendar_in(&days, &["09:00-12:00", "13:00-17:00"], "America/New_York");
    let limit: Limit = limit.parse().expect("a limit");
    calendar.due(there(from), limit, true).expect("a moment")
}

fn there(text: &str) -> domain::Moment {
    moment_in(text, "America/New_York")
}

/// Sunday 10 March 2024 has 23 hours there.
#[test]
fn office_hours_are_those_on_the_wall() {
    assert_eq!(due("2024-03-08 16:00", "2 working hours"), there("2024-03-11 10:00"));
    assert_eq!(due("2024-03-08 10:00", "1 working day"), there("2024-03-11 17:00"));
}

#[test]
fn natural_hours_are_real_hours() {
    assert_eq!(due("2024-03-09 12:00", "24 natural hours"), there("2024-03-10 13:00"));
    // Sunday 3 November 2024 has 25.
    assert_eq!(due("2024-11-02 12:00", "24 natural hours"), there("2024-11-03 11:00"));
}

#[test]
fn a_natural_day_ends_at_midnight_however_long_it_was() {
    assert_eq!(due("2024-03-10 01:30", "1 natural day"), there("2024-03-12 00:00"));
    assert_eq!(due("2024-11-03 01:30", "1 natural day"), there("2024-11-05 00:00"));
}
