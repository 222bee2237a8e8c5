//! 待办: what an order waits for, and of whom. It follows from the order, so
//! that no queue can forget one and none can hold one that is done.

use super::{DisputeStep, Order, Part, PartState, Request, Stage};
use crate::codes::{ClockKind, Duty, Role, codes};
use crate::ids::UnitId;
use crate::life::Act;
use crate::time::Moment;

codes! {
    /// 待办事项: what an order waits for.
    Awaiting {
        /// 待受理
        Acceptance = "acceptance",
        /// 待诉求人补充
        Supplement = "supplement",
        /// 待派单
        Dispatch = "dispatch",
        /// 待签收
        Signature = "signature",
        /// 待首次联系
        Contact = "contact",
        /// 待答复
        Reply = "reply",
        /// 答复未通过审核，待重新答复
        BetterReply = "better_reply",
        /// 待重办
        Redo = "redo",
        /// 待协办反馈
        Report = "report",
        /// 待审退单
        ReturnJudgement = "return_judgement",
        /// 待职责认定
        Ruling = "ruling",
        /// 待会商
        Consultation = "consultation",
        /// 待指定
        Designation = "designation",
        /// 待提交职责陈述
        Claim = "claim",
        /// 待签署会商纪要
        MinutesSignature = "minutes_signature",
        /// 待裁定认定异议
        Objection = "objection",
        /// 待批延期
        Extension = "extension",
        /// 待批挂账
        Deferral = "deferral",
        /// 待完成挂账节点
        Milestone = "milestone",
        /// 待批终止办理
        Termination = "termination",
        /// 待批最终答复
        FinalAnswer = "final_answer",
        /// 待诉求人确认撤单
        Withdrawal = "withdrawal",
        /// 待审核答复
        ReplyReview = "reply_review",
        /// 待回访
        Callback = "callback",
        /// 已回访，待办结
        Closure = "closure",
        /// 待反馈督办
        SupervisionAnswer = "supervision_answer",
        /// 待初审剔除
        Exclusion = "exclusion",
        /// 待复审剔除
        ExclusionPanel = "exclusion_panel",
        /// 待复核
        Review = "review",
        /// 被吹哨，待响应
        WhistleAcknowledgement = "whistle_acknowledgement",
        /// 被吹哨，待反馈
        WhistleReport = "whistle_report",
        /// 吹哨后，待评价到场情况
        WhistleClosure = "whistle_closure",
        /// 被征询，待回复意见
        Opinion = "opinion",
        /// 待答复求助
        Help = "help",
    }
}

impl Awaiting {
    /// The act that answers it.
    pub fn act(self) -> &'static str {
        match self {
            Awaiting::Acceptance => "accept",
            Awaiting::Supplement => "supplement",
            Awaiting::Dispatch => "dispatch",
            Awaiting::Signature => "sign",
            Awaiting::Contact => "contact",
            Awaiting::Reply | Awaiting::BetterReply | Awaiting::Redo => "reply",
            Awaiting::Report => "report",
            Awaiting::ReturnJudgement => "judge_return",
            Awaiting::Ruling | Awaiting::Designation => "rule",
            Awaiting::Consultation => "record_minutes",
            Awaiting::Claim => "state_claim",
            Awaiting::MinutesSignature => "sign_minutes",
            Awaiting::Objection => "judge_objection",
            Awaiting::Extension => "judge_extension",
            Awaiting::Deferral => "judge_deferral",
            Awaiting::Milestone => "meet_milestone",
            Awaiting::Termination => "judge_termination",
            Awaiting::FinalAnswer => "judge_final_answer",
            Awaiting::Withdrawal => "answer_withdrawal",
            Awaiting::ReplyReview => "review_reply",
            Awaiting::Callback => "call_back",
            Awaiting::Closure => "close",
            Awaiting::SupervisionAnswer => "answer_supervision",
            Awaiting::Exclusion | Awaiting::ExclusionPanel => "judge_exclusion",
            Awaiting::Review => "judge_review",
            Awaiting::WhistleAcknowledgement => "acknowledge_whistle",
            Awaiting::WhistleReport => "report_whistle",
            Awaiting::WhistleClosure => "close_whistle",
            Awaiting::Opinion => "answer_consult",
            Awaiting::Help => "answer_help",
        }
    }

    /// Whether an order that has come to its end can wait for it, too.
    pub fn outlives_the_end(self) -> bool {
        matches!(self, Awaiting::Exclusion | Awaiting::ExclusionPanel | Awaiting::Review)
    }

    /// Whether it is for people of this role to answer.
    pub fn is_for(self, role: Role) -> bool {
        match self {
            // The citizen's own words: staff only write them down.
            Awaiting::Supplement => role == Role::Citizen,
            // The desk's ruling and the panel's are the adjudicators', the designation the government office's.
            Awaiting::Ruling => role == Role::Adjudicator,
            Awaiting::Designation => role == Role::Leader,
            // The two steps of 剔除 are two people's (see `oversight::exclusion`).
            Awaiting::Exclusion => matches!(role, Role::Dispatcher | Role::Supervisor),
            Awaiting::ExclusionPanel => matches!(role, Role::Adjudicator | Role::Supervisor),
            other => Act::roles_of(other.act()).is_some_and(|roles| roles.contains(&role)),
        }
    }
}

