//! 首次联系, and every later contact with the citizen.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::{ClockKind, ContactWay};
use crate::context::{Context, stop};
use crate::decide::{Decide, Decided};
use crate::dispatch::open_part;
use crate::event::Event;
use crate::order::Order;
use crate::text_ref::Evidence;

/// Records a contact with the citizen (北京条例 15), with its proof. Only one
/// in which they were reached stops the clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// The part.
    pub part: u16,
    /// How.
    pub way: ContactWay,
    /// Whether the citizen was reached.
    pub reached: bool,
    /// The recording, the photo, the delivery note.
    pub proof: Evidence,
}

impl Decide for Contact {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        open_part(order, self.part, ctx)?;
        let contacted = Event::Contacted {
            part: self.part,
            way: self.way,
            reached: self.reached,
            proof: self.proof.clone(),
        };
        let stopped = stop(order, ClockKind::Contact, self.part).filter(|_| self.reached);
        let begun = stop(order, ClockKind::Execution, self.part);
        Ok([contacted].into_iter().chain(stopped).chain(begun).collect())
    }
}
