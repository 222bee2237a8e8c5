//! 吹哨办结: the town says who came and whether it helped.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{acts_for, open_whistle};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Attendance, Called, Order};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Ends a whistle. The town speaks of each unit that it called, so that none
/// is forgotten and none is praised by leaving others out (北京条例 33).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CloseWhistle {
    /// Which whistle, counted from 1.
    pub whistle: u16,
    /// Each unit that was called, once.
    pub attendance: Vec<Attendance>,
    /// What came of it.
    pub result: TextRef,
}

impl Decide for CloseWhistle {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let whistle = open_whistle(order, self.whistle, ctx)?;
        if !acts_for(&whistle.unit, ctx) {
            return Err(Refusal::NotYourUnit { holder: whistle.unit.clone() });
        }
        ctx.text("result", &self.result)?;
        // Before the meeting nobody can have failed to come.
        let has_said = |called: &Called| called.report.done.is_some() || called.coming == Some(false);
        if ctx.at < whistle.meet_at && !whistle.called.iter().all(has_said) {
            return Err(Refusal::WhistleNotYet { meet_at: whistle.meet_at });
        }
        let once =
            |called: &Called| self.attendance.iter().filter(|said| said.unit == called.unit).count() == 1;
        if self.attendance.len() != whistle.called.len() || !whistle.called.iter().all(once) {
            return Err(Refusal::Unfit { field: "attendance".to_owned() });
        }
        Ok(vec![Event::WhistleClosed {
            whistle: self.whistle,
            attendance: self.attendance.clone(),
            result: self.result.clone(),
        }])
    }
}
