//! The calendars that the State Council announced, worked out by hand. The
//! office closes at 18:00.

use jiff::civil::date;

use super::due;
use crate::fixture::*;

/// 2007: the last year with three golden weeks; 1 to 7 October off, 29 and 30
/// September (a weekend) worked.
#[test]
fn the_golden_weeks_of_2007() {
    // Friday 28 September; 29 and 30 are make-up days; 8 October is the third.
    assert_eq!(due("2007-09-28 10:00", "3 working days"), at("2007-10-08 18:00"));
    // May: 1 to 7 off, 28 and 29 April worked.
    assert_eq!(due("2007-04-27 10:00", "3 working days"), at("2007-04-30 18:00"));
    assert_eq!(due("2007-04-27 10:00", "4 working days"), at("2007-05-08 18:00"));
}

/// 2015-09-03, the 70th anniversary: off once, 3 to 5 September, with Sunday
/// the 6th worked.
#[test]
fn a_holiday_of_one_year_only() {
    // Wednesday 2; then Sunday 6 is the first, Monday 7 the second.
    assert_eq!(due("2015-09-02 10:00", "2 working days"), at("2015-09-07 18:00"));
    assert!(!CALENDAR.day(date(2015, 9, 3)).works);
    assert!(CALENDAR.day(date(2014, 9, 3)).works && CALENDAR.day(date(2016, 9, 2)).works);
}

/// Spring Festival 2020: 24 to 30 January, extended to 2 February by the
/// notice of 26 January; Sunday 19 January worked; Saturday 1 February, first
/// announced as a make-up day, is off.
#[test]
fn the_spring_festival_of_2020_was_extended() {
    // Friday 17; Sunday 19 is the first, 20 to 23 make five.
    assert_eq!(due("2020-01-17 10:00", "5 working days"), at("2020-01-23 18:00"));
    // Thursday 23; the next working day is Monday 3 February.
    assert_eq!(due("2020-01-23 10:00", "1 working day"), at("2020-02-03 18:00"));
}

/// 2023: Mid-Autumn and National Day, 29 September to 6 October; Saturday 7
/// and Sunday 8 October worked.
#[test]
fn mid_autumn_and_national_day_of_2023_together() {
    assert_eq!(due("2023-09-28 10:00", "1 working day"), at("2023-10-07 18:00"));
    assert_eq!(due("2023-09-28 10:00", "2 working days"), at("2023-10-08 18:00"));
    assert_eq!(due("2023-09-28 10:00", "5 working days"), at("2023-10-11 18:00"));
}

/// 2024: 10 to 17 February off; Sundays 4 and 18 February worked.
#[test]
fn the_make_up_sundays_of_2024() {
    // Friday 2; Sunday 4 is the first; 5 to 9 make six; 18, 19: seven, eight.
    assert_eq!(due("2024-02-02 10:00", "1 working day"), at("2024-02-04 18:00"));
    assert_eq!(due("2024-02-02 10:00", "7 working days"), at("2024-02-18 18:00"));
    assert_eq!(due("2024-02-02 10:00", "8 working days"), at("2024-02-19 18:00"));
}

#[test]
fn a_make_up_day_has_office_hours_like_any_other() {
    // Sunday 4 February 2024: an hour from 17:30 ends on Monday at 09:30.
    assert_eq!(due("2024-02-04 17:30", "1 working hour"), at("2024-02-05 09:30"));
}

#[test]
fn years_that_were_not_announced_are_marked() {
    let announced = CALENDAR.announced_until().expect("some are announced");
    assert_eq!(announced.year(), 2026);
    assert!(CALENDAR.day(date(2027, 3, 1)).assumed);
    assert!(!CALENDAR.day(date(2026, 3, 2)).assumed);
}
