//! 归类.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::BEFORE_DISPATCH;
use crate::codes::Kind;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::directory::Facts;
use crate::event::Event;
use crate::ids::{MatterCode, PersonId, PlaceCode, UnitId};
use crate::order::Order;

/// Corrects what the order is about, before a unit has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Classify {
    /// 诉求类型.
    pub kind: Kind,
    /// 事项.
    pub matter: MatterCode,
    /// 事发地.
    pub place: PlaceCode,
    /// 被诉对象 among the units.
    pub accused: Vec<UnitId>,
    /// 被诉的工作人员, by their log-ins: all of them. Like the units they are
    /// always said, for who is left out may act on the order again.
    pub accused_people: Vec<PersonId>,
    /// 已查明的事实, on which an entry of the directory may depend.
    #[serde(default)]
    pub facts: Facts,
}

impl Decide for Classify {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, BEFORE_DISPATCH)?;
        Ok(vec![Event::Classified {
            kind: self.kind,
            matter: self.matter.clone(),
            place: self.place.clone(),
            accused: self.accused.clone(),
            accused_people: self.accused_people.clone(),
            facts: self.facts,
        }])
    }
}
