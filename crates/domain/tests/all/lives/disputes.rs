//! A quarrel as a case: heard, consulted on, ruled on by the panel, designated,
//! carried out.

use domain::codes::*;
use domain::dispute::{EstablishFacts, RecuseSeat, ruled};
use domain::order::*;
use domain::{Refusal, Stage};

use crate::fixture::*;

fn disputed() -> Story {
    let mut story = Story::handling();
    story.at("2024-03-04 14:00").does(&dispatcher(), dispute_among(&["u2"])).stands_at(Stage::Disputed);
    story
}

/// Both say what they claim on one form; then the desk rules, with reasons.
#[test]
fn who_was_heard_is_ruled_on_at_the_desk() {
    let mut story = disputed();
    story.does(&handler("u1"), claim("u1", Claim::NotOurs)).does(&handler("u2"), claim("u2", Claim::Shared));
    let facts = EstablishFacts {
        text: text("the plate lies on a chamber of the water works"),
        position: Some(BRIDGE),
        ownership: Some(text("deed no. 12")),
        evidence: vec![photo()],
    };
    story.does(&dispatcher(), facts).does(&adjudicator(), rule_heard("u2"));
    let dispute = &story.order.disputes[0];
    let ruling = dispute.ruling.as_ref().expect("it is ruled");
    assert_eq!((ruling.number.as_str(), ruling.step), ("R-2", Some(DisputeStep::Desk)));
    assert!(dispute.parties.iter().all(|party| party.statement.is_some()) && dispute.moves.is_empty());
    assert!(story.stands_at(Stage::Dispatched).order.lead().expect("a lead").bound);
}

#[test]
fn who_says_nothing_in_time_is_ruled_on_without() {
    let mut story = disputed();
    let units = vec!["u1".into(), "u2".into()];
    assert_eq!(story.refuses(&adjudicator(), rule_heard("u2")), Refusal::UnitsUnheard { units });
    // Half a working day: Monday 14:00 to Monday 18:00.
    story.at("2024-03-04 18:00").does(&adjudicator(), rule_heard("u2"));
}

/// What all have signed binds; one who does not sign sends it to the panel.
#[test]
fn the_minutes_of_a_consultation_bind_with_the_last_signature() {
    let mut story = disputed();
    story.does(&supervisor(), advance(DisputeStep::Consultation, Some(SkipReason::AllAgree)));
    let mut refused = story.clone();
    story.does(&supervisor(), minutes("u2")).does(&handler("u1"), sign_minutes("u1", true));
    story.stands_at(Stage::Disputed).does(&handler("u2"), sign_minutes("u2", true));
    let ruling = story.stands_at(Stage::Dispatched).order.ruling().expect("they bind").clone();
    assert_eq!((ruling.step, ruling.lead), (Some(DisputeStep::Consultation), "u2".into()));

    refused.does(&supervisor(), minutes("u2")).does(&handler("u2"), sign_minutes("u2", false));
    refused.does(&supervisor(), advance(DisputeStep::Panel, None));
    assert_eq!(refused.order.open_dispute().expect("it goes on").step, DisputeStep::Panel);
}

/// Whoever gets something to do by the minutes signs them, too.
#[test]
fn a_unit_that_was_not_there_is_not_bound_by_minutes_unsigned() {
    let mut story = disputed();
    story.does(&supervisor(), advance(DisputeStep::Consultation, Some(SkipReason::AllAgree)));
    story.does(&supervisor(), minutes("u4"));
    story.does(&handler("u1"), sign_minutes("u1", true)).does(&handler("u2"), sign_minutes("u2", true));
    story.stands_at(Stage::Disputed).does(&handler("u4"), sign_minutes("u4", true));
    assert_eq!(story.order.lead().expect("a lead").unit, "u4".into());
}

