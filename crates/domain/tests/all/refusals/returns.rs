//! Returns and the locks against ping-pong.

use domain::codes::{Level, ReturnReason};
use domain::dispatch::ReturnVerdict;
use domain::intake::Accept;
use domain::tick::Tick;
use domain::{Refusal, Stage};

use super::Met;
use crate::fixture::*;

pub fn met() -> Vec<Met> {
    vec![
        (
            returned().refuses(&dispatcher(), dispatch("u1", by_directory("roads"))),
            Refusal::ReturnedBefore { unit: "u1".into() },
        ),
        // National pack: one working day after Monday.
        (
            Story::handling().at("2024-03-06 09:00").refuses(&handler("u1"), wrong_duty()),
            Refusal::ReturnWindowPassed { until: at("2024-03-05 18:00") },
        ),
        (silent(), Refusal::SignedMeansAccepted),
        (signature_that_binds(), Refusal::SignedMeansAccepted),
        // 潍坊条例 22: a unit so determined may not return.
        (bound().refuses(&handler("u1"), wrong_duty()), Refusal::BoundByRuling { number: "R-2".to_owned() }),
        (bound().refuses(&dispatcher(), open_dispute()), Refusal::RuledBefore { number: "R-2".to_owned() }),
        (
            rejected().refuses(&handler("u1"), wrong_duty()),
            Refusal::SameGround { reason: ReturnReason::WrongDuty },
        ),
        // 编办 rules: while the quarrel lasts, the first receiver acts.
        (urgent().refuses(&handler("u1"), wrong_duty()), Refusal::ActFirst),
        (
            Story::dispatched().does(&handler("u1"), wrong_duty()).refuses(&handler("u1"), sign(1)),
            Refusal::RequestOpen,
        ),
        (
            Story::dispatched()
                .does(&coordinator("u1"), wrong_duty())
                .does(&dispatcher(), judge_return(ReturnVerdict::Dispute))
                .refuses(&coordinator("u1"), wrong_duty()),
            Refusal::AlreadyAsked,
        ),
        (recused(), Refusal::PartyMayNotRule { unit: "u1".into() }),
        // Only the lead's return asks whose the order is.
        (
            Story::joint()
                .does(&handler("u2"), return_(2, ReturnReason::WrongDuty))
                .refuses(&dispatcher(), judge_return(ReturnVerdict::Dispute)),
            Refusal::LeadOnly,
        ),
    ]
}

fn wrong_duty() -> domain::Act {
    return_(1, ReturnReason::WrongDuty)
}

fn returned() -> Story {
    let mut story = Story::dispatched();
    story.does(&handler("u1"), wrong_duty()).does(&dispatcher(), judge_return(ReturnVerdict::Approve));
    story
}

fn rejected() -> Story {
    let mut story = Story::dispatched();
    story.does(&handler("u1"), wrong_duty()).does(&dispatcher(), judge_return(ReturnVerdict::Reject));
    story
}

fn bound() -> Story {
    let mut story = Story::dispatched();
    story.does(&handler("u1"), wrong_duty()).does(&dispatcher(), judge_return(ReturnVerdict::Dispute));
    story.does(&adjudicator(), rule("u1"));
    story
}

fn urgent() -> Story {
    let mut story = Story::registered();
    story.does(&operator(), grade(Level::Urgent)).does(&operator(), Accept {});
    story.does(&dispatcher(), dispatch("u1", by_directory("roads")));
    story
}

/// 天津、吕梁: who said nothing while it could return has accepted, and cannot
/// return any more. A complex order may be returned for two days.
fn silent() -> Refusal {
    let mut story = Story::accepted();
    story
        .does(&dispatcher(), grade(Level::Complex))
        .does(&dispatcher(), dispatch("u1", by_directory("roads")));
    story.at("2024-03-05 18:00").does(&system(), Tick {}).stands_at(Stage::Dispatched);
    story.at("2024-03-06 18:00").does(&system(), Tick {}).stands_at(Stage::Handling);
    assert!(story.order.parts[0].by_silence);
    story.refuses(&handler("u1"), wrong_duty())
}

fn signature_that_binds() -> Refusal {
    let mut story = Story::handling();
    story.city.policy.returns.sign_bars_return.value = true;
    story.refuses(&handler("u1"), wrong_duty())
}

/// 回避: the unit that has the order has no voice in the ruling.
fn recused() -> Refusal {
    let mut story = Story::dispatched();
    story.does(&dispatcher(), open_dispute());
    let judge = domain::Actor::staff(domain::codes::Role::Adjudicator, "adam", Some("u1"));
    story.refuses(&judge, rule("u3"))
}

#[test]
fn an_urgent_order_can_be_returned_once_something_was_done() {
    urgent().does(&handler("u1"), note(1)).does(&handler("u1"), wrong_duty());
}

#[test]
fn a_rejected_return_leaves_the_order_with_the_unit_on_other_grounds_still_open() {
    rejected().does(&handler("u1"), return_(1, ReturnReason::WrongPlace));
}

#[test]
fn a_unit_that_answered_cannot_return_any_more() {
    // The reply comes within the window for returns.
    let refusal = Story::replied().refuses(&handler("u1"), wrong_duty());
    assert!(matches!(refusal, Refusal::WrongStage { stage: Stage::Replied, .. }), "{refusal}");
}
