//! Folding: what each event makes of an order. Nothing is decided here; every
//! consequence (limits, due dates, ends) stands in the event itself.

use super::*;
use crate::directory::Facts;
use crate::event::{Entry, Event};
use crate::person::Actor;
use crate::time::ClockChange;

/// Who and when: what an event takes from its entry.
pub(super) struct Stamp<'a> {
    pub at: Moment,
    pub by: &'a Actor,
}

impl Order {
    /// Folds an order from the entries of its journal, oldest first; none
    /// when there is no entry or the first is not a registration.
    pub fn fold<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Option<Order> {
        let mut order = None;
        for entry in entries {
            Order::apply_entry(&mut order, entry);
        }
        order
    }

    /// Applies one entry to the order as it stood before it.
    pub fn apply_entry(order: &mut Option<Order>, entry: &Entry) {
        let mut events = entry.events.as_slice();
        if let (None, Some((first, rest))) = (&*order, events.split_first()) {
            *order = registered(entry, first);
            events = rest;
        }
        if let Some(order) = order {
            let stamp = Stamp { at: entry.at, by: &entry.by };
            events.iter().for_each(|event| order.apply(event, &stamp));
            order.version = entry.seq;
            order.changed_at = entry.at;
        }
    }

    fn apply(&mut self, event: &Event, stamp: &Stamp) {
        use Event::*;
        match event {
            Registered { .. } => {}
            MoreAsked { until, .. } => {
                self.stage = Stage::AwaitingSupplement;
                self.supplement_until = Some(*until);
            }
            Supplemented { .. } => {
                self.supplement_until = None;
                if self.stage == Stage::AwaitingSupplement {
                    self.stage = Stage::Registered;
                }
            }
            Accepted => {
                self.stage = Stage::Accepted;
                self.supplement_until = None;
            }
            AnsweredAtOnce { .. } | Explained { .. } | Erased { .. } => {}
            Graded { level, sensitivities, .. } => {
                self.level = *level;
                self.sensitivities.clone_from(sensitivities);
            }
            Classified { kind, matter, place, accused, accused_people, facts } => {
                self.kind = *kind;
                self.matter.clone_from(matter);
                self.place.clone_from(place);
                self.accused.clone_from(accused);
                self.accused_people.clone_from(accused_people);
                self.facts = *facts;
            }
            Linked { link } => self.links.push(link.clone()),
            TookIn { appeals } => self.appeals.extend(appeals.iter().cloned()),
            _ => self.apply_dispatch(event, stamp),
        }
    }

    fn apply_dispatch(&mut self, event: &Event, stamp: &Stamp) {
        use Event::*;
        match event {
            PartOpened { part } => {
                if part.duty == Duty::Lead {
                    self.stage = Stage::Dispatched;
                }
                self.parts.push((**part).clone());
            }
            Signed { part, by_silence } => self.with_part(*part, |part| {
                part.state = PartState::Handling;
                part.signed_at = Some(stamp.at);
                part.by_silence = *by_silence;
            }),
            HandedDown { part, unit, .. } => {
                self.with_part(*part, |part| part.handed_down.push(unit.clone()))
            }
            HandedBack { part, .. } => self.with_part(*part, |part| {
                part.handed_down.pop();
            }),
            ReturnAsked { part, unit, reason, basis, suggests, evidence } => self.returns.push(Return {
                part: *part,
                unit: unit.clone(),
                reason: *reason,
                basis: basis.clone(),
                suggests: suggests.clone(),
                evidence: evidence.clone(),
                at: stamp.at,
                by: stamp.by.clone(),
                fate: ReturnFate::Open,
            }),
            ReturnJudged { fate, .. } => {
                if let Some(asked) = self.returns.last_mut() {
                    asked.fate = *fate;
                }
            }
            PartReturned { part } => {
                let was_lead = self.part(*part).is_some_and(|part| part.duty == Duty::Lead);
                self.with_part(*part, |part| part.state = PartState::Returned);
                if was_lead {
                    self.stage = Stage::Accepted;
                }
            }
            DisputeOpened { dispute } => {
                self.stage = Stage::Disputed;
                self.disputes.push((**dispute).clone());
            }
            Ruled { ruling } => {
                if let Some(dispute) = self.disputes.last_mut() {
                    dispute.ruling = Some((**ruling).clone());
                }
                self.restore_stage();
            }
            TurnedDown { .. } => {}
            Bound { part } => self.with_part(*part, |part| part.bound = true),
            _ => self.apply_handling(event, stamp),
        }
        if matches!(event, Event::Signed { .. }) && self.stage == Stage::Dispatched {
            self.restore_stage();
        }
    }