/// One thing that an order waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Awaited {
    /// What.
    pub what: Awaiting,
    /// The part that it is about; 0 for the whole order.
    pub part: u16,
    /// The unit that it is about: that has to do it, or asked for it.
    pub unit: Option<UnitId>,
    /// Since when, where the order knows; else since it was registered.
    pub since: Moment,
    /// By when; none where no limit runs.
    pub due: Option<Moment>,
}

impl Order {
    /// Everything that the order waits for.
    pub fn awaited(&self) -> Vec<Awaited> {
        let mut found = Vec::new();
        if !self.stage.is_closed() {
            found.extend(self.main_line());
            self.parts.iter().for_each(|part| found.extend(self.of_part(part)));
            found.extend(self.on_handling());
            found.extend(self.of_others());
            found.extend(self.of_parties());
        }
        found.extend(self.on_rulings());
        if self.stage != Stage::Archived {
            found.extend(self.on_scores());
        }
        found
    }

    /// What the stage itself waits for.
    fn main_line(&self) -> Option<Awaited> {
        let whole = |what, kind| self.whole(what, self.registered_at, self.running(kind, 0));
        let lead = self.lead();
        Some(match self.stage {
            Stage::Registered => whole(Awaiting::Acceptance, ClockKind::Triage),
            Stage::AwaitingSupplement => {
                self.whole(Awaiting::Supplement, self.registered_at, self.supplement_until)
            }
            Stage::Accepted => whole(Awaiting::Dispatch, ClockKind::Triage),
            Stage::Disputed => {
                let dispute = self.open_dispute()?;
                let due = self.running(ClockKind::DisputeStep, 0).or(self.running(ClockKind::Dispute, 0));
                let what = match dispute.step {
                    DisputeStep::Desk | DisputeStep::Panel => Awaiting::Ruling,
                    DisputeStep::Consultation => Awaiting::Consultation,
                    DisputeStep::Designation => Awaiting::Designation,
                };
                let since = dispute.moves.last().map_or(dispute.opened_at, |last| last.at);
                Awaited { unit: dispute.holder.clone(), ..self.whole(what, since, due) }
            }
            Stage::Replied => {
                let (reply, lead) = (self.standing_reply()?, lead?);
                Awaited { since: reply.at, ..self.with_unit(Awaiting::ReplyReview, lead, None) }
            }
            Stage::Callback => {
                let review = self.standing_reply().and_then(|reply| reply.review.as_ref());
                let open = self.to_call(u16::MAX);
                let what = if open.is_empty() { Awaiting::Closure } else { Awaiting::Callback };
                let since = review.map_or(self.registered_at, |review| review.at);
                self.whole(what, since, self.running(ClockKind::Callback, 0))
            }
            Stage::Deferred => {
                let (_, due) = self.next_milestone()?;
                let verdict = self.deferral.as_ref().and_then(|deferral| deferral.request.verdict.as_ref());
                let since = verdict.map_or(self.registered_at, |verdict| verdict.at);
                Awaited { since, ..self.with_unit(Awaiting::Milestone, lead?, Some(due)) }
            }
            Stage::Dispatched | Stage::Handling | Stage::Closed | Stage::Archived => return None,
        })
    }

