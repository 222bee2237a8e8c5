//! What the units do, and what the citizen says to it.

use domain::codes::*;
use domain::directory::Ownership;
use domain::handling::{MOST_ATTACHMENTS, Pause, Resume};
use domain::intake::Accept;
use domain::{Refusal, Stage};

use super::Met;
use crate::fixture::*;

pub fn met() -> Vec<Met> {
    let u1 = handler("u1");
    let mut met = more_time();
    met.extend(attachments());
    met.extend(after_the_reply());
    met.extend([
        (signed_by_both().refuses(&handler("u2"), reply(2, Conclusion::Solved)), Refusal::LeadOnly),
        (Story::handling().refuses(&u1, report(1, false)), Refusal::AssistOnly),
        // 北京条例 14: the lead waits for its assists while their time runs.
        (
            signed_by_both().refuses(&u1, reply(1, Conclusion::Solved)),
            Refusal::AssistsOpen { parts: vec![2] },
        ),
        (
            Story::handling()
                .does(&u1, ask_extension(1, "1 working day"))
                .refuses(&u1, reply(1, Conclusion::Solved)),
            Refusal::RequestOpen,
        ),
        (without_evidence(), Refusal::EvidenceMissing),
        (without_the_document(), Refusal::EvidenceDemanded { kinds: vec![EvidenceKind::Document] }),
        (without_basis(), Refusal::BasisMissing),
        (Story::handling().refuses(&u1, reply(1, Conclusion::CannotYet)), Refusal::NeedsDeferral),
    ]);
    met
}

/// The directory demands a document, and only a photo is there.
fn without_the_document() -> Refusal {
    let mut story = Story::about("4001");
    story.does(&dispatcher(), classify_pole(Ownership::Utility));
    story.does(&dispatcher(), dispatch("u4", by_directory("poles"))).does(&handler("u4"), sign(1));
    story.refuses(&handler("u4"), reply(1, Conclusion::Solved))
}

fn more_time() -> Vec<Met> {
    let u1 = handler("u1");
    let longest = "5 working days".parse().expect("a limit");
    vec![
        // Five working days after Monday: the next Monday.
        (
            Story::handling().at("2024-03-11 18:01").refuses(&u1, ask_extension(1, "1 working day")),
            Refusal::TooLate { due: at("2024-03-11 18:00") },
        ),
        (
            Story::handling().refuses(&u1, ask_extension(1, "6 working days")),
            Refusal::TooLong { most: longest },
        ),
        (extended_once_where_once_is_all(), Refusal::ExtensionsUsedUp { times: 1 }),
        (
            Story::handling()
                .does(&u1, ask_extension(1, "1 working day"))
                .refuses(&u1, ask_extension(1, "1 working day")),
            Refusal::AlreadyAsked,
        ),
        (Story::handling().refuses(&dispatcher(), judge_extension(true)), Refusal::NothingAsked),
        (
            Story::handling()
                .does(&coordinator("u1"), ask_extension(1, "1 working day"))
                .refuses(&coordinator("u1"), judge_extension(true)),
            Refusal::SamePerson,
        ),
        (statutory().refuses(&u1, ask_extension(1, "1 working day")), Refusal::NoLimit),
        (Story::handling().refuses(&u1, Resume { part: 1 }), Refusal::NotPaused),
        (
            paused().refuses(&u1, ask_extension(1, "1 working day")),
            Refusal::IsPaused { since: at("2024-03-04 11:00") },
        ),
        (unlawful_pause(), Refusal::PauseUnlawful { lawful: vec![PauseReason::Judicial] }),
    ]
}

