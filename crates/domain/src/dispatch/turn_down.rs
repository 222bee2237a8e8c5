//! 清单外退回: a town refuses what the directory gives to a department, by naming
//! the entry. Nobody has to approve it: the list has spoken. The order goes back
//! to the dispatcher, and the town never gets it again except by a ruling.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::return_::may_leave;
use super::{guard, open_part, stop_part};
use crate::codes::{ClockKind, Duty, ReturnReason};
use crate::context::{Context, restart};
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::handling::WORKING;
use crate::order::{Order, ReturnFate};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Refuses a part that is a department's by the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TurnDown {
    /// The part.
    pub part: u16,
    /// 清单条目: the entry of the directory that names the department.
    pub entry: String,
    /// What the entry says, as it is told to the dispatcher.
    pub basis: TextRef,
}

impl Decide for TurnDown {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let part = open_part(order, self.part, ctx)?;
        if part.duty == Duty::Lead {
            ctx.stage(order, WORKING)?;
        }
        // A coordinator above does not refuse in a town's place.
        let holder = part.holder();
        if ctx.by.unit.as_ref() != Some(holder) {
            return Err(Refusal::NotYourUnit { holder: holder.clone() });
        }
        if !guard::is_grassroots(holder, ctx) {
            return Err(Refusal::NotGrassroots { unit: holder.clone() });
        }
        ctx.text("basis", &self.basis)?;
        if order.open_return().is_some() || order.open_dispute().is_some() {
            return Err(Refusal::AlreadyAsked);
        }
        let version = ctx.directory.version();
        let entry = guard::reserved(order, ctx).filter(|entry| entry.code == self.entry);
        let entry =
            entry.ok_or_else(|| Refusal::DirectoryDoesNotSay { entry: self.entry.clone(), version })?;
        let turned =
            Event::TurnedDown { part: part.no, unit: holder.clone(), entry: entry.code.clone(), version };
        if !part.handed_down.is_empty() {
            return Ok(vec![turned, Event::HandedBack { part: part.no, reason: self.basis.clone() }]);
        }
        may_leave(part, order, ctx)?;
        let mut events = vec![
            turned,
            Event::ReturnAsked {
                part: part.no,
                unit: part.unit.clone(),
                reason: ReturnReason::WrongDuty,
                basis: self.basis.clone(),
                suggests: Some(entry.lead.clone()),
                evidence: Vec::new(),
            },
            Event::ReturnJudged { fate: ReturnFate::Approved, reason: self.basis.clone() },
            Event::PartReturned { part: part.no },
        ];
        events.extend(stop_part(order, part.no));
        // The owner that was found was not the owner.
        events.extend(restart(order, ClockKind::Owner, 0).filter(|_| part.duty == Duty::Lead));
        Ok(events)
    }
}
