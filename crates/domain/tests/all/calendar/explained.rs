//! A deadline tells how it was counted, as a citizen could be told.

use domain::codes::{ClockKind, PauseReason};
use domain::handling::Resume;
use domain::time::{ClockChange, Limit, Step};

use crate::fixture::*;

/// One line for each step.
fn told(steps: &[Step]) -> Vec<String> {
    steps.iter().map(line).collect()
}

fn line(step: &Step) -> String {
    let clock = |at: &domain::Moment| {
        let local = CALENDAR.zone().to_datetime(at.timestamp());
        local.strftime("%a %m-%d %H:%M").to_string()
    };
    let day = |date: &jiff::civil::Date| date.strftime("%a %m-%d").to_string();
    match step {
        Step::Started { at, limit: Some(limit) } => format!("received {}: {limit}", clock(at)),
        Step::Started { at, limit: None } => format!("received {}", clock(at)),
        Step::StartDay { date } => format!("{} does not count", day(date)),
        Step::DayOff { date, name } => format!("{} is off: {name}", day(date)),
        Step::WorkingDay { date, nth, name } => {
            format!("{} is day {nth} {name}", day(date)).trim_end().to_owned()
        }
        Step::OfficeTime { date, minutes } => format!("{}: {minutes} minutes", day(date)),
        Step::NaturalMinutes { minutes } => format!("{minutes} minutes"),
        Step::NaturalDays { days, last } => format!("{days} days, to {}", day(last)),
        Step::Rolls { date, name } => format!("{} is off, so on: {name}", day(date)),
        Step::Assumed { date } => format!("{} is assumed", day(date)),
        Step::Due { at } => format!("due {}", clock(at)),
        Step::Changed { change } => match change {
            ClockChange::Paused { at, reason } => format!("held {}: {reason}", clock(at)),
            ClockChange::Resumed { at, .. } => format!("runs on {}", clock(at)),
            ClockChange::Extended { at, by, .. } => format!("extended {} by {by}", clock(at)),
            ClockChange::Reset { at, limit, .. } => format!("set anew {}: {limit}", clock(at)),
            ClockChange::Restarted { at } => format!("runs again {}", clock(at)),
        },
        Step::Stopped { at } => format!("stopped {}", clock(at)),
    }
}

fn explain(from: &str, limit: &str) -> Vec<String> {
    let limit: Limit = limit.parse().expect("a limit");
    told(&CALENDAR.explain(at(from), limit, true))
}

/// Friday before Tomb-Sweeping Day 2022 (3 to 5 April off, Saturday 2 worked).
#[test]
fn over_a_weekend_and_a_holiday() {
    assert_eq!(
        explain("2022-04-01 16:10", "2 working days"),
        [
            "received Fri 04-01 16:10: 2 working days",
            "Fri 04-01 does not count",
            "Sat 04-02 is day 1 清明节调休上班",
            "Sun 04-03 is off: 清明节",
            "Mon 04-04 is off: 清明节",
            "Tue 04-05 is off: 清明节",
            "Wed 04-06 is day 2",
            "due Wed 04-06 18:00",
        ]
    );
}

#[test]
fn office_time_is_told_day_by_day() {
    assert_eq!(
        explain("2024-03-08 16:00", "4 working hours"),
        [
            "received Fri 03-08 16:00: 4 working hours",
            "Fri 03-08: 120 minutes",
            "Sat 03-09 is off: 周末",
            "Sun 03-10 is off: 周末",
            "Mon 03-11: 120 minutes",
            "due Mon 03-11 11:00",
        ]
    );
}

/// 民法典 203.
#[test]
fn natural_days_tell_why_they_end_later() {
    assert_eq!(
        explain("2024-03-04 10:00", "5 natural days"),
        [
            "received Mon 03-04 10:00: 5 natural days",
            "Mon 03-04 does not count",
            "5 days, to Sat 03-09",
            "Sat 03-09 is off, so on: 周末",
            "Sun 03-10 is off, so on: 周末",
            "due Tue 03-12 00:00",
        ]
    );
}

#[test]
fn days_that_nobody_announced_yet_are_told() {
    let told = explain("2027-12-31 10:00", "1 working day");
    assert!(told.contains(&"Mon 01-03 is assumed".to_owned()), "{told:?}");
}

#[test]
fn a_clock_tells_what_moved_and_held_it() {
    let mut story = Story::handling();
    story.does(&handler("u1"), ask_extension(1, "1 working day")).does(&dispatcher(), judge_extension(true));
    story.at("2024-03-05 09:00").does(&handler("u1"), pause(1, PauseReason::Judicial));
    story.at("2024-03-06 09:00").does(&handler("u1"), Resume { part: 1 });
    let steps = told(&story.clock(ClockKind::Handling, 1).explain(&CALENDAR, true));
    assert_eq!(
        steps[steps.len() - 4..],
        [
            "due Mon 03-11 18:00",
            "extended Mon 03-04 11:00 by 1 working days",
            "held Tue 03-05 09:00: judicial",
            "runs on Wed 03-06 09:00",
        ]
    );
    // Tuesday to the extended Tuesday, six office days, from Wednesday on.
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-13 18:00"));
}
