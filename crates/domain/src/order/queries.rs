//! Questions that can be asked of an order.

use super::{Appeal, Dispute, Order, Part, Pause, Reply, Return, ReturnFate, Stage, Whistle};
use crate::codes::{CallOutcome, ClockKind, Duty};
use crate::ids::UnitId;
use crate::time::{Clock, Moment};

impl Order {
    /// The part that answers for the order now; none before dispatch and
    /// between an approved return and the next dispatch.
    pub fn lead(&self) -> Option<&Part> {
        self.parts
            .iter()
            .rev()
            .find(|part| part.duty == Duty::Lead && part.state != super::PartState::Returned)
    }

    /// A part by its number.
    pub fn part(&self, no: u16) -> Option<&Part> {
        self.parts.get(usize::from(no).checked_sub(1)?)
    }

    pub(crate) fn part_mut(&mut self, no: u16) -> Option<&mut Part> {
        self.parts.get_mut(usize::from(no).checked_sub(1)?)
    }

    /// The clock of a kind and part.
    pub fn clock(&self, kind: ClockKind, part: u16) -> Option<&Clock> {
        self.clocks.iter().find(|clock| clock.kind == kind && clock.part == part)
    }

    pub(crate) fn clock_mut(&mut self, kind: ClockKind, part: u16) -> Option<&mut Clock> {
        self.clocks.iter_mut().find(|clock| clock.kind == kind && clock.part == part)
    }

    /// When the step at which the order stands is due: the lead's handling
    /// once dispatched, the callback once the reply passed, else triage.
    pub fn due_at(&self) -> Option<Moment> {
        let clock = match self.stage {
            Stage::Closed | Stage::Archived | Stage::Deferred => return None,
            Stage::Callback => self.clock(ClockKind::Callback, 0),
            _ => match self.lead() {
                Some(lead) => self.clock(ClockKind::Handling, lead.no),
                None => self.clock(ClockKind::Triage, 0),
            },
        };
        clock.and_then(|clock| clock.due)
    }

    /// The next moment at which time itself acts on the order; none when
    /// nothing will happen unless somebody acts.
    pub fn next_moment(&self) -> Option<Moment> {
        if self.stage == Stage::Archived {
            return None;
        }
        let marks = self.clocks.iter().filter_map(Clock::next_mark);
        let pauses = self.pauses.iter().filter(|pause| pause.ended.is_none()).map(|pause| pause.until);
        let milestone = self.next_milestone().map(|(_, due)| due);
        let archive = self.archive_at.filter(|_| self.stage == Stage::Closed);
        marks
            .chain(pauses)
            .chain(milestone)
            .chain(self.silent_parts().filter_map(|part| part.silence_at))
            .chain(self.supplement_until.filter(|_| self.stage == Stage::AwaitingSupplement))
            .chain(self.whistles.iter().flat_map(Whistle::marks))
            .chain(archive.map(|at| if self.has_open_request() { Moment(i64::MAX) } else { at }))
            .filter(|at| at.0 < i64::MAX)
            .min()
    }

    /// The first milestone of a deferral in force that is not met: its number
    /// counted from 0, and when it is due.
    pub fn next_milestone(&self) -> Option<(u16, Moment)> {
        let deferral = self.deferral.as_ref().filter(|_| self.stage == Stage::Deferred)?;
        let index = deferral.milestones.iter().position(|milestone| milestone.met_at.is_none())?;
        Some((index as u16, deferral.milestones[index].due))
    }

    /// The parts that silence will sign: not those whose return is looked at,
    /// and none while it is disputed whose duty the order is.
    pub fn silent_parts(&self) -> impl Iterator<Item = &Part> {
        let asked = self.open_return().map(|asked| asked.part);
        let quiet = !self.stage.is_closed() && self.open_dispute().is_none();
        self.parts.iter().filter(move |part| {
            quiet && part.state == super::PartState::AwaitingSign && asked != Some(part.no)
        })
    }

    /// The return on which nobody has decided yet.
    pub fn open_return(&self) -> Option<&Return> {
        self.returns.last().filter(|asked| asked.fate == ReturnFate::Open)
    }

    /// The pause that holds a part.
    pub fn open_pause(&self, part: u16) -> Option<&Pause> {
        self.pauses.iter().rev().find(|pause| pause.part == part && pause.ended.is_none())
    }

    /// The reply of this round that waits for review or has passed it.
    pub fn standing_reply(&self) -> Option<&Reply> {
        let last = self.replies.last().filter(|reply| reply.round == self.round)?;
        last.review.as_ref().is_none_or(|review| review.passed).then_some(last)
    }

    /// Whether a unit returned the order, and was let off.
    pub fn was_returned_by(&self, unit: &UnitId) -> bool {
        self.returns.iter().any(|asked| &asked.unit == unit && asked.fate != ReturnFate::Rejected)
    }

    /// The units that see the order without a part in it: those that a whistle
    /// called, those that are asked for their opinion until they answer, and
    /// those that a dispute concerns.
    pub fn guests(&self) -> impl Iterator<Item = &UnitId> {
        let called = self.whistles.iter().flat_map(|whistle| &whistle.called).map(|called| &called.unit);
        let asked = self.opinions.iter().filter(|asked| asked.ended.is_none()).map(|asked| &asked.unit);
        let concerned = self.disputes.iter().flat_map(Dispute::concerned);
        called.chain(asked).chain(concerned)
    }

    /// Appeals whose citizens are still to be asked in this round, each with
    /// the attempts made so far.
    pub fn to_call(&self, attempts: u16) -> Vec<u16> {
        (0..self.appeals.len() as u16).filter(|&index| !self.is_called_out(index, attempts)).collect()
    }

    fn is_called_out(&self, appeal: u16, attempts: u16) -> bool {
        if !self.appeals[usize::from(appeal)].wants_callback {
            return true;
        }
        let calls = self.calls(appeal);
        calls.len() >= usize::from(attempts) || calls.iter().any(|outcome| outcome.is_final())
    }

    /// The attempts of this round to call any citizen.
    pub fn attempts(&self) -> usize {
        self.callbacks.iter().filter(|call| call.round == self.round).count()
    }

    /// The attempts of this round to call an appeal's citizen.
    pub fn calls(&self, appeal: u16) -> Vec<CallOutcome> {
        let here = |call: &&super::Callback| call.appeal == appeal && call.round == self.round;
        self.callbacks.iter().filter(here).map(|call| call.outcome).collect()
    }

    /// The appeal that opened the order.
    pub fn first_appeal(&self) -> &Appeal {
        &self.appeals[0]
    }

    /// Whether something was asked for on which nobody has decided yet, so
    /// that the order cannot rest. What was asked about the handling is moot
    /// once the order has come to its end.
    pub fn has_open_request(&self) -> bool {
        self.reviews.iter().any(|review| review.is_open())
            || self.exclusion.as_ref().is_some_and(exclusion_is_open)
            || !self.stage.is_closed() && self.has_open_request_on_handling()
    }

    fn has_open_request_on_handling(&self) -> bool {
        self.open_return().is_some()
            || self.open_dispute().is_some()
            || self.extensions.iter().any(|extension| extension.request.is_open())
            || self.termination.as_ref().is_some_and(|request| request.is_open())
            || self.final_answer.as_ref().is_some_and(|request| request.is_open())
            || self.deferral.as_ref().is_some_and(|deferral| deferral.request.is_open())
    }
}

fn exclusion_is_open(exclusion: &super::Exclusion) -> bool {
    match (&exclusion.first, &exclusion.panel) {
        (None, _) => true,
        (Some(first), None) => first.granted,
        _ => false,
    }
}
