//! Any act with any values, by anybody.

use domain::closing::*;
use domain::codes::*;
use domain::directory::{Facts, Ownership, Subject};
use domain::dispatch::*;
use domain::dispute::*;
use domain::handling::*;
use domain::ids::OrderId;
use domain::intake::*;
use domain::order::{
    Answers, Basis, BasisKind, Claim, DisputeStep, Link as OrderLink, PanelSeat, RulingEffect, RulingScope,
    RulingTerms, SkipReason, Turn,
};
use domain::oversight::*;
use domain::text_ref::{Evidence, TextRef};
use domain::tick::Tick;
use domain::{Act, Actor, Stage};

use super::chance::Dice;
use crate::fixture::*;

const UNITS: &[&str] = &["u1", "u2", "u3", "u4", "district", "office", "town", "village", "nowhere"];

/// Any act, by somebody whose role may perform it, most of the time.
pub fn any(story: &Story, dice: &mut Dice) -> (Actor, Act) {
    let act = any_act(story, dice);
    let role = if dice.percent(90) { dice.pick(act.roles()) } else { dice.pick(Role::ALL) };
    (somebody(role, story, dice), act)
}

/// Somebody of a role: of two people, and for a unit's role mostly of a unit
/// that has a part.
fn somebody(role: Role, story: &Story, dice: &mut Dice) -> Actor {
    match role {
        Role::Citizen => Actor::citizen(),
        Role::System => Actor::system(),
        _ => {
            let person = format!("{role} {}", dice.below(2));
            let mut holders: Vec<&str> =
                story.order.parts.iter().map(|part| part.holder().as_str()).collect();
            holders.extend(story.order.guests().map(|guest| guest.as_str()));
            let unit = match role {
                Role::Handler | Role::Coordinator | Role::Leader
                    if !holders.is_empty() && dice.percent(85) =>
                {
                    Some(dice.pick(&holders))
                }
                Role::Handler | Role::Coordinator | Role::Leader => Some(dice.pick(UNITS)),
                _ => None,
            };
            Actor::staff(role, &person, unit)
        }
    }
}

fn words(dice: &mut Dice) -> TextRef {
    if dice.percent(97) { text("some words") } else { nothing() }
}

fn proofs(dice: &mut Dice) -> Vec<Evidence> {
    if dice.percent(85) { vec![photo()] } else { Vec::new() }
}

fn unit(dice: &mut Dice) -> domain::ids::UnitId {
    dice.pick(UNITS).into()
}

fn part(story: &Story, dice: &mut Dice) -> u16 {
    let parts = story.order.parts.len() as u64;
    if dice.percent(85) { 1 + dice.below(parts) as u16 } else { dice.below(parts + 2) as u16 }
}

fn basis(dice: &mut Dice) -> Basis {
    match dice.below(5) {
        0 => by_directory(dice.pick(&["roads", "roads-p2", "ruled"])),
        3 => by_name(dice.pick(&["roads", "roads-p2", "ruled"])),
        1 => Basis::Ruling { number: dice.pick(&["R-1", "R-2"]).to_owned() },
        2 => over(dice.pick(&["roads", "roads-p2", "ruled"])),
        _ => by_reason(),
    }
}

fn limit(dice: &mut Dice) -> domain::time::Limit {
    let limits = ["1 working day", "3 working days", "2 natural hours", "by law", "30 natural days"];
    dice.pick(&limits).parse().expect("a limit")
}

pub fn answers(dice: &mut Dice) -> Answers {
    Answers {
        contacted: dice.percent(50),
        solved: dice.pick(Solved::ALL),
        satisfied: dice.pick(Satisfaction::ALL),
        reasons: dice.some(Grievance::ALL, 20),
    }
}

fn any_act(story: &Story, dice: &mut Dice) -> Act {
    // Most of what can happen happens while units have the order.
    let working = matches!(story.order.stage, Stage::Dispatched | Stage::Handling | Stage::Disputed);
    let called = story.order.whistles.iter().any(|whistle| whistle.is_open());
    match dice.below(20) {
        _ if called && dice.percent(30) => any_asking(story, dice),
        0 | 1 => any_intake(dice),
        2..=4 if !working => any_intake(dice),
        2..=8 => any_dispatch(story, dice),
        9..=13 => any_handling(story, dice),
        14 => any_asking(story, dice),
        _ => any_ending(story, dice),
    }
}

