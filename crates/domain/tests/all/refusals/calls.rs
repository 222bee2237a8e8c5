//! What units ask of others.

use domain::Refusal;
use domain::codes::UnitKind;
use domain::handling::{Arrive, Whistle};
use domain::order::WhistleStep;
use domain::text_ref::Evidence;
use domain::{Act, Moment};

use super::Met;
use crate::fixture::*;

const MEETING: &str = "2024-03-05 14:00";

fn whistled() -> Story {
    let mut story = Story::at_the_town();
    story.does(&handler("town"), whistle(1, &["u1"], at(MEETING)));
    story
}

pub fn met() -> Vec<Met> {
    let mut met = blowing();
    met.extend(answering());
    met.extend(asking());
    met
}

fn blowing() -> Vec<Met> {
    let town = handler("town");
    let calls = |units: &[&str]| Story::at_the_town().refuses(&town, whistle(1, units, at(MEETING)));
    let meets = |meet_at: Moment| Story::at_the_town().refuses(&town, whistle(1, &["u1"], meet_at));
    let towns = vec![UnitKind::Town];
    let kinds = vec![UnitKind::Department, UnitKind::DistrictDepartment, UnitKind::Utility];
    let does_not_fit =
        Refusal::MeetingDoesNotFit { from: at("2024-03-04 10:00"), latest: at("2024-03-18 18:00") };
    let mut without_rule = Story::at_the_town();
    (without_rule.city.policy.whistle, without_rule.city.policy.opinion) = (None, None);
    let rule = |what: &str| Refusal::NotProvided { what: what.to_owned() };
    let many = vec!["u2"; 9];
    let mut twice = whistled();
    twice.does(&town, whistle(1, &["u2"], at(MEETING)));
    let nowhere = Whistle { position: Some((91_000_000, 0)), ..whistle(1, &["u1"], at(MEETING)) };
    let unfit = |field: &str| Refusal::Unfit { field: field.to_owned() };
    vec![
        (
            Story::handling().refuses(&handler("u1"), whistle(1, &["u2"], at(MEETING))),
            Refusal::MayNotWhistle { unit: "u1".into(), kinds: towns },
        ),
        (calls(&[]), Refusal::Missing { field: "units".to_owned() }),
        (calls(&["u1", "nowhere"]), Refusal::UnknownUnit { unit: "nowhere".into() }),
        (calls(&["u1", "u1"]), unfit("units")),
        (calls(&["town"]), Refusal::OwnUnit { unit: "town".into() }),
        (calls(&["village"]), Refusal::OwnUnit { unit: "village".into() }),
        (calls(&["district"]), Refusal::MayNotBeCalled { unit: "district".into(), kinds }),
        (calls(&many), Refusal::TooManyCalled { most: 8 }),
        (meets(at("2024-03-04 09:59")), does_not_fit.clone()),
        (meets(at("2024-03-18 18:01")), does_not_fit),
        (Story::at_the_town().refuses(&town, nowhere), unfit("position")),
        (twice.refuses(&town, whistle(1, &["u3"], at(MEETING))), Refusal::TooManyOpen { most: 2 }),
        (without_rule.refuses(&town, whistle(1, &["u1"], at(MEETING))), rule("whistle")),
        (without_rule.refuses(&town, consult(1, "u1")), rule("opinion")),
    ]
}

fn answering() -> Vec<Met> {
    let (town, u1) = (handler("town"), handler("u1"));
    let mut done = whistled();
    done.does(&u1, acknowledge(1, true)).does(&u1, arrive(1, None)).does(&u1, report_whistle(1));
    let repeated = |act: Act| done.clone().refuses(&u1, act);
    let mut over = whistled();
    over.at("2024-03-05 14:01").does(&town, close_whistle(1, &[("u1", false)]));
    let photo_of = |taken_at: &str| {
        let evidence = Some(Evidence { taken_at: Some(at(taken_at)), ..photo() });
        Arrive { whistle: 1, evidence, position: None }
    };
    let unfit = |field: &str| Refusal::Unfit { field: field.to_owned() };
    vec![
        (whistled().refuses(&u1, acknowledge(2, true)), Refusal::UnknownWhistle { whistle: 2 }),
        (whistled().refuses(&u1, acknowledge(0, true)), Refusal::UnknownWhistle { whistle: 0 }),
        (over.refuses(&u1, acknowledge(1, true)), Refusal::WhistleEnded { whistle: 1 }),
        (whistled().refuses(&handler("u2"), acknowledge(1, true)), Refusal::NotCalled),
        (repeated(acknowledge(1, false)), Refusal::WhistleStepDone { step: WhistleStep::Acknowledge }),
        (repeated(arrive(1, None)), Refusal::WhistleStepDone { step: WhistleStep::Arrive }),
        (repeated(report_whistle(1)), Refusal::WhistleStepDone { step: WhistleStep::Report }),
        (
            whistled().refuses(&u1, Arrive { whistle: 1, evidence: None, position: None }),
            Refusal::EvidenceMissing,
        ),
        (whistled().refuses(&u1, arrive(1, Some((0, i32::MAX)))), unfit("position")),
        (whistled().refuses(&u1, photo_of("2024-03-03 12:00")), unfit("evidence")),
        (whistled().refuses(&u1, photo_of("2024-03-05 12:00")), unfit("evidence")),
        (
            whistled().refuses(&town, close_whistle(1, &[("u1", true)])),
            Refusal::WhistleNotYet { meet_at: at(MEETING) },
        ),
        (
            whistled().at(MEETING).refuses(&town, close_whistle(1, &[("u1", true), ("u2", true)])),
            unfit("attendance"),
        ),
        (whistled().at(MEETING).refuses(&town, close_whistle(1, &[])), unfit("attendance")),
        (
            whistled().at(MEETING).refuses(&handler("u2"), close_whistle(1, &[("u1", true)])),
            Refusal::NotYourUnit { holder: "town".into() },
        ),
        (whistled().refuses(&u1, ask_withdrawal()), Refusal::NoPart),
        (whistled().refuses(&u1, attach(1, "f1")), Refusal::NotYourUnit { holder: "town".into() }),
    ]
}

fn asking() -> Vec<Met> {
    let u1 = handler("u1");
    let mut asked = Story::handling();
    asked.does(&u1, consult(1, "u2"));
    let mut many = asked.clone();
    many.does(&u1, consult(1, "u3")).does(&u1, consult(1, "u4"));
    let mut helped = Story::handling();
    helped.does(&u1, ask_help(1));
    vec![
        (asked.refuses(&u1, consult(1, "u2")), Refusal::AlreadyAsked),
        (many.refuses(&u1, consult(1, "town")), Refusal::TooManyOpen { most: 3 }),
        (asked.refuses(&u1, consult(1, "u1-bureau")), Refusal::OwnUnit { unit: "u1-bureau".into() }),
        (asked.refuses(&u1, consult(1, "nowhere")), Refusal::UnknownUnit { unit: "nowhere".into() }),
        (asked.refuses(&u1, answer_consult(1)), Refusal::NotYourUnit { holder: "u2".into() }),
        (asked.refuses(&handler("u2"), answer_consult(2)), Refusal::NothingAsked),
        (asked.refuses(&handler("u2"), ask_help(1)), Refusal::NoPart),
        (helped.refuses(&u1, ask_help(1)), Refusal::AlreadyAsked),
        (helped.refuses(&supervisor(), answer_help(0)), Refusal::NothingAsked),
        (
            Story::handling().refuses(&handler("u3"), ask_help(1)),
            Refusal::NotYourUnit { holder: "u1".into() },
        ),
    ]
}
