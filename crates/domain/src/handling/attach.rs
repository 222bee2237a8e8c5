//! 上传附件: a photo, a recording or a document that belongs to an order.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::UNTIL_ARCHIVED;
use super::whistle::acts_for;
use crate::codes::Role;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::holds;
use crate::event::Event;
use crate::order::Order;
use crate::refusal::Refusal;
use crate::text_ref::Evidence;

/// So many files are attached to one order at most: more than anybody looks
/// at, and a machine may not fill the disk.
pub const MOST_ATTACHMENTS: usize = 50;

/// Adds a file to an order. It moves neither clock nor stage: to attach
/// something is not to have acted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attach {
    /// The part that it is about, or 0 for the whole order. A unit attaches
    /// to the part that it holds; one that was called or asked, to the order.
    #[serde(default)]
    pub part: u16,
    /// The file.
    pub evidence: Evidence,
}

impl Decide for Attach {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, UNTIL_ARCHIVED)?;
        let for_a_unit = matches!(ctx.by.role, Role::Handler | Role::Coordinator);
        // Who was called or asked has no part to attach to.
        let as_guest = self.part == 0 && order.guests().any(|guest| acts_for(guest, ctx));
        if for_a_unit && !as_guest {
            holds(order, self.part, ctx)?;
        } else if self.part != 0 && order.part(self.part).is_none() {
            return Err(Refusal::UnknownPart { part: self.part });
        }
        if self.evidence.hash.is_empty() {
            return Err(Refusal::Missing { field: "hash".to_owned() });
        }
        if order.attachments.iter().any(|attached| attached.evidence.hash == self.evidence.hash) {
            return Err(Refusal::AttachedAlready { hash: self.evidence.hash.clone() });
        }
        if order.attachments.len() >= MOST_ATTACHMENTS {
            return Err(Refusal::TooManyAttachments { most: MOST_ATTACHMENTS as u16 });
        }
        Ok(vec![Event::Attached { part: self.part, evidence: self.evidence.clone() }])
    }
}
