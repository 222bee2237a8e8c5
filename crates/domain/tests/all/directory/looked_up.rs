//! Which entry wins, and why the others do not.

use domain::directory::*;
use domain::ids::{MatterCode, PlaceCode};

use super::{TODAY, asks};
use crate::fixture::*;

fn stalls() -> Directory {
    let when = |hours: Option<&str>, season: Option<&str>| Condition {
        hours: hours.map(|text| text.parse().expect("hours")),
        season: season.map(|text| text.parse().expect("a season")),
        ..Condition::default()
    };
    let of = |subject| Condition { subjects: vec![subject], ..Condition::default() };
    Directory::new(
        1,
        vec![
            entry("stalls", "10", "u1"),
            DirectoryEntry { condition: when(Some("22:00-06:00"), None), ..entry("night", "10", "u2") },
            DirectoryEntry { condition: when(None, Some("11-15..03-15")), ..entry("heating", "20", "u3") },
            DirectoryEntry { condition: of(Subject::Company), ..entry("firms", "30", "u4") },
            DirectoryEntry { place: Some("p1".into()), ..entry("here", "30", "u1") },
        ],
    )
}

#[test]
fn the_time_of_day_decides_and_may_lie_behind_midnight() {
    let wins = |time| asks(&stalls(), "1001", "p1", Some(time), Facts::default()).0.expect("a winner");
    assert_eq!(wins("2024-03-04 21:59"), "stalls");
    assert_eq!(wins("2024-03-04 22:00"), "night");
    assert_eq!(wins("2024-03-05 05:59"), "night");
    assert_eq!(wins("2024-03-05 06:00"), "stalls");
}

#[test]
fn a_season_includes_both_days_and_runs_over_the_new_year() {
    let wins = |time| asks(&stalls(), "20", "p1", Some(time), Facts::default()).0.is_some();
    assert!(wins("2023-11-15 09:00") && wins("2024-02-29 09:00") && wins("2024-03-15 23:59"));
    assert!(!wins("2023-11-14 23:59") && !wins("2024-03-16 00:00"));
}

#[test]
fn what_is_not_known_wins_nothing_silently() {
    let nothing = Facts::default();
    let company = Facts { subject: Some(Subject::Company), ..nothing };
    let person = Facts { subject: Some(Subject::Person), ..nothing };
    let named = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    // Elsewhere there is no other entry: it is offered, and does not win.
    assert_eq!(asks(&stalls(), "30", "p2", None, nothing), (None, named(&["firms"])));
    assert_eq!(asks(&stalls(), "30", "p2", None, company), (Some("firms".to_owned()), named(&[])));
    assert_eq!(asks(&stalls(), "30", "p2", None, person), (None, named(&[])));
    // Here a closer place goes before it whatever comes to be known.
    assert_eq!(asks(&stalls(), "30", "p1", None, nothing), (Some("here".to_owned()), named(&[])));
    // The time is not known: the night's entry is offered beside the winner.
    assert_eq!(asks(&stalls(), "10", "p1", None, nothing), (Some("stalls".to_owned()), named(&["night"])));
}

#[test]
fn every_entry_that_does_not_win_says_why() {
    let directory = Directory::new(
        1,
        vec![
            DirectoryEntry { level: DutyLevel::District, ..entry("district", "1001", "office") },
            entry("winner", "1001", "u1"),
            DirectoryEntry { place: Some("p2".into()), ..entry("elsewhere", "1001", "u2") },
            DirectoryEntry { until: Some(TODAY), ..entry("over", "1001", "u2") },
            entry("wide", "10", "u3"),
            entry("twin", "1001", "u4"),
            DirectoryEntry {
                condition: Condition { ownerships: vec![Ownership::Private], ..Condition::default() },
                ..entry("private", "1001", "u4")
            },
        ],
    );
    let (matter, place) = (MatterCode::from("1001"), PlaceCode::from("p1"));
    let facts = Facts { ownership: Some(Ownership::Common), subject: None };
    let asked = Question { matter: &matter, place: &place, on: TODAY, time: None, facts };
    let found = directory.look_up(&asked);
    assert_eq!(found.winner.map(|entry| entry.code.as_str()), Some("winner"));
    let mut why: Vec<_> = found.others.iter().map(|(entry, why)| (entry.code.as_str(), *why)).collect();
    why.sort();
    let expected = [
        ("district", Lost::LevelTooLow),
        ("elsewhere", Lost::OtherPlace),
        ("over", Lost::NotInForce),
        ("private", Lost::OtherOwner),
        ("twin", Lost::Tied),
        ("wide", Lost::MatterTooWide),
    ];
    assert_eq!(why, expected);
}

#[test]
fn what_was_ruled_goes_before_what_is_listed() {
    let ruled = DirectoryEntry { ruling: Some("R-1".to_owned()), ..entry("ruled", "10", "u3") };
    let directory = Directory::new(1, vec![entry("closer", "1001", "u1"), ruled]);
    let (winner, _) = asks(&directory, "1001", "p1", None, Facts::default());
    assert_eq!(winner.as_deref(), Some("ruled"));
}

#[test]
fn times_and_seasons_are_written_in_one_way() {
    for text in ["22:00-06:00", "00:00-23:59"] {
        assert_eq!(text.parse::<Hours>().expect("hours").to_string(), text);
    }
    for text in ["11-15..03-15", "02-29..02-29", "12-31..01-01"] {
        assert_eq!(text.parse::<Season>().expect("a season").to_string(), text);
    }
    for text in ["", "22:00", "24:00-06:00", "6:00-7:00", "06:00-06:00", "22:60-23:00", "22:00-06:00-07:00"] {
        assert!(text.parse::<Hours>().is_err(), "{text}");
    }
    for text in ["", "11-15", "13-01..02-01", "02-30..03-01", "1-1..2-2", "11-15-03-15"] {
        assert!(text.parse::<Season>().is_err(), "{text}");
    }
}

/// The entry's own time and proof go with the part; an urgent order keeps the
/// policy's time.
#[test]
fn an_entrys_limit_and_evidence_go_with_the_part() {
    use domain::codes::{ClockKind, EvidenceKind, Level};
    let sent = |level| {
        let mut story = Story::about("4001");
        story.does(&dispatcher(), classify_pole(Ownership::Utility)).does(&operator(), grade(level));
        story.does(&dispatcher(), dispatch("u4", by_directory("poles")));
        story
    };
    let ordinary = sent(Level::Ordinary);
    assert_eq!(ordinary.order.parts[0].evidence, [EvidenceKind::Document]);
    assert_eq!(ordinary.due(ClockKind::Handling, 1), at("2024-03-06 18:00"));
    assert!(sent(Level::Urgent).due(ClockKind::Handling, 1) < at("2024-03-06 18:00"));
}
