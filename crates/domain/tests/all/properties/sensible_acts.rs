//! What somebody sensible would do next with an order, so that random stories
//! come far.

use domain::closing::{Archive, Close};
use domain::codes::*;
use domain::dispatch::ReturnVerdict;
use domain::dispute::ruled;
use domain::handling::CallBack;
use domain::intake::Accept;
use domain::order::{Basis, DisputeStep, Order, PartState, SkipReason};
use domain::tick::Tick;
use domain::{Act, Actor, Stage};

use super::chance::Dice;
use super::random_acts::answers;
use crate::fixture::*;

const LEADS: &[&str] = &["u1", "u2", "u3", "u4", "district", "office", "town"];

/// A step forward; what was asked for is decided on first.
pub fn next(story: &Story, dice: &mut Dice) -> (Actor, Act) {
    let attempts = story.city.policy.callback.attempts.value;
    let decision = if dice.percent(50) { decision(story, dice) } else { None };
    decision.unwrap_or_else(|| forward(story, attempts, dice))
}

/// Somebody who has asked for nothing.
fn fresh(role: Role) -> Actor {
    Actor::staff(role, "nobody's friend", None)
}

/// The decision that an open request waits for, where it can be made now.
pub fn decision(story: &Story, dice: &mut Dice) -> Option<(Actor, Act)> {
    let order = &story.order;
    let granted = dice.percent(50);
    let supervisor = fresh(Role::Supervisor);
    let open = |request: Option<bool>| request == Some(true);
    let working = matches!(order.stage, Stage::Dispatched | Stage::Handling | Stage::Disputed);
    let handling = order.stage == Stage::Handling;
    if order.reviews.iter().any(|review| review.is_open()) {
        return Some((supervisor, judge_review(granted)));
    }
    if order.open_return().is_some() && !order.stage.is_closed() {
        let verdict = if granted { ReturnVerdict::Approve } else { ReturnVerdict::Reject };
        return Some((supervisor, judge_return(verdict)));
    }
    if working && order.extensions.iter().any(|extension| extension.request.is_open()) {
        return Some((supervisor, judge_extension(false)));
    }
    if let Some(deferral) = order.deferral.as_ref().filter(|deferral| handling && deferral.request.is_open())
    {
        let soon = story.now.plus_minutes(180);
        let stands = deferral.milestones.iter().all(|milestone| milestone.due > soon);
        return Some((supervisor, judge_deferral(granted && stands)));
    }
    if handling && open(order.termination.as_ref().map(|request| request.is_open())) {
        return Some((supervisor, judge_termination(false)));
    }
    if handling && open(order.final_answer.as_ref().map(|request| request.is_open())) {
        return Some((supervisor, judge_final_answer(false)));
    }
    let exclusion = order.exclusion.as_ref().filter(|_| order.stage != Stage::Archived)?;
    match (&exclusion.first, &exclusion.panel) {
        (None, _) => Some((fresh(Role::Dispatcher), judge_exclusion(granted))),
        (Some(first), None) if first.granted => {
            Some((Actor::staff(Role::Adjudicator, "the panel", None), judge_exclusion(granted)))
        }
        _ => None,
    }
}

fn forward(story: &Story, attempts: u16, dice: &mut Dice) -> (Actor, Act) {
    let order = &story.order;
    match order.stage {
        Stage::Registered | Stage::AwaitingSupplement => (operator(), Accept {}.into()),
        Stage::Accepted => dispatched(story, dice),
        Stage::Dispatched | Stage::Handling => handled(order, dice),
        Stage::Disputed => settled(order, dice),
        Stage::Replied => (fresh(Role::ReplyReviewer), review_reply(&dice.some(&[ReplyFault::NoBasis], 20))),
        Stage::Callback => called_back(order, attempts, dice),
        Stage::Deferred => {
            let (milestone, _) = order.next_milestone().expect("a deferred order has a milestone");
            (lead_handler(order), meet(milestone))
        }
        Stage::Closed | Stage::Archived if dice.percent(50) => (caller(), Archive {}.into()),
        Stage::Closed | Stage::Archived => (system(), Tick {}.into()),
    }
}

fn accused(order: &Order, unit: &str) -> bool {
    domain::recusal::is_accused(&unit.into(), order, &City::under("national").units)
}

