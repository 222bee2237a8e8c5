//! 工作队列: the named queues of each role. Each is a filter that the list of
//! orders takes, so that a screen opens it by its query and nothing can be
//! counted that cannot be listed.

use domain::codes::Role::{self, *};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::filter::WhichOrders;
use crate::call::{Call, read_query};
use crate::log_in::NoQuery;
use crate::problem::Problem;
use crate::route::Shown;

/// Beyond so many nobody is told how many more there are.
const COUNTED: u64 = 1_000;

/// A queue's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum QueueName {
    /// 待受理
    ToAccept,
    /// 待诉求人补充
    AwaitingCitizen,
    /// 待派单
    ToDispatch,
    /// 超时未签收
    Unsigned,
    /// 待审退单
    Returns,
    /// 争议、待职责认定
    Disputes,
    /// 待批延期
    Extensions,
    /// 待批挂账
    Deferrals,
    /// 待批终止办理
    Terminations,
    /// 待批最终答复
    FinalAnswers,
    /// 待审剔除
    Exclusions,
    /// 待复核
    Reviews,
    /// 待签收
    ToSign,
    /// 待联系
    ToContact,
    /// 在办
    InHand,
    /// 审核退回，待重新答复
    ReturnedByReviewer,
    /// 待重办
    ToRedo,
    /// 待完成挂账节点
    Milestones,
    /// 被督办，待反馈
    Supervised,
    /// 今天到期
    DueToday,
    /// 已超时
    Late,
    /// 被吹哨，待响应或反馈
    Whistled,
    /// 本单位吹的哨
    Whistling,
    /// 被征询意见
    Opinions,
    /// 求助
    Help,
    /// 待审核答复
    ToReview,
    /// 待回访
    ToCall,
    /// 回访过，未接通
    Unreachable,
    /// 待确认撤单
    Withdrawals,
    /// 待办结
    ToClose,
    /// 被退过的在办工单
    Returned,
    /// 答复质量差、待重新答复
    BadReplies,
    /// 全部未办结
    Open,
}

struct Queue(QueueName, &'static [Role], &'static str);

