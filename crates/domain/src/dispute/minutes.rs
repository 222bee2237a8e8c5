//! 会商纪要: the units agree, and sign what they agreed on (编办 rules: 协商一致的形成
//! 纪要，各方签署). What all have signed is a ruling.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::settle::settled;
use super::{at_step, open_dispute, provided, speaks_for, terms};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::ids::UnitId;
use crate::order::{DisputeStep, Order, RulingTerms};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Draws up the minutes. Drawn up again, they need every signature again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RecordMinutes {
    /// What was said.
    pub text: TextRef,
    /// What was agreed.
    pub terms: RulingTerms,
}

impl Decide for RecordMinutes {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let dispute = open_dispute(order, ctx)?;
        provided(ctx)?;
        at_step(dispute, &[DisputeStep::Consultation])?;
        ctx.text("text", &self.text)?;
        terms::check(&self.terms, order, ctx)?;
        Ok(vec![Event::MinutesRecorded { text: self.text.clone(), terms: Box::new(self.terms.clone()) }])
    }
}

/// Signs the minutes for a unit, or refuses to. With the last signature they bind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SignMinutes {
    /// The unit that signs.
    pub unit: UnitId,
    /// Whether it agrees.
    pub agrees: bool,
    /// What it adds; why it does not agree.
    pub note: TextRef,
}

impl Decide for SignMinutes {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let dispute = open_dispute(order, ctx)?;
        at_step(dispute, &[DisputeStep::Consultation])?;
        let minutes = dispute.minutes.as_ref().ok_or(Refusal::NothingAsked)?;
        if !dispute.signers().contains(&&self.unit) {
            return Err(Refusal::NotAParty { unit: self.unit.clone() });
        }
        if !speaks_for(&self.unit, ctx) {
            return Err(Refusal::NotYourUnit { holder: self.unit.clone() });
        }
        if !dispute.unsigned().contains(&&self.unit) {
            return Err(Refusal::AlreadyAsked);
        }
        if !self.agrees {
            ctx.text("note", &self.note)?;
        }
        let mut events = vec![Event::MinutesSigned {
            unit: self.unit.clone(),
            agrees: self.agrees,
            note: self.note.clone(),
        }];
        if self.agrees && dispute.unsigned().len() == 1 {
            // What was agreed on Monday may have become impossible by Wednesday.
            terms::check(&minutes.terms, order, ctx)?;
            events.extend(settled(&minutes.terms, &minutes.text, dispute, order, ctx));
        }
        Ok(events)
    }
}
