//! Why it waits: a clock that stands still, a quarrel over whose duty it is,
//! a question to the citizen, a plan.

use domain::codes::ClockKind;
use domain::{Order, Stage};

use super::story::Texts;
use crate::citizen::pages::frame::fill;
use crate::citizen::pages::look::Look;
use crate::citizen::pages::times::Times;
use crate::citizen::pages::words;

/// The reasons, in words.
pub(super) fn waits(look: &Look, order: &Order, times: &Times, texts: &Texts) -> Vec<String> {
    if order.stage.is_closed() {
        return Vec::new();
    }
    let w = &look.words().order;
    let mut why = Vec::new();
    if let Some(until) = order.supplement_until.filter(|_| order.stage == Stage::AwaitingSupplement) {
        why.push(fill(w.wait_you, &[&times.moment(until)]));
    }
    let lead = order.lead().map(|lead| lead.no);
    if let Some(pause) = lead.and_then(|lead| order.open_pause(lead)) {
        let reason = words::pause(look, pause.reason);
        why.push(fill(w.wait_paused, &[&times.moment(pause.from), reason, &times.moment(pause.until)]));
    }
    if let Some(dispute) = order.open_dispute().filter(|_| order.stage == Stage::Disputed) {
        let day = times.days_since(dispute.opened_at).to_string();
        let due = order.clock(ClockKind::Dispute, 0).and_then(|clock| clock.due);
        why.push(match due {
            Some(due) => fill(w.wait_dispute, &[&day, &times.moment(due)]),
            None => fill(w.wait_dispute_no_date, &[&day]),
        });
    }
    let extended = order.extensions.iter().any(|extension| extension.request.is_granted());
    if let Some(due) = order.due_at().filter(|_| extended && order.stage == Stage::Handling) {
        why.push(fill(w.wait_extended, &[&times.moment(due)]));
    }
    if order.stage == Stage::Deferred {
        why.extend(plan(look, order, times, texts));
    }
    why
}

/// A plan; its steps where it is public.
fn plan(look: &Look, order: &Order, times: &Times, texts: &Texts) -> Vec<String> {
    let w = &look.words().order;
    let mut said = vec![match order.next_milestone() {
        Some((_, due)) => fill(w.wait_deferred, &[&times.day(due)]),
        None => w.wait_deferred_plain.to_owned(),
    }];
    let public = order.deferral.as_ref().filter(|deferral| deferral.public);
    for milestone in public.iter().flat_map(|deferral| &deferral.milestones) {
        let Some(what) = texts.masked(&milestone.what) else { continue };
        let state = if milestone.met_at.is_some() { w.milestone_met } else { w.milestone_open };
        said.push(format!("{}{}", fill(w.milestone, &[&times.day(milestone.due), &what]), look.aside(state)));
    }
    said
}
