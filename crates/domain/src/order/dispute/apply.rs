//! What each event makes of a dispute.

use super::{Dispute, DisputeFacts, Minutes, MinutesSignature, Move, Objection, Ruling, RulingReview};
use super::{PanelOpinion, Recusal, Statement};
use crate::event::Event;
use crate::order::Order;
use crate::order::apply::Stamp;

impl Order {
    pub(in crate::order) fn apply_dispute(&mut self, event: &Event, stamp: &Stamp) {
        use Event::*;
        let (by, at) = (stamp.by.clone(), stamp.at);
        match event {
            ClaimStated { unit, claim, rests_on, basis, counter, points_to, evidence } => {
                self.with_dispute(|dispute| {
                    if let Some(party) = dispute.parties.iter_mut().find(|party| &party.unit == unit) {
                        party.statement = Some(Statement {
                            claim: *claim,
                            rests_on: *rests_on,
                            basis: basis.clone(),
                            counter: counter.clone(),
                            points_to: points_to.clone(),
                            evidence: evidence.clone(),
                            by,
                            at,
                        });
                    }
                })
            }
            FactsEstablished { text, position, ownership, evidence } => self.with_dispute(|dispute| {
                let (text, ownership, evidence) = (text.clone(), ownership.clone(), evidence.clone());
                dispute.facts = Some(DisputeFacts { text, position: *position, ownership, evidence, by, at });
            }),
            DisputeMoved { to, skipped, reason } => self.with_dispute(|dispute| {
                dispute.step = *to;
                dispute.moves.push(Move { to: *to, skipped: *skipped, reason: reason.clone(), by, at });
            }),
            MinutesRecorded { text, terms } => self.with_dispute(|dispute| {
                let (text, terms) = (text.clone(), (**terms).clone());
                dispute.minutes = Some(Minutes { text, terms, signatures: Vec::new(), by, at });
            }),
            MinutesSigned { unit, agrees, note } => self.with_dispute(|dispute| {
                if let Some(minutes) = &mut dispute.minutes {
                    let (unit, note) = (unit.clone(), note.clone());
                    minutes.signatures.push(MinutesSignature { unit, agrees: *agrees, note, by, at });
                }
            }),
            OpinionWritten { seat, lead, opinion } => self.with_dispute(|dispute| {
                let (lead, opinion) = (lead.clone(), opinion.clone());
                dispute.opinions.push(PanelOpinion { seat: *seat, lead, opinion, by, at });
            }),
            Recused { seat, reason } => self.with_dispute(|dispute| {
                dispute.opinions.retain(|opinion| opinion.seat != *seat);
                dispute.recusals.push(Recusal { seat: *seat, reason: reason.clone(), by, at });
            }),
            RulingObjected { number, unit, grounds } => self.with_ruling(number, |ruling| {
                let (unit, grounds) = (unit.clone(), grounds.clone());
                ruling.objections.push(Objection { unit, grounds, by, at, verdict: None });
            }),
            ObjectionJudged { number, upheld, reason } => self.with_ruling(number, |ruling| {
                let open = ruling.objections.iter_mut().find(|objection| objection.verdict.is_none());
                if let Some(objection) = open {
                    objection.verdict = Some(stamp.verdict(*upheld, reason));
                }
                if *upheld {
                    ruling.ended_at.get_or_insert(at);
                }
            }),
            RulingReviewed { number, ends, until, review, reason } => self.with_ruling(number, |ruling| {
                let (ends, reason) = (*ends, reason.clone());
                ruling.reviews.push(RulingReview { ends, until: *until, review: *review, reason, by, at });
                if ends {
                    ruling.ended_at.get_or_insert(at);
                }
            }),
            _ => {}
        }
    }

    fn with_dispute(&mut self, change: impl FnOnce(&mut Dispute)) {
        if let Some(dispute) = self.disputes.last_mut() {
            change(dispute);
        }
    }

    fn with_ruling(&mut self, number: &str, change: impl FnOnce(&mut Ruling)) {
        let rulings = self.disputes.iter_mut().rev().filter_map(|dispute| dispute.ruling.as_mut());
        if let Some(ruling) = rulings.into_iter().find(|ruling| ruling.number == number) {
            change(ruling);
        }
    }
}
