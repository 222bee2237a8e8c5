//! Whose duty it is.

use domain::codes::{Duty, Level, Manner};
use domain::directory::Predicate;
use domain::dispatch::{Dispatch, HandBack};
use domain::order::{Basis, PartState};
use domain::{Refusal, Stage};

use super::Met;
use crate::fixture::*;

pub fn met() -> Vec<Met> {
    let dispatches = |act: Dispatch| Story::accepted().refuses(&dispatcher(), act);
    let ruling = |number: &str| Basis::Ruling { number: number.to_owned() };
    vec![
        (dispatches(dispatch("nowhere", by_reason())), Refusal::UnknownUnit { unit: "nowhere".into() }),
        (
            ended_units().refuses(&dispatcher(), dispatch("u4", by_reason())),
            Refusal::UnitEnded { unit: "u4".into(), successor: Some("u3".into()) },
        ),
        (
            dispatches(dispatch("u1", by_directory("none"))),
            Refusal::DirectoryDoesNotSay { entry: "none".to_owned(), version: DIRECTORY_VERSION },
        ),
        // An entry that is no longer in force says nothing.
        (
            dispatches(dispatch("u4", by_directory("old"))),
            Refusal::DirectoryDoesNotSay { entry: "old".to_owned(), version: DIRECTORY_VERSION },
        ),
        (
            dispatches(dispatch("u3", by_directory("roads"))),
            Refusal::DirectorySaysOtherwise { entry: "roads".to_owned(), unit: "u1".into() },
        ),
        // 66号 五: a person's word over the directory's names what it overrides.
        (
            dispatches(dispatch("u3", by_reason())),
            Refusal::DirectorySaysOtherwise { entry: "roads".to_owned(), unit: "u1".into() },
        ),
        (dispatches(dispatch("u3", ruling("R-9"))), Refusal::NoSuchRuling { number: "R-9".to_owned() }),
        (
            Story::about("2001").refuses(&dispatcher(), dispatch("u4", ruling("R-1"))),
            Refusal::RulingSaysOtherwise { number: "R-1".to_owned(), unit: "u3".into() },
        ),
        // 济南条例 32: whoever is complained of does not handle the complaint.
        (
            accusing("u1").refuses(&dispatcher(), dispatch("u1", by_directory("roads"))),
            Refusal::UnitIsAccused { unit: "u1".into() },
        ),
        (accusing("district").refuses(&coordinator("town"), open_dispute()), Refusal::Recused),
        // 北京条例 17: the community is never the lead, not even by a ruling.
        (
            dispatches(dispatch("village", by_name("roads"))),
            Refusal::VillageMayNotLead { unit: "village".into() },
        ),
        (
            Story::accepted().does(&dispatcher(), open_dispute()).refuses(&adjudicator(), rule("village")),
            Refusal::VillageMayNotLead { unit: "village".into() },
        ),
        // 66号 五: what is a department's is not given to the grass roots.
        (dispatches(dispatch("town", over("roads"))), needs_override("town")),
        (
            Story::accepted()
                .does(&dispatcher(), dispatch("district", over("roads")))
                .refuses(&coordinator("district"), hand_down(1, "village")),
            needs_override("village"),
        ),
        (
            Story::handling().refuses(&handler("u1"), turn_down(1, "roads")),
            Refusal::NotGrassroots { unit: "u1".into() },
        ),
        // A pole is its owner's, and nobody has said whose it is.
        (
            Story::about("4001").refuses(&dispatcher(), dispatch("u4", by_directory("poles"))),
            Refusal::DirectoryAsksMore { entry: "poles".to_owned(), unstated: vec![Predicate::Ownership] },
        ),
        (
            Story::joint().refuses(&dispatcher(), add_assist("u2")),
            Refusal::HasPartAlready { unit: "u2".into() },
        ),
        (
            dispatches(with_assist(dispatch("u1", by_directory("roads")), "u1")),
            Refusal::HasPartAlready { unit: "u1".into() },
        ),
        (Story::dispatched().refuses(&handler("u2"), sign(1)), Refusal::NotYourUnit { holder: "u1".into() }),
        (Story::dispatched().refuses(&handler("u1"), sign(9)), Refusal::UnknownPart { part: 9 }),
        (Story::handling().refuses(&handler("u1"), sign(1)), Refusal::AlreadySigned { part: 1 }),
        (
            Story::callback().refuses(&handler("u1"), contact(1, true)),
            Refusal::PartNotOpen { part: 1, state: PartState::Done },
        ),
        (
            Story::handling().refuses(&handler("u1"), hand_down(1, "u2")),
            Refusal::NotBelow { unit: "u2".into(), above: "u1".into() },
        ),
        (
            Story::handling().refuses(&handler("u1"), HandBack { part: 1, reason: text("done") }),
            Refusal::NotHandedDown,
        ),
    ]
}

fn needs_override(unit: &str) -> Refusal {
    Refusal::TownNeedsOverride { unit: unit.into(), entry: "roads".to_owned(), lead: "u1".into() }
}

fn accusing(unit: &str) -> Story {
    let mut story = Story::begins("national", "2024-03-04 09:00", |now| {
        let mut register = register(now);
        register.accused = vec![unit.into()];
        register
    });
    story.does(&operator(), domain::intake::Accept {});
    story
}

#[test]
fn a_ruling_that_became_an_entry_is_a_basis_for_later_orders() {
    let mut story = Story::about("2001");
    story.does(&dispatcher(), dispatch("u3", Basis::Ruling { number: "R-1".to_owned() }));
    assert!(story.stands_at(Stage::Dispatched).order.parts[0].bound);
}

#[test]
fn a_person_may_override_the_directory_by_naming_the_entry() {
    let mut story = Story::accepted();
    story.does(&dispatcher(), dispatch("u3", over("roads"))).stands_at(Stage::Dispatched);
}

#[test]
fn a_direct_dispatch_to_a_town_is_copied_to_its_district() {
    // 北京条例 12.
    let mut story = Story::accepted();
    let mut direct = dispatch("town", by_name("roads"));
    direct.copy_to = Some("district".into());
    story.does(&dispatcher(), with_assist(direct, "u2"));
    let [lead, assist] = story.order.parts.as_slice() else { panic!("two parts") };
    assert_eq!((lead.duty, lead.copy_to.clone()), (Duty::Lead, Some("district".into())));
    assert_eq!((assist.duty, assist.copy_to.clone()), (Duty::Assist, None));
    assert_eq!(lead.manner, Manner::Direct);
}

#[test]
fn a_part_goes_down_to_the_village_and_back() {
    let mut story = Story::accepted();
    story.does(&dispatcher(), dispatch("district", over("roads"))).does(&coordinator("district"), sign(1));
    story
        .does(&coordinator("district"), hand_down_named(1, "town", "roads"))
        .does(&handler("town"), hand_down(1, "village"));
    assert_eq!(story.order.parts[0].holder(), &"village".into());
    story.does(&handler("village"), HandBack { part: 1, reason: text("it is the town's") });
    assert_eq!(story.order.parts[0].holder(), &"town".into());
    assert_eq!(story.order.parts[0].unit, "district".into());
}

#[test]
fn an_urgent_order_is_graded_at_the_counter() {
    let mut story = Story::registered();
    story.does(&operator(), grade(Level::Urgent));
    assert_eq!(story.order.level, Level::Urgent);
}

/// The department u4 has been merged into u3.
fn ended_units() -> Story {
    let mut story = Story::accepted();
    story.city.units = story.city.units.ending([("u4".into(), Some("u3".into()))]);
    story
}
