//! Ends other than the plain one.

use domain::closing::{AnswerWithdrawal, Archive};
use domain::codes::*;
use domain::dispatch::ReturnVerdict;
use domain::handling::Resume;
use domain::order::Outcome;
use domain::{Refusal, Stage};

use crate::fixture::*;

fn deferred() -> Story {
    let mut story = Story::handling();
    story.does(&handler("u1"), contact(1, true));
    let milestones = [at("2024-04-01 18:00"), at("2024-05-06 18:00")];
    story.does(&handler("u1"), ask_deferral(1, &milestones)).does(&supervisor(), judge_deferral(true));
    story
}

/// 济南条例 24: what cannot be solved yet gets a plan, and comes back when it
/// is not kept.
#[test]
fn a_missed_milestone_brings_the_order_back() {
    let mut story = deferred();
    story.stands_at(Stage::Deferred);
    assert!(!story.clock(ClockKind::Handling, 1).is_running(), "the plan takes the place of the limit");
    story.at("2024-03-29 10:00").does(&handler("u1"), meet(0)).stands_at(Stage::Deferred);
    story.waits_until("2024-05-06 18:00").stands_at(Stage::Handling);
    // Three working days for a redo, after Monday 6 May.
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-05-09 18:00"));
    assert!(story.clock(ClockKind::Handling, 1).is_running());
}

#[test]
fn with_the_last_milestone_the_order_comes_back_for_its_reply() {
    let mut story = deferred();
    story.at("2024-03-29 10:00").does(&handler("u1"), meet(0)).does(&handler("u1"), meet(1));
    story.stands_at(Stage::Handling).does(&handler("u1"), reply(1, Conclusion::CannotYet));
}

#[test]
fn a_pause_ends_where_a_plan_begins() {
    let mut story = Story::handling();
    story.does(&handler("u1"), ask_deferral(1, &[at("2024-07-01 18:00")]));
    story.does(&handler("u1"), pause(1, PauseReason::Judicial)).does(&supervisor(), judge_deferral(true));
    assert_eq!(story.refuses(&handler("u1"), Resume { part: 1 }), Refusal::NotPaused);
    story.waits_until("2024-06-30 18:00").stands_at(Stage::Deferred);
    assert!(!story.clock(ClockKind::Handling, 1).is_running());
}

#[test]
fn a_plan_that_is_overtaken_by_its_first_milestone_is_not_granted() {
    let mut story = Story::handling();
    story.does(&handler("u1"), ask_deferral(1, &[at("2024-03-05 18:00")])).at("2024-03-06 09:00");
    let refusal = story.refuses(&supervisor(), judge_deferral(true));
    assert_eq!(refusal, Refusal::MilestonesDoNotFit { latest: at("2024-03-06 09:00") });
    story.does(&supervisor(), judge_deferral(false));
}

/// Units have pressed citizens to withdraw: what the unit asks for changes
/// nothing until the citizen was asked.
#[test]
fn a_withdrawal_that_the_unit_asks_for_is_the_citizens_to_confirm() {
    let mut story = Story::handling();
    story.does(&handler("u1"), ask_withdrawal()).stands_at(Stage::Handling);
    story.does(&caller(), AnswerWithdrawal { confirmed: false }).stands_at(Stage::Handling);
    story.does(&handler("u1"), ask_withdrawal()).does(&citizen(), AnswerWithdrawal { confirmed: true });
    assert_eq!(story.stands_at(Stage::Closed).order.outcome, Some(Outcome::Withdrawn));
}

/// What was asked about the handling is moot at the end, and does not keep
/// the order from the archive.
#[test]
fn a_withdrawal_ends_a_quarrel_too() {
    let mut story = Story::dispatched();
    story.does(&handler("u1"), return_(1, ReturnReason::WrongDuty)).does(&citizen(), ask_withdrawal());
    let refusal = story.refuses(&dispatcher(), judge_return(ReturnVerdict::Approve));
    assert!(matches!(refusal, Refusal::WrongStage { stage: Stage::Closed, .. }), "{refusal}");
    story.waits_until("2024-05-01 09:00").stands_at(Stage::Archived);

    let mut story = Story::handling();
    story.does(&dispatcher(), open_dispute()).does(&citizen(), ask_withdrawal());
    story.waits_until("2024-05-01 09:00").stands_at(Stage::Archived);

    let mut story = Story::handling();
    story.does(&handler("u1"), ask_extension(1, "1 working day")).does(&citizen(), ask_withdrawal());
    story.archives().stands_at(Stage::Archived);
}

/// 潍坊条例 21: the unit asks in writing, the hotline decides.
#[test]
fn terminated_on_the_units_request() {
    let mut story = Story::handling();
    story.does(&handler("u1"), ask_termination(1)).does(&dispatcher(), judge_termination(false));
    story.stands_at(Stage::Handling).does(&handler("u1"), ask_termination(1));
    story.does(&dispatcher(), judge_termination(true)).stands_at(Stage::Closed);
    assert_eq!(story.order.outcome, Some(Outcome::Terminated { reason: TerminationReason::MatterGone }));
}

/// 吕梁: the head of the unit signs, with evidence; the hotline approves.
#[test]
fn a_final_answer_ends_the_order() {
    let mut story = Story::handling();
    story.does(&handler("u1"), ask_final_answer(1)).does(&supervisor(), judge_final_answer(true));
    assert_eq!(story.stands_at(Stage::Closed).order.outcome, Some(Outcome::FinalAnswer));
    // The same facts are not taken up again (济南条例 25).
    story.refuses(&supervisor(), redo());
}

#[test]
fn redone_twice_and_closed_as_not_solved() {
    let mut story = Story::callback();
    for round in 1..=2 {
        story.does(&caller(), reached(0, Solved::No)).does(&caller(), redo()).stands_at(Stage::Handling);
        assert_eq!(story.order.round, round);
        story.does(&handler("u1"), reply(1, Conclusion::Solved)).does(&reviewer(), review_reply(&[]));
    }
    story.does(&caller(), reached(0, Solved::No));
    assert_eq!(story.refuses(&caller(), redo()), Refusal::RedosUsedUp { times: 2 });
    story.does(&caller(), close(Some(Unresolved::RedoExhausted)));
    // The unit says that it is solved, the citizen that it is not: both stand.
    assert_eq!(
        story.order.outcome,
        Some(Outcome::Handled {
            conclusion: Conclusion::Solved,
            solved: Some(Solved::No),
            unresolved: Some(Unresolved::RedoExhausted)
        })
    );
    assert_eq!(story.order.callbacks.len(), 3, "no answer is overwritten");
}

#[test]
fn who_answered_for_the_order_does_not_send_it_back() {
    let mut story = Story::callback();
    let insider = domain::Actor::staff(Role::Supervisor, "susi", Some("u1"));
    assert_eq!(story.refuses(&insider, redo()), Refusal::NotYourUnit { holder: "u1".into() });
}

#[test]
fn an_archived_order_stays_as_it_is() {
    let mut story = Story::handling();
    story.does(&supervisor(), supervise(Supervision::Written)).does(&citizen(), ask_withdrawal()).archives();
    let answer = domain::oversight::AnswerSupervision { text: text("done") };
    story.refuses(&handler("u1"), answer);
    story.refuses(&caller(), Archive {});
    story.refuses(&supervisor(), redo());
    let erase = domain::oversight::Erase { texts: Vec::new(), identities: true, basis: text("asked for") };
    story.does(&auditor(), erase).stands_at(Stage::Archived);
}