/// Every queue, for whom, and which orders stand in it; for each role in the
/// order in which its people look at them.
#[rustfmt::skip]
const QUEUES: &[Queue] = &[
    // 受理
    Queue(QueueName::ToAccept, &[Operator, ShiftLeader, Dispatcher], "awaiting=acceptance&sort=urgent"),
    Queue(QueueName::AwaitingCitizen, &[Operator, ShiftLeader], "awaiting=supplement"),
    // 派单
    Queue(QueueName::ToDispatch, &[Dispatcher], "awaiting=dispatch&sort=urgent"),
    // 办理: what lies with a unit and those below it.
    Queue(QueueName::Late, &[Handler, Coordinator], "mine=true&due=overdue"),
    Queue(QueueName::DueToday, &[Handler, Coordinator], "mine=true&due=today"),
    Queue(QueueName::ToSign, &[Handler, Coordinator], "awaiting=signature&mine=true&sort=urgent"),
    Queue(QueueName::ToContact, &[Handler, Coordinator], "awaiting=contact&mine=true"),
    Queue(QueueName::InHand, &[Handler, Coordinator],
        "awaiting=reply&awaiting=better_reply&awaiting=redo&awaiting=report&mine=true"),
    Queue(QueueName::ReturnedByReviewer, &[Handler, Coordinator], "awaiting=better_reply&mine=true"),
    Queue(QueueName::ToRedo, &[Handler, Coordinator], "awaiting=redo&mine=true"),
    Queue(QueueName::Supervised, &[Handler, Coordinator], "awaiting=supervision_answer&mine=true"),
    Queue(QueueName::Milestones, &[Handler, Coordinator], "awaiting=milestone&mine=true"),
    // 协同: what others ask of a unit, and what it asked of them.
    Queue(QueueName::Whistled, &[Handler, Coordinator],
        "awaiting=whistle_acknowledgement&awaiting=whistle_report&mine=true"),
    Queue(QueueName::Whistling, &[Handler, Coordinator], "awaiting=whistle_closure&mine=true"),
    Queue(QueueName::Opinions, &[Handler, Coordinator], "awaiting=opinion&mine=true"),
    Queue(QueueName::Help, &[Dispatcher, ShiftLeader, Supervisor], "awaiting=help"),
    Queue(QueueName::Help, &[Coordinator], "awaiting=help&mine=true"),
    // 审核与回访
    Queue(QueueName::ToReview, &[ReplyReviewer, ShiftLeader], "awaiting=reply_review"),
    Queue(QueueName::BadReplies, &[ReplyReviewer, Supervisor], "awaiting=better_reply"),
    Queue(QueueName::ToCall, &[CallerBack], "awaiting=callback&called=false"),
    Queue(QueueName::Unreachable, &[CallerBack], "awaiting=callback&called=true"),
    Queue(QueueName::Withdrawals, &[CallerBack], "awaiting=withdrawal"),
    Queue(QueueName::ToClose, &[CallerBack, Dispatcher, ShiftLeader], "awaiting=closure"),
    // 监督
    Queue(QueueName::Late, &[Supervisor, Dispatcher, ShiftLeader, Leader], "open=true&late=true"),
    Queue(QueueName::Unsigned, &[Dispatcher, Supervisor, ShiftLeader], "awaiting=signature&due=overdue"),
    Queue(QueueName::Returned, &[Supervisor, Coordinator], "open=true&returned=true"),
    Queue(QueueName::Supervised, &[Supervisor, Leader], "awaiting=supervision_answer"),
    // What is asked for, and waits for a decision.
    Queue(QueueName::Returns, &[Dispatcher, ShiftLeader, Supervisor], "awaiting=return_judgement"),
    Queue(QueueName::Disputes, &[Adjudicator, Dispatcher, Supervisor, Leader], "awaiting=ruling"),
    Queue(QueueName::Extensions, &[Dispatcher, ShiftLeader, Supervisor, Leader], "awaiting=extension"),
    Queue(QueueName::Extensions, &[Coordinator], "awaiting=extension&mine=true"),
    Queue(QueueName::Deferrals, &[Dispatcher, Supervisor, Leader], "awaiting=deferral"),
    Queue(QueueName::Terminations, &[Dispatcher, Supervisor], "awaiting=termination"),
    Queue(QueueName::FinalAnswers, &[Dispatcher, Supervisor], "awaiting=final_answer"),
    Queue(QueueName::Reviews, &[Supervisor, Adjudicator], "awaiting=review"),
    Queue(QueueName::Exclusions, &[Dispatcher, Supervisor, Adjudicator],
        "awaiting=exclusion&awaiting=exclusion_panel&mine=true"),
    Queue(QueueName::Open, &[Operator, ShiftLeader, Dispatcher, Coordinator, Handler, ReplyReviewer, CallerBack,
        Supervisor, Adjudicator, Leader, Auditor], "open=true"),
];

/// A queue, as it stands now.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct QueueLine {
    /// Its name.
    name: QueueName,
    /// The query that lists it: `GET /api/orders?…`.
    query: String,
    /// How many orders stand in it, 1000 at most.
    count: u64,
    /// Whether there are more.
    more: bool,
}

pub(super) fn mine(call: &Call, _: NoQuery) -> Result<Shown<Vec<QueueLine>>, Problem> {
    let role = call.staff()?.role;
    let queues = QUEUES.iter().filter(|Queue(_, roles, _)| roles.contains(&role));
    queues.map(|queue| line(call, queue)).collect::<Result<_, _>>().map(Shown)
}

fn line(call: &Call, Queue(name, _, query): &Queue) -> Result<QueueLine, Problem> {
    let which: WhichOrders = read_query(query)?;
    let filter = which.filter(call)?;
    let count = call.app.store().count_up_to(&filter, COUNTED + 1)?;
    Ok(QueueLine {
        name: *name,
        query: (*query).to_owned(),
        count: count.min(COUNTED),
        more: count > COUNTED,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_queue_is_a_query_that_the_list_understands_and_each_role_has_it_once() {
        for Queue(name, roles, query) in QUEUES {
            assert!(read_query::<WhichOrders>(query).is_ok(), "{name:?}: {query}");
            for role in *roles {
                let same = QUEUES.iter().filter(|other| other.0 == *name && other.1.contains(role));
                assert_eq!(same.count(), 1, "{role} has {name:?}");
            }
        }
    }
}