/// More than half of the opinions rule, and the others stand beside it.
#[test]
fn the_panel_rules_by_majority_and_records_dissent() {
    let mut story = disputed();
    story.does(&supervisor(), advance(DisputeStep::Panel, Some(SkipReason::BeyondPowers)));
    story.does(&panelist("a"), opinion(PanelSeat::Hotline, "u2"));
    story.does(&panelist("b"), opinion(PanelSeat::Establishment, "u2"));
    let conflict = RecuseSeat { seat: PanelSeat::Ministry, reason: text("it is the ministry of u1") };
    story.does(&panelist("d"), conflict);
    assert_eq!(story.refuses(&adjudicator(), rule("u2")), Refusal::NoQuorum { opinions: 2, quorum: 3 });
    story.does(&panelist("c"), opinion(PanelSeat::Justice, "u1"));
    assert_eq!(story.refuses(&panelist("c"), opinion(PanelSeat::LegalAdviser, "u1")), Refusal::SamePerson);
    story.does(&adjudicator(), rule("u2"));
    let ruling = story.order.ruling().expect("it is ruled");
    assert_eq!(ruling.majority, [PanelSeat::Hotline, PanelSeat::Establishment]);
    assert_eq!(ruling.dissent, [PanelSeat::Justice]);
}

/// Nobody wins by waiting: each step's time brings the next, and at the last
/// the government office designates.
#[test]
fn a_dispute_that_nobody_settles_rises_by_itself() {
    let mut story = disputed();
    let step = |story: &Story| story.order.open_dispute().expect("it is open").step;
    story.waits_until("2024-03-05 18:00");
    assert_eq!(step(&story), DisputeStep::Consultation);
    story.waits_until("2024-03-07 18:00");
    assert_eq!(step(&story), DisputeStep::Panel);
    story.waits_until("2024-03-12 18:00");
    assert_eq!(step(&story), DisputeStep::Designation);
    let refusal = story.refuses(&adjudicator(), rule("u2"));
    assert_eq!(refusal, Refusal::NotYourRole { needs: vec![Role::Leader] });
    story.does(&government(), rule("u2")).stands_at(Stage::Dispatched);
}

/// 66号 五: what was ruled for all such orders is where the next one goes, and
/// is not quarrelled over again.
#[test]
fn a_ruling_for_all_such_orders_leads_the_next_one() {
    let mut story = disputed();
    story.does(&adjudicator(), rule_so(for_all("u3", "10")));
    let mut next = Story::accepted();
    next.city.rulings = story.city.rulings;
    next.does(&dispatcher(), dispatch("u3", Basis::Ruling { number: "R-2".to_owned() }));
    let refusal = next.refuses(&handler("u3"), return_(1, ReturnReason::WrongDuty));
    assert_eq!(refusal, Refusal::BoundByRuling { number: "R-2".to_owned() });
}

/// An order that was on its way before the ruling: its returns open no dispute
/// any more, and the next dispatch follows the ruling.
#[test]
fn a_third_return_after_the_ruling_waits_for_its_dispatch() {
    let mut story = Story::accepted();
    for (no, unit) in (1..).zip(["u1", "u2", "u4"]) {
        let basis = if unit == "u1" { by_directory("roads") } else { by_reason() };
        story.does(&dispatcher(), dispatch(unit, basis));
        if no == 3 {
            let mut other = disputed();
            other.does(&adjudicator(), rule_so(for_all("u3", "10")));
            story.city.rulings = other.city.rulings;
        }
        story.does(&handler(unit), return_(no, ReturnReason::DutiesOverlap));
        if no < 3 {
            story.does(&dispatcher(), judge_return(domain::dispatch::ReturnVerdict::Approve));
        }
    }
    assert!(story.order.disputes.is_empty() && story.order.open_return().is_some());
    story.does(&dispatcher(), judge_return(domain::dispatch::ReturnVerdict::Approve));
    story.does(&dispatcher(), dispatch("u3", Basis::Ruling { number: "R-2".to_owned() }));
}

