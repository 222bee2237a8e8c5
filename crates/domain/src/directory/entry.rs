//! 目录条目: one line of the directory.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Condition;
use crate::codes::{EvidenceKind, codes};
use crate::ids::{MatterCode, PersonId, PlaceCode, UnitId};
use crate::time::Limit;

codes! {
    /// 层级: on which level a duty lies. Of two entries that are equally close the
    /// higher level's goes first (潍坊条例 24: where the duties of a city's and a
    /// county's department overlap, the city's leads).
    DutyLevel {
        /// 镇街
        Town = "town",
        /// 区县
        District = "district",
        /// 市级
        City = "city",
    }
}

codes! {
    /// 条目来源: where an entry comes from.
    DutySource {
        /// 法律、法规、规章
        Law = "law",
        /// 三定规定
        Duties = "duties",
        /// 权责清单、履职事项清单
        List = "list",
        /// 职责认定
        Ruling = "ruling",
        /// 会商纪要
        Minutes = "minutes",
    }
}

/// One entry of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DirectoryEntry {
    /// Its stable code.
    pub code: String,
    /// The matter, with all that lies below it.
    pub matter: MatterCode,
    /// The place, with all that lies within it; none for everywhere.
    #[serde(default)]
    pub place: Option<PlaceCode>,
    /// 适用条件: what else must be so.
    #[serde(default, skip_serializing_if = "Condition::is_empty")]
    pub condition: Condition,
    /// 主办.
    pub lead: UnitId,
    /// 协办, each with its task.
    #[serde(default)]
    pub assists: Vec<AssistDuty>,
    /// 层级: on which level the duty lies.
    pub level: DutyLevel,
    /// 办理时限 of the lead, in place of the policy's for the order's level of
    /// urgency; none where the policy's holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
    /// 佐证要求: without a piece of evidence of each of these kinds there is no
    /// reply.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceKind>,
    /// The law, the 三定规定, the list of powers, the ruling or the minutes.
    pub basis: String,
    /// Where the entry comes from.
    pub source: DutySource,
    /// The number of the ruling that it was made from.
    #[serde(default)]
    pub ruling: Option<String>,
    /// 批准人: who approved the draft that it came with; none for what was
    /// seeded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approver: Option<PersonId>,
    /// In force from this day.
    pub from: Date,
    /// In force until this day (not included).
    #[serde(default)]
    pub until: Option<Date>,
    /// When it is to be looked at again.
    #[serde(default)]
    pub review: Option<Date>,
}

/// What an assisting unit is to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssistDuty {
    /// The unit.
    pub unit: UnitId,
    /// Its task.
    pub task: String,
}

impl DirectoryEntry {
    /// Whether it is in force on a day.
    pub fn is_in_force(&self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|until| on < until)
    }

    /// Whether it says of some order another thing than an entry that is as
    /// close: of two such, no look-up could choose. One code is one entry.
    pub fn contradicts(&self, other: &DirectoryEntry) -> bool {
        self.code != other.code
            && self.rank() == other.rank()
            && (&self.matter, &self.place) == (&other.matter, &other.place)
            && other.until.is_none_or(|until| self.from < until)
            && self.until.is_none_or(|until| other.from < until)
            && self.condition.meets(&other.condition)
    }

    /// How close it is to what it is about, and how much it weighs: of two that
    /// say whose duty an order is, the one of the higher rank does. What is ruled
    /// goes before what is listed (国办函〔2025〕66号 五: a ruling binds).
    pub(super) fn rank(&self) -> Rank {
        Rank {
            ruled: self.ruling.is_some(),
            matter: self.matter.0.len(),
            place: self.place.as_ref().map_or(0, |place| place.0.len()),
            conditions: self.condition.weight(),
            level: self.level,
        }
    }
}

/// What decides between entries, the first difference at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    pub ruled: bool,
    pub matter: usize,
    pub place: usize,
    pub conditions: usize,
    pub level: DutyLevel,
}