    /// What a part's unit owes.
    fn of_part(&self, part: &Part) -> Vec<Awaited> {
        let is_returned = self.open_return().is_some_and(|asked| asked.part == part.no);
        let is_lead = part.duty == Duty::Lead;
        // While it is quarrelled over, or answered already, the lead owes nothing new.
        let rests = is_lead && !matches!(self.stage, Stage::Dispatched | Stage::Handling);
        if is_returned || rests {
            return Vec::new();
        }
        let signed_at = part.signed_at.unwrap_or(part.dispatched_at);
        let owed = |what, kind, since| {
            let due = self.running(kind, part.no);
            Awaited { since, ..self.with_unit(what, part, due) }
        };
        match part.state {
            PartState::AwaitingSign => vec![owed(Awaiting::Signature, ClockKind::Sign, part.dispatched_at)],
            PartState::Handling => {
                let (what, since) =
                    if is_lead { self.owed_by_lead(signed_at) } else { (Awaiting::Report, signed_at) };
                let contact = self.clock(ClockKind::Contact, part.no).filter(|clock| clock.stopped.is_none());
                let contact = contact.map(|_| owed(Awaiting::Contact, ClockKind::Contact, signed_at));
                contact.into_iter().chain([owed(what, ClockKind::Handling, since)]).collect()
            }
            PartState::Done | PartState::Returned | PartState::Unfinished => Vec::new(),
        }
    }

    /// A first answer, a better one, or one to what was sent back.
    fn owed_by_lead(&self, signed_at: Moment) -> (Awaiting, Moment) {
        let last = self.replies.last();
        let review = last.filter(|reply| reply.round == self.round).and_then(|reply| reply.review.as_ref());
        match review {
            Some(review) => (Awaiting::BetterReply, review.at),
            None if self.round > 0 => {
                (Awaiting::Redo, self.callbacks.last().map_or(signed_at, |call| call.at.max(signed_at)))
            }
            None => (Awaiting::Reply, signed_at),
        }
    }

    /// What was asked for about the handling.
    fn on_handling(&self) -> Vec<Awaited> {
        let lead = self.lead();
        let of_lead = |what, since: Moment, due| match lead {
            Some(lead) => Awaited { since, ..self.with_unit(what, lead, due) },
            None => self.whole(what, since, due),
        };
        let due = self.due_at();
        let mut found = Vec::new();
        if let Some(asked) = self.open_return() {
            let unit = Some(asked.unit.clone());
            let whole = self.whole(Awaiting::ReturnJudgement, asked.at, due);
            found.push(Awaited { part: asked.part, unit, ..whole });
        }
        for extension in self.extensions.iter().filter(|extension| extension.request.is_open()) {
            let due = self.running(ClockKind::Handling, extension.part);
            let unit = self.part(extension.part).map(|part| part.holder().clone());
            let whole = self.whole(Awaiting::Extension, extension.request.at, due);
            found.push(Awaited { part: extension.part, unit, ..whole });
        }
        let open = [
            (Awaiting::Deferral, self.deferral.as_ref().and_then(|deferral| asked(&deferral.request))),
            (Awaiting::Termination, self.termination.as_ref().and_then(asked)),
            (Awaiting::FinalAnswer, self.final_answer.as_ref().and_then(asked)),
            (
                Awaiting::Withdrawal,
                self.withdrawal.as_ref().filter(|asked| asked.confirmed.is_none()).map(|asked| asked.at),
            ),
        ];
        found.extend(open.into_iter().filter_map(|(what, since)| Some(of_lead(what, since?, due))));
        if let Some(last) = self.supervisions.last().filter(|last| last.answered_at.is_none()) {
            found.push(of_lead(Awaiting::SupervisionAnswer, last.at, Some(last.due)));
        }
        found
    }

