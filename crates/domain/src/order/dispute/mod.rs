//! 争议: a quarrel over whose duty an order is, as a case of its own within
//! the order: who is concerned, what each says, and how it goes on to a ruling.

mod apply;
mod codes;
mod ruling;

pub use codes::*;
pub use ruling::*;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Order;
use crate::codes::ReturnReason;
use crate::ids::UnitId;
use crate::person::Actor;
use crate::text_ref::{Evidence, TextRef};
use crate::time::Moment;

/// 争议. What was opened before there were steps stands at the first of them,
/// and concerns nobody by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Dispute {
    /// When it was opened.
    pub opened_at: Moment,
    /// The unit that has the order while it is quarrelled over.
    pub holder: Option<UnitId>,
    /// How it came to be.
    #[serde(default = "by_hand")]
    pub cause: DisputeCause,
    /// 争议焦点: on what ground it is quarrelled.
    #[serde(default = "other_ground")]
    pub ground: ReturnReason,
    /// The question that is to be ruled on; none when returns opened it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<TextRef>,
    /// What is new, where the same ground was ruled on before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_facts: Option<TextRef>,
    /// The ruling in force that was there when it was opened (同类争议复发).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ruled_before: Option<String>,
    /// 争议各方: the units concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
    /// Where it stands.
    #[serde(default = "first_step")]
    pub step: DisputeStep,
    /// How it came from step to step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<Move>,
    /// 查明的事实.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<DisputeFacts>,
    /// 会商纪要, the last one drawn up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Minutes>,
    /// 认定意见, one of each seat.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<PanelOpinion>,
    /// 回避: the seats that stand aside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recusals: Vec<Recusal>,
    /// The ruling; none while it is open.
    pub ruling: Option<Ruling>,
}

fn by_hand() -> DisputeCause {
    DisputeCause::ByHand
}

fn other_ground() -> ReturnReason {
    ReturnReason::Other
}

fn first_step() -> DisputeStep {
    DisputeStep::Desk
}

impl Dispute {
    /// What a unit concerned has said; none for a unit that it does not concern.
    pub fn party(&self, unit: &UnitId) -> Option<&Party> {
        self.parties.iter().find(|party| &party.unit == unit)
    }

    /// The units that may still say something before they are ruled on.
    pub fn unheard(&self, now: Moment) -> impl Iterator<Item = &Party> {
        self.parties.iter().filter(move |party| party.statement.is_none() && party.until > now)
    }

    /// The units that it concerns: the parties, and those that the minutes name.
    pub fn concerned(&self) -> impl Iterator<Item = &UnitId> {
        let named = self.minutes.as_ref().map(|minutes| &minutes.terms);
        let named = named.into_iter().flat_map(|terms| {
            [&terms.lead].into_iter().chain(terms.assists.iter().map(|assist| &assist.unit))
        });
        self.parties.iter().map(|party| &party.unit).chain(named)
    }

    /// The units whose signature the minutes need: the parties, and whoever
    /// gets something to do by them.
    pub fn signers(&self) -> Vec<&UnitId> {
        let Some(minutes) = &self.minutes else { return Vec::new() };
        let named = minutes.terms.assists.iter().map(|assist| &assist.unit);
        let mut units: Vec<&UnitId> = self.parties.iter().map(|party| &party.unit).collect();
        units.extend([&minutes.terms.lead].into_iter().chain(named));
        let mut once = Vec::with_capacity(units.len());
        units.into_iter().for_each(|unit| {
            if !once.contains(&unit) {
                once.push(unit)
            }
        });
        once
    }

    /// The units whose signature the minutes still wait for; none once one of
    /// them has refused it.
    pub fn unsigned(&self) -> Vec<&UnitId> {
        let signed = self.minutes.as_ref().map_or(&[][..], |minutes| &minutes.signatures);
        if signed.iter().any(|signature| !signature.agrees) {
            return Vec::new();
        }
        let mut open = self.signers();
        open.retain(|unit| !signed.iter().any(|signature| signature.unit == **unit));
        open
    }
}

/// 争议一方.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "DisputeParty")]
pub struct Party {
    /// The unit.
    pub unit: UnitId,
    /// Until when it may say what it claims; then it is ruled on without.
    pub until: Moment,
    /// What it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<Statement>,
}

/// 职责陈述: claim, basis and counter-basis on one form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// What it says of its own duty.
    pub claim: Claim,
    /// On what it rests.
    pub rests_on: BasisKind,
    /// 依据: document and article.
    pub basis: TextRef,
    /// 对他方依据的意见.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<TextRef>,
    /// The unit whose duty it is, by its word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points_to: Option<UnitId>,
    /// 佐证.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

/// 查明的事实: what happened, where, and whose the thing is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DisputeFacts {
    /// What was found.
    pub text: TextRef,
    /// Where: millionths of a degree north and east (WGS 84).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<(i32, i32)>,
    /// 权属: whose it is, and by what paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ownership: Option<TextRef>,
    /// 佐证.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

/// How a dispute came to a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "DisputeMove")]
pub struct Move {
    /// The step that it came to.
    pub to: DisputeStep,
    /// Why what lay before was left out; none when nothing was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skipped: Option<SkipReason>,
    /// In words; none when the limit of the step before had passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<TextRef>,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

/// 会商纪要.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Minutes {
    /// What was said.
    pub text: TextRef,
    /// What was agreed.
    pub terms: RulingTerms,
    /// Who signed, and who did not want to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<MinutesSignature>,
    /// By whom they were drawn up.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

/// 纪要签署.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MinutesSignature {
    /// The unit.
    pub unit: UnitId,
    /// Whether it agrees.
    pub agrees: bool,
    /// What it adds.
    pub note: TextRef,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

/// 认定意见: what one seat of the panel writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PanelOpinion {
    /// The seat.
    pub seat: PanelSeat,
    /// Whose duty it is, by its opinion.
    pub lead: UnitId,
    /// Why.
    pub opinion: TextRef,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

/// 回避: a seat stands aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Recusal {
    /// The seat.
    pub seat: PanelSeat,
    /// Why.
    pub reason: TextRef,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

impl Order {
    /// The dispute that is not ruled yet.
    pub fn open_dispute(&self) -> Option<&Dispute> {
        self.disputes.last().filter(|dispute| dispute.ruling.is_none())
    }

    /// The last ruling on this order.
    pub fn ruling(&self) -> Option<&Ruling> {
        self.disputes.iter().rev().find_map(|dispute| dispute.ruling.as_ref())
    }

    /// A ruling on this order by its number.
    pub fn ruling_of(&self, number: &str) -> Option<&Ruling> {
        let rulings = self.disputes.iter().filter_map(|dispute| dispute.ruling.as_ref());
        rulings.rev().find(|ruling| ruling.number == number)
    }
}