fn after_the_reply() -> Vec<Met> {
    let mut story = Story::callback();
    story.does(&caller(), not_reached(0, CallOutcome::NoAnswer));
    let again = not_reached(0, CallOutcome::NoAnswer);
    vec![
        (
            Story::replied().refuses(
                &reviewer(),
                domain::handling::ReviewReply {
                    passed: true,
                    faults: vec![ReplyFault::NoBasis],
                    note: text("no"),
                },
            ),
            Refusal::FaultsDoNotFit,
        ),
        (Story::callback().refuses(&caller(), reached(7, Solved::Yes)), Refusal::UnknownAppeal { appeal: 7 }),
        (unwanted_call(), Refusal::WantsNoCallback),
        (story.clone().refuses(&caller(), again), Refusal::TooSoon { from: at("2024-03-05 13:00") }),
        (
            Story::callback()
                .does(&caller(), not_reached(0, CallOutcome::WrongNumber))
                .refuses(&caller(), not_reached(0, CallOutcome::NoAnswer)),
            Refusal::AttemptsUsedUp { attempts: 1 },
        ),
        (
            Story::callback()
                .does(&caller(), reached(0, Solved::No))
                .refuses(&citizen(), reached(0, Solved::Yes)),
            Refusal::AlreadyAnswered,
        ),
        (
            Story::callback().refuses(&caller(), not_reached(0, CallOutcome::Reached)),
            Refusal::AnswersDoNotFit,
        ),
        // Who answers for themself was reached.
        (
            Story::callback().refuses(&citizen(), not_reached(0, CallOutcome::NoAnswer)),
            Refusal::AnswersDoNotFit,
        ),
        (story.refuses(&caller(), close(None)), Refusal::CallbacksOpen { appeals: vec![0] }),
        (
            Story::callback().does(&caller(), reached(0, Solved::Partly)).refuses(&caller(), close(None)),
            Refusal::UnsolvedNeedsReason,
        ),
        (
            Story::callback()
                .does(&caller(), reached(0, Solved::No))
                .refuses(&caller(), close(Some(Unresolved::Unreachable))),
            Refusal::ReasonDoesNotFit,
        ),
        (redone_out(), Refusal::RedosUsedUp { times: 2 }),
    ]
}

fn attachments() -> Vec<Met> {
    let mut full = Story::registered();
    for file in 0..MOST_ATTACHMENTS {
        full.does(&citizen(), attach(0, &format!("f{file}")));
    }
    vec![
        (full.refuses(&citizen(), attach(0, "more")), Refusal::TooManyAttachments { most: 50 }),
        (
            Story::handling().does(&operator(), attach(0, "f1")).refuses(&handler("u1"), attach(1, "f1")),
            Refusal::AttachedAlready { hash: "f1".to_owned() },
        ),
        (
            Story::handling().refuses(&handler("u2"), attach(1, "f1")),
            Refusal::NotYourUnit { holder: "u1".into() },
        ),
        (Story::handling().refuses(&operator(), attach(7, "f1")), Refusal::UnknownPart { part: 7 }),
        (
            Story::handling().refuses(&operator(), attach(0, "")),
            Refusal::Missing { field: "hash".to_owned() },
        ),
    ]
}

fn signed_by_both() -> Story {
    let mut story = Story::joint();
    story.does(&handler("u1"), sign(1)).does(&handler("u2"), sign(2));
    story
}

fn without_evidence() -> Refusal {
    let mut reply = reply(1, Conclusion::Solved);
    reply.evidence.clear();
    Story::handling().refuses(&handler("u1"), reply)
}

fn without_basis() -> Refusal {
    let mut reply = reply(1, Conclusion::Explained);
    reply.basis.clear();
    Story::handling().refuses(&handler("u1"), reply)
}

/// 安阳: once, and the head of the unit decides.
fn extended_once_where_once_is_all() -> Refusal {
    let mut story = Story::handling();
    story.city = City::under("anyang");
    story.does(&handler("u1"), ask_extension(1, "5 working days")).does(&leader(), judge_extension(true));
    story.refuses(&handler("u1"), ask_extension(1, "1 working day"))
}

fn statutory() -> Story {
    let mut story = Story::registered();
    story.does(&dispatcher(), grade(Level::Statutory)).does(&operator(), Accept {});
    story.does(&dispatcher(), dispatch("u1", by_directory("roads"))).does(&handler("u1"), sign(1));
    story
}

fn paused() -> Story {
    let mut story = Story::handling();
    story.does(&handler("u1"), pause(1, PauseReason::Appraisal));
    story
}

fn unlawful_pause() -> Refusal {
    let mut story = Story::handling();
    story.city.policy.pause.reasons.value = vec![PauseReason::Judicial];
    let pause = Pause { part: 1, reason: PauseReason::AwaitCitizen, note: text("we wait") };
    story.refuses(&handler("u1"), pause)
}

fn unwanted_call() -> Refusal {
    let mut story = Story::callback();
    story.order.appeals[0].wants_callback = false;
    story.refuses(&caller(), reached(0, Solved::Yes))
}

fn redone_out() -> Refusal {
    let mut story = Story::callback();
    for _ in 0..2 {
        story.does(&caller(), redo()).stands_at(Stage::Handling);
        story.does(&handler("u1"), reply(1, Conclusion::Solved)).does(&reviewer(), review_reply(&[]));
    }
    story.refuses(&caller(), redo())
}