    fn apply_handling(&mut self, event: &Event, stamp: &Stamp) {
        use Event::*;
        match event {
            Contacted { part, reached, .. } => {
                self.contacts = self.contacts.saturating_add(u16::from(*reached));
                self.with_part(*part, |part| {
                    part.acted = true;
                    if *reached && part.contacted_at.is_none() {
                        part.contacted_at = Some(stamp.at);
                    }
                });
            }
            Noted { part, .. } => self.with_part(*part, |part| part.acted = true),
            Attached { part, evidence } => self.attachments.push(Attachment {
                part: *part,
                evidence: evidence.clone(),
                by: stamp.by.clone(),
                at: stamp.at,
            }),
            ExtensionAsked { part, by, plan } => {
                self.extensions.push(Extension { part: *part, by: *by, request: stamp.request(plan.clone()) })
            }
            ExtensionJudged { granted, reason } => {
                if let Some(extension) = self.extensions.iter_mut().find(|e| e.request.is_open()) {
                    extension.request.verdict = Some(stamp.verdict(*granted, reason));
                }
            }
            Paused { part, reason, until } => self.pauses.push(Pause {
                part: *part,
                reason: *reason,
                from: stamp.at,
                until: *until,
                ended: None,
            }),
            Resumed { part } => {
                let held = |pause: &&mut Pause| pause.part == *part && pause.ended.is_none();
                if let Some(pause) = self.pauses.iter_mut().find(held) {
                    pause.ended = Some(stamp.at);
                }
            }
            PartReported { part, interim, .. } => self.with_part(*part, |part| {
                part.acted = true;
                if !interim {
                    part.state = PartState::Done;
                }
            }),
            Replied { reply } => {
                self.stage = Stage::Replied;
                self.replies.push((**reply).clone());
            }
            ReplyReviewed { passed, faults, .. } => {
                if let Some(reply) = self.replies.last_mut() {
                    reply.review = Some(ReplyReview {
                        passed: *passed,
                        faults: faults.clone(),
                        by: stamp.by.clone(),
                        at: stamp.at,
                    });
                }
                let lead = self.lead().map_or(0, |lead| lead.no);
                self.stage = if *passed { Stage::Callback } else { Stage::Handling };
                if *passed {
                    self.with_part(lead, |part| part.state = PartState::Done);
                }
            }
            CalledBack { appeal, outcome, answers } => self.callbacks.push(Callback {
                appeal: *appeal,
                round: self.round,
                at: stamp.at,
                outcome: *outcome,
                answers: answers.clone(),
            }),
            Redone { .. } => {
                self.round += 1;
                self.reopen(Stage::Handling);
            }
            _ => self.apply_ending(event, stamp),
        }
    }

    fn apply_ending(&mut self, event: &Event, stamp: &Stamp) {
        use Event::*;
        match event {
            DeferralAsked { plan, sponsor, public, milestones } => {
                self.deferral = Some(Deferral {
                    request: stamp.request(plan.clone()),
                    sponsor: sponsor.clone(),
                    public: *public,
                    milestones: milestones.clone(),
                });
            }
            DeferralJudged { granted, reason } => {
                if let Some(deferral) = &mut self.deferral {
                    deferral.request.verdict = Some(stamp.verdict(*granted, reason));
                }
                if *granted {
                    self.stage = Stage::Deferred;
                }
            }
            MilestoneMet { milestone, .. } => {
                let deferral = self.deferral.as_mut();
                if let Some(met) = deferral.and_then(|d| d.milestones.get_mut(usize::from(*milestone))) {
                    met.met_at = Some(stamp.at);
                }
            }
            MilestoneMissed { .. } | DeferralEnded => self.stage = Stage::Handling,
            WithdrawalAsked { .. } => {
                self.withdrawal = Some(Withdrawal { by: stamp.by.clone(), at: stamp.at, confirmed: None });
            }
            WithdrawalAnswered { confirmed } => {
                if let Some(withdrawal) = &mut self.withdrawal {
                    withdrawal.confirmed = Some(*confirmed);
                }
            }
            TerminationAsked { reason, .. } => self.termination = Some(stamp.request(*reason)),
            TerminationJudged { granted, reason } => {
                judge(self.termination.as_mut(), stamp.verdict(*granted, reason));
            }
            FinalAnswerAsked { document, .. } => self.final_answer = Some(stamp.request(document.clone())),
            FinalAnswerJudged { granted, reason } => {
                judge(self.final_answer.as_mut(), stamp.verdict(*granted, reason));
            }
            Closed { outcome, review_until, archive_at } => {
                self.stage = Stage::Closed;
                let handled = matches!(outcome, Outcome::Handled { .. } | Outcome::FinalAnswer);
                self.outcome = Some(outcome.clone());
                self.closed_at = Some(stamp.at);
                self.review_until = Some(*review_until);
                self.archive_at = Some(*archive_at);
                self.supplement_until = None;
                self.end_calls(stamp.at);
                for part in self.parts.iter_mut().filter(|part| part.state.is_open()) {
                    let done = handled && part.duty == Duty::Lead;
                    part.state = if done { PartState::Done } else { PartState::Unfinished };
                }
            }
            Reopened { stage } => self.reopen(*stage),
            Archived => self.stage = Stage::Archived,
            _ => self.apply_oversight(event, stamp),
        }
    }

