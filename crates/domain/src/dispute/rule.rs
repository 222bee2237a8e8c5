//! 职责认定: the ruling that ends a dispute. It binds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::panel::majority;
use super::settle::settled;
use super::{at_step, not_a_party, open_dispute, terms};
use crate::codes::Role;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::order::{Dispute, DisputeStep, Order, RulingTerms, SkipReason};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Rules on the open dispute: this unit leads, and cannot return it. At the
/// desk one adjudicator rules; of the panel, one signs for the majority; the
/// designation is the government office's (济南条例 29、30, 潍坊条例 22、23).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rule {
    /// What is ruled.
    pub terms: RulingTerms,
    /// Why.
    pub reasons: TextRef,
    /// Why it is ruled before the units concerned were heard; none when they were.
    #[serde(default)]
    pub skip: Option<Skip>,
}

/// 跳过环节: for which reason, and in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "SkippedHearing")]
pub struct Skip {
    /// For which reason.
    pub reason: SkipReason,
    /// In words.
    pub why: TextRef,
}

impl Decide for Rule {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let dispute = open_dispute(order, ctx)?;
        ctx.text("reasons", &self.reasons)?;
        self.may_rule(dispute, order, ctx)?;
        terms::check(&self.terms, order, ctx)?;
        let mut events = Vec::new();
        if let Some(skip) = &self.skip {
            ctx.text("why", &skip.why)?;
            let reason = Some(skip.why.clone());
            events.push(crate::Event::DisputeMoved { to: dispute.step, skipped: Some(skip.reason), reason });
        }
        events.extend(settled(&self.terms, &self.reasons, dispute, order, ctx));
        Ok(events)
    }
}

impl Rule {
    fn may_rule(&self, dispute: &Dispute, order: &Order, ctx: &Context) -> Result<(), Refusal> {
        use DisputeStep::*;
        // 回避: a party to the dispute does not rule on it, be it a unit that
        // returned the order or the one that has it.
        not_a_party(dispute, order, ctx)?;
        at_step(dispute, &[Desk, Panel, Designation])?;
        let signs = if dispute.step == Designation { Role::Leader } else { Role::Adjudicator };
        if ctx.by.role != signs {
            return Err(Refusal::NotYourRole { needs: vec![signs] });
        }
        match dispute.step {
            Desk => {
                let units: Vec<_> = dispute.unheard(ctx.at).map(|party| party.unit.clone()).collect();
                let heard = units.is_empty() || self.skip.is_some();
                if heard { Ok(()) } else { Err(Refusal::UnitsUnheard { units }) }
            }
            Panel => self.is_of_the_panel(dispute, ctx),
            Consultation | Designation => Ok(()),
        }
    }

    fn is_of_the_panel(&self, dispute: &Dispute, ctx: &Context) -> Result<(), Refusal> {
        let quorum = super::provided(ctx)?.quorum.value;
        let opinions = dispute.opinions.len() as u16;
        if opinions < quorum {
            return Err(Refusal::NoQuorum { opinions, quorum });
        }
        if majority(dispute) == Some(&self.terms.lead) { Ok(()) } else { Err(Refusal::NoMajority) }
    }
}