    /// What those owe who were called or asked without having a part; of one
    /// unit that is called twice, what is due first.
    fn of_others(&self) -> Vec<Awaited> {
        let mut found = Vec::new();
        let of = |what, unit: &UnitId, since, due| Awaited {
            unit: Some(unit.clone()),
            ..self.whole(what, since, due)
        };
        for whistle in self.whistles.iter().filter(|whistle| whistle.is_open()) {
            for called in &whistle.called {
                let owed = match (called.acknowledge.done, called.report.done) {
                    (None, _) => (Awaiting::WhistleAcknowledgement, &called.acknowledge),
                    (Some(_), None) => (Awaiting::WhistleReport, &called.report),
                    (Some(_), Some(_)) => continue,
                };
                found.push(of(owed.0, &called.unit, whistle.at, Some(owed.1.due)));
            }
            found.push(of(Awaiting::WhistleClosure, &whistle.unit, whistle.at, None));
        }
        for asked in self.opinions.iter().filter(|asked| asked.ended.is_none()) {
            found.push(of(Awaiting::Opinion, &asked.unit, asked.at, Some(asked.until)));
        }
        let help = self.helps.iter().find(|help| help.ended.is_none());
        // Of the unit that asks: those above it may help it, too.
        found.extend(help.map(|help| {
            let unit = self.part(help.part).map(|part| part.holder().clone());
            Awaited { part: help.part, unit, ..self.whole(Awaiting::Help, help.at, None) }
        }));
        found.sort_by(|a, b| (a.what, &a.unit, a.due).cmp(&(b.what, &b.unit, b.due)));
        found.dedup_by(|later, first| (later.what, &later.unit) == (first.what, &first.unit));
        found
    }

    /// What the units owe that a dispute concerns: their claim, their signature.
    fn of_parties(&self) -> Vec<Awaited> {
        let Some(dispute) = self.open_dispute() else { return Vec::new() };
        let of = |what, unit: &UnitId, since, due| Awaited {
            unit: Some(unit.clone()),
            ..self.whole(what, since, due)
        };
        let silent = dispute.parties.iter().filter(|party| party.statement.is_none());
        let claims =
            silent.map(|party| of(Awaiting::Claim, &party.unit, dispute.opened_at, Some(party.until)));
        let drawn_up = dispute.minutes.as_ref().map_or(dispute.opened_at, |minutes| minutes.at);
        let due = self.running(ClockKind::DisputeStep, 0);
        let consulting = dispute.step == DisputeStep::Consultation;
        let unsigned = dispute.unsigned().into_iter().filter(|_| consulting);
        let signatures = unsigned.map(|unit| of(Awaiting::MinutesSignature, unit, drawn_up, due));
        claims.chain(signatures).collect()
    }

    /// Objections to rulings, which wait whatever has become of the order.
    fn on_rulings(&self) -> Option<Awaited> {
        let rulings = self.disputes.iter().filter_map(|dispute| dispute.ruling.as_ref());
        let open = rulings.filter_map(|ruling| ruling.open_objection()).min_by_key(|open| open.at)?;
        Some(Awaited { unit: Some(open.unit.clone()), ..self.whole(Awaiting::Objection, open.at, None) })
    }

    /// What was asked for about the scores, or about a decision; an order that
    /// has come to its end can wait for these, too.
    fn on_scores(&self) -> Vec<Awaited> {
        let unit = self.lead().map(|lead| lead.holder().clone());
        let found = |what, since| Awaited { unit: unit.clone(), ..self.whole(what, since, None) };
        let exclusion =
            self.exclusion.as_ref().and_then(|exclusion| match (&exclusion.first, &exclusion.panel) {
                (None, _) => Some(found(Awaiting::Exclusion, exclusion.at)),
                (Some(first), None) if first.granted => Some(found(Awaiting::ExclusionPanel, first.at)),
                _ => None,
            });
        let review = self.reviews.iter().find_map(asked).map(|since| found(Awaiting::Review, since));
        exclusion.into_iter().chain(review).collect()
    }

    fn whole(&self, what: Awaiting, since: Moment, due: Option<Moment>) -> Awaited {
        Awaited { what, part: 0, unit: None, since, due }
    }

    fn with_unit(&self, what: Awaiting, part: &Part, due: Option<Moment>) -> Awaited {
        let unit = Some(part.holder().clone());
        Awaited { what, part: part.no, unit, since: part.dispatched_at, due }
    }

    /// When a clock is due that is neither stopped nor held.
    fn running(&self, kind: ClockKind, part: u16) -> Option<Moment> {
        self.clock(kind, part).filter(|clock| clock.is_running()).and_then(|clock| clock.due)
    }
}

/// Since when something is asked for on which nobody has decided.
fn asked<T>(request: &Request<T>) -> Option<Moment> {
    request.is_open().then_some(request.at)
}
