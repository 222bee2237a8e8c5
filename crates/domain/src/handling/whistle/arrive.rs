//! 报到: somebody of a called unit is on the spot.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{called, rule};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::distance::{is_on_the_globe, metres};
use crate::event::Event;
use crate::order::{Arrival, Order, WhistleStep};
use crate::refusal::Refusal;
use crate::text_ref::Evidence;

/// Records that a unit has come, by a photo or by where the phone is. What
/// the photo itself says of time and place goes before what is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Arrive {
    /// Which whistle, counted from 1.
    pub whistle: u16,
    /// A photo from the spot.
    #[serde(default)]
    pub evidence: Option<Evidence>,
    /// Where the phone is: millionths of a degree north and east (WGS 84).
    #[serde(default)]
    pub position: Option<(i32, i32)>,
}

impl Decide for Arrive {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let (whistle, called) = called(order, self.whistle, WhistleStep::Arrive, ctx)?;
        let rule = rule(ctx)?;
        if self.evidence.is_none() && self.position.is_none() {
            return Err(Refusal::EvidenceMissing);
        }
        if self.position.is_some_and(|position| !is_on_the_globe(position)) {
            return Err(Refusal::Unfit { field: "position".to_owned() });
        }
        let taken_at = self.evidence.as_ref().and_then(|photo| photo.taken_at);
        // A photo from before the whistle shows another day.
        if taken_at.is_some_and(|at| at < whistle.at || at > ctx.at) {
            return Err(Refusal::Unfit { field: "evidence".to_owned() });
        }
        let position = self.evidence.as_ref().and_then(|photo| photo.position).or(self.position);
        let metres = position.zip(whistle.position).map(|(here, there)| metres(here, there));
        let arrival = Arrival {
            at: taken_at.unwrap_or(ctx.at),
            evidence: self.evidence.clone(),
            position,
            metres,
            near: metres.map(|metres| metres <= rule.near_metres.value),
        };
        Ok(vec![Event::Arrived { whistle: self.whistle, unit: called.unit.clone(), arrival }])
    }
}
