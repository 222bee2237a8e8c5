//! 下派、交回: a unit hands its part to one below it, which can hand it back.
//! The unit that was dispatched to goes on answering for it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{guard, open_part};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::ids::UnitId;
use crate::order::{Order, Override};
use crate::recusal::not_accused;
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Hands a part down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HandDown {
    /// The part.
    pub part: u16,
    /// The unit below.
    pub unit: UnitId,
    /// What it is to do.
    pub note: TextRef,
    /// 越级下派审批, where the directory gives the matter to a department.
    #[serde(default)]
    pub overrides: Option<Override>,
}

impl Decide for HandDown {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let part = open_part(order, self.part, ctx)?;
        ctx.unit(&self.unit)?;
        ctx.text("note", &self.note)?;
        not_accused(&self.unit, order, ctx)?;
        if !ctx.units.is_below(&self.unit, part.holder()) {
            return Err(Refusal::NotBelow { unit: self.unit.clone(), above: part.holder().clone() });
        }
        guard::hand_down(&self.unit, part.holder(), self.overrides.as_ref(), order, ctx)?;
        Ok(vec![Event::HandedDown {
            part: self.part,
            unit: self.unit.clone(),
            note: self.note.clone(),
            overrides: self.overrides.clone(),
        }])
    }
}

/// Hands a part back to the unit above.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HandBack {
    /// The part.
    pub part: u16,
    /// Why.
    pub reason: TextRef,
}

impl Decide for HandBack {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let part = open_part(order, self.part, ctx)?;
        ctx.text("reason", &self.reason)?;
        if part.handed_down.is_empty() {
            return Err(Refusal::NotHandedDown);
        }
        Ok(vec![Event::HandedBack { part: self.part, reason: self.reason.clone() }])
    }
}
