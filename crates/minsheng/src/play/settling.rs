//! A quarrel, played: the units say what they claim, some of it is settled by
//! consultation, the rest is ruled on at the desk.

use domain::codes::*;
use domain::dispute::{AdvanceDispute, RecordMinutes, Rule, SignMinutes, StateClaim};
use domain::order::{
    BasisKind, Claim, Dispute, DisputeStep, RulingEffect, RulingScope, RulingTerms, SkipReason,
};
use rand::RngExt as _;

use super::cast::{Move, Scene};
use super::county;

/// One unit of five says nothing until its time is over.
const SILENT: f64 = 0.2;

/// One dispute of four is settled among the units.
const CONSULTED: f64 = 0.25;

impl Scene<'_, '_, '_> {
    pub(super) fn settling(&mut self) -> Option<Move> {
        let dispute = self.order.open_dispute()?;
        match dispute.step {
            DisputeStep::Desk => Some(self.at_the_desk(dispute)),
            DisputeStep::Consultation => Some(self.consulting(dispute)),
            // Time brought it here: the desk was overrun. The government office ends it.
            DisputeStep::Panel => {
                let (at, by) = (self.in_the_office(60, 300), self.somebody(Role::Supervisor));
                let (to, skip) = (DisputeStep::Designation, Some(SkipReason::BeyondPowers));
                Some((at, by, AdvanceDispute { to, skip, reason: self.says("dispute") }.into()))
            }
            DisputeStep::Designation => Some(self.ruling(Role::Leader)),
        }
    }

    fn at_the_desk(&mut self, dispute: &Dispute) -> Move {
        let now = self.order.changed_at;
        let silent = dispute.unheard(now).next().map(|party| (party.unit.clone(), party.until));
        if let Some((unit, until)) = silent {
            if self.fate.rng.random_bool(SILENT) {
                let (at, by, act) = self.ruling(Role::Adjudicator);
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
            return (self.in_the_office(20, 90), self.handler(&unit), claim.into());
        }
        if self.fate.rng.random_bool(CONSULTED) {
            let (at, by) = (self.in_the_office(30, 200), self.somebody(Role::Adjudicator));
            let (to, reason) = (DisputeStep::Consultation, self.says("dispute"));
            return (at, by, AdvanceDispute { to, skip: None, reason }.into());
        }
        self.ruling(Role::Adjudicator)
    }

    fn consulting(&mut self, dispute: &Dispute) -> Move {
        match dispute.unsigned().first() {
            Some(unit) => {
                let (at, by) = (self.in_the_office(20, 180), self.handler(unit));
                let (unit, note) = ((*unit).clone(), self.says("ruling"));
                (at, by, SignMinutes { unit, agrees: true, note }.into())
            }
            None => {
                let (at, by) = (self.in_the_office(120, 600), self.somebody(Role::Adjudicator));
                (at, by, RecordMinutes { text: self.says("ruling"), terms: self.terms() }.into())
            }
        }
    }

    fn ruling(&mut self, role: Role) -> Move {
        let at = self.in_the_office(120, 420);
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