fn any_intake(dice: &mut Dice) -> Act {
    let other = OrderId(1 + dice.below(5) as i64);
    match dice.below(13) {
        0 => Accept {}.into(),
        1 if dice.percent(15) => AnswerAtOnce { answer: words(dice) }.into(),
        2 if dice.percent(40) => {
            let reason = dice.pick(Unacceptable::ALL);
            refuse(reason, dice.pick(reason.routes()))
        }
        3 if dice.percent(15) => Transfer { line: dice.pick(Line::ALL), note: words(dice) }.into(),
        4 => AskForMore { question: words(dice) }.into(),
        5 => Supplement { text: words(dice) }.into(),
        6 | 7 => {
            let sensitivities = dice.some(Sensitivity::ALL, 30);
            Grade { level: dice.pick(Level::ALL), sensitivities, reason: words(dice) }.into()
        }
        8 => Classify {
            kind: dice.pick(Kind::ALL),
            matter: dice.pick(&["1001", "2001", "30", ""]).into(),
            place: dice.pick(&["p1", "p2", ""]).into(),
            accused: dice.some(&["u1", "u2", "district", "city"].map(Into::into), 10),
            accused_people: dice.some(&["dispatcher 0", "operator 1"].map(Into::into), 10),
            facts: Facts {
                subject: dice.percent(30).then(|| dice.pick(Subject::ALL)),
                ownership: dice.percent(30).then(|| dice.pick(Ownership::ALL)),
            },
        }
        .into(),
        9 if dice.percent(20) => {
            Split { into: vec![other, OrderId(9)], keeps_a_matter: dice.percent(80) }.into()
        }
        10 if dice.percent(20) => Merge { into: other }.into(),
        11 => TakeIn { from: other, appeals: vec![appeal(at("2024-01-01 09:00"))] }.into(),
        _ => {
            let order = dice.percent(70).then_some(other);
            let external = order.is_none().then(|| "X-1".to_owned());
            Link { link: OrderLink { kind: dice.pick(LinkKind::ALL), order, external } }.into()
        }
    }
}

fn any_dispatch(story: &Story, dice: &mut Dice) -> Act {
    let part = part(story, dice);
    match dice.below(13) {
        12 => turn_down(part, dice.pick(&["roads", "roads-p2", "ruled"])),
        0 => {
            let assists = if dice.percent(50) { vec![assignment(dice.pick(UNITS))] } else { Vec::new() };
            let copy_to = dice.percent(20).then(|| unit(dice));
            let (lead, basis) = (unit(dice), basis(dice));
            Dispatch { lead, assists, basis, manner: dice.pick(Manner::ALL), copy_to }.into()
        }
        1 => AddAssist { assist: assignment(dice.pick(UNITS)), basis: basis(dice) }.into(),
        2 => sign(part),
        3 => {
            let unit = dice.pick(&["u1-bureau", "office", "town", "village", "u2"]);
            let overrides = dice.percent(30).then(|| named(dice.pick(&["roads", "roads-p2", "ruled"])));
            HandDown { part, unit: unit.into(), note: words(dice), overrides }.into()
        }
        4 => HandBack { part, reason: words(dice) }.into(),
        5 | 6 => {
            let suggests = dice.percent(30).then(|| unit(dice));
            let (reason, evidence) = (dice.pick(ReturnReason::ALL), proofs(dice));
            Return { part, reason, basis: words(dice), suggests, evidence }.into()
        }
        7 | 8 => {
            let verdict = dice.pick(&[ReturnVerdict::Approve, ReturnVerdict::Reject, ReturnVerdict::Dispute]);
            let new_facts = dice.percent(20).then(|| words(dice));
            JudgeReturn { verdict, reason: words(dice), new_facts }.into()
        }
        _ => any_dispute(story, dice),
    }
}