/// 轮值: three turns in a round, and the order's number says whose it is.
#[test]
fn in_a_rotation_everybody_comes_to_the_same_answer() {
    let mut story = disputed();
    let turn = |unit: &str, share| Turn { unit: unit.into(), share };
    let turns = vec![turn("u2", 2), turn("u3", 1)];
    let terms = RulingTerms { effect: RulingEffect::Rotation, turns, ..for_all("u2", "10") };
    story.does(&adjudicator(), rule_so(terms));
    let mut drawn = Vec::new();
    for id in 1..=6 {
        let mut next = Story::accepted();
        next.city.rulings = story.city.rulings.clone();
        next.order.id = domain::ids::OrderId(id);
        let by = dispatcher();
        drawn.push(ruled(&next.order, &next.context(&by)).expect("it is ruled").lead.as_str().to_owned());
    }
    assert_eq!(drawn, ["u2", "u3", "u2", "u2", "u3", "u2"]);
}

#[test]
fn a_joint_ruling_names_who_assists_now_and_later() {
    let mut story = disputed();
    let (effect, assists) = (RulingEffect::Joint, vec![assignment("u4")]);
    let terms = RulingTerms { effect, assists, ..for_all("u2", "10") };
    story.does(&adjudicator(), rule_so(terms));
    assert_eq!(story.order.parts.iter().filter(|part| part.state.is_open()).count(), 2);

    let mut next = Story::accepted();
    next.city.rulings = story.city.rulings;
    let alone = dispatch("u2", Basis::Ruling { number: "R-2".to_owned() });
    let refusal = next.refuses(&dispatcher(), alone.clone());
    assert_eq!(refusal, Refusal::RulingSaysOtherwise { number: "R-2".to_owned(), unit: "u4".into() });
    next.does(&dispatcher(), with_assist(alone, "u4"));
}

/// It does not suspend; upheld, it ends the ruling and the order is ruled on anew.
#[test]
fn an_objection_does_not_suspend_and_is_one_chance() {
    let mut story = disputed();
    story.does(&adjudicator(), rule_so(for_all("u2", "10"))).does(&handler("u2"), object_ruling("R-2", "u2"));
    story.does(&handler("u2"), sign(2)).stands_at(Stage::Handling);
    assert_eq!(story.refuses(&handler("u2"), object_ruling("R-2", "u2")), Refusal::AlreadyAsked);
    assert_eq!(story.refuses(&adjudicator(), judge_objection("R-2", true)), Refusal::SamePerson);
    story.does(&panelist("b"), judge_objection("R-2", true)).stands_at(Stage::Disputed);
    assert_eq!(story.order.open_dispute().expect("anew").cause, DisputeCause::Objection);
    assert_eq!(story.city.rulings.all().count(), 0, "it holds for nobody any more");
}

/// 执行: who does not begin in time is instructed to, without anybody having to say so.
#[test]
fn a_ruling_that_is_not_carried_out_becomes_supervision() {
    let mut story = disputed();
    story.does(&adjudicator(), rule("u2"));
    let mut obeys = story.clone();
    obeys.does(&handler("u2"), sign(2)).does(&handler("u2"), contact(2, true));
    assert!(obeys.clock(ClockKind::Execution, 2).stopped.is_some());
    obeys.waits_until("2024-03-06 09:00");
    assert!(obeys.order.supervisions.is_empty());

    story.waits_until("2024-03-06 09:00");
    assert!(story.clock(ClockKind::Execution, 2).late);
    assert_eq!(story.order.supervisions[0].grade, Supervision::Written);
}

/// What was ruled before rulings had terms, and disputed before disputes had steps, is still read.
#[test]
fn an_older_journal_is_read() {
    let dispute = serde_json::json!({"opened_at": 5, "holder": "u1", "ruling": null});
    let dispute: Dispute = serde_json::from_value(dispute).expect("it is read");
    assert_eq!((dispute.step, dispute.parties.len()), (DisputeStep::Desk, 0));
    let ruling =
        serde_json::json!({"number": "1", "lead": "u1", "reasons": {"hash": "a", "chars": 1}, "at": 5});
    let ruling: Ruling = serde_json::from_value(ruling).expect("it is read");
    assert_eq!(ruling.effect(), RulingEffect::ThisOrder);
}
