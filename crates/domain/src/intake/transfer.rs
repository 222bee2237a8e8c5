//! 转紧急专线.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::BEFORE_DISPATCH;
use crate::closing::close;
use crate::codes::Line;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Order, Outcome};
use crate::text_ref::TextRef;

/// Hands the call to an emergency or utility line at once (北京条例 11,
/// 国办发〔2022〕12号). It leaves an order for the record all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Transfer {
    /// To which line.
    pub line: Line,
    /// What was handed over with it.
    pub note: TextRef,
}

impl Decide for Transfer {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, BEFORE_DISPATCH)?;
        let told = Event::Explained { text: self.note.clone() };
        let outcome = Outcome::Transferred { line: self.line };
        Ok([told].into_iter().chain(close(order, outcome, ctx)).collect())
    }
}
