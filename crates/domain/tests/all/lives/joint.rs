//! 主办、协办.

use domain::codes::*;
use domain::dispatch::ReturnVerdict;
use domain::order::PartState;
use domain::{Refusal, Stage};

use crate::fixture::*;

/// 北京条例 14: an assist reports before the lead's time is over. From Monday
/// 10:00 there are 47 office hours to the lead's end, of which 80 percent are
/// 37 hours and 36 minutes: Friday, 16:36.
#[test]
fn an_assist_has_four_fifths_of_the_leads_time() {
    let story = Story::joint();
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-11 18:00"));
    assert_eq!(story.due(ClockKind::Handling, 2), at("2024-03-08 16:36"));
}

#[test]
fn the_lead_waits_for_an_assist_only_while_its_time_runs() {
    let mut story = Story::joint();
    story.does(&handler("u1"), sign(1));
    let answer = || reply(1, Conclusion::Solved);
    story.waits_until("2024-03-08 16:36");
    assert_eq!(story.refuses(&handler("u1"), answer()), Refusal::AssistsOpen { parts: vec![2] });
    story.waits_until("2024-03-08 16:37").does(&handler("u1"), answer());
    story.does(&reviewer(), review_reply(&[])).does(&caller(), reached(0, Solved::Yes));
    story.does(&caller(), close(None));
    let states: Vec<_> = story.order.parts.iter().map(|part| part.state).collect();
    assert_eq!(states, [PartState::Done, PartState::Unfinished]);
    assert!(story.clock(ClockKind::Handling, 2).late, "who was silent was late on its own account");
}

#[test]
fn an_assist_reports_first_in_part_then_in_full() {
    let mut story = Story::joint();
    story.does(&handler("u1"), sign(1)).does(&handler("u2"), sign(2));
    story.does(&handler("u2"), report(2, true));
    assert!(story.clock(ClockKind::Handling, 2).is_running());
    story.does(&handler("u2"), report(2, false));
    assert!(story.clock(ClockKind::Handling, 2).stopped.is_some());
    story.does(&handler("u1"), reply(1, Conclusion::Solved)).stands_at(Stage::Replied);
}

#[test]
fn an_assist_that_is_called_in_late_shares_what_is_left() {
    let mut story = Story::handling();
    story.at("2024-03-11 08:00").does(&dispatcher(), add_assist("u3"));
    // Eight office hours are left; 80 percent of them are 6 hours 24 minutes.
    assert_eq!(story.due(ClockKind::Handling, 2), at("2024-03-11 16:24"));
}

#[test]
fn an_assist_returns_without_the_lead_losing_the_order() {
    let mut story = Story::joint();
    story.does(&handler("u1"), sign(1)).does(&handler("u2"), return_(2, ReturnReason::WrongDuty));
    story.does(&dispatcher(), judge_return(ReturnVerdict::Approve)).stands_at(Stage::Handling);
    assert_eq!(story.order.parts[1].state, PartState::Returned);
    assert!(story.clock(ClockKind::Owner, 0).stopped.is_some());
}

/// The requests of two parts are both decided on, in the order in which they
/// were made.
#[test]
fn lead_and_assist_may_both_ask_for_more_time() {
    let mut story = Story::joint();
    story.does(&handler("u1"), sign(1)).does(&handler("u2"), sign(2));
    story.does(&handler("u1"), ask_extension(1, "1 working day"));
    story.does(&handler("u2"), ask_extension(2, "1 working day"));
    story.does(&dispatcher(), judge_extension(true)).does(&dispatcher(), judge_extension(false));
    let granted: Vec<_> = story.order.extensions.iter().map(|asked| asked.request.is_granted()).collect();
    assert_eq!(granted, [true, false]);
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-12 18:00"));
    assert_eq!(story.due(ClockKind::Handling, 2), at("2024-03-08 16:36"));
}
