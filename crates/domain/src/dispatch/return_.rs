//! 退单: a unit says that it is not its duty. It needs a reason code and a
//! basis, within the window, and only once on the same ground; the return
//! after the last that the policy bears opens a dispute by itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::open_part;
use crate::codes::{Duty, ReturnReason};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispute::{Opening, opened, ruled_before};
use crate::event::Event;
use crate::handling::WORKING;
use crate::ids::UnitId;
use crate::order::{DisputeCause, Order, Part, ReturnFate};
use crate::refusal::Refusal;
use crate::text_ref::{Evidence, TextRef};

/// Asks to return a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Return {
    /// The part.
    pub part: u16,
    /// 退单原因.
    pub reason: ReturnReason,
    /// 依据: 三定、权责清单、法条、权属.
    pub basis: TextRef,
    /// 建议承办单位.
    pub suggests: Option<UnitId>,
    /// 佐证: the list, the deed, the map.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

impl Decide for Return {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let part = open_part(order, self.part, ctx)?;
        // What was answered or deferred was taken to be one's own.
        if part.duty == Duty::Lead {
            ctx.stage(order, WORKING)?;
        }
        ctx.text("basis", &self.basis)?;
        if let Some(unit) = &self.suggests {
            ctx.unit(unit)?;
        }
        if order.open_return().is_some() || order.open_dispute().is_some() {
            return Err(Refusal::AlreadyAsked);
        }
        self.may_return(part, order, ctx)?;
        let mut events = vec![Event::ReturnAsked {
            part: self.part,
            unit: part.unit.clone(),
            reason: self.reason,
            basis: self.basis.clone(),
            suggests: self.suggests.clone(),
            evidence: self.evidence.clone(),
        }];
        // Only the lead's return asks whose the order is.
        let leads = order.returns.iter().filter(|asked| is_lead(order, asked.part)).count();
        let too_many = part.duty == Duty::Lead && leads >= usize::from(ctx.policy.returns.most.value);
        // What was ruled already is not quarrelled over again: the return waits to be judged, and the
        // next dispatch follows the ruling.
        if too_many && ruled_before(order, self.reason, ctx).is_none() {
            events.push(Event::ReturnJudged { fate: ReturnFate::Disputed, reason: self.basis.clone() });
            let opening = Opening {
                cause: DisputeCause::Returns,
                ground: self.reason,
                question: Some(self.basis.clone()),
                new_facts: None,
                units: self.suggests.iter().cloned().collect(),
            };
            events.extend(opened(opening, order, ctx));
        }
        Ok(events)
    }
}

impl Return {
    fn may_return(&self, part: &Part, order: &Order, ctx: &Context) -> Result<(), Refusal> {
        may_leave(part, order, ctx)?;
        let same = |asked: &&crate::order::Return| asked.unit == part.unit && asked.reason == self.reason;
        if order.returns.iter().any(|asked| same(&asked)) {
            return Err(Refusal::SameGround { reason: self.reason });
        }
        Ok(())
    }
}

/// Whether a part may leave the unit that answers for it at all.
pub(super) fn may_leave(part: &Part, order: &Order, ctx: &Context) -> Result<(), Refusal> {
    let rules = &ctx.policy.returns;
    if part.bound {
        // 潍坊条例 22: a unit so determined may not return.
        let number = part.basis.ruling().or(order.ruling().map(|ruling| ruling.number.as_str()));
        return Err(Refusal::BoundByRuling { number: number.unwrap_or_default().to_owned() });
    }
    if ctx.at > part.return_until {
        return Err(Refusal::ReturnWindowPassed { until: part.return_until });
    }
    let accepted = part.signed_at.is_some() && (part.by_silence || rules.sign_bars_return.value);
    if accepted {
        return Err(Refusal::SignedMeansAccepted);
    }
    // 北京条例 14, 编办 rules: while the quarrel lasts, the first receiver
    // of an urgent order acts.
    if rules.first_receiver_acts.value && order.level.is_urgent() && !part.acted {
        return Err(Refusal::ActFirst);
    }
    Ok(())
}

fn is_lead(order: &Order, part: u16) -> bool {
    order.part(part).is_some_and(|part| part.duty == Duty::Lead)
}
