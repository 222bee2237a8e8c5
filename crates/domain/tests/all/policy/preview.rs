//! What other rules would do to an order in hand, and a pack with some of its
//! numbers changed.

use domain::codes::ClockKind;
use domain::policy::{Moved, Packs, Policy, PolicyNumber, Rules, amend, moved, paths};

use crate::fixture::*;

fn number(path: &str, value: serde_json::Value) -> PolicyNumber {
    PolicyNumber { path: path.to_owned(), value, basis: "the city's rules, article 8".to_owned() }
}

fn changed(changes: &[PolicyNumber]) -> Result<Policy, String> {
    let on = jiff::civil::date(2024, 1, 1);
    let text = amend("national", &pack_text("national"), &policy("national"), changes, 2, on);
    let files = [("national".to_owned(), text.map_err(|error| error.to_string())?)];
    let packs = Packs::parse(&files).map_err(|error| error.to_string())?;
    Ok(packs.versions("national").expect("the pack").last().expect("a version").clone())
}

fn would_move(story: &Story, changes: &[PolicyNumber]) -> Vec<Moved> {
    let other = changed(changes).expect("a pack that agrees with itself");
    let now = Rules { policy: &story.city.policy, calendar: &CALENDAR };
    moved(&story.order, now, Rules { policy: &other, calendar: &CALENDAR })
}

#[test]
fn a_number_is_changed_with_its_basis_and_nothing_else_is() {
    let other = changed(&[number("redo.most", 3.into())]).expect("a pack");
    assert_eq!((other.redo.most.value, other.version), (3, 2));
    assert_eq!(other.redo.most.basis, "the city's rules, article 8");
    let own = policy("national");
    let differ = own.numbers().into_iter().filter(|number| !other.numbers().contains(number)).count();
    assert_eq!(differ, 1);
    assert_eq!(paths(&pack_text("national")).len(), own.numbers().len());
}

#[test]
fn a_change_that_cannot_be_is_named() {
    let refusal = |change: PolicyNumber| changed(&[change]).expect_err("it cannot be");
    assert_eq!(
        refusal(number("limits.none", 1.into())),
        "policy national: limits.none: there is no such number in this pack"
    );
    assert!(refusal(number("limits.sign", 1.into())).contains("no such number"));
    assert!(refusal(number("redo.most", "many".into())).contains("redo.most.value"));
    assert!(refusal(number("redo.most", serde_json::Value::Null)).contains("redo.most"));
    let unfounded = PolicyNumber { basis: " ".to_owned(), ..number("redo.most", 1.into()) };
    assert!(refusal(unfounded).contains("without a basis"));
}

/// Dispatched on Monday, 4 March: five working days end on the 11th, three on
/// the 7th; of those an assist has four fifths of the office time.
#[test]
fn running_clocks_of_the_kind_move_and_what_was_granted_stays_on_top() {
    let mut story = Story::joint();
    let shorter = [number("limits.handling.ordinary", "3 working days".into())];
    let found = would_move(&story, &shorter);
    assert_eq!(
        found.iter().map(|moved| (moved.kind, moved.part)).collect::<Vec<_>>(),
        [(ClockKind::Handling, 1), (ClockKind::Handling, 2)]
    );
    assert_eq!((found[0].before, found[0].after), (at("2024-03-11 18:00"), at("2024-03-07 18:00")));
    assert!(found[1].after < found[1].before);
    assert_eq!(found[0].basis, "the city's rules, article 8");
    story.does(&handler("u1"), sign(1)).does(&handler("u1"), ask_extension(1, "1 working day"));
    story.does(&dispatcher(), judge_extension(true));
    let found = would_move(&story, &shorter);
    assert_eq!((found[0].before, found[0].after), (at("2024-03-12 18:00"), at("2024-03-08 18:00")));
}

#[test]
fn what_has_stopped_or_keeps_its_limit_does_not_move() {
    let story = Story::callback();
    assert_eq!(would_move(&story, &[number("limits.handling.ordinary", "3 working days".into())]), []);
    let found = would_move(&story, &[number("waits.callback", "1 working day".into())]);
    assert_eq!(found.iter().map(|moved| moved.kind).collect::<Vec<_>>(), [ClockKind::Callback]);
}
