//! An appeal as it is told, on its way to becoming an order.

use domain::codes::*;
use domain::ids::{CitizenId, MatterCode, PersonId, PlaceCode, UnitId};
use domain::intake::Register;
use domain::order::{Appeal, Link};
use domain::{Moment, Order};
use store::{Identity, NewCitizen, Store, StoreError};

use crate::texts::Texts;

/// An appeal as somebody says it: what they leave out is filled in.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// 标题; the beginning of the content when it is empty.
    pub title: String,
    /// 诉求内容.
    pub content: String,
    /// 诉求目的.
    pub demand: String,
    /// 事发地址: where exactly.
    pub address: String,
    /// 事发时间, in the words of whoever tells it.
    pub when: String,
    /// The telephone, when it is not said.
    pub channel: Option<Channel>,
    /// Now, when it is not said.
    pub received_at: Option<Moment>,
    /// A call for help, when it is not said.
    pub kind: Option<Kind>,
    /// 事项.
    pub matter: Option<MatterCode>,
    /// 事发地.
    pub place: Option<PlaceCode>,
    /// 被诉对象 among the units.
    pub accused: Vec<UnitId>,
    /// 被诉的工作人员, by their log-ins.
    pub accused_people: Vec<PersonId>,
    /// 是否保密.
    pub confidentiality: Option<Confidentiality>,
    /// 紧急程度; ordinary, when it is not said.
    pub level: Option<Level>,
    /// 敏感标记.
    pub sensitivities: Vec<Sensitivity>,
    /// Whether the citizen wants to be called back.
    pub wants_callback: Option<bool>,
    /// 关联.
    pub links: Vec<Link>,
}

impl Said {
    /// What was said, with the rest filled in: out of the order that is split
    /// where it is `of` one, else with what is usual. The citizen is that of the
    /// order.
    ///
    /// 回避 (济南条例 32): staff whose whole name stands in a complaint or report
    /// do not handle it. Somebody of the same name is kept out, too: others can
    /// handle it as well as they.
    ///
    /// # Errors
    /// When the people cannot be read.
    pub fn told(self, store: &Store, of: Option<&Order>, at: Moment) -> Result<Told, StoreError> {
        let first = of.map(Order::first_appeal);
        let kind = self.kind.or(of.map(|order| order.kind)).unwrap_or(Kind::Help);
        let mut accused_people = self.accused_people.clone();
        if matches!(kind, Kind::Complaint | Kind::Report) {
            accused_people.extend(self.names(store)?);
        }
        let mut accused = self.accused;
        accused.extend(of.iter().flat_map(|order| order.accused.clone()));
        accused_people.extend(of.iter().flat_map(|order| order.accused_people.clone()));
        accused.sort();
        accused.dedup();
        accused_people.sort();
        accused_people.dedup();
        let title = if self.title.trim().is_empty() { beginning(&self.content) } else { self.title };
        let mut sensitivities = self.sensitivities;
        if sensitivities.is_empty() {
            sensitivities.extend(of.iter().flat_map(|order| order.sensitivities.clone()));
        }
        let wants_callback = self.wants_callback.or(first.map(|first| first.wants_callback));
        Ok(Told {
            citizen: first.and_then(|first| first.citizen),
            channel: self.channel.or(first.map(|first| first.channel)).unwrap_or(Channel::Phone),
            received_at: self.received_at.or(first.map(|first| first.received_at)).unwrap_or(at),
            title,
            content: self.content,
            demand: self.demand,
            address: self.address,
            when: self.when,
            wants_callback: wants_callback.unwrap_or(false),
            kind,
            matter: self.matter.or(of.map(|order| order.matter.clone())).unwrap_or_default(),
            place: self.place.or(of.map(|order| order.place.clone())).unwrap_or_default(),
            accused,
            accused_people,
            confidentiality: self.confidentiality.or(of.map(|order| order.confidentiality)),
            level: self.level.or(of.map(|order| order.level)).unwrap_or(Level::Ordinary),
            sensitivities,
            links: self.links,
        })
    }

    /// The staff whose names stand in it.
    fn names(&self, store: &Store) -> Result<Vec<PersonId>, StoreError> {
        let names_one = |name: &str| {
            name.chars().count() >= 2
                && [&self.title, &self.content, &self.demand].iter().any(|text| text.contains(name))
        };
        let named = store.people()?.into_iter().filter(|person| names_one(&person.name));
        Ok(named.map(|person| PersonId(person.login)).collect())
    }
}

/// The longest title that is made out of the content, in characters.
const TITLE: usize = 30;

fn beginning(content: &str) -> String {
    let line = content.trim().lines().next().unwrap_or_default();
    line.chars().take(TITLE).collect()
}

/// Who brings an appeal: somebody with the same number and name is known
/// already; without a name, whoever has the number. Nobody for somebody who
/// gives neither.
///
/// # Errors
/// The store's fault.
pub fn bringer(
    store: &Store,
    identity: Identity,
    kind: Option<String>,
) -> Result<(Option<CitizenId>, Option<NewCitizen>), StoreError> {
    if identity.name.is_empty() && identity.phone.is_empty() {
        return Ok((None, None));
    }
    for known in store.citizens_by_phone(&identity.phone)? {
        let found = store.citizen(known)?;
        if found.is_some_and(|found| identity.name.is_empty() || found.name == identity.name) {
            return Ok((Some(known), None));
        }
    }
    let id = CitizenId(store.next_citizen_ids(1)?.start);
    let kind = kind.unwrap_or_else(|| "person".to_owned());
    Ok((Some(id), Some(NewCitizen { id, kind, identity })))
}

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
    /// 事发地址; empty when it was not told apart.
    pub address: String,
    /// 事发时间, in their words; empty when it was not told apart.
    pub when: String,
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
    let mut if_told = |text: &str| (!text.trim().is_empty()).then(|| texts.seal(text));
    let [demand, address, when] = [&told.demand, &told.address, &told.when].map(|text| if_told(text));
    Register {
        appeal: Appeal {
            citizen: told.citizen,
            channel: told.channel,
            received_at: told.received_at,
            title: texts.seal(&told.title),
            content: texts.seal(&told.content),
            demand,
            address,
            when,
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
