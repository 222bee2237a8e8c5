//! What holds of every order after every act.

use std::collections::BTreeSet;

use domain::codes::{CallOutcome, ClockKind, Duty, Unresolved};
use domain::order::{Awaiting, Order, Outcome, PartState};
use domain::time::{Clock, ClockChange};
use domain::{Stage, tick};

use crate::fixture::*;

/// Holds of an order at any time.
pub fn hold(story: &Story) {
    let order = &story.order;
    assert_eq!(order.version as usize, story.journal.len(), "the version counts the entries");
    assert_eq!(order.changed_at, story.journal[story.journal.len() - 1].at);
    let leads = order.parts.iter().filter(|part| part.duty == Duty::Lead && part.state.is_open());
    assert!(leads.count() <= 1, "no two leads");
    if order.stage.is_closed() {
        at_rest(order)
    } else {
        under_way(order)
    }
    order.clocks.iter().for_each(forwards);
    told_truly(order);
    waits(order);
    time_comes(story);
}

/// What an order waits for is all that is open, each once.
fn waits(order: &Order) {
    let awaited = order.awaited();
    let keys: BTreeSet<_> =
        awaited.iter().map(|awaited| (awaited.what, awaited.part, &awaited.unit)).collect();
    assert_eq!(keys.len(), awaited.len(), "nothing is awaited twice: {awaited:?}");
    assert!(order.stage.is_closed() || !awaited.is_empty(), "somebody is to act at {}", order.stage);
    let requests = [
        Awaiting::ReturnJudgement,
        Awaiting::Ruling,
        Awaiting::Consultation,
        Awaiting::Designation,
        Awaiting::Extension,
        Awaiting::Deferral,
        Awaiting::Termination,
        Awaiting::FinalAnswer,
        Awaiting::Exclusion,
        Awaiting::ExclusionPanel,
        Awaiting::Review,
    ];
    let asked = awaited.iter().any(|awaited| requests.contains(&awaited.what));
    let open = order.has_open_request() && order.stage != Stage::Archived;
    assert_eq!(asked, open, "a request is open, and waits: {awaited:?}");
    for awaited in awaited {
        assert!(awaited.since >= order.registered_at && awaited.since <= order.changed_at, "{awaited:?}");
        assert!(awaited.part == 0 || awaited.unit.is_some(), "a part lies with a unit: {awaited:?}");
    }
}

/// Who closed it stopped everything.
fn at_rest(order: &Order) {
    assert!(order.parts.iter().all(|part| !part.state.is_open()), "no unit owes anything");
    assert!(order.clocks.iter().all(|clock| clock.stopped.is_some()), "every clock has stopped");
    assert!(order.pauses.iter().all(|pause| pause.ended.is_some()), "every pause is over");
    assert!(order.whistles.iter().all(|whistle| !whistle.is_open()), "every whistle is over");
    let asked =
        order.opinions.iter().map(|asked| asked.ended).chain(order.helps.iter().map(|asked| asked.ended));
    assert!(asked.into_iter().all(|ended| ended.is_some()), "nobody is asked any more");
    assert!(order.outcome.is_some() && order.closed_at.is_some());
}

/// The citizen's clock runs, and somebody owes the next step.
fn under_way(order: &Order) {
    assert!(order.outcome.is_none() && order.closed_at.is_none());
    let citizen = order.clock(ClockKind::Citizen, 0).expect("every order has the citizen's clock");
    assert!(citizen.is_running(), "the citizen's clock runs");
    let lead = order.lead().map(|lead| lead.state);
    let owed = match order.stage {
        Stage::Registered => true,
        Stage::AwaitingSupplement => order.supplement_until.is_some(),
        Stage::Accepted => lead.is_none(),
        Stage::Dispatched => lead == Some(PartState::AwaitingSign),
        Stage::Handling => lead == Some(PartState::Handling),
        Stage::Disputed => {
            let step = order.clock(ClockKind::DisputeStep, 0).is_some_and(Clock::is_running);
            order.open_dispute().is_some() && step
        }
        Stage::Replied => order.standing_reply().is_some_and(|reply| reply.review.is_none()),
        Stage::Callback => lead == Some(PartState::Done) && order.standing_reply().is_some(),
        Stage::Deferred => order.next_milestone().is_some() && held(order),
        Stage::Closed | Stage::Archived => false,
    };
    assert!(owed, "somebody owes the next step at {}: {lead:?}", order.stage);
}

