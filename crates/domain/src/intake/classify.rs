//! 归类.

use serde::{Deserialize, Serialize};

use super::BEFORE_DISPATCH;
use crate::codes::Kind;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::ids::{MatterCode, PlaceCode, UnitId};
use crate::order::Order;

/// Corrects what the order is about, before a unit has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Classify {
    /// 诉求类型.
    pub kind: Kind,
    /// 事项.
    pub matter: MatterCode,
    /// 事发地.
    pub place: PlaceCode,
    /// 被诉对象 among the units.
    pub accused: Vec<UnitId>,
}

impl Decide for Classify {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, BEFORE_DISPATCH)?;
        Ok(vec![Event::Classified {
            kind: self.kind,
            matter: self.matter.clone(),
            place: self.place.clone(),
            accused: self.accused.clone(),
        }])
    }
}