    fn apply_oversight(&mut self, event: &Event, stamp: &Stamp) {
        use Event::*;
        match event {
            ReviewAsked { subject, .. } => self.reviews.push(stamp.request(*subject)),
            ReviewJudged { upheld, reason } => {
                let first = self.reviews.iter_mut().find(|review| review.is_open());
                judge(first, stamp.verdict(*upheld, reason));
            }
            ExclusionAsked { reason, .. } => {
                self.exclusion = Some(Exclusion {
                    reason: *reason,
                    by: stamp.by.clone(),
                    at: stamp.at,
                    first: None,
                    panel: None,
                    revoked: false,
                });
            }
            ExclusionJudged { granted, reason } => {
                if let Some(exclusion) = &mut self.exclusion {
                    let step =
                        if exclusion.first.is_none() { &mut exclusion.first } else { &mut exclusion.panel };
                    *step = Some(stamp.verdict(*granted, reason));
                }
            }
            ExclusionRevoked => {
                if let Some(exclusion) = &mut self.exclusion {
                    exclusion.revoked = true;
                }
            }
            Reminded { .. } => self.reminders = self.reminders.saturating_add(1),
            Supervised { grade, text, due } => self.supervisions.push(Supervising {
                grade: *grade,
                text: text.clone(),
                due: *due,
                at: stamp.at,
                answered_at: None,
            }),
            Published { title, summary } => {
                self.publication = Some(Publication {
                    title: title.clone(),
                    summary: summary.clone(),
                    at: stamp.at,
                    by: stamp.by.clone(),
                    withdrawn_at: None,
                });
            }
            Unpublished { .. } => {
                if let Some(publication) = &mut self.publication {
                    publication.withdrawn_at = Some(stamp.at);
                }
            }
            SupervisionAnswered { .. } => {
                if let Some(supervising) = self.supervisions.last_mut() {
                    supervising.answered_at = Some(stamp.at);
                }
            }
            _ => self.apply_clock(event, stamp),
        }
    }

    fn apply_clock(&mut self, event: &Event, stamp: &Stamp) {
        use Event::*;
        match event {
            ClockStarted { kind, part, from, limit, due, warn_at, red_at } => self.clocks.push(Clock {
                kind: *kind,
                part: *part,
                started: from.unwrap_or(stamp.at),
                limit: *limit,
                due: *due,
                warn_at: warn_at.clone(),
                red_at: *red_at,
                warned: 0,
                late: false,
                red: false,
                paused: None,
                changes: Vec::new(),
                stopped: None,
            }),
            ClockStopped { kind, part } => self.with_clock(*kind, *part, |clock| {
                clock.stopped = Some(stamp.at);
                clock.paused = None;
            }),
            ClockRestarted { kind, part } => self.with_clock(*kind, *part, |clock| {
                clock.stopped = None;
                clock.changes.push(ClockChange::Restarted { at: stamp.at });
            }),
            ClockPaused { kind, part, reason } => self.with_clock(*kind, *part, |clock| {
                clock.paused = Some(stamp.at);
                clock.changes.push(ClockChange::Paused { at: stamp.at, reason: *reason });
            }),
            ClockResumed { kind, part, due, warn_at, red_at } => self.with_clock(*kind, *part, |clock| {
                clock.paused = None;
                clock.changes.push(ClockChange::Resumed { at: stamp.at, due: *due });
                clock.move_to(*due, warn_at, *red_at);
            }),
            ClockExtended { kind, part, by, due, warn_at, red_at } => {
                self.with_clock(*kind, *part, |clock| {
                    clock.changes.push(ClockChange::Extended { at: stamp.at, by: *by, due: *due });
                    clock.move_to(Some(*due), warn_at, *red_at);
                })
            }
            ClockReset { kind, part, from, limit, due, warn_at, red_at } => {
                self.with_clock(*kind, *part, |clock| {
                    let was = clock.limit.replace(*limit);
                    clock.stopped = None;
                    clock.paused = None;
                    clock.changes.push(ClockChange::Reset {
                        at: stamp.at,
                        from: *from,
                        was,
                        limit: *limit,
                        due: *due,
                    });
                    clock.move_to(*due, warn_at, *red_at);
                })
            }
            ClockWarned { kind, part } => self.with_clock(*kind, *part, |clock| clock.warned += 1),
            ClockLate { kind, part } => self.with_clock(*kind, *part, |clock| clock.late = true),
            ClockRed { kind, part } => self.with_clock(*kind, *part, |clock| clock.red = true),
            _ => self.apply_whistle(event, stamp),
        }
    }