/// While a plan is kept, the limit of handling is not.
fn held(order: &Order) -> bool {
    let handling = order.lead().and_then(|lead| order.clock(ClockKind::Handling, lead.no));
    handling.is_some_and(|clock| !clock.is_running())
}

/// No clock runs backwards, and two are never paused.
fn forwards(clock: &Clock) {
    assert!(clock.stopped.is_none_or(|at| at >= clock.started));
    assert!(clock.paused.is_none_or(|at| at >= clock.started));
    assert!(clock.due.is_none_or(|due| due >= clock.started), "{clock:?}");
    assert!(clock.red_at.is_none_or(|red| clock.due.is_some_and(|due| red >= due)));
    assert!(clock.warn_at.windows(2).all(|pair| pair[0] <= pair[1]));
    assert!(clock.warn_at.iter().all(|warning| clock.due.is_some_and(|due| *warning < due)));
    if matches!(clock.kind, ClockKind::Citizen | ClockKind::Owner) {
        let pauses = clock.changes.iter().any(|change| matches!(change, ClockChange::Paused { .. }));
        assert!(!pauses && clock.due.is_none(), "{} is never paused", clock.kind);
    }
}

/// 办结 is not 解决: what the citizen said comes from the citizen.
fn told_truly(order: &Order) {
    let Some(Outcome::Handled { solved, unresolved, .. }) = &order.outcome else { return };
    let here = || order.callbacks.iter().filter(|call| call.round == order.round);
    let worst = here()
        .filter(|call| call.outcome == CallOutcome::Reached)
        .filter_map(|call| call.answers.as_ref())
        .map(|answers| answers.solved)
        .max();
    assert_eq!(*solved, worst, "the worst that a citizen said, and nothing else");
    if *unresolved == Some(Unresolved::Unreachable) {
        assert_eq!(*solved, None, "who was not reached is not satisfied");
    }
}

/// The next moment is neither too late nor in vain.
fn time_comes(story: &Story) {
    let mut at_once = story.clone();
    let due_now = story.order.next_moment().is_some_and(|next| next <= story.now);
    let ticks = at_once.tries(&system(), &tick::Tick {}.into()).is_ok();
    assert_eq!(ticks, due_now, "a tick at {:?} with {:?}", story.now, story.order.next_moment());
}

/// Holds between an order and what an act made of it.
pub fn hold_between(before: &Order, act: &str, after: &Order) {
    nothing_is_lost(before, after);
    if before.stage.is_closed() && !after.stage.is_closed() {
        assert!(["redo", "judge_review"].contains(&act), "{act} reopens a closed order");
    }
    if before.stage == Stage::Archived {
        let mut same = after.clone();
        (same.version, same.changed_at) = (before.version, before.changed_at);
        // What the public may read of it stands beside what happened; so does what becomes of a
        // ruling that holds for others.
        let rulings = ["object_ruling", "judge_objection", "review_ruling"].contains(&act);
        if ["publish", "unpublish"].contains(&act) {
            same.publication = before.publication.clone();
        }
        if rulings {
            same.disputes = before.disputes.clone();
        }
        let leaves_it = rulings || ["erase", "publish", "unpublish"].contains(&act);
        assert!(leaves_it && same == *before, "{act} changes an archived order");
    }
    for (was, is) in before.parts.iter().zip(&after.parts) {
        let returned = was.state != PartState::Returned && is.state == PartState::Returned;
        if was.bound && returned {
            assert!(
                ["rule", "sign_minutes", "judge_review"].contains(&act),
                "{act} frees a unit that a ruling binds"
            );
        }
    }
}

fn nothing_is_lost(before: &Order, after: &Order) {
    assert!(after.appeals.starts_with(&before.appeals), "every appeal stays");
    assert!(after.callbacks.starts_with(&before.callbacks), "no answer is overwritten");
    assert!(after.links.starts_with(&before.links));
    let counts = |order: &Order| {
        [
            order.parts.len(),
            order.clocks.len(),
            order.returns.len(),
            order.disputes.len(),
            order.extensions.len(),
            order.pauses.len(),
            order.replies.len(),
            order.reviews.len(),
            order.supervisions.len(),
            order.whistles.len(),
            order.opinions.len(),
            order.helps.len(),
        ]
    };
    assert!(counts(before).iter().zip(counts(after)).all(|(was, is)| *was <= is), "nothing is lost");
}
