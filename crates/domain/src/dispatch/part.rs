//! Parts: opening them with their clocks, and who holds them.

use super::send::Dispatch;
use crate::codes::{ClockKind, Duty, Level, Role};
use crate::context::{Context, stop};
use crate::directory::DirectoryEntry;
use crate::event::Event;
use crate::ids::UnitId;
use crate::order::{Basis, Order, Part, PartState};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;
use crate::time::{Limit, Moment};

/// Opens a part and starts its clocks. All of them start with the dispatch:
/// a unit must not gain time by not signing.
pub(crate) fn opening(
    order: &Order,
    ctx: &Context,
    no: u16,
    duty: Duty,
    unit: &UnitId,
    task: Option<&TextRef>,
    dispatch: &Dispatch,
) -> Vec<Event> {
    let limits = &ctx.policy.limits;
    let (sign, contact) = (limits.sign.at(order.level).within, limits.contact.at(order.level).within);
    let entry = entry_of(&dispatch.basis, ctx).filter(|_| duty == Duty::Lead);
    let own = entry.and_then(|entry| entry.limit).filter(|_| !order.level.is_urgent());
    let handling = match (duty, own.unwrap_or(limits.handling.at(order.level).within)) {
        // Another law sets the lead's time; the lead still has to hear from
        // its assists at some time.
        (Duty::Assist, Limit::ByLaw) => limits.handling.at(Level::Complex).within,
        (_, limit) => limit,
    };
    let window = ctx.policy.returns.window.at(order.level).within;
    let part = Part {
        no,
        duty,
        unit: unit.clone(),
        handed_down: Vec::new(),
        task: task.cloned(),
        basis: dispatch.basis.clone(),
        manner: dispatch.manner,
        copy_to: dispatch.copy_to.clone().filter(|_| duty == Duty::Lead),
        state: PartState::AwaitingSign,
        dispatched_at: ctx.at,
        return_until: ctx.due(window).unwrap_or(Moment(i64::MAX)),
        silence_at: silence_at(window, ctx),
        bound: duty == Duty::Lead && matches!(dispatch.basis, Basis::Ruling { .. }),
        signed_at: None,
        by_silence: false,
        contacted_at: None,
        acted: false,
        evidence: entry.map_or_else(Vec::new, |entry| entry.evidence.clone()),
    };
    let mut events = vec![Event::PartOpened { part: Box::new(part) }, ctx.start(ClockKind::Sign, no, sign)];
    match duty {
        Duty::Lead => {
            events.push(ctx.start(ClockKind::Contact, no, contact));
            events.push(ctx.start(ClockKind::Handling, no, handling));
        }
        // 北京条例 14: an assist reports to the lead in time, so its time ends
        // before the lead's does.
        Duty::Assist => {
            let percent = ctx.policy.joint.assist_percent.value;
            let due = assist_due(order, ctx, percent)
                .or_else(|| ctx.due(handling).map(|due| ctx.calendar.share(ctx.at, due, handling, percent)));
            events.push(ctx.start_due(ClockKind::Handling, no, handling, due));
        }
    }
    events
}

/// The entry of the directory that a dispatch rests on, itself or by the ruling
/// that it was made from: its limit and the evidence it demands go with the part.
fn entry_of<'a>(basis: &Basis, ctx: &Context<'a>) -> Option<&'a DirectoryEntry> {
    match basis {
        Basis::Directory { entry, .. } => ctx.directory.entry(entry),
        Basis::Ruling { number } => ctx.directory.ruled(number, ctx.calendar.date(ctx.at)),
        Basis::Human { .. } | Basis::Override { .. } => None,
    }
}

/// 天津、吕梁: who says nothing has accepted; by default, once it can no longer
/// say that it is not its duty.
fn silence_at(window: Limit, ctx: &Context) -> Option<Moment> {
    let within = ctx.policy.waits.silence.as_ref().map_or(window, |silence| silence.within);
    ctx.due(within).filter(|_| ctx.policy.returns.silence_accepts.value)
}

/// An assist that is called in later shares what is left of the lead's time.
fn assist_due(order: &Order, ctx: &Context, percent: u8) -> Option<Moment> {
    let lead = order.lead().filter(|lead| lead.state.is_open())?;
    let clock = order.clock(ClockKind::Handling, lead.no)?;
    let (due, limit) = (clock.due.filter(|due| *due > ctx.at)?, clock.limit?);
    Some(ctx.calendar.share(ctx.at, due, limit, percent))
}

/// Stops all clocks of a part, and ends its pause.
pub(crate) fn stop_part(order: &Order, part: u16) -> impl Iterator<Item = Event> {
    let resumed = order.open_pause(part).map(|_| Event::Resumed { part });
    let clocks = [ClockKind::Sign, ClockKind::Contact, ClockKind::Handling, ClockKind::Execution].into_iter();
    resumed.into_iter().chain(clocks.filter_map(move |kind| stop(order, kind, part)))
}

/// The part, if the actor's unit answers for it or holds it.
pub(crate) fn holds<'a>(order: &'a Order, no: u16, ctx: &Context) -> Result<&'a Part, Refusal> {
    let part = order.part(no).ok_or(Refusal::UnknownPart { part: no })?;
    let foreign = || Refusal::NotYourUnit { holder: part.holder().clone() };
    let unit = ctx.by.unit.as_ref().ok_or_else(foreign)?;
    let chain = unit == &part.unit || part.handed_down.contains(unit);
    // A coordinator acts for every unit below theirs.
    let above = ctx.by.role == Role::Coordinator && ctx.units.is_below(&part.unit, unit);
    if chain || above { Ok(part) } else { Err(foreign()) }
}

/// As [`holds`], for a part on which work goes on.
pub(crate) fn open_part<'a>(order: &'a Order, no: u16, ctx: &Context) -> Result<&'a Part, Refusal> {
    let part = holds(order, no, ctx)?;
    if part.state.is_open() { Ok(part) } else { Err(Refusal::PartNotOpen { part: no, state: part.state }) }
}
