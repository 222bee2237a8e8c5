//! 申诉复核: both sides may ask that a decision be looked at again, once.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::{ClockKind, ReviewSubject, Role};
use crate::context::{Context, restart};
use crate::decide::{Decide, Decided};
use crate::dispatch::holds;
use crate::dispute::{Opening, opened};
use crate::event::Event;
use crate::handling::handled_anew;
use crate::order::{DisputeCause, Order, Outcome, ReturnFate, Stage};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Asks for a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AskReview {
    /// Of which decision.
    pub subject: ReviewSubject,
    /// Why.
    pub grounds: TextRef,
}

impl Decide for AskReview {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.text("grounds", &self.grounds)?;
        if self.subject.is_citizens() != (ctx.by.role == Role::Citizen) {
            let needs = if self.subject.is_citizens() { Role::Citizen } else { Role::Handler };
            return Err(Refusal::NotYourRole { needs: vec![needs] });
        }
        if !self.subject.is_citizens() {
            let lead = order.lead().ok_or(Refusal::LeadOnly)?;
            holds(order, lead.no, ctx)?;
        }
        if order.reviews.iter().any(|review| review.what == self.subject) {
            return Err(Refusal::ReviewedOnce);
        }
        match order.review_until {
            _ if !exists(self.subject, order) => Err(Refusal::Unfit { field: "subject".to_owned() }),
            _ if order.stage == Stage::Archived => {
                Err(Refusal::ReviewWindowPassed { until: order.changed_at })
            }
            Some(until) if ctx.at > until => Err(Refusal::ReviewWindowPassed { until }),
            _ => Ok(vec![Event::ReviewAsked { subject: self.subject, grounds: self.grounds.clone() }]),
        }
    }
}

/// Whether the decision that is to be reviewed was made.
fn exists(subject: ReviewSubject, order: &Order) -> bool {
    let closed = order.stage == Stage::Closed;
    match subject {
        ReviewSubject::Refusal => matches!(order.outcome, Some(Outcome::Refused { .. })),
        ReviewSubject::Closure => closed && matches!(order.outcome, Some(Outcome::Handled { .. })),
        ReviewSubject::Merge => matches!(order.outcome, Some(Outcome::Merged { .. })),
        ReviewSubject::Exclusion => order.exclusion.as_ref().is_some_and(|exclusion| exclusion.holds()),
        ReviewSubject::Rating => order.callbacks.iter().any(|call| call.answers.is_some()),
        ReviewSubject::ReturnRejected => {
            order.returns.last().is_some_and(|asked| asked.fate == ReturnFate::Rejected)
        }
        ReviewSubject::Lateness => order.clocks.iter().any(|clock| clock.late),
        ReviewSubject::ExclusionRejected => order.exclusion.as_ref().is_some_and(|exclusion| {
            let rejected = |step: &Option<crate::order::Verdict>| step.as_ref().is_some_and(|v| !v.granted);
            rejected(&exclusion.first) || rejected(&exclusion.panel)
        }),
    }
}

/// Decides on the review that is open; of several, on the one that was asked
/// for first. What it upholds is undone; on the
/// scores' side (rating, lateness, exclusion) the verdict itself is what the
/// scores look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct JudgeReview {
    /// Whether the complaint about the decision is right.
    pub upheld: bool,
    /// Why.
    pub reason: TextRef,
}

impl Decide for JudgeReview {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let open = order.reviews.iter().find(|review| review.is_open());
        let review = open.ok_or(Refusal::NothingAsked)?;
        ctx.text("reason", &self.reason)?;
        ctx.not_the_asker(&review.by)?;
        let judged = Event::ReviewJudged { upheld: self.upheld, reason: self.reason.clone() };
        let undone = if self.upheld { undo(review.what, &self.reason, order, ctx) } else { Vec::new() };
        Ok([judged].into_iter().chain(undone).collect())
    }
}

fn undo(subject: ReviewSubject, reason: &TextRef, order: &Order, ctx: &Context) -> Vec<Event> {
    match subject {
        ReviewSubject::Closure if order.lead().is_some() && order.stage == Stage::Closed => {
            handled_anew(order, reason, ctx)
        }
        ReviewSubject::Refusal | ReviewSubject::Merge => screened_anew(order),
        ReviewSubject::Exclusion => vec![Event::ExclusionRevoked],
        // Who was wrongly refused a return does not have to ask again: the
        // panel says whose duty it is.
        ReviewSubject::ReturnRejected if may_be_disputed(order) => {
            opened(Opening::by_return(DisputeCause::Review, order), order, ctx)
        }
        _ => Vec::new(),
    }
}

fn may_be_disputed(order: &Order) -> bool {
    let working = matches!(order.stage, Stage::Dispatched | Stage::Handling);
    working && order.open_return().is_none() && order.lead().is_some_and(|lead| !lead.bound)
}

fn screened_anew(order: &Order) -> Vec<Event> {
    let clocks = [ClockKind::Citizen, ClockKind::Owner, ClockKind::Triage];
    let reopened = Event::Reopened { stage: Stage::Registered };
    [reopened].into_iter().chain(clocks.into_iter().filter_map(|kind| restart(order, kind, 0))).collect()
}
