//! 清除: what the law says must be erased (个人信息保护法 47). The journal keeps
//! the hashes, and that it was done, by whom and on what basis.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Order, Stage};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// Erases texts of the order, the identities of its citizens, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Erase {
    /// The hashes of the texts.
    pub texts: Vec<String>,
    /// Whether the identities go, too.
    pub identities: bool,
    /// The request, or the rule of retention.
    pub basis: TextRef,
}

impl Decide for Erase {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        // Who still works on the order needs what it says.
        ctx.stage(order, &[Stage::Closed, Stage::Archived])?;
        ctx.text("basis", &self.basis)?;
        if self.texts.is_empty() && !self.identities {
            return Err(Refusal::Missing { field: "texts".to_owned() });
        }
        Ok(vec![Event::Erased {
            texts: self.texts.clone(),
            identities: self.identities,
            basis: self.basis.clone(),
        }])
    }
}
