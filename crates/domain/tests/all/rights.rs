//! Who sees what: a table of lookers against orders, and each rule by itself.

use domain::codes::{Confidentiality, ReturnReason, Role};
use domain::dispatch::{HandDown, ReturnVerdict};
use domain::intake::{Accept, Register};
use domain::rights::*;
use domain::{Act, Order};

use crate::fixture::*;

fn viewer(role: Role, unit: Option<&str>) -> Viewer {
    Viewer { role, person: "somebody".into(), unit: unit.map(Into::into), outsourced: false }
}

fn outsourced(role: Role) -> Viewer {
    Viewer { outsourced: true, ..viewer(role, Some("hotline")) }
}

fn sight(order: &Order, who: &Viewer) -> Option<Sight> {
    sees(order, who, &City::under("national").units, &"hotline".into())
}

/// An order at u1 with u2 as its assist; one at the town, copied to u4; one
/// that nobody has.
fn orders() -> [Order; 3] {
    let mut town = Story::accepted();
    let mut act = dispatch("town", by_name("roads"));
    act.copy_to = Some("u4".into());
    town.does(&dispatcher(), act);
    [Story::joint().order, town.order, Story::accepted().order]
}

#[test]
fn every_role_sees_what_it_works_on() {
    use Role::*;
    let all = [true, true, true];
    let none = [false, false, false];
    let (joint, town) = ([true, false, false], [false, true, false]);
    let table: &[(Role, Option<&str>, [bool; 3])] = &[
        (Citizen, None, none),
        (System, None, none),
        (KnowledgeEditor, Some("hotline"), none),
        (Administrator, Some("hotline"), none),
        (Administrator, None, none),
        (Operator, Some("hotline"), all),
        (Operator, None, all),
        (ShiftLeader, Some("hotline"), all),
        (Dispatcher, Some("hotline"), all),
        (ReplyReviewer, Some("hotline"), all),
        (CallerBack, Some("hotline"), all),
        (Supervisor, Some("hotline"), all),
        (Adjudicator, Some("hotline"), all),
        (Auditor, None, all),
        (Leader, Some("hotline"), all),
        // The hotline lies below the city, and so does every order.
        (Leader, Some("city"), all),
        (Leader, Some("u1"), joint),
        (Leader, Some("district"), town),
        (Supervisor, Some("district"), town),
        (Operator, Some("u2"), joint),
        (Operator, Some("u3"), none),
        (Coordinator, Some("u1"), joint),
        (Coordinator, Some("district"), town),
        // To whom it was copied.
        (Coordinator, Some("u4"), town),
        (Handler, Some("u4"), none),
        (Coordinator, Some("village"), none),
        (Coordinator, None, none),
        (Handler, Some("u1"), joint),
        (Handler, Some("u2"), joint),
        (Handler, Some("u3"), none),
        (Handler, Some("district"), town),
        (Handler, Some("town"), town),
        (Handler, Some("village"), none),
        (Handler, Some("nowhere"), none),
        (Handler, None, none),
    ];
    let orders = orders();
    for (role, unit, expected) in table {
        let seen = orders.each_ref().map(|order| sight(order, &viewer(*role, *unit)).is_some());
        assert_eq!(seen, *expected, "{role} of {unit:?}");
    }
    let named = |role: &&Role| table.iter().any(|row| row.0 == **role);
    assert_eq!(Role::ALL.iter().find(|role| !named(role)), None, "every role stands in the table");
}

#[test]
fn who_has_or_had_a_part_sees_it() {
    let mut story = Story::handling();
    let bureau = viewer(Role::Handler, Some("u1-bureau"));
    assert_eq!(sight(&story.order, &bureau), None);
    let down = HandDown { part: 1, unit: "u1-bureau".into(), note: text("go there"), overrides: None };
    story.does(&handler("u1"), down);
    assert!(sight(&story.order, &bureau).is_some());

    let mut returned = Story::dispatched();
    returned.does(&handler("u1"), return_(1, ReturnReason::WrongDuty));
    returned.does(&dispatcher(), judge_return(ReturnVerdict::Approve));
    assert!(sight(&returned.order, &viewer(Role::Handler, Some("u1"))).is_some());
}

fn complaint(confidentiality: Option<Confidentiality>) -> Order {
    let told = |now| Register {
        accused: vec!["district".into()],
        accused_people: vec!["olga".into()],
        confidentiality,
        ..register(now)
    };
    let mut story = Story::begins("national", "2024-03-04 09:00", told);
    story.does(&shift_leader(), Accept {}).does(&dispatcher(), dispatch("u1", by_directory("roads")));
    story.order
}

/// 济南条例 32.
#[test]
fn the_accused_never_see_it() {
    for confidentiality in Confidentiality::ALL {
        let order = complaint(Some(*confidentiality));
        for role in [Role::Operator, Role::Supervisor, Role::Auditor, Role::Handler] {
            let olga = Viewer { person: "olga".into(), ..viewer(role, Some("hotline")) };
            assert_eq!(sight(&order, &olga), None, "{role}");
        }
        for unit in ["district", "office", "town", "village"] {
            for role in [Role::Handler, Role::Coordinator, Role::Leader] {
                assert_eq!(sight(&order, &viewer(role, Some(unit))), None, "{role} of {unit}");
            }
        }
        assert!(sight(&order, &viewer(Role::Handler, Some("u1"))).is_some());
        assert!(sight(&order, &viewer(Role::Operator, Some("hotline"))).is_some());
    }
}

