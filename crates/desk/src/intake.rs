//! An appeal as it is told, on its way to becoming an order.

use domain::Moment;
use domain::codes::*;
use domain::ids::{CitizenId, MatterCode, PersonId, PlaceCode, UnitId};
use domain::intake::Register;
use domain::order::{Appeal, Link};

use crate::texts::Texts;

/// An appeal as it is told: its texts in clear.
#[derive(Debug, Clone)]
pub struct Told {
    /// Who tells it, if they are known to the store.
    pub citizen: Option<CitizenId>,
    /// Through which channel.
    pub channel: Channel,
    /// When it arrived.
    pub received_at: Moment,
    /// 标题.
    pub title: String,
    /// 诉求内容.
    pub content: String,
    /// 诉求目的; empty when it was not told apart.
    pub demand: String,
    /// Whether the citizen wants to be called back.
    pub wants_callback: bool,
    /// 诉求类型.
    pub kind: Kind,
    /// 事项.
    pub matter: MatterCode,
    /// 事发地.
    pub place: PlaceCode,
    /// 被诉对象 among the units.
    pub accused: Vec<UnitId>,
    /// 被诉的工作人员, by their log-ins.
    pub accused_people: Vec<PersonId>,
    /// 是否保密; none takes the rule.
    pub confidentiality: Option<Confidentiality>,
    /// 紧急程度.
    pub level: Level,
    /// 敏感标记.
    pub sensitivities: Vec<Sensitivity>,
    /// 关联.
    pub links: Vec<Link>,
}

/// The act that registers what was told; its texts are sealed into `texts`.
pub fn register_act(told: &Told, texts: &mut Texts) -> Register {
    Register {
        appeal: Appeal {
            citizen: told.citizen,
            channel: told.channel,
            received_at: told.received_at,
            title: texts.seal(&told.title),
            content: texts.seal(&told.content),
            demand: (!told.demand.trim().is_empty()).then(|| texts.seal(&told.demand)),
            wants_callback: told.wants_callback,
            from: None,
        },
        kind: told.kind,
        matter: told.matter.clone(),
        place: told.place.clone(),
        accused: told.accused.clone(),
        accused_people: told.accused_people.clone(),
        confidentiality: told.confidentiality,
        level: told.level,
        sensitivities: told.sensitivities.clone(),
        links: told.links.clone(),
    }
}
