//! 不予受理.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::BEFORE_DISPATCH;
use crate::closing::close;
use crate::codes::{Role, Route, Unacceptable};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Order, Outcome};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Does not accept the appeal, for one of the listed reasons, and tells the
/// lawful route (潍坊条例 19: a refusal states its reason and the way to go).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Refuse {
    /// Why.
    pub reason: Unacceptable,
    /// Where the citizen can turn.
    pub route: Route,
    /// What the citizen was told.
    pub explanation: TextRef,
}

impl Decide for Refuse {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, BEFORE_DISPATCH)?;
        ctx.text("explanation", &self.explanation)?;
        let routes = self.reason.routes();
        if !routes.contains(&self.route) {
            return Err(Refusal::RouteDoesNotFit { reason: self.reason, routes: routes.to_vec() });
        }
        // 济南条例 42: to call somebody a nuisance is not for the person who
        // was annoyed.
        if self.reason == Unacceptable::Harassment {
            ctx.role(&[Role::ShiftLeader, Role::Supervisor])?;
        }
        let told = Event::Explained { text: self.explanation.clone() };
        let outcome = Outcome::Refused { reason: self.reason, route: self.route };
        Ok([told].into_iter().chain(close(order, outcome, ctx)).collect())
    }
}
