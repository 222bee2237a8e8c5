//! The life of an order: every act that can be performed on it, in the order
//! in which it may happen, with the roles that may perform it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::closing::*;
use crate::codes::Role;
use crate::codes::Role::*;
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::dispatch::*;
use crate::dispute::*;
use crate::handling::*;
use crate::intake::*;
use crate::order::Order;
use crate::oversight::*;
use crate::tick::Tick;

/// The acts that bind others, and are therefore signed with SM2 by whoever
/// performs them: a ruling, the signature under minutes that become one, what is decided on
/// an objection to it or when it is looked at again, and what is decided on a return (国办函〔2025〕66号 五:
/// 派单异议审核、职责认定), on a review, and on a final answer, after which the same
/// facts are not taken up again. GB/T 39786 asks that such acts cannot be
/// denied afterwards.
pub const BINDING: &[&str] = &[
    "rule",
    "sign_minutes",
    "judge_objection",
    "review_ruling",
    "judge_return",
    "judge_review",
    "judge_final_answer",
];

/// Why the fields of an act could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{at}: {why}")]
pub struct Unread {
    /// The field, as a path: `evidence[0].kind`.
    pub at: String,
    /// What is wrong with it.
    pub why: String,
}

/// Reads a value, and nothing beside it. What stands within a value that is one
/// of several kinds (such as a basis) is not looked at for further fields.
fn read_whole<T: serde::de::DeserializeOwned>(fields: serde_json::Value) -> Result<T, Unread> {
    let mut unknown = None;
    let mut track = serde_path_to_error::Track::new();
    let fields = serde_path_to_error::Deserializer::new(fields, &mut track);
    let read = serde_ignored::deserialize(fields, |path| {
        unknown.get_or_insert_with(|| path.to_string());
    });
    match (read, unknown) {
        (Ok(read), None) => Ok(read),
        (Ok(_), Some(at)) => Err(Unread { at, why: "the act has no such field".to_owned() }),
        (Err(error), _) => Err(Unread { at: track.path().to_string(), why: error.to_string() }),
    }
}

macro_rules! life {
    ($(#[doc = $doc:literal] $act:ident = $name:literal by [$($role:ident),*];)+) => {
        /// An act on an order. Registration, which makes the order, is
        /// [`Register`].
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(tag = "act")]
        pub enum Act {
            $(#[doc = $doc] #[serde(rename = $name)] $act($act),)+
        }

        impl Act {
            /// The names of all acts, as the journal spells them.
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            /// The act's name, as the journal spells it.
            pub fn name(&self) -> &'static str {
                match self { $(Act::$act(_) => $name),+ }
            }

            /// Who may perform it.
            pub fn roles(&self) -> &'static [Role] {
                match self { $(Act::$act(_) => &[$($role),*]),+ }
            }

            /// Who may perform the act of this name; none when there is no
            /// such act.
            pub fn roles_of(name: &str) -> Option<&'static [Role]> {
                match name {
                    $($name => Some(&[$($role),*]),)+
                    _ => None,
                }
            }

            /// What the field calls the act of this name (`申请延期`); none when
            /// there is no such act.
            pub fn summary_of(name: &str) -> Option<&'static str> {
                match name {
                    $($name => Some($doc.trim_ascii()),)+
                    _ => None,
                }
            }

            /// Reads an act of a name from its fields; none when there is no
            /// such act. A field that the act does not have is an error, as
            /// is a field that cannot be read: whoever misspells one is told.
            pub fn read(name: &str, fields: serde_json::Value) -> Option<Result<Act, Unread>> {
                match name {
                    $($name => Some(read_whole(fields).map(Act::$act)),)+
                    _ => None,
                }
            }

            pub(crate) fn decide(&self, order: &Order, ctx: &Context) -> Decided {
                match self { $(Act::$act(act) => Decide::decide(act, order, ctx)),+ }
            }
        }

        $(impl From<$act> for Act {
            fn from(act: $act) -> Act {
                Act::$act(act)
            }
        })+
    };
}

