//! 并单: one order for several appeals, and every citizen is answered.

use domain::codes::*;
use domain::ids::OrderId;
use domain::intake::{Link, Merge, TakeIn};
use domain::order::{Link as OrderLink, Outcome};
use domain::{Refusal, Stage};

use crate::fixture::*;

fn with_two_citizens() -> Story {
    let mut story = Story::handling();
    let appeals = vec![appeal(at("2024-03-04 08:00"))];
    story.does(&operator(), TakeIn { from: OrderId(2), appeals });
    story
}

#[test]
fn both_citizens_are_called_back() {
    let mut story = with_two_citizens();
    assert_eq!(story.order.appeals[1].from, Some(OrderId(2)));
    story.does(&handler("u1"), reply(1, Conclusion::Solved)).does(&reviewer(), review_reply(&[]));
    story.does(&caller(), reached(0, Solved::Yes));
    assert_eq!(story.refuses(&caller(), close(None)), Refusal::CallbacksOpen { appeals: vec![1] });
    // The worst that anybody says is what counts.
    story.does(&caller(), reached(1, Solved::Partly));
    assert_eq!(story.refuses(&caller(), close(None)), Refusal::UnsolvedNeedsReason);
    story.does(&caller(), close(Some(Unresolved::Objective)));
    let Some(Outcome::Handled { solved, .. }) = story.order.outcome else { panic!("it was handled") };
    assert_eq!(solved, Some(Solved::Partly));
}

#[test]
fn an_appeal_that_comes_in_late_is_called_back_too() {
    let mut story = Story::callback();
    story.does(&caller(), reached(0, Solved::Yes));
    story.does(&operator(), TakeIn { from: OrderId(2), appeals: vec![appeal(at("2024-03-05 08:00"))] });
    assert_eq!(story.refuses(&caller(), close(None)), Refusal::CallbacksOpen { appeals: vec![1] });
}

#[test]
fn the_order_that_is_merged_ends_and_names_the_other() {
    let mut story = Story::handling();
    story.does(&operator(), Merge { into: OrderId(9) }).stands_at(Stage::Closed);
    assert_eq!(story.order.outcome, Some(Outcome::Merged { into: OrderId(9) }));
    assert_eq!(story.order.links[0].kind, LinkKind::MergedInto);
}

/// A merge that a review undoes brings the order back to the beginning, and
/// to nobody: whoever had it before has it no more.
#[test]
fn a_merge_that_is_undone_begins_anew() {
    let mut story = Story::handling();
    story.does(&operator(), Merge { into: OrderId(9) }).does(&citizen(), ask_review(ReviewSubject::Merge));
    story.does(&supervisor(), judge_review(true)).stands_at(Stage::Registered);
    assert_eq!(story.order.lead(), None);
    story.does(&operator(), domain::intake::Accept {}).does(&dispatcher(), open_dispute());
    story.does(&adjudicator(), rule("u1")).stands_at(Stage::Dispatched);
}

#[test]
fn what_waits_for_a_decision_is_not_merged() {
    let mut story = Story::handling();
    story.does(&handler("u1"), ask_extension(1, "1 working day"));
    assert_eq!(story.refuses(&operator(), Merge { into: OrderId(9) }), Refusal::RequestOpen);
}

#[test]
fn numbers_of_other_systems_are_linked() {
    let mut story = Story::closed();
    let link = OrderLink { kind: LinkKind::External, order: None, external: Some("110-7".to_owned()) };
    story.does(&operator(), Link { link: link.clone() });
    assert_eq!(story.order.links.first(), Some(&link));
    assert_eq!(story.refuses(&operator(), Link { link }), Refusal::LinkedAlready { order: OrderId(1) });
}
