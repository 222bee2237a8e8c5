//! 登记: an appeal becomes an order.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::*;
use crate::context::{Context, start_measuring};
use crate::decide::Decided;
use crate::event::Event;
use crate::ids::{MatterCode, OrderId, PersonId, PlaceCode, UnitId};
use crate::order::{Appeal, Link};
use crate::refusal::Refusal;
use crate::time::{Calendar, Moment};

/// Registers an appeal. Everything that the citizen said is kept, whether it
/// will be accepted or not: a refused call is an order with an outcome, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Register {
    /// What was said, and through which channel.
    pub appeal: Appeal,
    /// 诉求类型.
    pub kind: Kind,
    /// 事项.
    pub matter: MatterCode,
    /// 事发地.
    pub place: PlaceCode,
    /// 被诉对象 among the units.
    pub accused: Vec<UnitId>,
    /// 被诉的工作人员, by their log-ins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accused_people: Vec<PersonId>,
    /// 是否保密; none takes the rule: a report or a complaint is kept from the
    /// accused.
    pub confidentiality: Option<Confidentiality>,
    /// 紧急程度.
    pub level: Level,
    /// 敏感标记.
    pub sensitivities: Vec<Sensitivity>,
    /// 关联: numbers in other systems, the order that it was split from.
    pub links: Vec<Link>,
}

impl Register {
    /// Who may register.
    pub const ROLES: &'static [Role] =
        &[Role::Citizen, Role::Operator, Role::ShiftLeader, Role::Dispatcher, Role::System];

    pub(crate) fn open(&self, id: OrderId, ctx: &Context) -> Decided {
        ctx.text("content", &self.appeal.content)?;
        let Appeal { demand, address, when, .. } = &self.appeal;
        for (field, text) in [("demand", demand), ("address", address), ("when", when)] {
            text.iter().try_for_each(|text| ctx.text(field, text))?;
        }
        // A received time in the future would give the citizen's clock a
        // negative reading.
        if self.appeal.received_at > ctx.at {
            return Err(Refusal::Unfit { field: "received_at".to_owned() });
        }
        let triage = ctx.policy.limits.triage.at(self.level).within;
        Ok(vec![
            self.registered(id, ctx),
            // What the citizen feels begins when they appealed, not when it was
            // typed in.
            start_measuring(ClockKind::Citizen, self.appeal.received_at),
            start_measuring(ClockKind::Owner, ctx.at),
            ctx.start(ClockKind::Triage, 0, triage),
        ])
    }

    fn registered(&self, id: OrderId, ctx: &Context) -> Event {
        let mut sensitivities = self.sensitivities.clone();
        sensitivities.sort();
        sensitivities.dedup();
        Event::Registered {
            number: order_number(id, self.appeal.channel, ctx.at, ctx.calendar),
            appeal: Box::new(self.appeal.clone()),
            kind: self.kind,
            matter: self.matter.clone(),
            place: self.place.clone(),
            accused: self.accused.clone(),
            accused_people: self.accused_people.clone(),
            confidentiality: self.confidentiality.unwrap_or_else(|| by_rule(self.kind)),
            level: self.level,
            sensitivities,
            links: self.links.clone(),
        }
    }
}

/// 济南条例 32: what accuses somebody is not passed on to the accused.
fn by_rule(kind: Kind) -> Confidentiality {
    match kind {
        Kind::Report | Kind::Complaint => Confidentiality::FromAccused,
        _ => Confidentiality::Open,
    }
}

/// 工单编号: the city's date (8 digits), the channel (2), the order's number
/// in the store (at least 8), and a check digit after Luhn, which finds every
/// single wrong digit and most swapped neighbours.
pub fn order_number(id: OrderId, channel: Channel, at: Moment, calendar: &Calendar) -> String {
    let date = calendar.date(at);
    let body =
        format!("{:04}{:02}{:02}{:02}{:08}", date.year(), date.month(), date.day(), channel.digits(), id.0);
    let check = luhn(&body);
    format!("{body}{check}")
}

fn luhn(digits: &str) -> u32 {
    let sum: u32 = digits
        .bytes()
        .filter(u8::is_ascii_digit)
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let value = u32::from(digit - b'0') * if place % 2 == 0 { 2 } else { 1 };
            value / 10 + value % 10
        })
        .sum();
    (10 - sum % 10) % 10
}
