//! 派单异议、争议: whose duty it is, is itself the question.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::ClockKind;
use crate::context::{Context, restart};
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Dispute, Order, Stage};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Opens a dispute by hand: no entry of the directory fits, or several do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OpenDispute {
    /// Why.
    pub reason: TextRef,
}

impl Decide for OpenDispute {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Accepted, Stage::Dispatched, Stage::Handling])?;
        ctx.text("reason", &self.reason)?;
        if order.open_return().is_some() {
            return Err(Refusal::RequestOpen);
        }
        if order.lead().is_some_and(|lead| lead.bound) {
            return Err(Refusal::BoundByRuling { number: ruling_number(order) });
        }
        let why = Event::Explained { text: self.reason.clone() };
        Ok([why].into_iter().chain(opened(order, ctx)).collect())
    }
}

fn ruling_number(order: &Order) -> String {
    let ruling = order.disputes.iter().rev().find_map(|dispute| dispute.ruling.as_ref());
    ruling.map_or(String::new(), |ruling| ruling.number.clone())
}

/// The events of a dispute that opens. The unit that has the order keeps it
/// and goes on working (编办 rules: during the procedure everyone works under
/// the old division); the owner is sought again.
pub(crate) fn opened(order: &Order, ctx: &Context) -> Vec<Event> {
    let holder = order.lead().map(|lead| lead.unit.clone());
    let dispute = Dispute { opened_at: ctx.at, holder, ruling: None };
    let limit = ctx.policy.waits.dispute.within;
    let clock = match order.clock(ClockKind::Dispute, 0) {
        Some(_) => ctx.reset(ClockKind::Dispute, 0, ctx.at, limit),
        None => ctx.start(ClockKind::Dispute, 0, limit),
    };
    let mut events = vec![Event::DisputeOpened { dispute }, clock];
    events.extend(restart(order, ClockKind::Owner, 0));
    events
}
