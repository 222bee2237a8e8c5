//! A quarrel, played: the units say what they claim, some of it is settled by
//! consultation, the rest is ruled on at the desk.

use domain::Moment;
use domain::codes::*;
use domain::dispute::{AdvanceDispute, RecordMinutes, Rule, SignMinutes, StateClaim};
use domain::order::{
    BasisKind, Claim, Dispute, DisputeStep, RulingEffect, RulingScope, RulingTerms, SkipReason,
};
use domain::time::{Counting, Limit};
use rand::RngExt as _;

use super::cast::{Move, Scene};
use super::county;

/// In one dispute of five the units say nothing until their time is over.
const SILENT: i64 = 5;

/// One dispute of four is settled among the units.
const CONSULTED: i64 = 4;

impl Scene<'_, '_, '_> {
    pub(super) fn settling(&mut self) -> Option<Move> {
        let dispute = self.order.open_dispute()?;
        match dispute.step {
            DisputeStep::Desk => Some(self.at_the_desk(dispute)),
            DisputeStep::Consultation => Some(self.consulting(dispute)),
            // Time brought it here: the desk was overrun. The government office ends it.
            DisputeStep::Panel => {
                let (at, by) = (self.after(dispute, 60, 300), self.somebody(Role::Supervisor));
                let (to, skip) = (DisputeStep::Designation, Some(SkipReason::BeyondPowers));
                Some((at, by, AdvanceDispute { to, skip, reason: self.says("dispute") }.into()))
            }
            DisputeStep::Designation => Some(self.ruling(dispute, Role::Leader)),
        }
    }

    fn at_the_desk(&mut self, dispute: &Dispute) -> Move {
        let now = self.order.changed_at;
        let silent = dispute.unheard(now).next().map(|party| (party.unit.clone(), party.until));
        if let Some((unit, until)) = silent {
            if self.order.id.0 % SILENT == 0 {
                let (at, by, act) = self.ruling(dispute, Role::Adjudicator);
                return (at.max(until), by, act);
            }
            let ours = unit == self.fate.owner;
            let claim = StateClaim {
                unit: unit.clone(),
                claim: if ours { Claim::Shared } else { Claim::NotOurs },
                rests_on: BasisKind::Duties,
                basis: self.says("return_basis"),
                counter: None,
                points_to: None,
                evidence: Vec::new(),
            };
            return (self.after(dispute, 20, 90), self.handler(&unit), claim.into());
        }
        if self.order.id.0 % CONSULTED == 0 {
            let (at, by) = (self.after(dispute, 30, 150), self.somebody(Role::Adjudicator));
            let (to, reason) = (DisputeStep::Consultation, self.says("dispute"));
            return (at, by, AdvanceDispute { to, skip: None, reason }.into());
        }
        self.ruling(dispute, Role::Adjudicator)
    }

    fn consulting(&mut self, dispute: &Dispute) -> Move {
        match dispute.unsigned().first() {
            Some(unit) => {
                let (at, by) = (self.after(dispute, 20, 180), self.handler(unit));
                let (unit, note) = ((*unit).clone(), self.says("ruling"));
                (at, by, SignMinutes { unit, agrees: true, note }.into())
            }
            None => {
                let (at, by) = (self.after(dispute, 120, 400), self.somebody(Role::Adjudicator));
                (at, by, RecordMinutes { text: self.says("ruling"), terms: self.terms() }.into())
            }
        }
    }

    /// Minutes of office time after what happened last in the dispute: a warning on a clock
    /// does not make anybody begin anew.
    fn after(&mut self, dispute: &Dispute, least: u32, most: u32) -> Moment {
        let said = dispute.parties.iter().filter_map(|party| party.statement.as_ref()).map(|said| said.at);
        let moved = dispute.moves.iter().map(|moved| moved.at);
        let minutes = dispute.minutes.iter().map(|minutes| minutes.at);
        let signed = dispute.minutes.iter().flat_map(|minutes| &minutes.signatures).map(|signed| signed.at);
        let last = said.chain(moved).chain(minutes).chain(signed).fold(dispute.opened_at, Moment::max);
        let limit = Limit::Minutes(self.fate.rng.random_range(least..most), Counting::Working);
        self.city.calendar.due(last, limit, false).unwrap_or(last)
    }

    fn ruling(&mut self, dispute: &Dispute, role: Role) -> Move {
        let at = self.after(dispute, 60, 300);
        let act = Rule { terms: self.terms(), reasons: self.says("ruling"), skip: None };
        // A party to the quarrel does not sit on the panel.
        let parties: Vec<_> = self.order.parts.iter().map(|part| &part.unit).collect();
        let by = self.cast.staff.somebody_of_no_unit_in(role, &parties);
        (at, by, act.into())
    }

    /// What is ruled: on this order, or, where the run lets rulings become
    /// rules, on all such orders in the county.
    fn terms(&self) -> RulingTerms {
        let one = RulingTerms::for_this_order(self.fate.owner.clone());
        let Some(days) = self.cast.rules_for.filter(|_| self.fate.unclear) else { return one };
        let place = Some(county(self.order.place.as_str()).into());
        let today = self.city.calendar.date(self.order.changed_at);
        RulingTerms {
            effect: RulingEffect::AllSuch,
            scope: Some(RulingScope { matter: self.order.matter.clone(), place }),
            until: Some(today + jiff::Span::new().days(i64::from(days))),
            ..one
        }
    }
}
