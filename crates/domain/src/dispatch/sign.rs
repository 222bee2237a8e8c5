//! 签收.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::open_part;
use crate::codes::{ClockKind, Duty};
use crate::context::{Context, stop};
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Order, Part, PartState};
use crate::refusal::Refusal;

/// Takes a part. With the lead's signature the responsible unit is found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Sign {
    /// The part.
    pub part: u16,
}

impl Decide for Sign {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let part = open_part(order, self.part, ctx)?;
        if part.state != PartState::AwaitingSign {
            return Err(Refusal::AlreadySigned { part: self.part });
        }
        if order.open_return().is_some_and(|asked| asked.part == self.part) {
            return Err(Refusal::RequestOpen);
        }
        Ok(signed(order, part, false))
    }
}

/// The events of a signature, by hand or by silence.
pub(crate) fn signed(order: &Order, part: &Part, by_silence: bool) -> Vec<Event> {
    let mut events = vec![Event::Signed { part: part.no, by_silence }];
    events.extend(stop(order, ClockKind::Sign, part.no));
    // While it is disputed whose duty it is, a signature finds no owner.
    if part.duty == Duty::Lead && order.open_dispute().is_none() {
        events.extend(stop(order, ClockKind::Owner, 0));
    }
    events
}