life! {
    // 受理: what came in, and whether it is for us.
    /// 受理
    Accept = "accept" by [Operator, ShiftLeader, Dispatcher];
    /// 即时答复
    AnswerAtOnce = "answer_at_once" by [Operator, ShiftLeader, Dispatcher];
    /// 不予受理
    Refuse = "refuse" by [Operator, ShiftLeader, Dispatcher, Supervisor];
    /// 转紧急专线
    Transfer = "transfer" by [Operator, ShiftLeader];
    /// 请诉求人补充
    AskForMore = "ask_for_more" by [Operator, ShiftLeader, Dispatcher];
    /// 补充
    Supplement = "supplement" by [Citizen, Operator, ShiftLeader, CallerBack];
    /// 定级
    Grade = "grade" by [Operator, ShiftLeader, Dispatcher, Coordinator, Supervisor];
    /// 归类
    Classify = "classify" by [Operator, ShiftLeader, Dispatcher];
    /// 拆分
    Split = "split" by [Operator, ShiftLeader, Dispatcher];
    /// 并单
    Merge = "merge" by [Citizen, Operator, ShiftLeader, Dispatcher];
    /// 接纳并入
    TakeIn = "take_in" by [Citizen, Operator, ShiftLeader, Dispatcher];
    /// 关联
    Link = "link" by [Operator, ShiftLeader, Dispatcher, CallerBack, Supervisor, System];

    // 派单: whose duty it is.
    /// 派单
    Dispatch = "dispatch" by [Dispatcher, Coordinator];
    /// 增派协办
    AddAssist = "add_assist" by [Dispatcher, Coordinator];
    /// 签收
    Sign = "sign" by [Handler, Coordinator];
    /// 下派
    HandDown = "hand_down" by [Handler, Coordinator];
    /// 交回
    HandBack = "hand_back" by [Handler, Coordinator];
    /// 退单
    Return = "return" by [Handler, Coordinator];
    /// 清单外退回
    TurnDown = "turn_down" by [Handler, Coordinator];
    /// 退单审核
    JudgeReturn = "judge_return" by [Dispatcher, ShiftLeader, Supervisor];
    /// 提出争议
    OpenDispute = "open_dispute" by [Dispatcher, Supervisor, Coordinator];
    /// 职责陈述
    StateClaim = "state_claim" by [Handler, Coordinator];
    /// 查明事实
    EstablishFacts = "establish_facts" by [Dispatcher, Supervisor, Adjudicator];
    /// 提请下一环节
    AdvanceDispute = "advance_dispute" by [Supervisor, Adjudicator];
    /// 形成会商纪要
    RecordMinutes = "record_minutes" by [Supervisor, Adjudicator];
    /// 签署会商纪要
    SignMinutes = "sign_minutes" by [Handler, Coordinator];
    /// 出具认定意见
    WriteOpinion = "write_opinion" by [Adjudicator];
    /// 席位回避
    RecuseSeat = "recuse_seat" by [Adjudicator];
    /// 职责认定
    Rule = "rule" by [Adjudicator, Leader];
    /// 认定异议
    ObjectRuling = "object_ruling" by [Handler, Coordinator];
    /// 异议裁定
    JudgeObjection = "judge_objection" by [Adjudicator, Leader];
    /// 认定复审
    ReviewRuling = "review_ruling" by [Adjudicator];

    // 办理: what the units do.
    /// 首次联系
    Contact = "contact" by [Handler, Coordinator];
    /// 过程记录
    Note = "note" by [Handler, Coordinator, Dispatcher, Supervisor];
    /// 上传附件
    Attach = "attach" by [
        Citizen, Operator, ShiftLeader, Dispatcher, Coordinator, Handler, CallerBack, Supervisor, ReplyReviewer
    ];
    /// 申请延期
    AskExtension = "ask_extension" by [Handler, Coordinator];
    /// 延期审批
    JudgeExtension = "judge_extension" by [Dispatcher, ShiftLeader, Supervisor, Coordinator, Leader];
    /// 挂起
    Pause = "pause" by [Handler, Coordinator, Dispatcher];
    /// 恢复
    Resume = "resume" by [Handler, Coordinator, Dispatcher];
    /// 协办反馈
    Report = "report" by [Handler, Coordinator];
    /// 吹哨
    Whistle = "whistle" by [Handler, Coordinator];
    /// 响应吹哨
    AcknowledgeWhistle = "acknowledge_whistle" by [Handler, Coordinator];
    /// 报到
    Arrive = "arrive" by [Handler, Coordinator];
    /// 报到反馈
    ReportWhistle = "report_whistle" by [Handler, Coordinator];
    /// 吹哨办结
    CloseWhistle = "close_whistle" by [Handler, Coordinator];
    /// 征询意见
    Consult = "consult" by [Handler, Coordinator];
    /// 回复征询
    AnswerConsult = "answer_consult" by [Handler, Coordinator];
    /// 求助
    AskHelp = "ask_help" by [Handler, Coordinator];
    /// 答复求助
    AnswerHelp = "answer_help" by [Dispatcher, ShiftLeader, Supervisor, Coordinator];
    /// 答复
    Reply = "reply" by [Handler, Coordinator];

    // 审核与回访: whether it is true, and whether it helped.
    /// 回复审核
    ReviewReply = "review_reply" by [ReplyReviewer, ShiftLeader];
    /// 回访
    CallBack = "call_back" by [CallerBack, Citizen];
    /// 重办
    Redo = "redo" by [CallerBack, ReplyReviewer, Dispatcher, Supervisor];

    // 其他去向: what does not end plainly.
    /// 申请挂账
    AskDeferral = "ask_deferral" by [Handler, Coordinator];
    /// 挂账审批
    JudgeDeferral = "judge_deferral" by [Dispatcher, Supervisor, Leader];
    /// 节点完成
    MeetMilestone = "meet_milestone" by [Handler, Coordinator];
    /// 申请撤单
    AskWithdrawal = "ask_withdrawal" by [Citizen, Handler, Coordinator, Operator, CallerBack];
    /// 撤单确认
    AnswerWithdrawal = "answer_withdrawal" by [Citizen, CallerBack];
    /// 申请终止办理
    AskTermination = "ask_termination" by [Handler, Coordinator];
    /// 终止办理审核
    JudgeTermination = "judge_termination" by [Dispatcher, Supervisor];
    /// 申请最终答复
    AskFinalAnswer = "ask_final_answer" by [Handler, Coordinator];
    /// 最终答复审核
    JudgeFinalAnswer = "judge_final_answer" by [Dispatcher, Supervisor];
    /// 办结
    Close = "close" by [CallerBack, Dispatcher, ShiftLeader, System];
    /// 归档
    Archive = "archive" by [CallerBack, Dispatcher, System];

    // 监督: reminders, supervision, second looks.
    /// 催办
    Remind = "remind" by [Citizen, Operator, Dispatcher, Coordinator, Supervisor, CallerBack];
    /// 督办
    Supervise = "supervise" by [Supervisor, Leader];
    /// 督办反馈
    AnswerSupervision = "answer_supervision" by [Handler, Coordinator];
    /// 申请复核
    AskReview = "ask_review" by [Citizen, Handler, Coordinator];
    /// 复核
    JudgeReview = "judge_review" by [Supervisor, Adjudicator];
    /// 申请剔除
    AskExclusion = "ask_exclusion" by [Handler, Coordinator];
    /// 剔除审核
    JudgeExclusion = "judge_exclusion" by [Dispatcher, Supervisor, Adjudicator];
    /// 公开案例
    Publish = "publish" by [Supervisor];
    /// 撤下案例
    Unpublish = "unpublish" by [Supervisor];
    /// 清除
    Erase = "erase" by [Auditor, System];

    // 时间: what happens when nobody acts.
    /// 到时
    Tick = "tick" by [System];
}

