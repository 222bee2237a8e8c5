//! 关联.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::LinkKind;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{self, Order, Stage};
use crate::refusal::Refusal;

/// Records that the order belongs together with another, or with a number of
/// another system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    /// The link.
    pub link: order::Link,
}

impl Decide for Link {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        if order.stage == Stage::Archived {
            ctx.stage(order, super::OPEN)?;
        }
        let external = self.link.kind == LinkKind::External;
        // Merging and splitting move appeals, which a mere link does not.
        let moves =
            matches!(self.link.kind, LinkKind::MergedInto | LinkKind::SplitInto | LinkKind::SplitFrom);
        if moves || external != self.link.external.is_some() || external == self.link.order.is_some() {
            return Err(Refusal::Unfit { field: "link".to_owned() });
        }
        if self.link.order == Some(order.id) {
            return Err(Refusal::SameOrder);
        }
        if order.links.contains(&self.link) {
            return Err(Refusal::LinkedAlready { order: order.id });
        }
        Ok(vec![Event::Linked { link: self.link.clone() }])
    }
}
