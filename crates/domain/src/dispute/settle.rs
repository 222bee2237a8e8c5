//! 认定之后: the order goes to the unit that was named, and it is watched
//! whether that unit begins.

use crate::codes::{ClockKind, Duty, Manner, Supervision};
use crate::context::{Context, stop};
use crate::dispatch::{Assignment, Dispatch, opening, stop_part};
use crate::event::Event;
use crate::order::{Basis, Dispute, DisputeStep, Order, Part, PartState, Ruling, RulingTerms, Stage};
use crate::text_ref::TextRef;

/// The events of a ruling on the dispute that is open.
pub(super) fn settled(
    terms: &RulingTerms,
    reasons: &TextRef,
    dispute: &Dispute,
    order: &Order,
    ctx: &Context,
) -> Vec<Event> {
    let said = |agrees: bool| {
        let of_panel = dispute.opinions.iter().filter(move |_| dispute.step == DisputeStep::Panel);
        of_panel.filter(move |written| (written.lead == terms.lead) == agrees).map(|written| written.seat)
    };
    let rule = ctx.policy.dispute.as_ref();
    let mut terms = terms.clone();
    if let (Some(rule), Some(_), None) = (rule, &terms.scope, terms.review) {
        terms.review = ctx.due(rule.review.within).map(|at| ctx.calendar.date(at));
    }
    let ruling = Ruling {
        number: ctx.ruling_number.to_owned(),
        lead: terms.lead.clone(),
        reasons: reasons.clone(),
        at: ctx.at,
        terms: Some(Box::new(terms.clone())),
        matter: Some(order.matter.clone()),
        ground: Some(dispute.ground),
        step: Some(dispute.step),
        by: Some(ctx.by.clone()),
        majority: said(true).collect(),
        dissent: said(false).collect(),
        object_until: rule.map(|rule| ctx.until(&rule.objection)),
        objections: Vec::new(),
        reviews: Vec::new(),
        ended_at: None,
    };
    let mut events = new_lead(&terms, order, ctx);
    let lead = leading(&events, order);
    events.push(Event::Ruled { ruling: Box::new(ruling) });
    events.extend(stop(order, ClockKind::Dispute, 0));
    events.extend(stop(order, ClockKind::DisputeStep, 0));
    if let (Some(rule), Some(lead)) = (rule, lead) {
        let limit = rule.execution.within;
        let known = order.clock(ClockKind::Execution, lead).is_some();
        events.push(match known {
            true => ctx.reset(ClockKind::Execution, lead, ctx.at, limit),
            false => ctx.start(ClockKind::Execution, lead, limit),
        });
    }
    events
}

/// The unit that has the order keeps it, now bound; or another gets it, with
/// full time, while the citizen's clock runs on.
fn new_lead(terms: &RulingTerms, order: &Order, ctx: &Context) -> Vec<Event> {
    let mut events = Vec::new();
    let dispatch = Dispatch {
        lead: terms.lead.clone(),
        assists: Vec::new(),
        basis: Basis::Ruling { number: ctx.ruling_number.to_owned() },
        manner: Manner::Designated,
        copy_to: None,
    };
    let mut no = order.parts.len() as u16;
    match order.lead() {
        Some(lead) if lead.unit == terms.lead => {
            events.push(Event::Bound { part: lead.no });
            if lead.state == PartState::Handling {
                events.extend(stop(order, ClockKind::Owner, 0));
            }
        }
        lead => {
            events.extend(lead.into_iter().flat_map(|lead| ended(order, lead)));
            events.extend(ends_assist(order, &terms.lead));
            events.extend(stop(order, ClockKind::Triage, 0));
            no += 1;
            events.extend(opening(order, ctx, no, Duty::Lead, &terms.lead, None, &dispatch));
        }
    }
    // Who assists already goes on with what it has.
    let assists = |unit| {
        order.parts.iter().any(|part| part.state.is_open() && &part.unit == unit && part.duty == Duty::Assist)
    };
    for Assignment { unit, task } in terms.assists.iter().filter(|assist| !assists(&assist.unit)) {
        no += 1;
        events.extend(opening(order, ctx, no, Duty::Assist, unit, Some(task), &dispatch));
    }
    events
}

fn ended(order: &Order, part: &Part) -> Vec<Event> {
    [Event::PartReturned { part: part.no }].into_iter().chain(stop_part(order, part.no)).collect()
}

/// An assist that is made the lead stops being an assist.
pub(crate) fn ends_assist(order: &Order, unit: &crate::ids::UnitId) -> Vec<Event> {
    let open = |part: &&Part| part.duty == Duty::Assist && part.state.is_open() && &part.unit == unit;
    order.parts.iter().find(open).map_or(Vec::new(), |part| ended(order, part))
}

/// The part that leads once these events have happened.
fn leading(events: &[Event], order: &Order) -> Option<u16> {
    events
        .iter()
        .find_map(|event| match event {
            Event::PartOpened { part } if part.duty == Duty::Lead => Some(part.no),
            Event::Bound { part } => Some(*part),
            _ => None,
        })
        .or(order.lead().map(|lead| lead.no))
}

/// 认定不执行: a unit that does not begin in time is instructed to, without
/// anybody having to say so (潍坊条例 26: 拒不接收的予以督办).
pub(crate) fn not_executed(order: &Order, ctx: &Context) -> Option<Event> {
    let rule = ctx.policy.dispute.as_ref()?;
    let lead = order.lead().filter(|_| matches!(order.stage, Stage::Dispatched | Stage::Handling))?;
    let clock = order.clock(ClockKind::Execution, lead.no).filter(|clock| clock.is_running())?;
    let passed = !clock.late && clock.due.is_some_and(|due| due <= ctx.at);
    let text = order.ruling().filter(|_| passed && order.supervisions.is_empty())?.reasons.clone();
    Some(Event::Supervised { grade: Supervision::Written, text, due: ctx.until(&rule.execution) })
}
