//! Counting: working and natural days, half days, office minutes.

use super::due;
use crate::fixture::*;

/// 民法典 201: the day on which a limit begins does not count.
#[test]
fn the_first_day_does_not_count_at_whatever_hour() {
    for hour in ["00:00", "09:00", "17:59", "23:59"] {
        assert_eq!(due(&format!("2024-03-04 {hour}"), "1 working day"), at("2024-03-05 18:00"));
    }
}

/// 民法典 203: a last day that is a day off is put off to the next that works.
#[test]
fn natural_days_that_end_on_a_holiday_end_after_it() {
    // Seven days after Thursday 26 September 2024: 3 October, a holiday until
    // the 7th; the 8th is a working day, and counts to its end.
    assert_eq!(due("2024-09-26 10:00", "7 natural days"), at("2024-10-09 00:00"));
    // A make-up Sunday is a working day: 4 February 2024.
    assert_eq!(due("2024-01-28 10:00", "7 natural days"), at("2024-02-05 00:00"));
    let limit = "7 natural days".parse().expect("a limit");
    assert_eq!(CALENDAR.due(at("2024-09-26 10:00"), limit, false), Some(at("2024-10-04 00:00")));
}

/// Half a day is four office hours.
#[test]
fn half_a_day_goes_over_lunch_and_over_night() {
    assert_eq!(due("2024-03-04 09:00", "0.5 working days"), at("2024-03-04 14:00"));
    assert_eq!(due("2024-03-04 16:00", "0.5 working days"), at("2024-03-05 11:00"));
    assert_eq!(due("2024-03-04 09:00", "0.5 natural days"), at("2024-03-04 21:00"));
}

#[test]
fn office_minutes_stand_still_at_lunch() {
    assert_eq!(due("2024-03-04 11:50", "30 working minutes"), at("2024-03-04 13:20"));
    assert_eq!(due("2024-03-04 12:30", "30 working minutes"), at("2024-03-04 13:30"));
    assert_eq!(CALENDAR.office_minutes(at("2024-03-04 11:50"), at("2024-03-04 13:20")), 30);
    assert_eq!(CALENDAR.office_minutes(at("2024-03-04 13:20"), at("2024-03-04 11:50")), 0);
}

#[test]
fn what_comes_in_at_night_begins_in_the_morning() {
    assert_eq!(due("2024-03-04 22:00", "2 working hours"), at("2024-03-05 11:00"));
    assert_eq!(due("2024-03-05 06:00", "2 working hours"), at("2024-03-05 11:00"));
    // Friday night before a free weekend.
    assert_eq!(due("2024-03-08 19:00", "2 working hours"), at("2024-03-11 11:00"));
}

#[test]
fn a_whole_office_day_ends_when_the_office_closes() {
    assert_eq!(due("2024-03-04 09:00", "8 working hours"), at("2024-03-04 18:00"));
    assert_eq!(due("2024-03-04 09:00", "9 working hours"), at("2024-03-05 10:00"));
}

#[test]
fn natural_minutes_do_not_look_at_the_office() {
    assert_eq!(due("2024-02-09 23:50", "15 natural minutes"), at("2024-02-10 00:05"));
    assert_eq!(due("2024-02-09 23:50", "24 natural hours"), at("2024-02-10 23:50"));
}

#[test]
fn what_another_law_sets_is_not_counted() {
    let limit = "by law".parse().expect("a limit");
    assert_eq!(CALENDAR.due(at("2024-03-04 09:00"), limit, true), None);
}

#[test]
fn a_share_is_counted_as_its_limit_counts() {
    // From Monday 10:00 to the next Monday 18:00 there are 7 + 5 × 8 = 47
    // office hours; half of them are over on Thursday at 09:30.
    let (from, limit) = (at("2024-03-04 10:00"), "5 working days".parse().expect("a limit"));
    let until = CALENDAR.due(from, limit, true).expect("a moment");
    assert_eq!(CALENDAR.office_minutes(from, until), 47 * 60);
    assert_eq!(CALENDAR.share(from, until, limit, 50), at("2024-03-07 09:30"));
    let natural = "24 natural hours".parse().expect("a limit");
    let until = CALENDAR.due(from, natural, true).expect("a moment");
    assert_eq!(CALENDAR.share(from, until, natural, 75), at("2024-03-05 04:00"));
}

#[test]
fn after_the_last_day_of_the_table_every_day_is_taken_to_work() {
    let end = at("2040-12-29 10:00");
    assert_eq!(
        CALENDAR.due(end, "2 working days".parse().expect("a limit"), true),
        Some(at("2040-12-31 18:00"))
    );
    assert!(CALENDAR.day(jiff::civil::date(1990, 1, 1)).assumed);
}
