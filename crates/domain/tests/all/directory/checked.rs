//! What is wrong with a directory, with an example of each.

use domain::directory::*;
use domain::ids::MatterCode;
use jiff::civil::date;

use super::TODAY;
use crate::fixture::*;

fn volume(matter: &str, place: &str, orders: u64, example: &str) -> Volume {
    let (matter, place) = (matter.into(), place.into());
    Volume { matter, place, facts: Facts::default(), orders, example: example.to_owned() }
}

fn findings(entries: Vec<DirectoryEntry>, volumes: &[Volume]) -> Findings {
    let matters: Vec<MatterCode> = ["1001", "1002", "30"].map(Into::into).to_vec();
    let units = City::under("national")
        .units
        .ending([("u3".into(), Some("u4".into())), ("u4".into(), Some("u3".into()))]);
    check(&Directory::new(1, entries), TODAY, &units, &matters, volumes)
}

#[test]
fn a_directory_in_which_all_is_well() {
    let found =
        findings(vec![entry("a", "10", "u1"), entry("b", "30", "u2")], &[volume("1001", "p1", 5, "N1")]);
    assert_eq!((found.orders, found.orders_covered, found.entries), (5, 5, 2));
    assert!(found.contradictions.is_empty() && found.gaps.is_empty() && found.dead_units.is_empty());
    assert!(found.expired.is_empty() && found.past_review.is_empty() && found.cycles.is_empty());
}

#[test]
fn entries_contradict_only_where_both_can_hold() {
    let when = |hours: &str| Condition { hours: Some(hours.parse().expect("hours")), ..Condition::default() };
    let of = |subjects: &[Subject]| Condition { subjects: subjects.to_vec(), ..Condition::default() };
    let quarrels =
        |one: DirectoryEntry, other: DirectoryEntry| findings(vec![one, other], &[]).contradictions.len();
    let at = |code: &str, condition: Condition| DirectoryEntry { condition, ..entry(code, "10", "u1") };
    assert_eq!(quarrels(entry("a", "10", "u1"), entry("b", "10", "u2")), 1);
    assert_eq!(quarrels(at("a", when("22:00-06:00")), at("b", when("05:00-07:00"))), 1);
    assert_eq!(quarrels(at("a", when("22:00-06:00")), at("b", when("06:00-22:00"))), 0);
    assert_eq!(quarrels(at("a", of(&[Subject::Company])), at("b", of(&[Subject::Person]))), 0);
    let both = [Subject::Person, Subject::Company];
    assert_eq!(quarrels(at("a", of(&both)), at("b", of(&[Subject::Person]))), 1);
    // One that demands more is closer to the case, and goes first.
    assert_eq!(quarrels(entry("a", "10", "u1"), at("b", when("22:00-06:00"))), 0);
    // One after the other.
    let until = DirectoryEntry { until: Some(date(2025, 1, 1)), ..entry("a", "10", "u1") };
    let from = DirectoryEntry { from: date(2025, 1, 1), ..entry("b", "10", "u2") };
    assert_eq!(quarrels(until, from), 0);
}

#[test]
fn gaps_weigh_as_much_as_the_orders_that_fall_into_them() {
    let here = DirectoryEntry { place: Some("p1".into()), ..entry("here", "10", "u1") };
    let volumes =
        [volume("1001", "p1", 7, "N1"), volume("1001", "p2", 4, "N2"), volume("1002", "p2", 9, "N3")];
    let found = findings(vec![here], &volumes);
    let gaps: Vec<_> = found.gaps.iter().map(|gap| (gap.matter.as_str(), gap.orders)).collect();
    assert_eq!(gaps, [("1002", 9), ("1001", 4), ("30", 0)]);
    assert_eq!(found.gaps[1].example.as_deref(), Some("N2"));
    assert_eq!((found.orders, found.orders_covered), (20, 7));
}

#[test]
fn units_that_are_gone_and_entries_that_ran_out_are_named() {
    let assists = vec![AssistDuty { unit: "nowhere".into(), task: "look".to_owned() }];
    let found = findings(
        vec![
            DirectoryEntry { assists, ..entry("a", "10", "u3") },
            entry("b", "30", "village"),
            DirectoryEntry { until: Some(TODAY), ..entry("c", "50", "u1") },
            DirectoryEntry { until: Some(TODAY), ..entry("replaced", "10", "u1") },
            DirectoryEntry { review: Some(date(2024, 3, 3)), ..entry("d", "60", "u1") },
        ],
        &[],
    );
    let dead: Vec<_> = found.dead_units.iter().map(|dead| (dead.unit.as_str(), dead.why)).collect();
    assert_eq!(dead, [("u3", Unfit::Ended), ("nowhere", Unfit::Unknown), ("village", Unfit::Village)]);
    assert_eq!(found.dead_units[0].successor, Some("u4".into()));
    assert_eq!(found.expired.iter().map(|stale| stale.entry.as_str()).collect::<Vec<_>>(), ["c"]);
    assert_eq!(found.past_review.iter().map(|stale| stale.entry.as_str()).collect::<Vec<_>>(), ["d"]);
    // Each of the two ended in favour of the other.
    assert_eq!(found.cycles.len(), 1);
    assert_eq!(found.cycles[0].units, ["u3".into(), "u4".into()]);
}

#[test]
fn two_units_that_call_each_other_the_lead_go_round() {
    let assist = |unit: &str| vec![AssistDuty { unit: unit.into(), task: "help".to_owned() }];
    let one = DirectoryEntry { assists: assist("u2"), ..entry("one", "10", "u1") };
    let other =
        DirectoryEntry { assists: assist("u1"), level: DutyLevel::District, ..entry("other", "10", "u2") };
    let found = findings(vec![one, other], &[]);
    assert!(found.contradictions.is_empty(), "the city's goes first");
    assert_eq!(found.cycles[0].entries, ["one", "other"]);
}