fn any_dispute(story: &Story, dice: &mut Dice) -> Act {
    let ruled = story.order.ruling().filter(|_| dice.percent(80)).map(|ruling| ruling.number.clone());
    let number = ruled.unwrap_or_else(|| dice.pick(&["R-2", "R-3", "R-4", "G-1"]).to_owned());
    let skip = dice.percent(60).then(|| dice.pick(SkipReason::ALL));
    match dice.below(14) {
        0 | 1 => {
            let units = dice.some(&["u1", "u2", "town"].map(Into::into), 40);
            let (ground, new_facts) = (dice.pick(ReturnReason::ALL), dice.percent(40).then(|| words(dice)));
            OpenDispute { reason: words(dice), ground, units, new_facts }.into()
        }
        2 => {
            let (claim, rests_on) = (dice.pick(Claim::ALL), dice.pick(BasisKind::ALL));
            let (counter, points_to) = (Some(words(dice)), dice.percent(50).then(|| unit(dice)));
            let (unit, basis, evidence) = (party(story, dice), words(dice), proofs(dice));
            StateClaim { unit, claim, rests_on, basis, counter, points_to, evidence }.into()
        }
        3 => {
            let (text, ownership, evidence) = (words(dice), Some(words(dice)), proofs(dice));
            EstablishFacts { text, position: None, ownership, evidence }.into()
        }
        4 | 5 => AdvanceDispute { to: dice.pick(DisputeStep::ALL), skip, reason: words(dice) }.into(),
        6 => RecordMinutes { text: words(dice), terms: terms(dice) }.into(),
        7 => SignMinutes { unit: party(story, dice), agrees: dice.percent(80), note: words(dice) }.into(),
        8 => WriteOpinion { seat: dice.pick(PanelSeat::ALL), lead: unit(dice), opinion: words(dice) }.into(),
        9 => RecuseSeat { seat: dice.pick(PanelSeat::ALL), reason: words(dice) }.into(),
        10 => ObjectRuling { number, unit: party(story, dice), grounds: words(dice) }.into(),
        11 => JudgeObjection { number, upheld: dice.percent(50), reason: words(dice) }.into(),
        12 => {
            let (until, review) = (None, Some(jiff::civil::date(2030, 1, 1)));
            ReviewRuling { number, ends: dice.percent(30), until, review, reason: words(dice) }.into()
        }
        _ => {
            let skip = skip.map(|reason| Skip { reason, why: words(dice) });
            Rule { terms: terms(dice), reasons: words(dice), skip }.into()
        }
    }
}

/// A unit that has to do with the quarrel, most of the time.
fn party(story: &Story, dice: &mut Dice) -> domain::ids::UnitId {
    let concerned: Vec<_> = story.order.disputes.iter().flat_map(|dispute| dispute.concerned()).collect();
    if concerned.is_empty() || dice.percent(10) { unit(dice) } else { dice.pick(&concerned).clone() }
}

fn terms(dice: &mut Dice) -> RulingTerms {
    let effect = dice.pick(RulingEffect::ALL);
    let general =
        matches!(effect, RulingEffect::AllSuch | RulingEffect::TemporaryLead | RulingEffect::Rotation);
    let joint = effect == RulingEffect::Joint;
    let scope = (general || joint && dice.percent(50)).then(|| {
        let matter = dice.pick(&["10", "1001", "20", "30"]).into();
        RulingScope { matter, place: dice.percent(30).then(|| "p1".into()) }
    });
    let lead = unit(dice);
    let turn = |unit: domain::ids::UnitId, share| Turn { unit, share };
    let turns = match effect {
        RulingEffect::Rotation => vec![turn(lead.clone(), 2), turn(unit(dice), 1)],
        _ => Vec::new(),
    };
    RulingTerms {
        lead,
        assists: if joint { vec![assignment(dice.pick(UNITS))] } else { Vec::new() },
        effect,
        scope,
        turns,
        until: (effect == RulingEffect::TemporaryLead).then(|| jiff::civil::date(2029, 1, 1)),
        review: None,
        replaces: None,
    }
}