    /// Back to the stage that the lead part's state stands for.
    fn restore_stage(&mut self) {
        self.stage = match self.lead().map(|lead| lead.state) {
            Some(PartState::AwaitingSign) => Stage::Dispatched,
            Some(_) => Stage::Handling,
            None => Stage::Accepted,
        };
    }

    fn reopen(&mut self, stage: Stage) {
        self.stage = stage;
        self.outcome = None;
        self.closed_at = None;
        self.review_until = None;
        self.archive_at = None;
        // Handled anew, it is the lead's again; screened anew, nobody's.
        let lead = self.lead().map_or(0, |lead| lead.no);
        let handled = stage == Stage::Handling;
        self.with_part(lead, |part| {
            part.state = if handled { PartState::Handling } else { PartState::Returned };
        });
    }

    fn with_part(&mut self, no: u16, change: impl FnOnce(&mut Part)) {
        if let Some(part) = self.part_mut(no) {
            change(part);
        }
    }

    fn with_clock(&mut self, kind: ClockKind, part: u16, change: impl FnOnce(&mut Clock)) {
        if let Some(clock) = self.clock_mut(kind, part) {
            change(clock);
        }
    }
}

fn registered(entry: &Entry, event: &Event) -> Option<Order> {
    let Event::Registered {
        number,
        appeal,
        kind,
        matter,
        place,
        accused,
        accused_people,
        confidentiality,
        level,
        sensitivities,
        links,
    } = event
    else {
        return None;
    };
    Some(Order {
        id: entry.order,
        number: number.clone(),
        version: entry.seq,
        registered_at: entry.at,
        changed_at: entry.at,
        appeals: vec![(**appeal).clone()],
        kind: *kind,
        matter: matter.clone(),
        place: place.clone(),
        facts: Facts::default(),
        accused: accused.clone(),
        accused_people: accused_people.clone(),
        confidentiality: *confidentiality,
        level: *level,
        sensitivities: sensitivities.clone(),
        stage: Stage::Registered,
        outcome: None,
        round: 0,
        supplement_until: None,
        closed_at: None,
        review_until: None,
        archive_at: None,
        parts: Vec::new(),
        clocks: Vec::new(),
        returns: Vec::new(),
        disputes: Vec::new(),
        extensions: Vec::new(),
        pauses: Vec::new(),
        replies: Vec::new(),
        callbacks: Vec::new(),
        deferral: None,
        withdrawal: None,
        termination: None,
        final_answer: None,
        exclusion: None,
        reviews: Vec::new(),
        supervisions: Vec::new(),
        reminders: 0,
        links: links.clone(),
        contacts: 0,
        attachments: Vec::new(),
        publication: None,
        whistles: Vec::new(),
        opinions: Vec::new(),
        helps: Vec::new(),
    })
}

impl Stamp<'_> {
    fn request<T>(&self, what: T) -> Request<T> {
        Request { what, by: self.by.clone(), at: self.at, verdict: None }
    }

    pub(super) fn verdict(&self, granted: bool, reason: &TextRef) -> Verdict {
        Verdict { granted, reason: reason.clone(), by: self.by.clone(), at: self.at }
    }
}

fn judge<T>(request: Option<&mut Request<T>>, verdict: Verdict) {
    if let Some(request) = request {
        request.verdict = Some(verdict);
    }
}

impl Clock {
    /// Another end, with the marks that are still to come: whatever had been
    /// told of the old end is told again of the new one.
    fn move_to(&mut self, due: Option<Moment>, warn_at: &[Moment], red_at: Option<Moment>) {
        self.due = due;
        self.warn_at = warn_at.to_vec();
        self.red_at = red_at;
        self.warned = 0;
        self.late = false;
        self.red = false;
    }
}
