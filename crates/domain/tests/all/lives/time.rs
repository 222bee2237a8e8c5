//! More time: extensions, pauses, grades.

use domain::codes::*;
use domain::handling::Resume;
use domain::intake::Grade;
use domain::{Refusal, Stage};

use crate::fixture::*;

/// The added time is counted from the old end, so that a slow decision costs
/// nothing and gains nothing.
#[test]
fn an_extension_counts_from_the_old_end() {
    let mut story = Story::handling();
    story.at("2024-03-11 17:00").does(&handler("u1"), ask_extension(1, "5 working days"));
    story.at("2024-03-13 09:00").does(&dispatcher(), judge_extension(true));
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-18 18:00"));
    story.does(&handler("u1"), ask_extension(1, "5 working days")).does(&dispatcher(), judge_extension(true));
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-25 18:00"));
    let refusal = story.refuses(&handler("u1"), ask_extension(1, "1 working day"));
    assert_eq!(refusal, Refusal::ExtensionsUsedUp { times: 2 });
}

#[test]
fn an_extension_that_was_not_granted_moves_nothing_and_counts_for_nothing() {
    let mut story = Story::handling();
    for _ in 0..3 {
        story
            .does(&handler("u1"), ask_extension(1, "5 working days"))
            .does(&dispatcher(), judge_extension(false));
    }
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-11 18:00"));
}

/// Each statute has its own approver: the hotline, or the head of the unit
/// (安阳条例).
#[test]
fn who_decides_on_an_extension_is_the_policys_to_say() {
    for (pack, decides, does_not) in
        [("national", dispatcher(), leader()), ("anyang", leader(), dispatcher())]
    {
        let mut story = Story::handling();
        story.city = City::under(pack);
        story.does(&handler("u1"), ask_extension(1, "1 working day"));
        let refusal = story.refuses(&does_not, judge_extension(true));
        assert!(matches!(refusal, Refusal::NotYourRole { .. }), "{pack}: {refusal}");
        story.does(&decides, judge_extension(true));
    }
}

/// 吕梁: three times three working days.
#[test]
fn three_extensions_of_three_days() {
    let mut story = Story::handling();
    story.city = City::under("lvliang");
    for due in ["2024-03-14", "2024-03-19", "2024-03-22"] {
        story
            .does(&handler("u1"), ask_extension(1, "3 working days"))
            .does(&dispatcher(), judge_extension(true));
        assert_eq!(story.due(ClockKind::Handling, 1), at(&format!("{due} 18:00")));
    }
    let refusal = story.refuses(&handler("u1"), ask_extension(1, "1 working day"));
    assert_eq!(refusal, Refusal::ExtensionsUsedUp { times: 3 });
}

/// What was left at the pause is left at its end. Held on Tuesday at 14:00,
/// with 4 + 3 × 8 + 8 hours left (to Monday 18:00), and run on on Thursday at
/// 14:00: 4 hours on Thursday, 8 on Friday, 24 from Monday to Wednesday.
#[test]
fn a_pause_gives_back_what_was_left() {
    let mut story = Story::handling();
    story.at("2024-03-05 14:00").does(&handler("u1"), pause(1, PauseReason::Appraisal));
    assert!(story.clock(ClockKind::Citizen, 0).is_running(), "the citizen waits all the same");
    story.at("2024-03-07 14:00").does(&handler("u1"), Resume { part: 1 });
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-13 18:00"));
}

/// Natural time is given back to the millisecond.
#[test]
fn a_pause_of_natural_time_moves_the_end_by_its_length() {
    let mut story = Story::accepted();
    story.city = City::under("beijing");
    story.does(&dispatcher(), dispatch("u1", by_directory("roads"))).does(&handler("u1"), sign(1));
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-12 00:00"));
    story.at("2024-03-05 14:00").does(&handler("u1"), pause(1, PauseReason::Appraisal));
    story.at("2024-03-07 15:30").does(&dispatcher(), Resume { part: 1 });
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-14 01:30"));
}

#[test]
fn a_pause_ends_by_itself() {
    let mut story = Story::handling();
    story.does(&handler("u1"), contact(1, true)).does(&handler("u1"), pause(1, PauseReason::Appraisal));
    // Sixty natural days after 4 March: 3 May, a holiday until the 5th; the
    // 6th is a working day.
    assert_eq!(story.order.next_moment(), Some(at("2024-05-07 00:00")));
    story.waits_until("2024-05-07 00:00");
    assert!(story.clock(ClockKind::Handling, 1).is_running());
    assert!(story.order.open_pause(1).is_none());
}

/// A grade raised late gives the unit no fresh start.
#[test]
fn a_raised_grade_counts_from_the_beginning() {
    let mut story = Story::handling();
    story.at("2024-03-05 11:00").does(&supervisor(), grade(Level::Urgent));
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-05 10:00"));
    story.does(&system(), domain::tick::Tick {});
    assert!(story.clock(ClockKind::Handling, 1).late);
}

/// After a redo, the redo is the beginning, and its limits hold.
#[test]
fn a_grade_after_a_redo_counts_from_the_redo() {
    let mut story = Story::callback();
    story.at("2024-03-20 10:00").does(&caller(), redo());
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-25 18:00"));
    story.at("2024-03-20 11:00").does(&supervisor(), grade(Level::Urgent));
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-20 22:00"));
}

#[test]
fn a_grade_leaves_an_assist_its_share() {
    let mut story = Story::joint();
    story.does(&supervisor(), grade(Level::Urgent));
    assert_eq!(story.due(ClockKind::Handling, 1), at("2024-03-05 10:00"));
    // 80 percent of 24 hours: 19 hours and 12 minutes.
    assert_eq!(story.due(ClockKind::Handling, 2), at("2024-03-05 05:12"));
}

#[test]
fn a_sensitivity_moves_no_clock() {
    let mut story = Story::handling();
    let before = story.order.clocks.clone();
    let sensitivities = vec![Sensitivity::Minors, Sensitivity::Danger, Sensitivity::Minors];
    story.does(&operator(), Grade { level: Level::Ordinary, sensitivities, reason: text("a child") });
    assert_eq!(story.stands_at(Stage::Handling).order.clocks, before);
    assert_eq!(story.order.sensitivities, [Sensitivity::Danger, Sensitivity::Minors]);
}
