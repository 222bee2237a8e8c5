//! 认定规则: the rulings in force that hold for more than their own order, as
//! a decision finds them.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use jiff::civil::Date;

use crate::codes::ReturnReason;
use crate::directory::AssistDuty;
use crate::ids::{MatterCode, OrderId, PlaceCode, UnitId};
use crate::order::{Order, Ruling, RulingEffect, Turn};
use crate::time::Moment;

/// One ruling that holds for all orders within its scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// Its number.
    pub number: String,
    /// The order on which it was made.
    pub order: OrderId,
    /// When it was made.
    pub at: Moment,
    /// Its effect.
    pub effect: RulingEffect,
    /// The matter, with all that lies below it.
    pub matter: MatterCode,
    /// The place, with all that lies within it; none for everywhere.
    pub place: Option<PlaceCode>,
    /// The ground that was ruled on.
    pub ground: Option<ReturnReason>,
    /// 主办.
    pub lead: UnitId,
    /// 协办, each with its task.
    pub assists: Vec<AssistDuty>,
    /// 轮值.
    pub turns: Vec<Turn>,
    /// In force until this day (not included).
    pub until: Option<Date>,
    /// When it is to be looked at again.
    pub review: Option<Date>,
    /// The ruling that it took the place of.
    pub replaces: Option<String>,
}

impl InForce {
    /// A ruling on an order, if it holds for more than that; `task` finds the
    /// words of an assist's task.
    pub fn of(order: OrderId, ruling: &Ruling, task: impl Fn(&str) -> String) -> Option<InForce> {
        let terms = ruling.terms.as_ref().filter(|_| ruling.ended_at.is_none())?;
        let scope = terms.scope.as_ref()?;
        let duty = |assist: &crate::dispatch::Assignment| AssistDuty {
            unit: assist.unit.clone(),
            task: task(&assist.task.hash),
        };
        Some(InForce {
            number: ruling.number.clone(),
            order,
            at: ruling.at,
            effect: terms.effect,
            matter: scope.matter.clone(),
            place: scope.place.clone(),
            ground: ruling.ground,
            lead: terms.lead.clone(),
            assists: terms.assists.iter().map(duty).collect(),
            turns: terms.turns.clone(),
            until: ruling.until(),
            review: ruling.review(),
            replaces: terms.replaces.clone(),
        })
    }

    /// Whether it says whose duty a matter is at a place on a day.
    pub fn covers(&self, matter: &MatterCode, place: &PlaceCode, on: Date) -> bool {
        self.matter.covers(matter)
            && self.place.as_ref().is_none_or(|own| own.covers(place))
            && self.until.is_none_or(|until| on < until)
    }

    /// Who leads on an order by it. In a rotation the order's own number says
    /// whose turn it is, so that everybody comes to the same answer.
    pub fn lead_of(&self, order: OrderId) -> &UnitId {
        let round: i64 = self.turns.iter().map(|turn| i64::from(turn.share)).sum();
        if self.effect != RulingEffect::Rotation || round == 0 {
            return &self.lead;
        }
        let mut drawn = order.0.rem_euclid(round);
        for turn in &self.turns {
            drawn -= i64::from(turn.share);
            if drawn < 0 {
                return &turn.unit;
            }
        }
        &self.lead
    }

    /// Whether both are about the same scope and name somebody else: of two
    /// such, nobody can follow both.
    pub fn contradicts(&self, other: &InForce) -> bool {
        self.number != other.number
            && (&self.matter, &self.place) == (&other.matter, &other.place)
            && (&self.lead, &self.turns) != (&other.lead, &other.turns)
    }

    fn closeness(&self) -> (usize, usize, Moment) {
        (self.matter.0.len(), self.place.as_ref().map_or(0, |place| place.0.len()), self.at)
    }
}

/// The rulings in force. Those that another took the place of are left out.
#[derive(Debug, Clone, Default)]
pub struct Rulings {
    by_matter: HashMap<String, Vec<InForce>>,
    /// The numbers of those that ended, or that another took the place of.
    ended: HashSet<String>,
}

/// The acts whose decisions look at the rulings in force.
pub const ASKED_BY: &[&str] = &[
    "dispatch",
    "return",
    "judge_return",
    "open_dispute",
    "record_minutes",
    "sign_minutes",
    "rule",
    "judge_objection",
    "judge_review",
];

/// No ruling at all: where none can matter.
pub static NO_RULINGS: LazyLock<Rulings> = LazyLock::new(Rulings::default);

impl Rulings {
    /// The rulings in force, out of all that did not end.
    pub fn new(all: impl IntoIterator<Item = InForce>) -> Self {
        let mut rulings = Self::default();
        all.into_iter().for_each(|ruling| rulings.add(ruling));
        rulings
    }

    /// Adds one; what it takes the place of is no longer in force.
    pub fn add(&mut self, ruling: InForce) {
        self.ended.extend(ruling.replaces.clone());
        self.by_matter.entry(ruling.matter.0.clone()).or_default().push(ruling);
    }

    /// Takes one out.
    pub fn end(&mut self, number: &str) {
        self.ended.insert(number.to_owned());
    }

    /// All of them, in no order.
    pub fn all(&self) -> impl Iterator<Item = &InForce> {
        self.by_matter.values().flatten().filter(|ruling| self.is_in_force(ruling))
    }

    /// One by its number.
    pub fn numbered(&self, number: &str) -> Option<&InForce> {
        self.all().find(|ruling| ruling.number == number)
    }

    /// The ruling that says whose duty a matter is at a place on a day: the
    /// closest matter wins, then the closest place, then the latest.
    pub fn on(&self, matter: &MatterCode, place: &PlaceCode, on: Date) -> Option<&InForce> {
        (1..=matter.0.len()).rev().find_map(|length| {
            let about = matter.0.get(..length).and_then(|code| self.by_matter.get(code))?;
            let here =
                about.iter().filter(|ruling| self.is_in_force(ruling) && ruling.covers(matter, place, on));
            here.max_by_key(|ruling| ruling.closeness())
        })
    }

    /// As [`Rulings::on`], of an order as it stands.
    pub fn on_order(&self, order: &Order, on: Date) -> Option<&InForce> {
        self.on(&order.matter, &order.place, on)
    }

    fn is_in_force(&self, ruling: &InForce) -> bool {
        !self.ended.contains(&ruling.number)
    }

    /// Pairs that nobody can both follow, each once, the older first.
    pub fn contradictions(&self) -> Vec<(&InForce, &InForce)> {
        let mut found = Vec::new();
        for about in self.by_matter.values() {
            let about: Vec<&InForce> = about.iter().filter(|ruling| self.is_in_force(ruling)).collect();
            for (at, one) in about.iter().copied().enumerate() {
                let later = about[at + 1..].iter().copied().filter(|other| one.contradicts(other));
                found.extend(later.map(|other| if one.at <= other.at { (one, other) } else { (other, one) }));
            }
        }
        found.sort_by(|one, other| one.0.number.cmp(&other.0.number));
        found
    }
}
