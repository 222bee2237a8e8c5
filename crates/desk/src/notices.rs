//! 通知: whom an act is told to. Each becomes a job of the same commit, so
//! that no act goes untold, and none is told that did not happen.

use domain::event::{Entry, Event};
use domain::ids::UnitId;
use domain::order::Order;
use store::NewJob;

/// The kind of job that tells somebody something.
pub const NOTICE: &str = "notice";

/// The notices that follow from an entry, for the order as it stands after
/// it. A unit is told through its code, a citizen through their number; the
/// payload is the code of the template and the order's number, and names
/// nobody.
pub fn notices(order: &Order, entry: &Entry) -> Vec<NewJob> {
    let mut jobs: Vec<NewJob> = Vec::new();
    for (target, template) in entry.events.iter().flat_map(|event| told(order, event)) {
        let job = NewJob {
            kind: NOTICE.to_owned(),
            target: format!("{target}/{template}"),
            run_at: entry.at,
            payload: format!(
                "{{\"to\":\"{target}\",\"template\":\"{template}\",\"order\":\"{}\"}}",
                order.number
            ),
        };
        // One act tells one person one thing once.
        if !jobs.contains(&job) {
            jobs.push(job);
        }
    }
    jobs
}

fn told(order: &Order, event: &Event) -> Vec<(String, &'static str)> {
    let lead = || order.lead().map(|lead| unit(lead.holder()));
    let part = |no: u16| order.part(no).map(|part| unit(part.holder()));
    match event {
        Event::PartOpened { part } => vec![(unit(&part.unit), "dispatched")],
        Event::HandedDown { unit: below, .. } => vec![(unit(below), "handed_down")],
        Event::ReplyReviewed { passed: false, .. } => to(lead(), "reply_rejected"),
        Event::Redone { .. } => to(lead(), "redo"),
        Event::Reminded { .. } => to(lead(), "reminded"),
        Event::Supervised { .. } => to(lead(), "supervised"),
        Event::ClockWarned { part: no, .. } => to(part(*no), "due_soon"),
        Event::ClockLate { part: no, .. } => to(part(*no), "late"),
        Event::ClockRed { part: no, .. } => to(part(*no), "red_card"),
        Event::Whistled { whistle } => {
            whistle.called.iter().map(|called| (unit(&called.unit), "whistled")).collect()
        }
        // Who waits for it learns it, too.
        Event::WhistleLate { whistle: no, unit: silent, .. } => {
            let caller = order.whistle(*no).map(|whistle| (unit(&whistle.unit), "whistle_silent"));
            [(unit(silent), "whistle_late")].into_iter().chain(caller).collect()
        }
        Event::OpinionAsked { unit: asked, .. } => vec![(unit(asked), "opinion_asked")],
        Event::OpinionGiven { opinion: no, .. } => {
            to(order.opinion(*no).map(|asked| unit(&asked.from)), "opinion_given")
        }
        Event::HelpAnswered { help: no, .. } => {
            let asked = order.helps.get(usize::from(*no).wrapping_sub(1));
            to(asked.and_then(|help| part(help.part)), "help_answered")
        }
        Event::Registered { .. } => citizens(order, "received"),
        Event::MoreAsked { .. } => citizens(order, "more_asked"),
        Event::ExtensionJudged { granted: true, .. } => citizens(order, "extended"),
        Event::Paused { .. } => citizens(order, "paused"),
        Event::DisputeOpened { dispute } => {
            let concerned = dispute.parties.iter().map(|party| (unit(&party.unit), "claim_asked"));
            citizens(order, "owner_sought").into_iter().chain(concerned).collect()
        }
        Event::MinutesRecorded { .. } => {
            let signers = order.open_dispute().map(|dispute| dispute.signers()).unwrap_or_default();
            signers.into_iter().map(|signer| (unit(signer), "minutes_to_sign")).collect()
        }
        Event::Ruled { ruling } => vec![(unit(&ruling.lead), "ruled")],
        Event::DeferralJudged { granted: true, .. } => citizens(order, "deferred"),
        Event::Closed { .. } => citizens(order, "closed"),
        _ => Vec::new(),
    }
}

fn unit(code: &UnitId) -> String {
    format!("unit:{code}")
}

fn to(target: Option<String>, template: &'static str) -> Vec<(String, &'static str)> {
    target.map(|target| (target, template)).into_iter().collect()
}

fn citizens(order: &Order, template: &'static str) -> Vec<(String, &'static str)> {
    let known = order.appeals.iter().filter_map(|appeal| appeal.citizen);
    known.map(|citizen| (format!("citizen:{}", citizen.0), template)).collect()
}
