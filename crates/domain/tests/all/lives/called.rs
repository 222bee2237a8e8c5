//! 吹哨报到, 征询意见, 求助: what units ask of others.

use domain::Stage;
use domain::codes::*;
use domain::handling::Arrive;
use domain::order::{PartState, WhistleStep};
use domain::text_ref::Evidence;

use crate::fixture::*;

/// The town has the order from Monday 10:00, and whistles at 11:00 for a
/// meeting on Tuesday at 14:00.
fn whistled() -> Story {
    let mut story = Story::at_the_town();
    let meet_at = at("2024-03-05 14:00");
    story.at("2024-03-04 11:00").does(&handler("town"), whistle(1, &["u1", "office"], meet_at));
    story
}

#[test]
fn a_town_whistles_the_units_come_and_the_town_says_whether_it_helped() {
    let mut story = whistled();
    let (u1, office) = (handler("u1"), handler("office"));
    story.at("2024-03-04 12:00").does(&u1, acknowledge(1, true)).does(&office, acknowledge(1, true));
    story.at("2024-03-05 14:05").does(&u1, arrive(1, Some(BRIDGE_NEAR)));
    story.does(&u1, report_whistle(1)).does(&office, report_whistle(1));
    story.does(&handler("town"), close_whistle(1, &[("u1", true), ("office", false)]));
    let blown = &story.order.whistles[0];
    assert_eq!((blown.unit.as_str(), blown.ended), ("town", Some(at("2024-03-05 14:05"))));
    let [first, second] = &blown.called[..] else { panic!("two were called") };
    let arrival = first.arrival.as_ref().expect("u1 came");
    assert_eq!((arrival.metres, arrival.near), (Some(111), Some(true)));
    assert_eq!(second.arrival, None, "the office says it helped; nothing shows that it came");
    let said: Vec<_> = blown.called.iter().filter_map(|called| called.attendance.as_ref()).collect();
    assert!(said[0].came && said[0].helped && !said[1].came);
    assert!(!first.acknowledge.late && !first.report.late);
    // The order goes on as it did.
    story.stands_at(Stage::Handling);
    assert_eq!(story.order.parts[0].state, PartState::Handling);
}

/// Four office hours from Monday 11:00 (a break from 12 to 13) end at 16:00;
/// one working day after Tuesday's meeting ends on Wednesday evening.
#[test]
fn who_is_silent_is_late_by_itself() {
    let mut story = whistled();
    let blown = &story.order.whistles[0];
    assert_eq!(blown.called[0].acknowledge.due, at("2024-03-04 16:00"));
    assert_eq!(blown.called[0].report.due, at("2024-03-06 18:00"));
    story.does(&handler("u1"), acknowledge(1, true));
    story.waits_until("2024-03-04 16:00");
    let late = |story: &Story, step: WhistleStep| -> Vec<bool> {
        let called = story.order.whistles[0].called.iter();
        called
            .map(|called| match step {
                WhistleStep::Report => called.report.late,
                _ => called.acknowledge.late,
            })
            .collect()
    };
    assert_eq!(late(&story, WhistleStep::Acknowledge), [false, true]);
    // Late, it answers all the same, and stays late.
    story.does(&handler("office"), acknowledge(1, false));
    story.waits_until("2024-03-06 18:00");
    assert_eq!(late(&story, WhistleStep::Report), [true, true]);
    assert_eq!(late(&story, WhistleStep::Acknowledge), [false, true]);
    assert!(story.order.clocks.iter().all(|clock| clock.part != 2), "no clock of the order is theirs");
}

#[test]
fn who_is_there_need_not_say_that_it_comes() {
    let mut story = whistled();
    story.at("2024-03-04 15:00").does(&handler("u1"), arrive(1, None));
    story.waits_until("2024-03-04 17:00");
    assert_eq!(story.order.whistles[0].called[0].acknowledge.done, Some(at("2024-03-04 15:00")));
    assert!(!story.order.whistles[0].called[0].acknowledge.late);
}

/// What the photo says of itself goes before what the phone says.
#[test]
fn a_photo_shows_when_and_where() {
    let mut story = whistled();
    let taken_at = Some(at("2024-03-05 13:58"));
    let photo = Evidence { taken_at, position: Some(BRIDGE_FAR), ..photo() };
    let act = Arrive { whistle: 1, evidence: Some(photo), position: Some(BRIDGE_NEAR) };
    story.at("2024-03-05 14:10").does(&handler("u1"), act);
    let arrival = story.order.whistles[0].called[0].arrival.clone().expect("it came");
    assert_eq!(Some(arrival.at), taken_at);
    assert_eq!((arrival.metres, arrival.near), (Some(1112), Some(false)));
}

#[test]
fn a_coordinator_answers_for_the_units_below() {
    let mut story = whistled();
    let district = coordinator("district");
    story.does(&district, acknowledge(1, true));
    let coming: Vec<_> = story.order.whistles[0].called.iter().map(|called| called.coming).collect();
    assert_eq!(coming, [None, Some(true)], "the office lies below the district, u1 does not");
    story.at("2024-03-05 15:00").does(&district, close_whistle(1, &[("u1", false), ("office", true)]));
}

#[test]
fn when_the_order_ends_nobody_owes_anything() {
    let mut story = whistled();
    story.does(&handler("town"), consult(1, "u2")).does(&handler("town"), ask_help(1));
    story.does(&citizen(), ask_withdrawal()).stands_at(Stage::Closed);
    let order = &story.order;
    assert!(!order.whistles[0].is_open());
    assert!(order.opinions[0].ended.is_some() && order.opinions[0].answer.is_none());
    assert!(order.helps[0].ended.is_some() && order.helps[0].answer.is_none());
    story.waits_until("2024-03-08 18:00");
    assert!(!story.order.whistles[0].called[0].report.late);
}

#[test]
fn a_unit_asks_another_for_a_word() {
    let mut story = Story::handling();
    story.does(&handler("u1"), consult(1, "u2"));
    let asked = &story.order.opinions[0];
    assert_eq!((asked.from.as_str(), asked.until), ("u1", at("2024-03-05 18:00")));
    // Nobody is late by it, and the order does not wait.
    story.waits_until("2024-03-06 10:00").does(&handler("u2"), answer_consult(1));
    let answer = story.order.opinions[0].answer.clone().expect("it was answered");
    assert_eq!(answer.at, at("2024-03-06 10:00"));
    story.does(&handler("u1"), reply(1, Conclusion::Solved)).stands_at(Stage::Replied);
}

#[test]
fn the_hotline_helps_and_so_does_the_coordinator() {
    let mut story = Story::handling();
    story.does(&coordinator("u1"), ask_help(1)).does(&supervisor(), answer_help(1));
    story.does(&handler("u1"), ask_help(1)).does(&dispatcher(), answer_help(2));
    story.does(&handler("u1"), ask_help(1)).does(&coordinator("u1"), answer_help(3));
    assert!(story.order.helps.iter().all(|help| help.answer.is_some()));
}