impl Act {
    /// The evidence that it names, to be compared with what is attached.
    pub fn evidence_mut(&mut self) -> Vec<&mut crate::text_ref::Evidence> {
        match self {
            Act::Contact(act) => vec![&mut act.proof],
            Act::Note(act) => act.evidence.iter_mut().collect(),
            Act::Return(act) => act.evidence.iter_mut().collect(),
            Act::StateClaim(act) => act.evidence.iter_mut().collect(),
            Act::EstablishFacts(act) => act.evidence.iter_mut().collect(),
            Act::Report(act) => act.evidence.iter_mut().collect(),
            Act::Arrive(act) => act.evidence.iter_mut().collect(),
            Act::ReportWhistle(act) => act.evidence.iter_mut().collect(),
            Act::AnswerConsult(act) => act.evidence.iter_mut().collect(),
            Act::Reply(act) => act.evidence.iter_mut().collect(),
            Act::MeetMilestone(act) => act.evidence.iter_mut().collect(),
            Act::AskFinalAnswer(act) => act.evidence.iter_mut().collect(),
            Act::AskExclusion(act) => act.evidence.iter_mut().collect(),
            _ => Vec::new(),
        }
    }
}

/// The name of an act in the OpenAPI document: one of [`Act::NAMES`], or
/// `register`, which makes the order.
pub struct ActName;

impl JsonSchema for ActName {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ActName".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let names = std::iter::once(("register", "登记"))
            .chain(Act::NAMES.iter().map(|name| (*name, Act::summary_of(name).unwrap_or_default())));
        let names: Vec<_> = names
            .map(|(name, says)| serde_json::json!({"type": "string", "const": name, "description": says}))
            .collect();
        schemars::json_schema!({"description": "An act, by the name that the journal has for it.", "oneOf": names})
    }
}
