//! 镇街守卫: what the directory gives to a department is not a town's.

use domain::codes::{ClockKind, Level};
use domain::figures::{Counted, counts};
use domain::order::{Basis, PartState, ReturnFate};
use domain::{Order, Refusal, Stage, fits};

use crate::fixture::*;

/// What the last entry adds to the counts.
fn counted(story: &Story) -> Vec<(Counted, Option<String>)> {
    let (last, before) = story.journal.split_last().expect("a journal");
    let before = Order::fold(before);
    let counts = counts(before.as_ref(), last, &story.order);
    counts.into_iter().map(|count| (count.what, count.unit.map(|unit| unit.0))).collect()
}

#[test]
fn an_override_names_the_entry_a_person_and_the_law_and_is_counted() {
    let mut story = Story::accepted();
    let missing = |change: fn(&mut domain::order::Override)| {
        let mut named = named("roads");
        change(&mut named);
        Story::accepted().refuses(&dispatcher(), dispatch("town", Basis::Override { named }))
    };
    assert_eq!(missing(|named| named.person.clear()), Refusal::Missing { field: "person".to_owned() });
    assert_eq!(missing(|named| named.law = nothing()), Refusal::TextMissing { field: "law".to_owned() });
    assert!(matches!(missing(|named| named.entry = "old".to_owned()), Refusal::DirectoryDoesNotSay { .. }));
    story.does(&dispatcher(), dispatch("town", by_name("roads")));
    let town = || Some("town".to_owned());
    assert_eq!(counted(&story), [(Counted::Dispatched, town()), (Counted::PushedDown, town())]);
}

#[test]
fn there_is_nothing_to_override_where_no_department_is_named() {
    // At p2 the directory names the town itself.
    let mut story = Story::begins("national", "2024-03-04 09:00", |now| {
        let mut register = register(now);
        register.place = "p2".into();
        register
    });
    story.does(&operator(), domain::intake::Accept {});
    let unfit = Refusal::Unfit { field: "overrides".to_owned() };
    assert_eq!(story.refuses(&dispatcher(), dispatch("town", by_name("roads-p2"))), unfit);
    assert_eq!(Story::accepted().refuses(&dispatcher(), dispatch("u1", by_name("roads"))), unfit);
    story.does(&dispatcher(), dispatch("town", by_directory("roads-p2")));
    // And there is nothing that the town could turn down.
    let refused = story.refuses(&handler("town"), turn_down(1, "roads-p2"));
    assert!(matches!(refused, Refusal::DirectoryDoesNotSay { .. }), "{refused:?}");
}

#[test]
fn a_town_refuses_in_one_act_and_never_gets_it_again() {
    let mut story = Story::accepted();
    story.at("2024-03-04 10:00").does(&dispatcher(), dispatch("town", by_name("roads")));
    let by = handler("town");
    let fit = fits::fitting(&story.order, &context(&story.city, story.now, &by));
    let fit = fit.iter().find(|fit| fit.act == "turn_down").expect("a handler may");
    assert_eq!((fit.parts.as_slice(), &fit.refusal), (&[1][..], &None));
    story.at("2024-03-04 10:30").does(&by, turn_down(1, "roads")).stands_at(Stage::Accepted);
    assert_eq!(story.order.parts[0].state, PartState::Returned);
    assert_eq!(story.order.returns[0].fate, ReturnFate::Approved);
    assert_eq!(story.order.returns[0].suggests, Some("u1".into()));
    assert!(story.clock(ClockKind::Owner, 0).is_running());
    assert!(counted(&story).contains(&(Counted::TurnedDown, Some("town".to_owned()))));
    let again = story.refuses(&dispatcher(), dispatch("town", by_name("roads")));
    assert_eq!(again, Refusal::ReturnedBefore { unit: "town".into() });
}

#[test]
fn what_a_district_handed_down_goes_back_up() {
    let mut story = Story::accepted();
    story.does(&dispatcher(), dispatch("district", over("roads")));
    story.does(&coordinator("district"), hand_down_named(1, "town", "roads"));
    assert!(counted(&story).contains(&(Counted::PushedDown, Some("town".to_owned()))));
    // The coordinator above does not refuse in the town's place.
    let refused = story.refuses(&coordinator("district"), turn_down(1, "roads"));
    assert_eq!(refused, Refusal::NotYourUnit { holder: "town".into() });
    story.does(&handler("town"), turn_down(1, "roads"));
    assert_eq!(story.order.parts[0].holder(), &"district".into());
    assert!(story.order.returns.is_empty());
}

#[test]
fn on_an_urgent_order_the_town_acts_first() {
    let mut story = Story::accepted();
    story.does(&operator(), grade(Level::Urgent));
    story.does(&dispatcher(), dispatch("town", by_name("roads")));
    assert_eq!(story.refuses(&handler("town"), turn_down(1, "roads")), Refusal::ActFirst);
    story.does(&handler("town"), contact(1, true)).does(&handler("town"), turn_down(1, "roads"));
}
