//! 职责陈述: each unit concerned says what it claims, on one form.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{open_dispute, provided, speaks_for};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::ids::UnitId;
use crate::order::{BasisKind, Claim, Order};
use crate::refusal::Refusal;
use crate::text_ref::{Evidence, TextRef};

/// Says what a unit claims, on what basis, and what speaks against the
/// others' (66号 五: 有依据地提出异议). Department rules and temporary tasks are no
/// basis (编办 rules); which are, the policy says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StateClaim {
    /// The unit that says it.
    pub unit: UnitId,
    /// 主张.
    pub claim: Claim,
    /// 依据种类.
    pub rests_on: BasisKind,
    /// 依据: document and article.
    pub basis: TextRef,
    /// 对他方依据的意见.
    #[serde(default)]
    pub counter: Option<TextRef>,
    /// 认为应由谁办理.
    #[serde(default)]
    pub points_to: Option<UnitId>,
    /// 佐证.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

impl Decide for StateClaim {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let dispute = open_dispute(order, ctx)?;
        let rule = provided(ctx)?;
        let party = dispute.party(&self.unit).ok_or(Refusal::NotAParty { unit: self.unit.clone() })?;
        if !speaks_for(&self.unit, ctx) {
            return Err(Refusal::NotYourUnit { holder: self.unit.clone() });
        }
        if party.statement.is_some() {
            return Err(Refusal::AlreadyAsked);
        }
        ctx.text("basis", &self.basis)?;
        self.counter.as_ref().map_or(Ok(()), |counter| ctx.text("counter", counter))?;
        self.points_to.as_ref().map_or(Ok(()), |unit| ctx.unit(unit).map(|_| ()))?;
        let bases = &rule.bases.value;
        if !bases.contains(&self.rests_on) {
            return Err(Refusal::NoSuchBasis { bases: bases.clone() });
        }
        Ok(vec![Event::ClaimStated {
            unit: self.unit.clone(),
            claim: self.claim,
            rests_on: self.rests_on,
            basis: self.basis.clone(),
            counter: self.counter.clone(),
            points_to: self.points_to.clone(),
            evidence: self.evidence.clone(),
        }])
    }
}
