//! The plain life, from the appeal to the archive.

use domain::Stage;
use domain::codes::*;
use domain::order::{Outcome, PartState};

use crate::fixture::*;

#[test]
fn from_appeal_to_archive() {
    let mut story = Story::registered();
    assert_eq!(story.due(ClockKind::Triage, 0), at("2024-03-05 18:00"));

    story.does(&operator(), domain::intake::Accept {});
    story.at("2024-03-04 10:00").does(&dispatcher(), dispatch("u1", by_directory("roads")));
    assert_eq!(story.clock(ClockKind::Triage, 0).stopped, Some(at("2024-03-04 10:00")));
    assert_eq!(story.due(ClockKind::Sign, 1), at("2024-03-05 18:00"));
    assert_eq!(story.due(ClockKind::Contact, 1), at("2024-03-05 18:00"));
    assert_eq!(story.order.due_at(), Some(at("2024-03-11 18:00")));

    story.at("2024-03-04 11:00").does(&handler("u1"), sign(1)).stands_at(Stage::Handling);
    assert_eq!(story.clock(ClockKind::Owner, 0).stopped, Some(at("2024-03-04 11:00")));

    // A call that reached nobody is no contact (北京条例 15).
    story.does(&handler("u1"), contact(1, false));
    assert!(story.clock(ClockKind::Contact, 1).is_running());
    story.at("2024-03-04 15:00").does(&handler("u1"), contact(1, true));
    assert_eq!(story.clock(ClockKind::Contact, 1).stopped, Some(at("2024-03-04 15:00")));

    story.at("2024-03-05 10:00").does(&handler("u1"), reply(1, Conclusion::Solved)).stands_at(Stage::Replied);
    story.at("2024-03-05 11:00").does(&reviewer(), review_reply(&[])).stands_at(Stage::Callback);
    assert_eq!(story.order.due_at(), Some(at("2024-03-07 18:00")));
    story.at("2024-03-06 10:00").does(&caller(), reached(0, Solved::Yes)).does(&caller(), close(None));
    assert_eq!(
        story.order.outcome,
        Some(Outcome::Handled {
            conclusion: Conclusion::Solved,
            solved: Some(Solved::Yes),
            unresolved: None
        })
    );
    assert_eq!(story.clock(ClockKind::Citizen, 0).stopped, Some(at("2024-03-06 10:00")));
    assert_eq!(story.order.parts[0].state, PartState::Done);

    // Thirty natural days after 6 March: 5 April, Tomb-Sweeping Day; 6 April
    // is off, too; Sunday 7 April is worked, and counts to its end.
    assert_eq!(story.order.next_moment(), Some(at("2024-04-08 00:00")));
    story.waits_until("2024-04-08 00:00").stands_at(Stage::Archived);
    assert_eq!(story.order.next_moment(), None);
}

#[test]
fn a_reply_with_a_fault_goes_back_and_its_time_runs_on() {
    let mut story = Story::replied();
    story.at("2024-03-05 11:00").does(&reviewer(), review_reply(&[ReplyFault::NoBasis]));
    assert!(story.stands_at(Stage::Handling).clock(ClockKind::Handling, 1).is_running());
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-11 18:00"));
    story.does(&handler("u1"), reply(1, Conclusion::Solved)).does(&reviewer(), review_reply(&[]));
}

#[test]
fn who_replied_does_not_review_the_reply() {
    let mut story = Story::handling();
    let both = |role| domain::Actor::staff(role, "max", Some("u1"));
    story.does(&both(Role::Handler), reply(1, Conclusion::Solved));
    let refusal = story.refuses(&both(Role::ReplyReviewer), review_reply(&[]));
    assert_eq!(refusal, domain::Refusal::SamePerson);
}

/// Who cannot be reached is never taken for satisfied.
#[test]
fn a_citizen_who_is_not_reached_is_neither_solved_nor_satisfied() {
    let mut story = Story::callback();
    for hour in ["09:00", "12:00", "15:00"] {
        story.at(&format!("2024-03-06 {hour}")).does(&caller(), not_reached(0, CallOutcome::NoAnswer));
    }
    assert_eq!(story.refuses(&caller(), close(None)), domain::Refusal::UnsolvedNeedsReason);
    story.does(&caller(), close(Some(Unresolved::Unreachable)));
    assert_eq!(
        story.order.outcome,
        Some(Outcome::Handled {
            conclusion: Conclusion::Solved,
            solved: None,
            unresolved: Some(Unresolved::Unreachable)
        })
    );
}

#[test]
fn warnings_lateness_and_red_card_come_each_at_its_time() {
    let mut story = Story::handling();
    story.does(&handler("u1"), contact(1, true));
    let warned = |story: &Story| story.clock(ClockKind::Handling, 1).warned;
    // From Monday 10:00 to Monday 18:00 there are 47 office hours: half of
    // them end on Thursday at 09:30, three quarters on Friday at 13:15.
    story.waits_until("2024-03-07 09:29");
    assert_eq!(warned(&story), 0);
    story.waits_until("2024-03-07 09:30");
    assert_eq!(warned(&story), 1);
    story.waits_until("2024-03-08 14:15");
    assert_eq!(warned(&story), 2);
    story.waits_until("2024-03-11 18:00");
    assert!(story.clock(ClockKind::Handling, 1).late && !story.clock(ClockKind::Handling, 1).red);
    story.waits_until("2024-03-13 18:00");
    assert!(story.clock(ClockKind::Handling, 1).red);
}

/// What is attached says nothing about whether anybody acted.
#[test]
fn an_attachment_moves_neither_clock_nor_stage() {
    let mut story = Story::dispatched();
    let before = story.order.clone();
    story.does(&citizen(), attach(0, "f1")).does(&handler("u1"), attach(1, "f2"));
    let [first, second] = story.order.attachments.as_slice() else { panic!("two files are attached") };
    assert_eq!((first.part, &first.by), (0, &citizen()));
    assert_eq!((second.part, second.evidence.hash.as_str(), second.at), (1, "f2", story.now));
    assert_eq!(story.order.clocks, before.clocks);
    assert_eq!((story.order.stage, &story.order.parts), (before.stage, &before.parts));

    let mut closed = Story::closed();
    closed.does(&supervisor(), attach(0, "f1"));
    assert!(matches!(
        closed.archives().refuses(&supervisor(), attach(0, "f2")),
        domain::Refusal::WrongStage { stage: Stage::Archived, .. }
    ));
}
