//! 政策包: a city's numbers as data, each with its legal basis.

mod check;
mod dispute;
mod numbers;
mod pack;
mod preview;
mod retention;
mod whistle;

pub use check::Contradiction;
pub use dispute::DisputeRule;
pub use numbers::{PolicyNumber, amend, paths};
pub use pack::{PackError, Packs};
pub use preview::{Moved, Rules, moved};
pub use retention::Retention;
pub use whistle::{OpinionRule, WhistleRule};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::codes::{ClockKind, Level, PauseReason};
use crate::time::Limit;

/// A number, and the article or reason that it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ruled<T> {
    /// The number.
    pub value: T,
    /// 法规条款, or why the platform's default is what it is.
    pub basis: String,
}

/// A time limit, and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Within {
    /// The limit.
    pub within: Limit,
    /// 法规条款, or why the platform's default is what it is.
    pub basis: String,
}

/// One limit for each level of urgency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByLevel {
    critical: Within,
    urgent: Within,
    inquiry: Within,
    ordinary: Within,
    complex: Within,
    statutory: Within,
    long_term: Within,
}

impl ByLevel {
    /// The limit for a level.
    pub fn at(&self, level: Level) -> &Within {
        match level {
            Level::Critical => &self.critical,
            Level::Urgent => &self.urgent,
            Level::Inquiry => &self.inquiry,
            Level::Ordinary => &self.ordinary,
            Level::Complex => &self.complex,
            Level::Statutory => &self.statutory,
            Level::LongTerm => &self.long_term,
        }
    }
}

/// One version of a city's policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The pack's name in commands and data.
    pub id: String,
    /// The city's name.
    pub name: String,
    /// Other spellings under which the pack is found.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Rises with each change.
    pub version: u32,
    /// In force from this day.
    pub from: Date,
    /// The statute that it was made from.
    pub source: String,
    /// 各环节时限.
    pub limits: Limits,
    /// 各类等待期限.
    pub waits: Waits,
    /// 退单.
    pub returns: Returns,
    /// 延期.
    pub extension: ExtensionRule,
    /// 挂起.
    pub pause: PauseRule,
    /// 回访.
    pub callback: CallbackRule,
    /// 重办.
    pub redo: RedoRule,
    /// 诉求人并单; a pack from before there was such a rule leaves it to staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joining: Option<JoiningRule>,
    /// 挂账.
    pub deferral: DeferralRule,
    /// 协办.
    pub joint: JointRule,
    /// 吹哨报到; a pack from before there was such a table has no whistles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whistle: Option<WhistleRule>,
    /// 征询意见; likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opinion: Option<OpinionRule>,
    /// 争议与职责认定; a pack from before there was such a table settles a dispute in one step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute: Option<DisputeRule>,
    /// 预警.
    pub warnings: Warnings,
    /// 期间计算.
    pub counting: CountingRule,
    /// 考评权重.
    pub weights: Weights,
    /// 留存期限; a pack from before there was such a table keeps everything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<Retention>,
}

/// 各环节时限: the limits of the clocks that run by level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// 分办
    pub triage: ByLevel,
    /// 签收
    pub sign: ByLevel,
    /// 首次联系
    pub contact: ByLevel,
    /// 办理
    pub handling: ByLevel,
    /// 重办
    pub redo: ByLevel,
}

impl Limits {
    /// The limits of a clock; none for a clock that has no row by level.
    pub fn of(&self, kind: ClockKind) -> Option<&ByLevel> {
        match kind {
            ClockKind::Triage => Some(&self.triage),
            ClockKind::Sign => Some(&self.sign),
            ClockKind::Contact => Some(&self.contact),
            ClockKind::Handling => Some(&self.handling),
            _ => None,
        }
    }
}

/// 各类等待期限.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waits {
    /// How long the citizen may take to tell more.
    pub supplement: Within,
    /// How long a dispute may last.
    pub dispute: Within,
    /// How soon the citizen is called back.
    pub callback: Within,
    /// How long after closure a review may be asked for.
    pub review: Within,
    /// How long after closure the order is archived.
    pub archive: Within,
    /// How late turns into a red card.
    pub red_card: Within,
    /// How long without a word counts as acceptance; where absent, the window
    /// in which the unit may return.
    #[serde(default)]
    pub silence: Option<Within>,
}

/// 退单规则.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Returns {
    /// How long after dispatch a unit may return.
    pub window: ByLevel,
    /// How many returns one order bears; the next opens a dispute.
    pub most: Ruled<u16>,
    /// 沉默即接单
    pub silence_accepts: Ruled<bool>,
    /// 签收后不得退单
    pub sign_bars_return: Ruled<bool>,
    /// 先行处置
    pub first_receiver_acts: Ruled<bool>,
}

/// 延期规则.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtensionRule {
    /// How often.
    pub times: Ruled<u16>,
    /// How much at most, each time.
    pub each: Within,
    /// Who decides.
    pub approver: Ruled<Approver>,
}

/// Who decides on an extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Approver {
    /// 热线机构
    Hotline,
    /// 承办单位负责人
    UnitHead,
}

/// 挂起规则.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PauseRule {
    /// The lawful reasons.
    pub reasons: Ruled<Vec<PauseReason>>,
    /// How long at most, each time.
    pub longest: Within,
}

/// 回访规则.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallbackRule {
    /// How many attempts one citizen may be asked to bear.
    pub attempts: Ruled<u16>,
    /// How long between attempts.
    pub gap: Within,
    /// Whether every order is called back.
    pub every_order: Ruled<bool>,
}

/// 重办规则.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedoRule {
    /// How often.
    pub most: Ruled<u16>,
}

/// 诉求人并单规则.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JoiningRule {
    /// Whether a citizen may join what they bring with what another brought.
    pub citizens_may: Ruled<bool>,
}

/// 挂账规则.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeferralRule {
    /// How long at most until the last milestone.
    pub longest: Within,
}

/// 协办规则.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JointRule {
    /// Within how much of the lead's time (percent) an assist reports.
    pub assist_percent: Ruled<u8>,
}

/// 预警规则.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Warnings {
    /// At how much of the time (percent) to warn.
    pub percents: Ruled<Vec<u8>>,
}

/// 期间计算规则.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountingRule {
    /// Natural days that end on a day off end with the next working day.
    pub rolls_to_working_day: Ruled<bool>,
    /// 市直部门与区县职责重叠时由市直部门主办
    pub city_department_leads: Ruled<bool>,
}

/// 考评权重, in parts of 100.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)] // The names are those of the metrics.
pub struct Weights {
    pub on_time: Ruled<u8>,
    pub solved: Ruled<u8>,
    pub satisfied: Ruled<u8>,
    pub recurrence: Ruled<u8>,
    pub unfounded_returns: Ruled<u8>,
    pub joint: Ruled<u8>,
    pub knowledge: Ruled<u8>,
}

impl Weights {
    /// All of them, each with its name.
    pub fn all(&self) -> [(&'static str, u8); 7] {
        [
            ("on_time", self.on_time.value),
            ("solved", self.solved.value),
            ("satisfied", self.satisfied.value),
            ("recurrence", self.recurrence.value),
            ("unfounded_returns", self.unfounded_returns.value),
            ("joint", self.joint.value),
            ("knowledge", self.knowledge.value),
        ]
    }
}
