//! 职责认定, as the order remembers it.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DisputeStep, PanelSeat, RulingEffect};
use crate::codes::ReturnReason;
use crate::dispatch::Assignment;
use crate::ids::{MatterCode, PlaceCode, UnitId};
use crate::order::Verdict;
use crate::person::Actor;
use crate::text_ref::TextRef;
use crate::time::Moment;

/// What a ruling, or the minutes of a consultation, say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RulingTerms {
    /// 主办.
    pub lead: UnitId,
    /// 协办, each with its task.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assists: Vec<Assignment>,
    /// 效力.
    #[serde(default = "this_order")]
    pub effect: RulingEffect,
    /// 适用范围: for which orders it holds beside this one; none for this one alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<RulingScope>,
    /// 轮值: whose turn it is, with the share of each. Only for a rotation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub turns: Vec<Turn>,
    /// In force until this day (not included).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// When it is to be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Date>,
    /// The ruling in force that it takes the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
}

fn this_order() -> RulingEffect {
    RulingEffect::ThisOrder
}

impl RulingTerms {
    /// This unit leads on this order, and nothing beside.
    pub fn for_this_order(lead: UnitId) -> Self {
        Self {
            lead,
            assists: Vec::new(),
            effect: RulingEffect::ThisOrder,
            scope: None,
            turns: Vec::new(),
            until: None,
            review: None,
            replaces: None,
        }
    }
}

/// 适用范围: which orders a ruling is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RulingScope {
    /// The matter, with all that lies below it.
    pub matter: MatterCode,
    /// The place, with all that lies within it; none for everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceCode>,
}

/// 轮值单位.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Turn {
    /// The unit.
    pub unit: UnitId,
    /// How many turns it has in each round, such as its share of the market.
    pub share: u16,
}

/// 职责认定. What was ruled before rulings had terms holds for its order alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ruling {
    /// Its number, given by the store.
    pub number: String,
    /// The unit that leads by it.
    pub lead: UnitId,
    /// Its reasons.
    pub reasons: TextRef,
    /// When it was made.
    pub at: Moment,
    /// What else it says; none in what was ruled before rulings had terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Box<RulingTerms>>,
    /// The matter that the order was about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterCode>,
    /// The ground that was ruled on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<ReturnReason>,
    /// At which step it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<DisputeStep>,
    /// By whom it was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Actor>,
    /// The seats that were of this opinion.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub majority: Vec<PanelSeat>,
    /// 不同意见: the seats that were of another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<PanelSeat>,
    /// Until when a unit concerned may object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object_until: Option<Moment>,
    /// 认定异议, one of each unit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objections: Vec<Objection>,
    /// 复审, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<RulingReview>,
    /// When it ceased to hold, by an objection or a review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Moment>,
}

impl Ruling {
    /// Its effect.
    pub fn effect(&self) -> RulingEffect {
        self.terms.as_ref().map_or(RulingEffect::ThisOrder, |terms| terms.effect)
    }

    /// For which orders it holds beside its own.
    pub fn scope(&self) -> Option<&RulingScope> {
        self.terms.as_ref()?.scope.as_ref()
    }

    /// Until which day it holds, as last reviewed.
    pub fn until(&self) -> Option<Date> {
        match self.reviews.last() {
            Some(review) => review.until,
            None => self.terms.as_ref().and_then(|terms| terms.until),
        }
    }

    /// When it is to be looked at again, as last reviewed.
    pub fn review(&self) -> Option<Date> {
        match self.reviews.last() {
            Some(review) => review.review,
            None => self.terms.as_ref().and_then(|terms| terms.review),
        }
    }

    /// 协办 by it.
    pub fn assists(&self) -> &[Assignment] {
        self.terms.as_ref().map_or(&[], |terms| &terms.assists)
    }

    /// The objection on which nobody has decided yet.
    pub fn open_objection(&self) -> Option<&Objection> {
        self.objections.iter().find(|objection| objection.verdict.is_none())
    }

    /// Whether it holds on a day for an order that is about this matter now.
    pub fn holds(&self, matter: &MatterCode, on: Date) -> bool {
        self.ended_at.is_none()
            && self.until().is_none_or(|until| on < until)
            && self.matter.as_ref().is_none_or(|own| own == matter)
    }
}

/// 认定异议: one chance for each unit concerned; it does not suspend the ruling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "RulingObjection")]
pub struct Objection {
    /// The unit.
    pub unit: UnitId,
    /// Why.
    pub grounds: TextRef,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
    /// What was decided; none while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
}

/// 复审: a ruling was looked at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RulingReview {
    /// Whether it ends.
    pub ends: bool,
    /// In force until this day (not included).
    pub until: Option<Date>,
    /// When it is to be looked at again.
    pub review: Option<Date>,
    /// Why.
    pub reason: TextRef,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
}
