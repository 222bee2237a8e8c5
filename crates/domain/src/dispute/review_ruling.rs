//! 认定复审: whether a ruling that holds for more than its order still does.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::objection::ruling;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::Order;
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Looks at a ruling again: it goes on until another day, or it ends because
/// law or duties have changed. The order on which it was made stays as it is,
/// archived or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReviewRuling {
    /// The ruling's number.
    pub number: String,
    /// Whether it ends.
    pub ends: bool,
    /// In force until this day (not included).
    #[serde(default)]
    pub until: Option<Date>,
    /// When it is to be looked at again.
    #[serde(default)]
    pub review: Option<Date>,
    /// Why.
    pub reason: TextRef,
}

impl Decide for ReviewRuling {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let (_, ruling) = ruling(&self.number, order)?;
        ctx.text("reason", &self.reason)?;
        if ruling.ended_at.is_some() {
            return Err(Refusal::RulingEnded { number: self.number.clone() });
        }
        if ruling.scope().is_none() {
            return Err(Refusal::Unfit { field: "number".to_owned() });
        }
        let today = ctx.calendar.date(ctx.at);
        let past = |day: Option<Date>| day.is_some_and(|day| day <= today);
        if !self.ends && (past(self.until) || past(self.review)) {
            return Err(Refusal::Unfit { field: "until".to_owned() });
        }
        Ok(vec![Event::RulingReviewed {
            number: self.number.clone(),
            ends: self.ends,
            until: self.until,
            review: self.review,
            reason: self.reason.clone(),
        }])
    }
}
