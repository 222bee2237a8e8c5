//! 回避: who is complained of stands aside (济南条例 32).

use domain::codes::{Conclusion, Kind, ReturnReason, Role};
use domain::directory::Facts;
use domain::dispatch::{HandDown, Return, ReturnVerdict};
use domain::ids::PersonId;
use domain::intake::{Accept, Classify};
use domain::order::Basis;
use domain::{Act, Actor, Entry, Order, Refusal, Stage};

use crate::fixture::*;

fn about(units: &[&str], people: &[&str]) -> Story {
    Story::begins("national", "2024-03-04 09:00", |now| {
        let mut register = register(now);
        register.accused = units.iter().map(|&unit| unit.into()).collect();
        register.accused_people = people.iter().map(|&person| person.into()).collect();
        register
    })
}

fn to(unit: &str) -> Act {
    dispatch(unit, over("roads")).into()
}

#[test]
fn whoever_is_named_does_nothing_on_the_order_in_any_role() {
    let mut story = about(&[], &["olga"]);
    assert_eq!(story.refuses(&operator(), Accept {}), Refusal::Recused);
    assert_eq!(story.refuses(&Actor::staff(Role::Supervisor, "olga", None), Accept {}), Refusal::Recused);
    story.does(&shift_leader(), Accept {}).stands_at(Stage::Accepted);
}

#[test]
fn the_citizen_and_the_platform_are_never_meant() {
    let mut story = about(&["u1"], &[""]);
    story.does(&citizen(), attach(0, "f1")).waits_until("2024-03-06 09:00");
}

#[test]
fn no_part_goes_to_a_unit_below_the_accused() {
    let mut story = about(&["district"], &[]);
    story.does(&operator(), Accept {});
    let accused = |unit: &str| Refusal::UnitIsAccused { unit: unit.into() };
    for unit in ["district", "office", "town"] {
        assert_eq!(story.refuses(&dispatcher(), to(unit)), accused(unit));
    }
    let assisted = with_assist(dispatch("u1", by_directory("roads")), "office");
    assert_eq!(story.refuses(&dispatcher(), assisted), accused("office"));
    story.does(&dispatcher(), open_dispute());
    assert_eq!(story.refuses(&adjudicator(), rule("town")), accused("town"));
    story.does(&adjudicator(), rule("u1")).stands_at(Stage::Dispatched);
}

#[test]
fn no_part_is_handed_down_to_the_accused() {
    let mut story = about(&["u1-bureau"], &[]);
    story.does(&operator(), Accept {}).does(&dispatcher(), dispatch("u1", by_directory("roads")));
    let act = HandDown { part: 1, unit: "u1-bureau".into(), note: text("go there"), overrides: None };
    assert_eq!(story.refuses(&handler("u1"), act), Refusal::UnitIsAccused { unit: "u1-bureau".into() });
}

/// Else a complaint of the city would leave nobody to handle it.
#[test]
fn a_complaint_of_the_root_names_only_the_root() {
    let mut story = about(&["city"], &[]);
    story.does(&operator(), Accept {}).does(&dispatcher(), dispatch("u1", by_directory("roads")));
    story.does(&handler("u1"), sign(1)).stands_at(Stage::Handling);
    assert_eq!(story.refuses(&handler("city"), contact(1, true)), Refusal::Recused);
}

/// It turns out on the way who is meant: the unit that has a part already
/// does nothing more, and the lead does not wait for it.
#[test]
fn an_assist_that_is_found_to_be_accused_is_not_waited_for() {
    let mut story = Story::joint();
    story.does(
        &handler("u1"),
        Return {
            part: 1,
            reason: ReturnReason::WrongDuty,
            basis: text("the list of powers"),
            suggests: None,
            evidence: Vec::new(),
        },
    );
    story.does(&dispatcher(), judge_return(ReturnVerdict::Approve)).does(
        &dispatcher(),
        Classify {
            kind: Kind::Complaint,
            matter: "1001".into(),
            place: "p1".into(),
            accused: vec!["u2".into()],
            accused_people: vec!["rita".into()],
            facts: Facts::default(),
        },
    );
    assert_eq!(story.order.accused_people, [PersonId::from("rita")]);
    assert_eq!(story.refuses(&handler("u2"), sign(2)), Refusal::Recused);
    let basis = Basis::Human { reason: text("agreed on the telephone"), overrides: Some("roads".to_owned()) };
    story.does(&dispatcher(), dispatch("u3", basis)).does(&handler("u3"), sign(3));
    story.does(&handler("u3"), reply(3, Conclusion::Solved)).stands_at(Stage::Replied);
    assert_eq!(story.refuses(&reviewer(), review_reply(&[])), Refusal::Recused);
}

/// Journals from before there was such a list are read as ever.
#[test]
fn a_journal_that_names_no_people_is_folded() {
    let story = Story::registered();
    let written = serde_json::to_string(&story.journal[0]).expect("it is written");
    assert!(!written.contains("accused_people"), "{written}");
    let entry: Entry = serde_json::from_str(&written).expect("it is read");
    assert_eq!(Order::fold([&entry]), Some(story.order));
}
