//! Lives that end before a unit has the order.

use domain::codes::*;
use domain::intake::*;
use domain::order::Outcome;
use domain::{Refusal, Stage};

use crate::fixture::*;

/// 济南条例 23.
#[test]
fn answered_at_once() {
    let mut story = Story::registered();
    story.does(&operator(), AnswerAtOnce { answer: text("the office opens at nine") });
    assert_eq!(story.stands_at(Stage::Closed).order.outcome, Some(Outcome::AnsweredAtOnce));
    assert!(story.order.clocks.iter().all(|clock| clock.stopped.is_some()));
}

/// 潍坊条例 19: a refusal states its reason and the way to go; the citizen may
/// ask that it be looked at again.
#[test]
fn refused_with_a_route_and_screened_anew_after_a_review() {
    let mut story = Story::registered();
    story.does(&operator(), refuse(Unacceptable::OtherArea, Route::OtherHotline));
    let outcome = Outcome::Refused { reason: Unacceptable::OtherArea, route: Route::OtherHotline };
    assert_eq!(story.stands_at(Stage::Closed).order.outcome, Some(outcome));

    story.at("2024-03-06 09:00").does(&citizen(), ask_review(ReviewSubject::Refusal));
    assert_eq!(story.refuses(&caller(), domain::closing::Archive {}), Refusal::RequestOpen);
    assert_eq!(story.order.next_moment(), None, "it waits for the review, however long");
    story.does(&supervisor(), judge_review(true)).stands_at(Stage::Registered);
    assert!(story.clock(ClockKind::Citizen, 0).is_running());
    assert_eq!((story.order.outcome.clone(), story.order.archive_at), (None, None));
}

/// 北京条例 11, 国办发〔2022〕12号.
#[test]
fn handed_to_an_emergency_line() {
    let mut story = Story::registered();
    story.does(&operator(), Transfer { line: Line::Fire, note: text("third floor") });
    assert_eq!(story.stands_at(Stage::Closed).order.outcome, Some(Outcome::Transferred { line: Line::Fire }));
}

#[test]
fn asked_for_more_and_never_answered() {
    let mut story = Story::registered();
    story.does(&operator(), AskForMore { question: text("which road?") });
    assert!(story.clock(ClockKind::Triage, 0).stopped.is_some(), "the citizen has the word");
    assert!(story.clock(ClockKind::Citizen, 0).is_running(), "and waits all the same");
    story.waits_until("2024-03-07 17:59").stands_at(Stage::AwaitingSupplement);
    story.waits_until("2024-03-07 18:00").stands_at(Stage::Closed);
    let outcome = Outcome::Refused { reason: Unacceptable::TooVague, route: Route::AppealAgain };
    assert_eq!(story.order.outcome, Some(outcome));
}

#[test]
fn asked_for_more_and_answered() {
    let mut story = Story::registered();
    story.does(&operator(), AskForMore { question: text("which road?") });
    story.at("2024-03-05 09:00").does(&citizen(), Supplement { text: text("the long one") });
    assert!(story.stands_at(Stage::Registered).clock(ClockKind::Triage, 0).is_running());
    assert_eq!(story.order.supplement_until, None);
    story.waits_until("2024-03-20 09:00").stands_at(Stage::Registered);
}

#[test]
fn accepted_without_waiting_for_the_answer_it_is_not_refused_later() {
    let mut story = Story::registered();
    story.does(&operator(), AskForMore { question: text("which road?") }).does(&operator(), Accept {});
    assert_eq!(story.order.supplement_until, None);
    story.waits_until("2024-04-20 09:00").stands_at(Stage::Accepted);
}

/// 一事一单.
#[test]
fn several_matters_become_orders_of_their_own() {
    let mut story = Story::registered();
    let into = vec![domain::ids::OrderId(2), domain::ids::OrderId(3)];
    story.does(&operator(), Split { into: into.clone(), keeps_a_matter: false }).stands_at(Stage::Closed);
    assert_eq!(story.order.outcome, Some(Outcome::Split));
    let linked: Vec<_> = story.order.links.iter().filter_map(|link| link.order).collect();
    assert_eq!(linked, into);
}

/// 济南条例 32: what accuses somebody is kept from the accused.
#[test]
fn a_complaint_is_kept_from_the_accused_without_being_asked() {
    for (kind, expected) in [
        (Kind::Complaint, Confidentiality::FromAccused),
        (Kind::Report, Confidentiality::FromAccused),
        (Kind::Help, Confidentiality::Open),
    ] {
        let story = Story::begins("national", "2024-03-04 09:00", |now| Register { kind, ..register(now) });
        assert_eq!(story.order.confidentiality, expected);
    }
}

#[test]
fn a_nuisance_is_declared_by_who_was_not_annoyed() {
    let mut story = Story::registered();
    story.does(&shift_leader(), refuse(Unacceptable::Harassment, Route::Police)).stands_at(Stage::Closed);
}
