//! 工单: the work order as it stands after everything that happened to it.

mod apply;
mod asking;
mod awaiting;
mod dispute;
mod pieces;
mod queries;
mod whistle;

pub use asking::*;
pub use awaiting::{Awaited, Awaiting};
pub use dispute::*;
pub use pieces::*;
pub use whistle::*;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::*;
use crate::directory::Facts;
use crate::ids::{MatterCode, OrderId, PersonId, PlaceCode, UnitId};
use crate::text_ref::TextRef;
use crate::time::{Clock, Moment};

codes! {
    /// 环节: where an order stands on its main line.
    Stage {
        /// 待审核: registered, not yet screened
        Registered = "registered",
        /// 待补充: the citizen was asked for more
        AwaitingSupplement = "awaiting_supplement",
        /// 待派单: accepted, without a unit
        Accepted = "accepted",
        /// 待签收: a lead unit has it and has not signed
        Dispatched = "dispatched",
        /// 办理中
        Handling = "handling",
        /// 职责认定中: whose duty it is, is being determined
        Disputed = "disputed",
        /// 待复核: replied, the reply not yet reviewed
        Replied = "replied",
        /// 待回访: the reply passed, the citizen not yet asked
        Callback = "callback",
        /// 挂账: cannot be solved now; plan and milestones
        Deferred = "deferred",
        /// 已办结
        Closed = "closed",
        /// 已归档
        Archived = "archived",
    }
}

impl Stage {
    /// Whether the order has come to its end (which a named act may undo,
    /// until it is archived).
    pub fn is_closed(self) -> bool {
        self >= Stage::Closed
    }
}

/// The work order, folded from its journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Order {
    /// Its number in the store.
    pub id: OrderId,
    /// 工单编号, as told to the citizen.
    pub number: String,
    /// How many entries its journal has; the next one must be made against
    /// this version.
    pub version: u32,
    /// When it was registered: the start of the citizen's clock.
    pub registered_at: Moment,
    /// When its last entry was made.
    pub changed_at: Moment,

    /// The appeals that it carries; more than one after a merge.
    pub appeals: Vec<Appeal>,
    /// 诉求类型.
    pub kind: Kind,
    /// 事项.
    pub matter: MatterCode,
    /// 事发地.
    pub place: PlaceCode,
    /// 已查明的事实, on which an entry of the directory may depend.
    #[serde(default, skip_serializing_if = "Facts::is_empty")]
    pub facts: Facts,
    /// 被诉对象: units that the appeal complains of, which never handle it.
    pub accused: Vec<UnitId>,
    /// 被诉的工作人员, by their log-ins, who neither act on it nor see it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accused_people: Vec<PersonId>,
    /// 是否保密.
    pub confidentiality: Confidentiality,
    /// 紧急程度.
    pub level: Level,
    /// 敏感标记.
    pub sensitivities: Vec<Sensitivity>,

    /// Where it stands.
    pub stage: Stage,
    /// How it ended; none while it is open.
    pub outcome: Option<Outcome>,
    /// How often it has been handled anew: 0 the first time.
    pub round: u16,
    /// Until when the citizen may answer what was asked of them.
    pub supplement_until: Option<Moment>,
    /// When it was closed, last.
    pub closed_at: Option<Moment>,
    /// Until when a review may be asked for.
    pub review_until: Option<Moment>,
    /// When the platform archives it by itself.
    pub archive_at: Option<Moment>,

    /// The units that have, or had, a part in it; the position is the part's
    /// number less one.
    pub parts: Vec<Part>,
    /// The eight clocks, those of the parts among them.
    pub clocks: Vec<Clock>,
    /// 退单, in the order in which they were asked for.
    pub returns: Vec<Return>,
    /// 争议: opened and settled, in order.
    pub disputes: Vec<Dispute>,
    /// 延期.
    pub extensions: Vec<Extension>,
    /// 挂起.
    pub pauses: Vec<Pause>,
    /// 答复.
    pub replies: Vec<Reply>,
    /// 回访.
    pub callbacks: Vec<Callback>,
    /// 挂账.
    pub deferral: Option<Deferral>,
    /// 撤单.
    pub withdrawal: Option<Withdrawal>,
    /// 终止办理.
    pub termination: Option<Request<TerminationReason>>,
    /// 最终答复.
    pub final_answer: Option<Request<TextRef>>,
    /// 剔除.
    pub exclusion: Option<Exclusion>,
    /// 申诉复核.
    pub reviews: Vec<Request<ReviewSubject>>,
    /// 督办.
    pub supervisions: Vec<Supervising>,
    /// 催办, how often.
    pub reminders: u16,
    /// 关联工单.
    pub links: Vec<Link>,
    /// How often the citizen was answered on the way (notes are not counted).
    pub contacts: u16,
    /// 附件, in the order in which they came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// 公开: what is shown of it to everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publication: Option<Publication>,
    /// 吹哨, counted from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub whistles: Vec<Whistle>,
    /// 征询意见, counted from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<Opinion>,
    /// 求助, counted from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helps: Vec<Help>,
}

/// How an order ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Outcome {
    /// 即时答复
    AnsweredAtOnce,
    /// 不予受理
    Refused {
        /// Why.
        reason: Unacceptable,
        /// Where the citizen can turn.
        route: Route,
    },
    /// 转紧急专线
    Transferred {
        /// To which line.
        line: Line,
    },
    /// 并单
    Merged {
        /// The order that carries its appeals now.
        into: OrderId,
    },
    /// 拆分完毕
    Split,
    /// 办结, on two axes.
    Handled {
        /// The unit's conclusion.
        conclusion: Conclusion,
        /// The citizen's word; none when nobody was reached or asked.
        solved: Option<Solved>,
        /// Why it was closed although not solved.
        unresolved: Option<Unresolved>,
    },
    /// 诉求人撤回
    Withdrawn,
    /// 终止办理
    Terminated {
        /// Why.
        reason: TerminationReason,
    },
    /// 最终答复
    FinalAnswer,
}

codes! {
    /// 办理去向: how an order ended, without its particulars.
    Ending {
        /// 即时答复
        AnsweredAtOnce = "answered_at_once",
        /// 不予受理
        Refused = "refused",
        /// 转紧急专线
        Transferred = "transferred",
        /// 并单
        Merged = "merged",
        /// 拆分
        Split = "split",
        /// 办结
        Handled = "handled",
        /// 诉求人撤回
        Withdrawn = "withdrawn",
        /// 终止办理
        Terminated = "terminated",
        /// 最终答复
        FinalAnswer = "final_answer",
    }
}

impl Outcome {
    /// The kind of end.
    pub fn ending(&self) -> Ending {
        match self {
            Outcome::AnsweredAtOnce => Ending::AnsweredAtOnce,
            Outcome::Refused { .. } => Ending::Refused,
            Outcome::Transferred { .. } => Ending::Transferred,
            Outcome::Merged { .. } => Ending::Merged,
            Outcome::Split => Ending::Split,
            Outcome::Handled { .. } => Ending::Handled,
            Outcome::Withdrawn => Ending::Withdrawn,
            Outcome::Terminated { .. } => Ending::Terminated,
            Outcome::FinalAnswer => Ending::FinalAnswer,
        }
    }

    /// The stable text form of the kind of end.
    pub fn code(&self) -> &'static str {
        self.ending().code()
    }
}
