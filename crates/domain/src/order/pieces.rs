//! What an order consists of.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::*;
use crate::ids::{CitizenId, OrderId, UnitId};
use crate::person::Actor;
use crate::text_ref::{Evidence, TextRef};
use crate::time::{Limit, Moment};

/// 诉求: what one citizen brought, through one channel, once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Appeal {
    /// Who brought it; none for somebody who gave no name and no number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citizen: Option<CitizenId>,
    /// Through which channel.
    pub channel: Channel,
    /// When it arrived.
    pub received_at: Moment,
    /// 标题.
    pub title: TextRef,
    /// 诉求内容: the facts.
    pub content: TextRef,
    /// 诉求目的: what is wanted, apart from the facts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demand: Option<TextRef>,
    /// 事发地址: where exactly, within the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<TextRef>,
    /// 事发时间: since when, or when, in the words of whoever told it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<TextRef>,
    /// Whether the citizen wants to be called back.
    pub wants_callback: bool,
    /// The order on which it was registered, when a merge brought it here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<OrderId>,
}

/// What a decision rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Basis {
    /// 派单目录条目
    Directory {
        /// The entry's code.
        entry: String,
        /// The version of the directory.
        version: u32,
    },
    /// 认定规则
    Ruling {
        /// The ruling's number.
        number: String,
    },
    /// 人工理由, written; `overrides` names the directory entry that says
    /// otherwise.
    Human {
        /// The reason.
        reason: TextRef,
        /// The entry that is overridden.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        overrides: Option<String>,
    },
    /// 越级下派审批: what is on a department's list is sent to a town all the same
    Override {
        /// Who, why, and by what law.
        #[serde(flatten)]
        named: Override,
    },
}

/// 越级下派审批: why, by whose word and by what law a matter that the directory
/// gives to a department is sent to a town (国办函〔2025〕66号 五: what is the
/// departments' is not given to the grass roots).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Override {
    /// The entry that names the department.
    pub entry: String,
    /// 批准人: who said so, by name and office.
    pub person: String,
    /// The reason.
    pub reason: TextRef,
    /// 依据: the law or document that allows it.
    pub law: TextRef,
}

impl Basis {
    /// The number of the ruling that it is, if it is one.
    pub fn ruling(&self) -> Option<&str> {
        match self {
            Basis::Ruling { number } => Some(number),
            _ => None,
        }
    }
}

codes! {
    /// 分单状态.
    PartState {
        /// 待签收
        AwaitingSign = "awaiting_sign",
        /// 办理中
        Handling = "handling",
        /// 已办
        Done = "done",
        /// 已退
        Returned = "returned",
        /// 未办而主单已办结
        Unfinished = "unfinished",
    }
}

impl PartState {
    /// Whether the unit still owes something.
    pub fn is_open(self) -> bool {
        matches!(self, PartState::AwaitingSign | PartState::Handling)
    }
}

/// 主办单、协办单: one unit's part in an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Part {
    /// Counted from 1.
    pub no: u16,
    /// Lead or assist.
    pub duty: Duty,
    /// The unit that answers for it.
    pub unit: UnitId,
    /// 逐级下派: the units below to which it was handed, outermost first; the
    /// last one holds it.
    pub handed_down: Vec<UnitId>,
    /// What is to be done; none means the whole matter.
    pub task: Option<TextRef>,
    /// What the dispatch rests on.
    pub basis: Basis,
    /// How it was dispatched.
    pub manner: Manner,
    /// 抄送: the district that sees a direct dispatch.
    pub copy_to: Option<UnitId>,
    /// Where it stands.
    pub state: PartState,
    /// When it was dispatched.
    pub dispatched_at: Moment,
    /// Until when it may be returned.
    pub return_until: Moment,
    /// 沉默即接单: when silence counts as a signature; none where the policy
    /// does not say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silence_at: Option<Moment>,
    /// Whether a ruling binds the unit, which then cannot return it.
    pub bound: bool,
    /// When it was signed.
    pub signed_at: Option<Moment>,
    /// Whether silence signed it.
    pub by_silence: bool,
    /// When the citizen was first contacted.
    pub contacted_at: Option<Moment>,
    /// Whether something was recorded on it, from which an urgent order's
    /// first action can be seen.
    pub acted: bool,
    /// 佐证要求: kinds of evidence without which the directory lets nobody reply
    /// that something was done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceKind>,
}

impl Part {
    /// Whether silence has signed it by `now`, if nothing else holds it open.
    pub fn is_silently_accepted(&self, now: Moment) -> bool {
        self.state == PartState::AwaitingSign && self.silence_at.is_some_and(|at| at <= now)
    }

    /// The unit that holds it now.
    pub fn holder(&self) -> &UnitId {
        self.handed_down.last().unwrap_or(&self.unit)
    }
}

/// Something that was asked for, and what was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "RequestFor{T}")]
pub struct Request<T> {
    /// What is asked.
    pub what: T,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
    /// The decision; none while it is open.
    pub verdict: Option<Verdict>,
}

impl<T> Request<T> {
    /// Whether nobody has decided yet.
    pub fn is_open(&self) -> bool {
        self.verdict.is_none()
    }

    /// Whether it was granted.
    pub fn is_granted(&self) -> bool {
        self.verdict.as_ref().is_some_and(|verdict| verdict.granted)
    }
}

