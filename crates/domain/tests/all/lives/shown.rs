//! What citizens do among themselves, and what everybody may see.

use domain::codes::*;
use domain::ids::OrderId;
use domain::intake::{Merge, TakeIn};
use domain::order::{Link, Outcome};
use domain::oversight::Unpublish;
use domain::{Refusal, Stage};

use crate::fixture::*;

/// An order whose citizen says that it is the same as another.
fn the_same() -> Story {
    let mut story = Story::registered();
    story.order.confidentiality = Confidentiality::Open;
    story.order.links.push(Link { kind: LinkKind::DuplicateOf, order: Some(OrderId(9)), external: None });
    story
}

#[test]
fn a_citizen_joins_what_they_said_to_be_the_same() {
    let mut story = the_same();
    story.does(&citizen(), Merge { into: OrderId(9) }).stands_at(Stage::Closed);
    assert_eq!(story.order.outcome, Some(Outcome::Merged { into: OrderId(9) }));
    // It was another matter after all: then it begins anew.
    story.does(&citizen(), ask_review(ReviewSubject::Merge)).does(&supervisor(), judge_review(true));
    story.stands_at(Stage::Registered);
}

#[test]
fn a_citizen_joins_nothing_else() {
    let unfit = Refusal::Unfit { field: "into".to_owned() };
    assert_eq!(the_same().refuses(&citizen(), Merge { into: OrderId(8) }), unfit);
    let mut accepted = the_same();
    accepted.does(&operator(), domain::intake::Accept {});
    assert!(matches!(accepted.refuses(&citizen(), Merge { into: OrderId(9) }), Refusal::WrongStage { .. }));
    let mut secret = the_same();
    secret.order.confidentiality = Confidentiality::FromUnits;
    assert_eq!(secret.refuses(&citizen(), Merge { into: OrderId(9) }), Refusal::NotForThePublic);
}

#[test]
fn what_is_joined_is_open_and_unanswered() {
    let take_in = || TakeIn { from: OrderId(2), appeals: vec![appeal(at("2024-03-04 08:00"))] };
    let mut open = Story::handling();
    open.order.confidentiality = Confidentiality::Open;
    open.does(&citizen(), take_in());
    let mut secret = Story::handling();
    secret.order.confidentiality = Confidentiality::FromAccused;
    assert_eq!(secret.refuses(&citizen(), take_in()), Refusal::NotForThePublic);
    let mut answered = Story::callback();
    answered.order.confidentiality = Confidentiality::Open;
    assert!(matches!(answered.refuses(&citizen(), take_in()), Refusal::WrongStage { .. }));
}

#[test]
fn a_settled_order_is_shown_until_it_is_taken_back() {
    let mut story = Story::closed();
    story.order.confidentiality = Confidentiality::Open;
    story.does(&supervisor(), publish());
    assert_eq!(story.refuses(&supervisor(), publish()), Refusal::AlreadyAsked);
    story.does(&supervisor(), Unpublish { reason: text("badly put") });
    assert!(story.order.publication.as_ref().is_some_and(|shown| shown.withdrawn_at.is_some()));
    assert_eq!(story.refuses(&supervisor(), Unpublish { reason: text("again") }), Refusal::NothingAsked);
    story.does(&supervisor(), publish());
}

#[test]
fn what_is_open_or_was_withdrawn_is_no_example() {
    assert!(matches!(Story::handling().refuses(&supervisor(), publish()), Refusal::WrongStage { .. }));
    let mut long = Story::closed();
    long.order.confidentiality = Confidentiality::Open;
    let mut act = publish();
    act.title.chars = 61;
    assert!(matches!(long.refuses(&supervisor(), act), Refusal::TextTooLong { most: 60, .. }));
}
