//! 挂账: what cannot be solved now gets a plan with milestones, a sponsor,
//! and comes back when a milestone is missed (济南条例 24).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::{ClockKind, PauseReason};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::open_part;
use crate::event::Event;
use crate::order::{Milestone, Order, Stage};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;
use crate::time::Moment;

/// Asks to defer the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AskDeferral {
    /// The lead's part.
    pub part: u16,
    /// Why, the plan, and what ends it.
    pub plan: TextRef,
    /// 责任领导.
    pub sponsor: String,
    /// Whether the public may see it.
    pub public: bool,
    /// 节点, in order of time.
    pub milestones: Vec<MilestonePlan>,
}

/// One milestone of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MilestonePlan {
    /// What is to be reached.
    pub what: TextRef,
    /// By when.
    pub due: Moment,
}

impl Decide for AskDeferral {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Handling])?;
        let part = open_part(order, self.part, ctx)?;
        if order.lead().is_none_or(|lead| lead.no != part.no) {
            return Err(Refusal::LeadOnly);
        }
        if order.has_open_request() {
            return Err(Refusal::AlreadyAsked);
        }
        ctx.text("plan", &self.plan)?;
        self.milestones.iter().try_for_each(|milestone| ctx.text("milestone", &milestone.what))?;
        if self.sponsor.trim().is_empty() {
            return Err(Refusal::Missing { field: "sponsor".to_owned() });
        }
        self.milestones_rise(ctx)?;
        let planned =
            |plan: &MilestonePlan| Milestone { what: plan.what.clone(), due: plan.due, met_at: None };
        Ok(vec![Event::DeferralAsked {
            plan: self.plan.clone(),
            sponsor: self.sponsor.clone(),
            public: self.public,
            milestones: self.milestones.iter().map(planned).collect(),
        }])
    }
}

impl AskDeferral {
    fn milestones_rise(&self, ctx: &Context) -> Result<(), Refusal> {
        let latest = ctx.until(&ctx.policy.deferral.longest);
        let mut before = ctx.at;
        for milestone in &self.milestones {
            if milestone.due <= before || milestone.due > latest {
                return Err(Refusal::MilestonesDoNotFit { latest });
            }
            before = milestone.due;
        }
        if self.milestones.is_empty() { Err(Refusal::MilestonesDoNotFit { latest }) } else { Ok(()) }
    }
}

/// Decides on the deferral that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JudgeDeferral {
    /// Whether it is granted.
    pub granted: bool,
    /// Why.
    pub reason: TextRef,
}

impl Decide for JudgeDeferral {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Handling])?;
        let deferral = order.deferral.as_ref().filter(|deferral| deferral.request.is_open());
        let deferral = deferral.ok_or(Refusal::NothingAsked)?;
        ctx.text("reason", &self.reason)?;
        ctx.not_the_asker(&deferral.request.by)?;
        // A milestone that passed while nobody decided would be missed at once.
        if self.granted && deferral.milestones.iter().any(|milestone| milestone.due <= ctx.at) {
            return Err(Refusal::MilestonesDoNotFit { latest: ctx.at });
        }
        let judged = Event::DeferralJudged { granted: self.granted, reason: self.reason.clone() };
        // A pause is over where the plan begins, or its end would let the clock
        // run on.
        let paused = order.lead().filter(|lead| self.granted && order.open_pause(lead.no).is_some());
        let resumed = paused.map(|lead| Event::Resumed { part: lead.no });
        let held = order.lead().filter(|_| self.granted).and_then(|lead| {
            let clock = order.clock(ClockKind::Handling, lead.no)?;
            // The plan takes the place of the limit.
            clock.is_running().then_some(Event::ClockPaused {
                kind: ClockKind::Handling,
                part: lead.no,
                reason: PauseReason::ForceMajeure,
            })
        });
        Ok([judged].into_iter().chain(resumed).chain(held).collect())
    }
}