/// The desk rules, or the units agree; what they do not agree on is designated.
fn settled(order: &Order, dice: &mut Dice) -> (Actor, Act) {
    let free: Vec<&str> = LEADS.iter().copied().filter(|unit| !accused(order, unit)).collect();
    let lead = dice.pick(&free);
    let dispute = order.open_dispute().expect("it is disputed");
    let unsigned = dispute.unsigned();
    match dispute.step {
        DisputeStep::Desk if dice.percent(40) => {
            (fresh(Role::Supervisor), advance(DisputeStep::Consultation, Some(SkipReason::AllAgree)))
        }
        DisputeStep::Desk => (fresh(Role::Adjudicator), rule(lead)),
        DisputeStep::Consultation if dispute.minutes.is_none() => (fresh(Role::Supervisor), minutes(lead)),
        DisputeStep::Consultation
            if !unsigned.is_empty() && !unsigned.iter().any(|unit| accused(order, unit.as_str())) =>
        {
            (handler(unsigned[0].as_str()), sign_minutes(unsigned[0].as_str(), true))
        }
        DisputeStep::Designation => (fresh(Role::Leader), rule(lead)),
        _ => {
            let skip = Some(SkipReason::BeyondPowers);
            (fresh(Role::Supervisor), advance(DisputeStep::Designation, skip))
        }
    }
}

fn dispatched(story: &Story, dice: &mut Dice) -> (Actor, Act) {
    let order = &story.order;
    let by = dispatcher();
    if let Some(bound) = ruled(order, &story.context(&by)) {
        let basis = Basis::Ruling { number: bound.number.to_owned() };
        let mut act = dispatch(bound.lead.as_str(), basis);
        let busy =
            |unit: &str| order.parts.iter().any(|part| part.state.is_open() && part.unit.as_str() == unit);
        for duty in bound.assists.iter().filter(|duty| !accused(order, duty.unit.as_str())) {
            if !busy(duty.unit.as_str()) {
                act = with_assist(act, duty.unit.as_str());
            }
        }
        return (by, act.into());
    }
    let city = City::under("national");
    let free = |unit: &&str| {
        let id = (*unit).into();
        let busy = order.parts.iter().any(|part| part.state.is_open() && part.unit == id);
        !busy && !accused(order, unit) && !order.was_returned_by(&id)
    };
    let free: Vec<&str> = LEADS.iter().copied().filter(free).collect();
    if free.is_empty() {
        return (dispatcher(), open_dispute());
    }
    let ctx = context(&city, order.changed_at, &by);
    let entry = city.directory.look_up(&ctx.question(order)).winner;
    let lead = dice.pick(&free);
    // What is a department's goes to the town only by a name.
    let basis = match (entry, domain::dispatch::reserved(order, &ctx)) {
        (_, Some(entry)) if lead == "town" => by_name(&entry.code),
        (Some(entry), _) => over(&entry.code),
        (None, _) => by_reason(),
    };
    (by.clone(), dispatch(lead, basis).into())
}

fn lead_handler(order: &Order) -> Actor {
    handler(order.lead().expect("the order has a lead").unit.as_str())
}

fn handled(order: &Order, dice: &mut Dice) -> (Actor, Act) {
    let mut free = order.parts.iter().filter(|part| !accused(order, part.unit.as_str()));
    if let Some(part) = free.clone().find(|part| part.state == PartState::AwaitingSign) {
        return (handler(part.unit.as_str()), sign(part.no));
    }
    let assists = |part: &&domain::order::Part| part.duty == Duty::Assist && part.state.is_open();
    if let Some(part) = free.find(assists) {
        return (handler(part.unit.as_str()), report(part.no, false));
    }
    let lead = order.lead().expect("the order has a lead");
    let conclusions = [Conclusion::Solved, Conclusion::Answered, Conclusion::Planned];
    (handler(lead.unit.as_str()), reply(lead.no, dice.pick(&conclusions)).into())
}

fn called_back(order: &Order, attempts: u16, dice: &mut Dice) -> (Actor, Act) {
    if let Some(&appeal) = order.to_call(attempts).first() {
        let reached = dice.percent(60);
        let outcome = if reached { CallOutcome::Reached } else { CallOutcome::Declined };
        return (caller(), CallBack { appeal, outcome, answers: reached.then(|| answers(dice)) }.into());
    }
    let here = || order.callbacks.iter().filter(|call| call.round == order.round);
    let said = here().filter_map(|call| call.answers.as_ref()).map(|answers| answers.solved).max();
    let unresolved = match said {
        Some(Solved::Yes) => None,
        Some(_) => Some(Unresolved::Objective),
        None => here().next().map(|_| Unresolved::Unreachable),
    };
    (caller(), Close { unresolved }.into())
}