/// Copied to the accused, it is still kept from them.
#[test]
fn no_copy_opens_a_complaint_to_the_accused() {
    let mut order = complaint(Some(Confidentiality::Open));
    order.parts[0].copy_to = Some("district".into());
    assert_eq!(sight(&order, &viewer(Role::Coordinator, Some("district"))), None);
}

#[test]
fn what_is_kept_from_the_units_shows_them_nobody() {
    let hidden = complaint(Some(Confidentiality::FromUnits));
    let masked = complaint(Some(Confidentiality::FromAccused));
    for role in [Role::Handler, Role::Coordinator] {
        let who = viewer(role, Some("u1"));
        let seen = sight(&hidden, &who).expect("they have the part");
        assert_eq!((seen.identity, seen.may_call), (IdentitySight::Hidden, Calling::No));
        let seen = sight(&masked, &who).expect("they have the part");
        assert_eq!((seen.identity, seen.may_call), (IdentitySight::Masked, Calling::ThroughPlatform));
    }
    let seen = sight(&hidden, &viewer(Role::Operator, None)).expect("the hotline sees it");
    assert_eq!((seen.identity, seen.may_call), (IdentitySight::Masked, Calling::Number));
}

#[test]
fn numbers_and_exports_are_for_few() {
    use Calling::*;
    use Role::*;
    let table = [
        (Operator, Number, ThroughPlatform, false),
        (CallerBack, Number, ThroughPlatform, false),
        (ShiftLeader, Number, No, true),
        (Supervisor, Number, No, true),
        (Dispatcher, No, No, false),
        (ReplyReviewer, No, No, false),
        (Adjudicator, No, No, false),
        (Leader, No, No, true),
        (Auditor, No, No, true),
    ];
    let order = Story::handling().order;
    for (role, own, contractor, export) in table {
        let seen = sight(&order, &viewer(role, Some("hotline"))).expect("the hotline sees it");
        assert_eq!((seen.may_call, seen.may_export), (own, export), "{role}");
        let seen = sight(&order, &outsourced(role)).expect("the hotline sees it");
        assert_eq!((seen.may_call, seen.may_export), (contractor, false), "outsourced {role}");
    }
    let coordinator = sight(&order, &viewer(Coordinator, Some("u1"))).expect("they have the part");
    assert!(coordinator.may_export);
}

/// 国办函〔2025〕66号 (三): core work stays with the hotline's own people.
#[test]
fn outsourced_staff_decide_nothing() {
    for act in ["refuse", "dispatch", "judge_return", "rule", "merge", "close", "review_reply", "archive"] {
        assert!(Act::NAMES.contains(&act) && !may_outsourced(act), "{act}");
    }
    let known = |act: &&&str| **act == "register" || Act::NAMES.contains(*act);
    assert_eq!(AUXILIARY.iter().find(|act| !known(act)), None);
    assert!(may_outsourced("register") && may_outsourced("call_back"));
    assert!(AUXILIARY.iter().all(|act| !domain::life::BINDING.contains(act)));
}

#[test]
fn a_subtree_is_a_unit_and_all_below() {
    let units = City::under("national").units;
    let codes =
        |unit: &str| units.subtree(&unit.into()).iter().map(|code| code.0.clone()).collect::<Vec<_>>();
    assert_eq!(codes("district"), ["district", "office", "town", "village"]);
    assert_eq!(codes("u1"), ["u1", "u1-bureau"]);
    assert_eq!(codes("nowhere"), Vec::<String>::new());
    assert_eq!(codes("city").len(), units.all().count());
}

/// Who is called sees the order as an assist does, and goes on seeing it; who
/// is asked for a word sees it until it has answered, and calls nobody.
#[test]
fn who_is_called_or_asked_sees_the_order() {
    let mut story = Story::at_the_town();
    let town = handler("town");
    let sees_it = |story: &Story, role: Role, unit: &str| sight(&story.order, &viewer(role, Some(unit)));
    assert_eq!(sees_it(&story, Role::Handler, "office"), None);
    let meet_at = story.now.plus_minutes(60);
    story.does(&town, whistle(1, &["office"], meet_at)).does(&town, consult(1, "u2"));
    let called = sees_it(&story, Role::Handler, "office").expect("it was called");
    assert_eq!((called.identity, called.may_call), (IdentitySight::Masked, Calling::ThroughPlatform));
    let asked = sees_it(&story, Role::Coordinator, "u2").expect("it was asked");
    assert_eq!(
        (asked.identity, asked.may_call, asked.may_export),
        (IdentitySight::Masked, Calling::No, false)
    );
    assert!(sees_it(&story, Role::Coordinator, "district").is_some_and(|sight| sight.may_export));
    story.does(&handler("u2"), answer_consult(1));
    assert_eq!(sees_it(&story, Role::Coordinator, "u2"), None);
    let over = meet_at.plus_minutes(1);
    story.at_moment(over).does(&town, close_whistle(1, &[("office", true)]));
    let called = sees_it(&story, Role::Handler, "office").expect("it sees what became of it");
    assert_eq!(called.may_call, Calling::No);
}
