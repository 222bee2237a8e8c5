//! Reviews, exclusions, supervision.

use domain::codes::*;
use domain::oversight::{AnswerSupervision, Remind};
use domain::{Actor, Refusal, Stage};

use crate::fixture::*;

#[test]
fn a_closure_that_the_citizen_has_reviewed_is_handled_anew() {
    let mut story = Story::closed();
    story.at("2024-03-08 09:00").does(&citizen(), ask_review(ReviewSubject::Closure));
    story.does(&supervisor(), judge_review(true)).stands_at(Stage::Handling);
    assert_eq!((story.order.round, story.order.outcome.clone()), (1, None));
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-13 18:00"));
    assert!(story.clock(ClockKind::Citizen, 0).is_running());
    assert!(story.order.parts[0].state.is_open());
}

#[test]
fn a_closed_order_is_redone_when_it_should_not_have_been_closed() {
    // 济南条例 27.
    let mut story = Story::closed();
    story.does(&supervisor(), redo()).stands_at(Stage::Handling);
    assert_eq!(story.order.archive_at, None);
}

/// Both sides ask at once: both are answered, in the order in which they
/// asked.
#[test]
fn two_reviews_are_both_decided_on() {
    let mut story = Story::closed();
    story.does(&citizen(), ask_review(ReviewSubject::Closure));
    story.does(&handler("u1"), ask_review(ReviewSubject::Rating));
    story.does(&supervisor(), judge_review(false)).does(&supervisor(), judge_review(true));
    let granted: Vec<_> = story.order.reviews.iter().map(|review| review.is_granted()).collect();
    assert_eq!(granted, [false, true]);
    story.archives();
}

#[test]
fn who_asks_is_not_who_decides() {
    let mut story = Story::closed();
    let both = |role| Actor::staff(role, "max", Some("u1"));
    story.does(&both(Role::Handler), ask_review(ReviewSubject::Rating));
    assert_eq!(story.refuses(&both(Role::Supervisor), judge_review(true)), Refusal::SamePerson);
}

/// 66号 六, 潍坊条例 27: two people, one after the other.
#[test]
fn an_exclusion_is_looked_at_by_two_people() {
    let mut story = Story::closed();
    story.does(&handler("u1"), ask_exclusion()).does(&supervisor(), judge_exclusion(true));
    let excluded = |story: &Story| story.order.exclusion.as_ref().is_some_and(|exclusion| exclusion.holds());
    assert!(!excluded(&story));
    assert_eq!(story.refuses(&supervisor(), judge_exclusion(true)), Refusal::SamePerson);
    story.does(&adjudicator(), judge_exclusion(true));
    assert!(excluded(&story));
    // The citizen may object (2.17).
    story.does(&citizen(), ask_review(ReviewSubject::Exclusion)).does(&supervisor(), judge_review(true));
    assert!(!excluded(&story));
}

#[test]
fn an_exclusion_that_the_first_rejects_does_not_reach_the_panel() {
    let mut story = Story::closed();
    story.does(&handler("u1"), ask_exclusion()).does(&dispatcher(), judge_exclusion(false));
    assert_eq!(story.refuses(&adjudicator(), judge_exclusion(true)), Refusal::NothingAsked);
    story.archives();
}

/// 潍坊条例 26, 济南条例 28.
#[test]
fn supervision_rises_and_is_answered() {
    let mut story = Story::handling();
    story.does(&citizen(), Remind { text: text("please") });
    assert_eq!(story.order.reminders, 1);
    story.does(&supervisor(), supervise(Supervision::Written));
    assert_eq!(story.order.supervisions[0].due, at("2024-03-06 18:00"));
    story.does(&handler("u1"), AnswerSupervision { text: text("we are on it") });
    story.does(&supervisor(), supervise(Supervision::Interview));
    let answered: Vec<_> = story.order.supervisions.iter().map(|given| given.answered_at.is_some()).collect();
    assert_eq!(answered, [true, false]);
}