fn any_handling(story: &Story, dice: &mut Dice) -> Act {
    let part = part(story, dice);
    let appeal = dice.below(story.order.appeals.len() as u64 + 1) as u16;
    match dice.below(14) {
        0 => Contact { part, way: dice.pick(ContactWay::ALL), reached: dice.percent(50), proof: photo() }
            .into(),
        1 => Note { part, text: words(dice), evidence: proofs(dice) }.into(),
        2 => AskExtension { part, by: limit(dice), plan: words(dice) }.into(),
        3 => JudgeExtension { granted: dice.percent(60), reason: words(dice) }.into(),
        4 => Pause { part, reason: dice.pick(PauseReason::ALL), note: words(dice) }.into(),
        5 => Resume { part }.into(),
        6 => report(part, dice.percent(30)),
        7 => {
            let mut reply = reply(part, dice.pick(Conclusion::ALL));
            reply.evidence = proofs(dice);
            reply.into()
        }
        8 => review_reply(&dice.some(ReplyFault::ALL, 5)),
        9 | 10 => {
            let outcome = dice.pick(CallOutcome::ALL);
            let answers = (outcome == CallOutcome::Reached).then(|| answers(dice));
            CallBack { appeal, outcome, answers }.into()
        }
        11 => Redo { reason: words(dice) }.into(),
        12 => {
            let part = if dice.percent(40) { 0 } else { part };
            attach(part, &format!("f{}", dice.below(8)))
        }
        _ => Close { unresolved: dice.percent(60).then(|| dice.pick(Unresolved::ALL)) }.into(),
    }
}

/// What units ask of others.
fn any_asking(story: &Story, dice: &mut Dice) -> Act {
    let part = part(story, dice);
    let number = |of: usize, dice: &mut Dice| 1 + dice.below(of as u64 + 1) as u16;
    let blown = number(story.order.whistles.len(), dice);
    let position = dice.percent(70).then(|| dice.pick(&[BRIDGE_NEAR, BRIDGE_FAR, (0, i32::MIN)]));
    match dice.below(11) {
        0..=2 => {
            let meet_at = story.now.plus_minutes(dice.below(1440) as i64 - 60);
            Whistle { position, ..whistle(part, &dice.some(&["u1", "u2", "office", "village"], 40), meet_at) }
                .into()
        }
        3 => acknowledge(blown, dice.percent(80)),
        4 => Arrive { whistle: blown, evidence: dice.percent(50).then(photo), position }.into(),
        5 => ReportWhistle { whistle: blown, text: words(dice), evidence: proofs(dice) }.into(),
        6 => {
            let called = story.order.whistle(blown).map(|whistle| &whistle.called);
            let units: Vec<_> = called.into_iter().flatten().map(|called| called.unit.as_str()).collect();
            let said: Vec<_> = units.into_iter().map(|unit| (unit, dice.percent(50))).collect();
            close_whistle(blown, &said)
        }
        7 => Consult { part, unit: unit(dice), question: words(dice) }.into(),
        8 => answer_consult(number(story.order.opinions.len(), dice)),
        9 => AskHelp { part, text: words(dice) }.into(),
        _ => answer_help(number(story.order.helps.len(), dice)),
    }
}

fn any_ending(story: &Story, dice: &mut Dice) -> Act {
    let part = part(story, dice);
    let granted = dice.percent(40);
    match dice.below(23) {
        21 => Publish { title: words(dice), summary: words(dice) }.into(),
        22 => Unpublish { reason: words(dice) }.into(),
        0 => {
            let days = |n: u64| story.now.plus_minutes(1 + n as i64 * 1440);
            let (first, second) = (dice.below(30), dice.below(60));
            ask_deferral(part, &[days(first), days(first + second)]).into()
        }
        1 => judge_deferral(dice.percent(70)),
        2 => meet(dice.below(3) as u16),
        3 if dice.percent(20) => AskWithdrawal { statement: words(dice) }.into(),
        4 => AnswerWithdrawal { confirmed: dice.percent(20) }.into(),
        5 => ask_termination(part),
        6 => judge_termination(dice.percent(20)),
        7 => ask_final_answer(part),
        8 => judge_final_answer(dice.percent(20)),
        9 => Archive {}.into(),
        10 => Remind { text: words(dice) }.into(),
        11 => {
            let grade = dice.pick(Supervision::ALL);
            Supervise { grade, text: words(dice), within: limit(dice) }.into()
        }
        12 => AnswerSupervision { text: words(dice) }.into(),
        13 | 14 => ask_review(dice.pick(ReviewSubject::ALL)),
        15 | 16 => judge_review(granted),
        17 => ask_exclusion().into(),
        18 => judge_exclusion(granted),
        19 => Erase { texts: vec!["a".to_owned()], identities: granted, basis: words(dice) }.into(),
        _ => Tick {}.into(),
    }
}
