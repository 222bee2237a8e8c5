//! The units' part, the citizen's, and what comes after the reply.

use domain::codes::*;
use domain::ids::UnitId;
use domain::order::{Answers, Order, Part, PartState};
use domain::person::Actor;
use domain::time::{Counting, Limit};
use domain::{Moment, closing, dispatch, handling, oversight};
use rand::RngExt as _;

use super::cast::{Move, Scene};

impl Scene<'_, '_, '_> {
    /// While the lead has not signed: a unit signs, says that it is not its
    /// duty, or says nothing.
    pub(super) fn signing(&mut self) -> Option<Move> {
        if let Some(asked) = self.order.open_return() {
            let granted = self.fate.detours.contains(&asked.unit);
            return Some(self.judging_return(granted));
        }
        let lead = self.order.lead()?;
        let wrong = self.fate.detours.contains(&lead.unit) && !lead.bound;
        let unfounded = self.fate.unfounded_return && !lead.bound;
        if wrong || unfounded {
            self.fate.unfounded_return = false;
            return Some(self.returning(lead));
        }
        self.sign(lead).or_else(|| self.an_assist_signs())
    }

    fn sign(&mut self, part: &Part) -> Option<Move> {
        if self.fate.silent && part.duty == Duty::Lead && part.silence_at.is_some() {
            return None;
        }
        let at = self.in_the_office(3, 200);
        Some((at, self.handler(part.holder()), dispatch::Sign { part: part.no }.into()))
    }

    fn returning(&mut self, lead: &Part) -> Move {
        let at = self.in_the_office(5, 150);
        let by = self.handler(lead.holder());
        // An urgent order is acted on before it is quarrelled over.
        if self.order.level.is_urgent() && !lead.acted {
            self.fate.unfounded_return |= !self.fate.detours.contains(&lead.unit);
            return (at, by, self.noting(lead.no));
        }
        let reason = if self.order.returns.is_empty() {
            ReturnReason::WrongDuty
        } else {
            ReturnReason::OwnershipUnclear
        };
        let basis = self.says("return_basis");
        (
            at,
            by,
            dispatch::Return { part: lead.no, reason, basis, suggests: None, evidence: Vec::new() }.into(),
        )
    }

    fn judging_return(&mut self, granted: bool) -> Move {
        let at = self.in_the_office(10, 120);
        let (verdict, reason) = if granted {
            (dispatch::ReturnVerdict::Approve, self.says("return_approved"))
        } else {
            (dispatch::ReturnVerdict::Reject, self.says("return_rejected"))
        };
        (
            at,
            self.somebody(Role::Dispatcher),
            dispatch::JudgeReturn { verdict, reason, new_facts: None }.into(),
        )
    }

    fn noting(&mut self, part: u16) -> domain::Act {
        let photo = self.evidence(EvidenceKind::Photo);
        handling::Note { part, text: self.says("note"), evidence: vec![photo] }.into()
    }

    /// Between signature and reply.
    pub(super) fn handling(&mut self) -> Option<Move> {
        let lead = self.order.lead()?;
        if self.order.open_return().is_some() {
            return Some(self.judging_return(false));
        }
        if let Some(next) = self.requests(lead) {
            return Some(next);
        }
        if let Some(below) = self.unit_below(lead) {
            let (at, by) = (self.in_the_office(5, 90), self.handler(lead.holder()));
            let note = self.says("hand_down");
            let overrides = self.override_for(&below, at);
            let act = dispatch::HandDown { part: lead.no, unit: below, note, overrides };
            return Some((at, by, act.into()));
        }
        if lead.contacted_at.is_none() && self.order.round == 0 {
            let at = self.in_the_office(10, 180);
            let proof = self.evidence(EvidenceKind::Recording);
            let act = handling::Contact { part: lead.no, way: ContactWay::Call, reached: true, proof };
            return Some((at, self.handler(lead.holder()), act.into()));
        }
        if let Some(next) = self.an_assist_signs() {
            return Some(next);
        }
        if self.fate.reminders > 0 {
            self.fate.reminders -= 1;
            let at = self.soon(300, 2_000);
            return Some((at, Actor::citizen(), oversight::Remind { text: self.says("remind") }.into()));
        }
        self.other_ends(lead).or_else(|| self.an_assist_reports()).or_else(|| Some(self.replying(lead)))
    }

    /// The unit directly below the lead's to which it hands its part, once.
    fn unit_below(&mut self, lead: &Part) -> Option<UnitId> {
        if !lead.handed_down.is_empty() || !std::mem::take(&mut self.fate.hands_down) {
            return None;
        }
        let below = |unit: &&domain::units::Unit| unit.parent.as_ref() == Some(&lead.unit);
        let mut units: Vec<&UnitId> = self.city.units.all().filter(below).map(|unit| &unit.code).collect();
        units.sort();
        (!units.is_empty()).then(|| units[self.fate.rng.random_range(0..units.len())].clone())
    }

    fn an_assist_signs(&mut self) -> Option<Move> {
        let waiting = |part: &&Part| part.duty == Duty::Assist && part.state == PartState::AwaitingSign;
        let part = self.order.parts.iter().find(waiting)?;
        let at = self.in_the_office(5, 240);
        Some((at, self.handler(part.holder()), dispatch::Sign { part: part.no }.into()))
    }

    fn an_assist_reports(&mut self) -> Option<Move> {
        let working = |part: &&Part| part.duty == Duty::Assist && part.state == PartState::Handling;
        let part = self.order.parts.iter().find(working)?;
        let at = self.in_the_office(60, 600);
        let interim = !part.acted && self.fate.rng.random_bool(0.2);
        let text = self.says(if interim { "interim" } else { "report" });
        let photo = self.evidence(EvidenceKind::Photo);
        let act = handling::Report { part: part.no, text, evidence: vec![photo], interim };
        Some((at, self.handler(part.holder()), act.into()))
    }

    /// What was asked for and waits for a decision; what is to be asked for;
    /// what was late.
    fn requests(&mut self, lead: &Part) -> Option<Move> {
        let order = self.order;
        let handler = self.handler(lead.holder());
        let extension = order.extensions.last();
        if extension.is_some_and(|extension| extension.request.is_open()) {
            let granted = self.fate.rng.random_bool(0.85);
            let reason = self.says(if granted { "extension_granted" } else { "extension_denied" });
            let at = self.in_the_office(20, 200);
            let by = self.extension_judge(lead);
            return Some((at, by, handling::JudgeExtension { granted, reason }.into()));
        }
        if let Some(pause) = order.open_pause(lead.no) {
            let at = Moment((pause.from.0 + pause.until.0) / 2);
            return Some((at, handler, handling::Resume { part: lead.no }.into()));
        }
        if std::mem::take(&mut self.fate.pauses) {
            let at = self.in_the_office(30, 300);
            let note = self.says("pause");
            let act = handling::Pause { part: lead.no, reason: PauseReason::Appraisal, note };
            return Some((at, handler, act.into()));
        }
        if std::mem::take(&mut self.fate.extends) {
            let at = self.in_the_office(200, 700);
            let by = self.city.policy(at).extension.each.within;
            let act = handling::AskExtension { part: lead.no, by, plan: self.says("extension") };
            return Some((at, handler, act.into()));
        }
        self.supervised(lead)
    }

    fn extension_judge(&mut self, lead: &Part) -> Actor {
        match self.city.policy(self.order.changed_at).extension.approver.value {
            domain::policy::Approver::Hotline => self.somebody(Role::Dispatcher),
            domain::policy::Approver::UnitHead => {
                Actor::staff(Role::Leader, &format!("head-{}", lead.unit), Some(lead.unit.as_str()))
            }
        }
    }

    fn supervised(&mut self, lead: &Part) -> Option<Move> {
        let order = self.order;
        let open = order.supervisions.last().filter(|last| last.answered_at.is_none());
        if open.is_some() {
            let at = self.in_the_office(30, 300);
            let text = self.says("supervise_answer");
            return Some((at, self.handler(lead.holder()), oversight::AnswerSupervision { text }.into()));
        }
        let red = order.clock(ClockKind::Handling, lead.no).is_some_and(|clock| clock.red);
        if !red || !order.supervisions.is_empty() {
            return None;
        }
        let at = self.in_the_office(10, 200);
        let within = Limit::Days(2, Counting::Working);
        let act = oversight::Supervise { grade: Supervision::Written, text: self.says("supervise"), within };
        Some((at, self.somebody(Role::Supervisor), act.into()))
    }

    fn replying(&mut self, lead: &Part) -> Move {
        let order = self.order;
        let at = match self.fate.replied_at.filter(|_| order.round == 0 && order.replies.is_empty()) {
            Some(at) => at,
            None => self.paced(order, lead),
        };
        let conclusion = self.fate.conclusion;
        let (internal, public) = match self.fate.reply.clone() {
            Some((internal, public)) => (self.texts.seal(&internal), self.texts.seal(&public)),
            None => (self.says("reply_internal"), self.says("reply_public")),
        };
        let basis = self.says(if self.fate.recorded { "basis_missing" } else { "reply_basis" });
        let kind = if self.fate.recorded { EvidenceKind::Record } else { EvidenceKind::Photo };
        let evidence = if conclusion.claims_work() { vec![self.evidence(kind)] } else { Vec::new() };
        let act =
            handling::Reply { part: lead.no, internal, public, conclusion, basis: vec![basis], evidence };
        (at, self.handler(lead.holder()), act.into())
    }

    /// When a unit of this pace replies: a share of its time, or more.
    fn paced(&mut self, order: &Order, lead: &Part) -> Moment {
        let clock = order.clock(ClockKind::Handling, lead.no);
        let from = if order.round == 0 { lead.dispatched_at } else { order.changed_at };
        let due = clock.and_then(|clock| clock.due).filter(|due| *due > from);
        let whole = due.map_or(20 * 86_400_000, |due| due.millis_since(from));
        let at = from.plus_millis((whole as f64 * self.fate.pace) as i64);
        if at > order.changed_at { at } else { self.in_the_office(20, 200) }
    }

    fn other_ends(&mut self, lead: &Part) -> Option<Move> {
        let order = self.order;
        let handler = self.handler(lead.holder());
        let part = lead.no;
        if order.withdrawal.as_ref().is_some_and(|withdrawal| withdrawal.confirmed.is_none()) {
            let confirmed = self.fate.withdraws.take().unwrap_or(false);
            let by = self.somebody(Role::CallerBack);
            return Some((self.in_the_office(30, 300), by, closing::AnswerWithdrawal { confirmed }.into()));
        }
        if self.fate.withdraws.is_some() {
            let act = closing::AskWithdrawal { statement: self.says("withdrawal") };
            return Some((self.in_the_office(60, 600), handler, act.into()));
        }
        if order.termination.as_ref().is_some_and(|request| request.is_open()) {
            let act = closing::JudgeTermination { granted: true, reason: self.says("termination_granted") };
            let by = self.somebody(Role::Dispatcher);
            return Some((self.in_the_office(60, 300), by, act.into()));
        }
        if std::mem::take(&mut self.fate.terminates) {
            let grounds = self.says("termination");
            let act = closing::AskTermination { part, reason: TerminationReason::NoCooperation, grounds };
            return Some((self.in_the_office(200, 900), handler, act.into()));
        }
        if order.final_answer.as_ref().is_some_and(|request| request.is_open()) {
            let act = closing::JudgeFinalAnswer { granted: true, reason: self.says("final_answer_granted") };
            let by = self.somebody(Role::Supervisor);
            return Some((self.in_the_office(60, 300), by, act.into()));
        }
        if std::mem::take(&mut self.fate.final_answer) {
            let document = self.evidence(EvidenceKind::Document);
            let act = closing::AskFinalAnswer {
                part,
                document: self.says("final_answer"),
                evidence: vec![document],
            };
            return Some((self.in_the_office(300, 900), handler, act.into()));
        }
        self.asking_deferral(lead)
    }

    fn asking_deferral(&mut self, lead: &Part) -> Option<Move> {
        if self.order.deferral.as_ref().is_some_and(|deferral| deferral.request.is_open()) {
            let act = closing::JudgeDeferral { granted: true, reason: self.says("deferral_granted") };
            let by = self.somebody(Role::Supervisor);
            return Some((self.in_the_office(30, 300), by, act.into()));
        }
        if self.order.deferral.is_some() || self.fate.defers.is_none() {
            return None;
        }
        let at = self.in_the_office(200, 700);
        let milestone = |scene: &mut Self, days: i64| closing::MilestonePlan {
            what: scene.says("milestone"),
            due: at.plus_minutes(days * 1440),
        };
        let act = closing::AskDeferral {
            part: lead.no,
            plan: self.says("deferral"),
            sponsor: "分管负责人".to_owned(),
            public: true,
            milestones: vec![milestone(self, 25), milestone(self, 60)],
        };
        Some((at, self.handler(lead.holder()), act.into()))
    }

    /// Milestones are met in time, or the clock misses them.
    pub(super) fn deferring(&mut self) -> Option<Move> {
        let (milestone, due) = self.order.next_milestone()?;
        let keeps = self.fate.defers.unwrap_or(true) || milestone == 0;
        let lead = self.order.lead().filter(|_| keeps)?;
        let report = self.evidence(EvidenceKind::Document);
        let at = Moment((self.order.changed_at.0 + due.0) / 2);
        let act = closing::MeetMilestone { milestone, evidence: vec![report] };
        Some((at, self.handler(lead.holder()), act.into()))
    }

    /// Every citizen is asked; what they say decides what follows.
    pub(super) fn calling_back(&mut self) -> Move {
        let order = self.order;
        let by = self.somebody(Role::CallerBack);
        let policy = self.city.policy(order.changed_at);
        let (attempts, gap) = (policy.callback.attempts.value, policy.callback.gap.within);
        let said = self.fate.verdicts.get(usize::from(order.round)).or(self.fate.verdicts.last());
        let said = said.copied().flatten();
        let open = if policy.callback.every_order.value { order.to_call(attempts) } else { Vec::new() };
        if let Some(&appeal) = open.first() {
            let again =
                order.callbacks.last().filter(|call| call.appeal == appeal && call.round == order.round);
            let free = again.and_then(|call| self.city.calendar.due(call.at, gap, false));
            let at = self.by_day(20, 400).max(free.unwrap_or(order.changed_at).plus_minutes(1));
            let reached = said.is_some() && (again.is_some() || self.fate.rng.random_bool(0.7));
            let outcome = if reached { CallOutcome::Reached } else { CallOutcome::NoAnswer };
            let answers = said.filter(|_| reached).map(|(solved, satisfied)| answers(solved, satisfied));
            return (at, by, handling::CallBack { appeal, outcome, answers }.into());
        }
        let reached = order.callbacks.iter().filter(|call| call.round == order.round);
        let (mut called, mut worst) = (false, None);
        for call in reached {
            called = true;
            worst = worst.max(call.answers.as_ref().map(|answers| answers.solved));
        }
        let at = self.soon(5, 60);
        let unresolved = match worst {
            Some(Solved::Yes) => None,
            Some(_) if order.round < policy.redo.most.value && !self.fate.recorded => {
                return (at, by, handling::Redo { reason: self.says("redo") }.into());
            }
            Some(_) if order.round >= policy.redo.most.value => Some(Unresolved::RedoExhausted),
            Some(_) => Some(Unresolved::Objective),
            None => called.then_some(Unresolved::Unreachable),
        };
        (at, by, closing::Close { unresolved }.into())
    }

    /// After the end: second looks, until the clock archives.
    pub(super) fn after_the_end(&mut self) -> Option<Move> {
        let order = self.order;
        if let Some(review) = order.reviews.last().filter(|review| review.is_open()) {
            let upheld = self.fate.complains.take().unwrap_or(false);
            let reason = self.says(if upheld { "review_upheld" } else { "review_denied" });
            let by = self.cast.staff.somebody_else(Role::Supervisor, &review.by);
            return Some((self.in_the_office(60, 600), by, oversight::JudgeReview { upheld, reason }.into()));
        }
        if let Some(exclusion) = order.exclusion.as_ref().filter(|_| order.has_open_request()) {
            let granted = self.fate.excludes.unwrap_or(false);
            let reason = self.says(if granted { "exclusion_granted" } else { "exclusion_denied" });
            let role = if exclusion.first.is_none() { Role::Supervisor } else { Role::Adjudicator };
            let by = self.somebody(role);
            return Some((
                self.in_the_office(60, 400),
                by,
                oversight::JudgeExclusion { granted, reason }.into(),
            ));
        }
        let reviewed = !order.reviews.is_empty();
        if self.fate.complains.is_some() && !reviewed && order.lead().is_some() {
            let act =
                oversight::AskReview { subject: ReviewSubject::Closure, grounds: self.says("review_ask") };
            return Some((self.soon(600, 2_500), Actor::citizen(), act.into()));
        }
        if self.fate.excludes.is_some() && order.exclusion.is_none() {
            let by = self.handler(order.lead()?.holder());
            let document = self.evidence(EvidenceKind::Document);
            let act = oversight::AskExclusion {
                reason: ExclusionReason::Untrue,
                grounds: self.says("exclusion"),
                evidence: vec![document],
            };
            return Some((self.in_the_office(60, 600), by, act.into()));
        }
        None
    }
}

fn answers(solved: Solved, satisfied: Satisfaction) -> Answers {
    let reasons = match solved {
        Solved::Yes => Vec::new(),
        _ => vec![Grievance::NotSolved],
    };
    Answers { contacted: true, solved, satisfied, reasons }
}