/// A decision on a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Verdict {
    /// Granted or not.
    pub granted: bool,
    /// Why.
    pub reason: TextRef,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

/// 退单: a unit says that the part is not its duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "OrderReturn")]
pub struct Return {
    /// The part.
    pub part: u16,
    /// The unit.
    pub unit: UnitId,
    /// Why.
    pub reason: ReturnReason,
    /// On what basis (三定、权责清单、法条、权属).
    pub basis: TextRef,
    /// The unit that it suggests.
    pub suggests: Option<UnitId>,
    /// 佐证.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: Actor,
    /// What became of it.
    pub fate: ReturnFate,
}

codes! {
    /// 退单结果.
    ReturnFate {
        /// 待审
        Open = "open",
        /// 同意
        Approved = "approved",
        /// 驳回
        Rejected = "rejected",
        /// 转争议
        Disputed = "disputed",
    }
}

/// 延期.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Extension {
    /// The part whose handling clock is to get more time.
    pub part: u16,
    /// How much.
    pub by: Limit,
    /// Why, with the plan.
    pub request: Request<TextRef>,
}

/// 挂起.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "OrderPause")]
pub struct Pause {
    /// The part whose handling clock is held.
    pub part: u16,
    /// Why.
    pub reason: PauseReason,
    /// Since when.
    pub from: Moment,
    /// At the latest until.
    pub until: Moment,
    /// When it ended; none while it holds.
    pub ended: Option<Moment>,
}

/// 答复: what the lead unit answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "OrderReply")]
pub struct Reply {
    /// 内部说明: what was done, for the platform.
    pub internal: TextRef,
    /// 公开答复: for the citizen.
    pub public: TextRef,
    /// 办结类型.
    pub conclusion: Conclusion,
    /// 法律政策依据.
    pub basis: Vec<TextRef>,
    /// 佐证.
    pub evidence: Vec<Evidence>,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
    /// In which round of handling.
    pub round: u16,
    /// The review; none while it is open. Faults only when it did not pass.
    pub review: Option<ReplyReview>,
}

/// 回复审核.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReplyReview {
    /// Whether it passed.
    pub passed: bool,
    /// What is wrong with it.
    pub faults: Vec<ReplyFault>,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

/// 回访: one attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "OrderCallback")]
pub struct Callback {
    /// Which appeal's citizen, counted from 0.
    pub appeal: u16,
    /// In which round of handling.
    pub round: u16,
    /// When.
    pub at: Moment,
    /// What came of it.
    pub outcome: CallOutcome,
    /// The answers, when the citizen was reached.
    pub answers: Option<Answers>,
}

/// The citizen's answers at the callback.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Answers {
    /// 承办单位是否联系您
    pub contacted: bool,
    /// 问题是否解决
    pub solved: Solved,
    /// 是否满意
    pub satisfied: Satisfaction,
    /// 不满意原因
    pub reasons: Vec<Grievance>,
}

/// 挂账: what cannot be solved now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Deferral {
    /// 方案, 销账条件.
    pub request: Request<TextRef>,
    /// 责任领导.
    pub sponsor: String,
    /// Whether the citizen and the public may see it.
    pub public: bool,
    /// 节点, in order of time.
    pub milestones: Vec<Milestone>,
}

/// 挂账节点.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Milestone {
    /// What is to be reached.
    pub what: TextRef,
    /// By when.
    pub due: Moment,
    /// When it was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met_at: Option<Moment>,
}

/// 撤单: only the citizen can make it true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Withdrawal {
    /// Who asked.
    pub by: Actor,
    /// When.
    pub at: Moment,
    /// What the citizen said; none while they were not asked.
    pub confirmed: Option<bool>,
}

/// 剔除: leaving the order out of the scores; two people look at it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Exclusion {
    /// Why.
    pub reason: ExclusionReason,
    /// Who asked.
    pub by: Actor,
    /// When.
    pub at: Moment,
    /// 初审.
    pub first: Option<Verdict>,
    /// 复审, by somebody else.
    pub panel: Option<Verdict>,
    /// Whether a review took it back.
    pub revoked: bool,
}

impl Exclusion {
    /// Whether the order is left out of the scores.
    pub fn holds(&self) -> bool {
        !self.revoked && self.panel.as_ref().is_some_and(|verdict| verdict.granted)
    }
}

/// 督办: one formal instruction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Supervising {
    /// The step of the ladder.
    pub grade: Supervision,
    /// What is instructed.
    pub text: TextRef,
    /// By when it is to be answered.
    pub due: Moment,
    /// When it was given.
    pub at: Moment,
    /// When the unit answered it.
    pub answered_at: Option<Moment>,
}

/// 关联.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "OrderLink")]
pub struct Link {
    /// How they belong together.
    pub kind: LinkKind,
    /// The other order; none for a number of another system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
    /// The number in another system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external: Option<String>,
}

/// 附件: a file that was added to the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attachment {
    /// The part that it is about; 0 for the whole order.
    pub part: u16,
    /// The file.
    pub evidence: Evidence,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

/// 公开: what is shown of an order to everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Publication {
    /// The title.
    pub title: TextRef,
    /// What was wrong and what was done.
    pub summary: TextRef,
    /// Since when.
    pub at: Moment,
    /// By whom.
    pub by: Actor,
    /// When it was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<Moment>,
}
