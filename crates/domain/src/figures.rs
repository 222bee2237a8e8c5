//! 数字: what of an order's life is counted, and for whom. Counts are made
//! from the journal alone, entry by entry, so that they can be made anew and
//! compared; nothing that a unit says of itself makes one better.

use crate::codes::{CallOutcome, ClockKind, Duty, Satisfaction, Solved, codes};
use crate::event::{Entry, Event};
use crate::ids::UnitId;
use crate::order::{Basis, Order, Outcome, ReturnFate};

codes! {
    /// 计数项: what is counted. Section numbers are those of the platform's book of metrics.
    Counted {
        /// 受理诉求: appeals that came in
        Received = "received",
        /// 即时答复
        AnsweredAtOnce = "answered_at_once",
        /// 派出: a lead unit got it (3.2: the ground of every rate of dispatch)
        Dispatched = "dispatched",
        /// 退单: a unit returned it (3.2 退单率)
        Returned = "returned",
        /// 越级下派: what the directory gives to a department was sent to a town by an override
        PushedDown = "pushed_down",
        /// 清单外退回: a town refused what the directory gives to a department
        TurnedDown = "turned_down",
        /// 退单被驳回
        ReturnRejected = "return_rejected",
        /// 争议 (3.4 争议率)
        Disputed = "disputed",
        /// 超时: a limit of handling passed
        Late = "late",
        /// 首次办结 or again: the unit's answer ended it (3.2 按时办结率, ground)
        Handled = "handled",
        /// 按时办结: and its limit, with approved extensions, had not passed
        HandledOnTime = "handled_on_time",
        /// 办结: came to its end, in whichever way
        Closed = "closed",
        /// 重办
        Redone = "redone",
        /// 已答复“是否解决”: reached and asked (3.3 解决率, ground; variant A: who was not reached is left out)
        AskedSolved = "asked_solved",
        /// 已解决
        Solved = "solved",
        /// 部分解决
        PartlySolved = "partly_solved",
        /// 已答复“是否满意” (3.3 满意率, ground)
        AskedSatisfied = "asked_satisfied",
        /// 满意、很满意
        Satisfied = "satisfied",
        /// 基本满意
        FairlySatisfied = "fairly_satisfied",
    }
}

impl Counted {
    /// Whether it is counted by the person who did it, too: somebody answers for
    /// it by name.
    pub fn is_somebodys(self) -> bool {
        self == Counted::PushedDown
    }
}

/// What an entry adds to the counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// What.
    pub what: Counted,
    /// The unit that it is counted for; none before there is one.
    pub unit: Option<UnitId>,
}

/// What an entry adds to the counts; `after` is the order as the entry left
/// it, `before` as it found it.
pub fn counts(before: Option<&Order>, entry: &Entry, after: &Order) -> Vec<Count> {
    entry.events.iter().flat_map(|event| of_event(before, event, after)).collect()
}

fn of_event(before: Option<&Order>, event: &Event, after: &Order) -> Vec<Count> {
    let lead = || after.lead().or(before.and_then(Order::lead)).map(|part| part.unit.clone());
    let one = |what, unit| vec![Count { what, unit }];
    match event {
        Event::Registered { .. } => one(Counted::Received, None),
        Event::PartOpened { part } if part.duty == Duty::Lead => {
            let count = |what| Count { what, unit: Some(part.unit.clone()) };
            let pushed = matches!(part.basis, Basis::Override { .. }).then_some(Counted::PushedDown);
            std::iter::once(Counted::Dispatched).chain(pushed).map(count).collect()
        }
        Event::HandedDown { unit, overrides: Some(_), .. } => one(Counted::PushedDown, Some(unit.clone())),
        Event::TurnedDown { unit, .. } => one(Counted::TurnedDown, Some(unit.clone())),
        Event::ReturnAsked { unit, .. } => one(Counted::Returned, Some(unit.clone())),
        Event::ReturnJudged { fate: ReturnFate::Rejected, .. } => {
            one(Counted::ReturnRejected, after.returns.last().map(|asked| asked.unit.clone()))
        }
        Event::DisputeOpened { dispute } => one(Counted::Disputed, dispute.holder.clone()),
        Event::ClockLate { kind: ClockKind::Handling, part } => {
            one(Counted::Late, after.part(*part).map(|part| part.unit.clone()))
        }
        Event::Redone { .. } => one(Counted::Redone, lead()),
        Event::CalledBack { outcome: CallOutcome::Reached, answers: Some(answers), .. } => {
            let of = |what| Count { what, unit: lead() };
            let solved = match answers.solved {
                Solved::Yes => Some(Counted::Solved),
                Solved::Partly => Some(Counted::PartlySolved),
                Solved::No => None,
            };
            let satisfied = match answers.satisfied {
                Satisfaction::Good | Satisfaction::VeryGood => Some(Counted::Satisfied),
                Satisfaction::Fair => Some(Counted::FairlySatisfied),
                Satisfaction::Bad | Satisfaction::VeryBad => None,
            };
            let asked = [Some(Counted::AskedSolved), Some(Counted::AskedSatisfied), solved, satisfied];
            asked.into_iter().flatten().map(of).collect()
        }
        Event::Closed { outcome, .. } => closed(outcome, lead(), after),
        _ => Vec::new(),
    }
}

fn closed(outcome: &Outcome, unit: Option<UnitId>, after: &Order) -> Vec<Count> {
    let handled = matches!(outcome, Outcome::Handled { .. });
    let on_time =
        after.lead().and_then(|lead| after.clock(ClockKind::Handling, lead.no)).is_some_and(|clock| {
            !clock.late && clock.stopped.is_none_or(|at| clock.due.is_none_or(|due| at <= due))
        });
    let found = [
        (true, Counted::Closed),
        (matches!(outcome, Outcome::AnsweredAtOnce), Counted::AnsweredAtOnce),
        (handled, Counted::Handled),
        (handled && on_time, Counted::HandledOnTime),
    ];
    let counted = found.into_iter().filter(|(is_so, _)| *is_so);
    counted.map(|(_, what)| Count { what, unit: unit.clone() }).collect()
}
