//! Who, when, and what is said.

use domain::codes::{Channel, Level, LinkKind, Role, Route, Unacceptable};
use domain::ids::OrderId;
use domain::intake::*;
use domain::order::Link as OrderLink;
use domain::text_ref::TextRef;
use domain::tick::Tick;
use domain::{Refusal, Stage, decide};

use super::Met;
use crate::fixture::*;

pub fn met() -> Vec<Met> {
    vec![
        (
            Story::registered().refuses(&citizen(), Accept {}),
            Refusal::NotYourRole { needs: vec![Role::Operator, Role::ShiftLeader, Role::Dispatcher] },
        ),
        (
            Story::registered().at("2024-03-04 08:59").refuses(&operator(), Accept {}),
            Refusal::BeforeLastEntry { last: at("2024-03-04 09:00") },
        ),
        (
            Story::handling().refuses(&operator(), Accept {}),
            Refusal::WrongStage {
                stage: Stage::Handling,
                needs: vec![Stage::Registered, Stage::AwaitingSupplement],
            },
        ),
        (
            Story::registered().refuses(&operator(), AnswerAtOnce { answer: nothing() }),
            Refusal::TextMissing { field: "answer".to_owned() },
        ),
        (too_long(), Refusal::TextTooLong { field: "answer".to_owned(), chars: 100_001, most: 100_000 }),
        (
            Story::registered().refuses(&operator(), Split { into: vec![OrderId(2)], keeps_a_matter: false }),
            Refusal::Missing { field: "into".to_owned() },
        ),
        (link_that_moves_appeals(), Refusal::Unfit { field: "link".to_owned() }),
        (received_tomorrow(), Refusal::Unfit { field: "received_at".to_owned() }),
        (
            Story::registered().refuses(&operator(), refuse(Unacceptable::TooVague, Route::Court)),
            Refusal::RouteDoesNotFit { reason: Unacceptable::TooVague, routes: vec![Route::AppealAgain] },
        ),
        // 济南条例 42: to call somebody a nuisance is not for who was annoyed.
        (
            Story::registered().refuses(&operator(), refuse(Unacceptable::Harassment, Route::Police)),
            Refusal::NotYourRole { needs: vec![Role::ShiftLeader, Role::Supervisor] },
        ),
        // Whoever took the call may see danger, not declare it gone.
        (
            Story::registered().refuses(&operator(), grade(Level::Complex)),
            Refusal::NotYourRole { needs: vec![Role::ShiftLeader, Role::Dispatcher, Role::Supervisor] },
        ),
        (Story::registered().refuses(&operator(), Merge { into: OrderId(1) }), Refusal::SameOrder),
        (taken_in_twice(), Refusal::LinkedAlready { order: OrderId(2) }),
        (Story::registered().refuses(&system(), Tick {}), Refusal::NothingDue),
    ]
}

fn too_long() -> Refusal {
    let answer = TextRef { hash: "0".to_owned(), chars: 100_001 };
    Story::registered().refuses(&operator(), AnswerAtOnce { answer })
}

fn link_that_moves_appeals() -> Refusal {
    let link = OrderLink { kind: LinkKind::MergedInto, order: Some(OrderId(2)), external: None };
    Story::registered().refuses(&operator(), Link { link })
}

fn received_tomorrow() -> Refusal {
    let (city, by) = (City::under("national"), operator());
    let ctx = context(&city, at("2024-03-04 09:00"), &by);
    let tomorrow = register(at("2024-03-05 09:00"));
    decide::register(OrderId(1), &tomorrow, &ctx).expect_err("nobody calls from tomorrow")
}

fn taken_in_twice() -> Refusal {
    let mut story = Story::registered();
    let take_in = || TakeIn { from: OrderId(2), appeals: vec![appeal(at("2024-03-04 08:00"))] };
    story.does(&operator(), take_in()).refuses(&operator(), take_in())
}

#[test]
fn a_number_tells_day_channel_and_order_and_checks_itself() {
    let story = Story::registered();
    assert_eq!(story.order.number, "2024030401000000010");
    let other = order_number(OrderId(123_456_789), Channel::Other, story.now, &CALENDAR);
    assert!(other.starts_with("2024030499123456789"), "{other}");
}
