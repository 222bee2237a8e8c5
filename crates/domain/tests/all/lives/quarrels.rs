//! Whose duty it is: returns, disputes, rulings.

use domain::codes::*;
use domain::dispatch::ReturnVerdict;
use domain::order::{PartState, ReturnFate};
use domain::{Refusal, Stage};

use crate::fixture::*;

#[test]
fn returned_with_approval_and_sent_to_another() {
    let mut story = Story::handling();
    story.at("2024-03-04 14:00").does(&handler("u1"), return_(1, ReturnReason::WrongDuty));
    story.at("2024-03-04 15:00").does(&dispatcher(), judge_return(ReturnVerdict::Approve));
    story.stands_at(Stage::Accepted);
    assert_eq!(story.order.lead(), None);
    assert!(story.clock(ClockKind::Owner, 0).is_running(), "the owner that was found was not the owner");
    assert!(story.clock(ClockKind::Handling, 1).stopped.is_some());
    // The directory's own entry has spoken already, and needs no override.
    story.at("2024-03-04 16:00").does(&dispatcher(), dispatch("u2", by_reason()));
    assert_eq!(story.due(ClockKind::Handling, 2), at("2024-03-11 18:00"), "the new unit has its full time");
    story.does(&handler("u2"), sign(2)).stands_at(Stage::Handling);
    assert_eq!(story.clock(ClockKind::Owner, 0).stopped, Some(at("2024-03-04 16:00")));
    assert_eq!(story.clock(ClockKind::Citizen, 0).started, at("2024-03-04 09:00"));
}

/// Two returns are borne; the third opens a dispute by itself. The ruling
/// binds (潍坊条例 22).
#[test]
fn the_third_return_opens_a_dispute_and_the_ruling_binds() {
    let mut story = Story::accepted();
    let units = ["u1", "u2", "u3"];
    for (no, unit) in (1..).zip(units) {
        let basis = if unit == "u1" { by_directory("roads") } else { by_reason() };
        story.does(&dispatcher(), dispatch(unit, basis));
        story.does(&handler(unit), return_(no, ReturnReason::WrongDuty));
        if no < 3 {
            story.does(&dispatcher(), judge_return(ReturnVerdict::Approve));
        }
    }
    assert_eq!(story.stands_at(Stage::Disputed).order.returns[2].fate, ReturnFate::Disputed);
    assert_eq!(story.due(ClockKind::Dispute, 0), at("2024-03-12 18:00"));
    // During the procedure everyone works under the old division (编办).
    story.does(&handler("u3"), note(3));

    story.at("2024-03-05 09:00").does(&adjudicator(), rule("u1")).stands_at(Stage::Dispatched);
    assert_eq!(story.order.parts[2].state, PartState::Returned);
    let lead = story.order.lead().expect("the ruling names the lead");
    assert!(lead.bound && lead.unit == "u1".into());
    assert_eq!(story.clock(ClockKind::Dispute, 0).stopped, Some(at("2024-03-05 09:00")));
    let refusal = story.refuses(&handler("u1"), return_(4, ReturnReason::Other));
    assert_eq!(refusal, Refusal::BoundByRuling { number: "R-2".to_owned() });
    story.does(&handler("u1"), sign(4)).does(&handler("u1"), reply(4, Conclusion::Solved));
}

#[test]
fn a_ruling_for_the_unit_that_has_it_finds_the_owner() {
    let mut story = Story::handling();
    story.at("2024-03-04 14:00").does(&dispatcher(), open_dispute()).stands_at(Stage::Disputed);
    assert!(story.clock(ClockKind::Owner, 0).is_running());
    story.at("2024-03-05 14:00").does(&adjudicator(), rule("u1")).stands_at(Stage::Handling);
    assert!(story.order.parts[0].bound);
    assert_eq!(story.clock(ClockKind::Owner, 0).stopped, Some(at("2024-03-05 14:00")));
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-11 18:00"), "it worked on meanwhile");
}

#[test]
fn an_assist_that_is_ruled_to_lead_stops_assisting() {
    let mut story = Story::joint();
    story.does(&dispatcher(), open_dispute()).does(&adjudicator(), rule("u2"));
    let open: Vec<_> = story.order.parts.iter().filter(|part| part.state.is_open()).collect();
    assert_eq!(open.len(), 1);
    assert_eq!((open[0].duty, &open[0].unit), (Duty::Lead, &"u2".into()));
}

/// Nobody gains time by asking: whose silence ran out while the return was
/// looked at has accepted.
#[test]
fn a_return_rejected_after_the_time_to_sign_is_accepted_by_silence() {
    let mut story = Story::dispatched();
    story.at("2024-03-05 17:00").does(&handler("u1"), return_(1, ReturnReason::WrongDuty));
    story.waits_until("2024-03-06 09:00").stands_at(Stage::Dispatched);
    assert!(story.clock(ClockKind::Sign, 1).late);
    story.does(&dispatcher(), judge_return(ReturnVerdict::Reject)).stands_at(Stage::Handling);
    assert!(story.order.parts[0].by_silence);
}

#[test]
fn silence_is_no_acceptance_where_the_policy_does_not_say_so() {
    let mut story = Story::accepted();
    story.city.policy.returns.silence_accepts.value = false;
    story.does(&dispatcher(), dispatch("u1", by_directory("roads")));
    story.waits_until("2024-04-08 09:00").stands_at(Stage::Dispatched);
}

/// 天津: silent for two working days, accepted, although signing takes one.
#[test]
fn silence_has_its_own_limit_where_the_statute_fixes_one() {
    let mut story = Story::accepted();
    story.city = City::under("tianjin");
    story.does(&dispatcher(), dispatch("u1", by_directory("roads")));
    story.waits_until("2024-03-06 17:59").stands_at(Stage::Dispatched);
    assert!(story.clock(ClockKind::Sign, 1).late);
    story.waits_until("2024-03-06 18:00").stands_at(Stage::Handling);
}

/// 潍坊: the first return is borne, the second is a dispute.
#[test]
fn where_one_return_is_borne_the_second_is_a_dispute() {
    let mut story = Story::dispatched();
    story.city = City::under("weifang");
    story.does(&handler("u1"), return_(1, ReturnReason::WrongDuty));
    story
        .does(&dispatcher(), judge_return(ReturnVerdict::Approve))
        .does(&dispatcher(), dispatch("u2", by_reason()));
    story.does(&handler("u2"), return_(2, ReturnReason::WrongDuty)).stands_at(Stage::Disputed);
}

#[test]
fn a_pause_does_not_outlive_the_part_that_was_paused() {
    let mut story = Story::handling();
    story.does(&handler("u1"), pause(1, PauseReason::Judicial));
    story.does(&handler("u1"), return_(1, ReturnReason::WrongDuty));
    story.does(&dispatcher(), judge_return(ReturnVerdict::Approve));
    assert!(story.order.open_pause(1).is_none());
}
