//! 派单异议、争议: whose duty it is, is itself the question.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ruled;
use crate::codes::{ClockKind, Duty, ReturnReason};
use crate::context::{Context, restart, stop};
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::ids::UnitId;
use crate::order::{Dispute, DisputeCause, DisputeStep, Order, Party, ReturnFate, Stage};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Opens a dispute by hand: no entry of the directory fits, or several do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OpenDispute {
    /// 争议焦点: what is to be ruled on.
    pub reason: TextRef,
    /// On what ground it is quarrelled.
    #[serde(default = "duties_overlap")]
    pub ground: ReturnReason,
    /// The units concerned, beside the one that has the order and those that returned it.
    #[serde(default)]
    pub units: Vec<UnitId>,
    /// 新事实: what is new, where the same ground was ruled on before.
    #[serde(default)]
    pub new_facts: Option<TextRef>,
}

fn duties_overlap() -> ReturnReason {
    ReturnReason::DutiesOverlap
}

impl Decide for OpenDispute {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Accepted, Stage::Dispatched, Stage::Handling])?;
        ctx.text("reason", &self.reason)?;
        self.new_facts.as_ref().map_or(Ok(()), |facts| ctx.text("new_facts", facts))?;
        self.units.iter().try_for_each(|unit| ctx.unit(unit).map(|_| ()))?;
        if order.open_return().is_some() {
            return Err(Refusal::RequestOpen);
        }
        if let Some(number) = ruled_before(order, self.ground, ctx).filter(|_| self.new_facts.is_none()) {
            return Err(Refusal::RuledBefore { number });
        }
        let opening = Opening {
            cause: DisputeCause::ByHand,
            ground: self.ground,
            question: Some(self.reason.clone()),
            new_facts: self.new_facts.clone(),
            units: self.units.clone(),
        };
        Ok(opened(opening, order, ctx))
    }
}

/// The ruling that settled this ground for the order already: of its own, or
/// of a matter, place and time that it falls under. What was ruled is not
/// ruled again unless there is something new.
pub(crate) fn ruled_before(order: &Order, ground: ReturnReason, ctx: &Context) -> Option<String> {
    if let Some(lead) = order.lead().filter(|lead| lead.bound) {
        let number = lead.basis.ruling().or(order.ruling().map(|ruling| ruling.number.as_str()));
        return Some(number.unwrap_or_default().to_owned());
    }
    let bound = ruled(order, ctx)?;
    bound.ground.is_none_or(|ruled| ruled == ground).then(|| bound.number.to_owned())
}

/// How a dispute comes to be.
pub(crate) struct Opening {
    pub cause: DisputeCause,
    pub ground: ReturnReason,
    pub question: Option<TextRef>,
    pub new_facts: Option<TextRef>,
    /// Units concerned beside the holder and those that returned the order.
    pub units: Vec<UnitId>,
}

impl Opening {
    /// Opened by what a unit said when it returned the order.
    pub fn by_return(cause: DisputeCause, order: &Order) -> Self {
        let asked = order.returns.last();
        Self {
            cause,
            ground: asked.map_or(ReturnReason::Other, |asked| asked.reason),
            question: asked.map(|asked| asked.basis.clone()),
            new_facts: None,
            units: asked.and_then(|asked| asked.suggests.clone()).into_iter().collect(),
        }
    }
}

/// The events of a dispute that opens. The unit that has the order keeps it
/// and goes on working (编办 rules: during the procedure everyone works under
/// the old division); the owner is sought again.
pub(crate) fn opened(opening: Opening, order: &Order, ctx: &Context) -> Vec<Event> {
    let holder = order.lead().map(|lead| lead.unit.clone());
    let until = ctx.policy.dispute.as_ref().map_or(ctx.at, |rule| ctx.until(&rule.statement));
    let parties = parties(&opening, order).into_iter().filter(|unit| ctx.units.get(unit).is_some());
    let dispute = Dispute {
        opened_at: ctx.at,
        holder,
        cause: opening.cause,
        ground: opening.ground,
        ruled_before: ruled_before(order, opening.ground, ctx),
        question: opening.question,
        new_facts: opening.new_facts,
        parties: parties.map(|unit| Party { unit, until, statement: None }).collect(),
        step: DisputeStep::Desk,
        moves: Vec::new(),
        facts: None,
        minutes: None,
        opinions: Vec::new(),
        recusals: Vec::new(),
        ruling: None,
    };
    let limit = ctx.policy.waits.dispute.within;
    let mut events = vec![Event::DisputeOpened { dispute: Box::new(dispute) }];
    events.push(ctx.start_anew(order, ClockKind::Dispute, limit));
    events.extend(step_clock(DisputeStep::Desk, order, ctx));
    events.extend(restart(order, ClockKind::Owner, 0));
    // What the unit was to begin is in question again.
    events.extend(order.lead().and_then(|lead| stop(order, ClockKind::Execution, lead.no)));
    events
}

/// The clock of a step, where the policy gives it a limit.
pub(super) fn step_clock(step: DisputeStep, order: &Order, ctx: &Context) -> Option<Event> {
    let rule = ctx.policy.dispute.as_ref()?;
    Some(ctx.start_anew(order, ClockKind::DisputeStep, rule.step(step).within))
}

/// The units concerned, each once: who has the order, who returned it as its
/// lead, who was named.
fn parties(opening: &Opening, order: &Order) -> Vec<UnitId> {
    let led = |part: u16| order.part(part).is_some_and(|part| part.duty == Duty::Lead);
    let returned = order.returns.iter().filter(|asked| asked.fate != ReturnFate::Rejected && led(asked.part));
    let mut units: Vec<UnitId> = Vec::new();
    let all = order.lead().map(|lead| &lead.unit).into_iter().chain(returned.map(|asked| &asked.unit));
    for unit in all.chain(&opening.units) {
        if !units.contains(unit) {
            units.push(unit.clone());
        }
    }
    units
}
