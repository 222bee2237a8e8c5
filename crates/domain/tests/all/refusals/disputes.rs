//! What may not be done about a quarrel, and after it was ruled on.

use domain::codes::ReturnReason;
use domain::dispute::{RecuseSeat, ReviewRuling};
use domain::order::{Basis, BasisKind, Claim, DisputeStep, PanelSeat, RulingTerms, SkipReason};
use domain::{Act, Refusal};

use super::Met;
use crate::fixture::*;

pub fn met() -> Vec<Met> {
    let number = || "R-2".to_owned();
    vec![
        (
            disputed().refuses(&adjudicator(), rule_heard("u1")),
            Refusal::UnitsUnheard { units: vec!["u1".into(), "u2".into()] },
        ),
        (
            disputed().refuses(&handler("u4"), claim("u4", Claim::NotOurs)),
            Refusal::NotAParty { unit: "u4".into() },
        ),
        (disputed().refuses(&handler("u1"), on_a_task()), Refusal::NoSuchBasis { bases: bases() }),
        (
            disputed().refuses(&supervisor(), advance(DisputeStep::Consultation, None)),
            Refusal::SkipNeedsReason { step: DisputeStep::Desk },
        ),
        (
            disputed().refuses(&adjudicator(), minutes("u1")),
            Refusal::WrongDisputeStep { step: DisputeStep::Desk, needs: vec![DisputeStep::Consultation] },
        ),
        (at_the_panel().refuses(&adjudicator(), rule("u1")), Refusal::NoQuorum { opinions: 0, quorum: 3 }),
        (split_panel().refuses(&adjudicator(), rule("u1")), Refusal::NoMajority),
        (
            at_the_panel().refuses(&adjudicator(), opinion(PanelSeat::GovernmentOffice, "u1")),
            Refusal::NoSuchSeat { seats: seats() },
        ),
        (stood_aside(), Refusal::SeatRecused { seat: PanelSeat::Justice }),
        (
            under_a_ruling().refuses(&dispatcher(), dispatch("u1", by_directory("roads"))),
            Refusal::RuledOtherwise { number: number(), unit: "u3".into() },
        ),
        (under_a_ruling().refuses(&dispatcher(), open_dispute()), Refusal::RuledBefore { number: number() }),
        (contradicting(), Refusal::ContradictsRuling { number: number() }),
        (
            ruled().at("2024-03-08 09:00").refuses(&handler("u2"), object_ruling("R-2", "u2")),
            Refusal::ObjectionWindowPassed { until: at("2024-03-06 18:00") },
        ),
        (ended(), Refusal::RulingEnded { number: number() }),
    ]
}

fn disputed() -> Story {
    let mut story = Story::dispatched();
    story.does(&dispatcher(), dispute_among(&["u2"]));
    story
}

fn on_a_task() -> Act {
    let mut claim = claim("u1", Claim::NotOurs);
    claim.rests_on = BasisKind::Task;
    claim.into()
}

fn bases() -> Vec<BasisKind> {
    policy("national").dispute.expect("the national pack says how").bases.value
}

fn seats() -> Vec<PanelSeat> {
    policy("national").dispute.expect("the national pack says how").seats.value
}

fn at_the_panel() -> Story {
    let mut story = disputed();
    story.does(&supervisor(), advance(DisputeStep::Panel, Some(SkipReason::BeyondPowers)));
    story
}

fn split_panel() -> Story {
    let mut story = at_the_panel();
    story.does(&panelist("a"), opinion(PanelSeat::Hotline, "u1"));
    story.does(&panelist("b"), opinion(PanelSeat::Establishment, "u2"));
    story.does(&panelist("c"), opinion(PanelSeat::Justice, "u3"));
    story
}

fn stood_aside() -> Refusal {
    let mut story = at_the_panel();
    let seat = PanelSeat::Justice;
    story.does(&panelist("b"), RecuseSeat { seat, reason: text("my brother works there") });
    story.refuses(&panelist("b"), opinion(seat, "u1"))
}

fn ruled() -> Story {
    let mut story = disputed();
    story.does(&adjudicator(), rule_so(for_all("u3", "10")));
    story
}

/// A new order about the matter that was ruled on.
fn under_a_ruling() -> Story {
    let mut story = Story::accepted();
    story.city.rulings = ruled().city.rulings;
    story
}

fn contradicting() -> Refusal {
    let mut story = disputed();
    story.city.rulings = ruled().city.rulings;
    story.refuses(&adjudicator(), rule_so(for_all("u2", "10")))
}

fn ended() -> Refusal {
    let mut story = ruled();
    let review = |ends| ReviewRuling {
        number: "R-2".to_owned(),
        ends,
        until: None,
        review: None,
        reason: text("the duties were changed"),
    };
    story.does(&adjudicator(), review(true));
    story.refuses(&adjudicator(), review(false))
}

/// A dispute on another ground, or with something new, may be opened.
#[test]
fn what_was_ruled_is_ruled_again_only_when_something_is_new() {
    let mut other = dispute_among(&[]);
    other.ground = ReturnReason::WrongPlace;
    under_a_ruling().does(&dispatcher(), other);
    let mut new = dispute_among(&[]);
    new.new_facts = Some(text("the road was handed over in May"));
    let mut story = under_a_ruling();
    story.does(&dispatcher(), new);
    let dispute = story.order.open_dispute().expect("it is open");
    assert_eq!(dispute.ruled_before.as_deref(), Some("R-2"));
}

#[test]
fn each_effect_has_what_it_needs() {
    use domain::order::RulingEffect::*;
    for effect in [AllSuch, TemporaryLead, Rotation, Joint] {
        let terms = RulingTerms { effect, ..RulingTerms::for_this_order("u1".into()) };
        let refusal = disputed().refuses(&adjudicator(), rule_so(terms));
        assert!(matches!(refusal, Refusal::Unfit { .. }), "{effect}: {refusal}");
    }
    // What was not heard is not ruled on.
    let elsewhere = disputed().refuses(&adjudicator(), rule_so(for_all("u1", "20")));
    assert_eq!(elsewhere, Refusal::Unfit { field: "scope".to_owned() });
}

#[test]
fn a_basis_must_be_the_ruling_itself() {
    let mut story = under_a_ruling();
    let refusal = story.refuses(&dispatcher(), dispatch("u3", over("roads")));
    assert_eq!(refusal, Refusal::RuledOtherwise { number: "R-2".to_owned(), unit: "u3".into() });
    story.does(&dispatcher(), dispatch("u3", Basis::Ruling { number: "R-2".to_owned() }));
}
