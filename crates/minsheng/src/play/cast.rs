//! The cast: who acts on an order next, and how, by its fate. What they may
//! do is not decided here; a refusal is an answer, too.

use desk::{City, Texts};
use domain::codes::*;
use domain::dispute::ruled;
use domain::ids::UnitId;
use domain::order::{Basis, Order, Override, Stage};
use domain::person::Actor;
use domain::rulings::{InForce, Rulings};
use domain::text_ref::{Evidence, TextRef};
use domain::time::{Counting, Limit};
use domain::{Act, Event, Moment};
use rand::Rng as _;
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;
use store::text::NewText;

use super::fate::Fate;
use super::phrases::{Phrases, fill};
use super::staff::Staff;

/// An act that somebody will perform, unless something else happens first.
pub struct Step {
    /// When.
    pub at: Moment,
    /// Who.
    pub by: Actor,
    /// What.
    pub act: Act,
    /// Its texts.
    pub texts: Vec<NewText>,
}

/// Salts for sealed texts, drawn from a run's own chance, so that the same
/// seed seals the same.
pub fn salts_from(mut rng: ChaCha8Rng) -> impl FnMut() -> [u8; 16] {
    move || {
        let mut salt = [0; 16];
        rng.fill_bytes(&mut salt);
        salt
    }
}

/// Everybody who acts in a run.
pub struct Actors<'a> {
    /// The people.
    pub staff: &'a Staff,
    /// What they write.
    pub phrases: &'a Phrases,
    /// The rulings in force that hold for more than their order.
    pub rulings: Rulings,
    /// For how many days a ruling on an order whose owner nobody knew beforehand holds for all such
    /// orders; none when every ruling is on its order alone.
    pub rules_for: Option<u32>,
}

impl Actors<'_> {
    /// What a ruling that was just made means for the orders to come.
    pub fn note_rulings(&mut self, order: &Order, events: &[Event]) {
        for event in events {
            if let Event::Ruled { ruling } = event {
                let general = InForce::of(order.id, ruling, |task| task.to_owned());
                general.into_iter().for_each(|general| self.rulings.add(general));
            }
        }
    }

    /// Who acts on an order next; none when everybody waits for time.
    pub fn next(&mut self, order: &Order, fate: &mut Fate, city: &City) -> Option<Step> {
        let mut salts = fate.rng.clone();
        // A stream of their own: how many texts an act has does not change
        // what happens next.
        salts.set_stream(u64::from(order.version) + 1);
        let mut salt = salts_from(salts);
        let mut desk = Scene { order, fate, city, cast: self, texts: Texts::new(&mut salt) };
        let (at, by, act) = desk.next()?;
        Some(Step { at: at.max(order.changed_at), by, act, texts: desk.texts.sealed() })
    }
}

/// One order at one moment, seen by everybody who may act on it.
pub(super) struct Scene<'s, 'a, 't> {
    pub order: &'s Order,
    pub fate: &'s mut Fate,
    pub city: &'s City,
    pub cast: &'s mut Actors<'a>,
    pub texts: Texts<'t>,
}

/// When, who, what.
pub(super) type Move = (Moment, Actor, Act);

impl Scene<'_, '_, '_> {
    fn next(&mut self) -> Option<Move> {
        match self.order.stage {
            Stage::Registered | Stage::AwaitingSupplement => self.screening(),
            Stage::Accepted => Some(self.dispatching()),
            Stage::Dispatched => self.signing(),
            Stage::Handling => self.handling(),
            Stage::Disputed => self.settling(),
            Stage::Replied => Some(self.reviewing()),
            Stage::Callback => Some(self.calling_back()),
            Stage::Deferred => self.deferring(),
            Stage::Closed => self.after_the_end(),
            Stage::Archived => None,
        }
    }

    /// A phrase for an occasion, sealed.
    pub fn says(&mut self, occasion: &str) -> TextRef {
        let phrase = self.cast.phrases.pick(occasion, &mut self.fate.rng);
        let place = self.order.place.as_str();
        let said = fill(&phrase, |slot| (slot == "place").then(|| place.to_owned()));
        self.texts.seal(&said)
    }

    /// Minutes of natural time after the last entry, in a range.
    pub fn soon(&mut self, least: i64, most: i64) -> Moment {
        let millis = self.fate.rng.random_range(least * 60_000..most * 60_000);
        self.order.changed_at.plus_millis(millis)
    }

    /// Minutes of office time after the last entry, in a range; natural time
    /// for an urgent order.
    pub fn in_the_office(&mut self, least: u32, most: u32) -> Moment {
        let minutes = self.fate.rng.random_range(least..most);
        let urgent = self.order.level.is_urgent();
        let counting = if urgent { Counting::Natural } else { Counting::Working };
        let limit = Limit::Minutes(if urgent { minutes.min(12) } else { minutes }, counting);
        let from = self.order.changed_at;
        self.city.calendar.due(from, limit, false).unwrap_or(from)
    }

    /// Minutes of office time, whatever the level: nobody is called at night.
    pub fn by_day(&mut self, least: u32, most: u32) -> Moment {
        let limit = Limit::Minutes(self.fate.rng.random_range(least..most), Counting::Working);
        let from = self.order.changed_at;
        self.city.calendar.due(from, limit, false).unwrap_or(from)
    }

    pub fn somebody(&mut self, role: Role) -> Actor {
        self.cast.staff.somebody(role, &mut self.fate.rng)
    }

    /// Whoever handles for the unit that holds a part.
    pub fn handler(&self, unit: &UnitId) -> Actor {
        self.cast.staff.handler(unit)
    }

    /// A piece of evidence that the run makes up.
    pub fn evidence(&mut self, kind: EvidenceKind) -> Evidence {
        let mut bytes = [0; 32];
        self.fate.rng.fill_bytes(&mut bytes);
        Evidence { kind, hash: store::hex(&bytes), taken_at: Some(self.order.changed_at), position: None }
    }

    fn screening(&mut self) -> Option<Move> {
        use super::fate::Screening::*;
        if self.order.stage == Stage::AwaitingSupplement {
            let at = self.soon(30, 2_400);
            let text = self.fate.supplements.then(|| self.says("supplement"))?;
            return Some((at, Actor::citizen(), domain::intake::Supplement { text }.into()));
        }
        let (at, operator) = (self.soon(1, 12), self.somebody(Role::Operator));
        let act = match self.fate.screening {
            Accept => domain::intake::Accept {}.into(),
            Answer => domain::intake::AnswerAtOnce { answer: self.says("answer_at_once") }.into(),
            Refuse => domain::intake::Refuse {
                reason: Unacceptable::LegalProcedure,
                route: Route::Court,
                explanation: self.says("accept_refused"),
            }
            .into(),
            Transfer(line) => domain::intake::Transfer { line, note: self.says("transfer") }.into(),
            AskMore => {
                self.fate.screening = Accept;
                domain::intake::AskForMore { question: self.says("ask_more") }.into()
            }
        };
        Some((at, operator, act))
    }

    fn dispatching(&mut self) -> Move {
        let order = self.order;
        let at = self.soon(4, 55);
        let by = self.somebody(Role::Dispatcher);
        let rulings = &self.cast.rulings;
        if let Some(bound) = ruled(order, &self.city.context_with(&by, at, rulings)) {
            let (lead, number) = (bound.lead.clone(), bound.number.to_owned());
            let (basis, copy_to) = (Basis::Ruling { number }, self.district_of(&lead));
            let (assists, manner) = (Vec::new(), Manner::Designated);
            return (at, by, domain::dispatch::Dispatch { lead, assists, basis, manner, copy_to }.into());
        }
        let wrong = self.fate.detours.iter().find(|unit| !order.was_returned_by(unit)).cloned();
        let lead = wrong.unwrap_or_else(|| self.fate.owner.clone());
        if order.was_returned_by(&lead) {
            let reason = self.says("dispute");
            let (ground, units) = (ReturnReason::OwnershipUnclear, vec![lead]);
            return (at, by, domain::dispute::OpenDispute { reason, ground, units, new_facts: None }.into());
        }
        let ours = lead == self.fate.owner;
        let mut assists = Vec::new();
        for (unit, task) in self.fate.assists.clone().into_iter().filter(|(unit, _)| ours && *unit != lead) {
            assists.push(domain::dispatch::Assignment { unit, task: self.texts.seal(&task) });
        }
        let basis = self.basis(&lead, at);
        let manner = Manner::Direct;
        let copy_to = self.district_of(&lead);
        (at, by, domain::dispatch::Dispatch { lead, assists, basis, manner, copy_to }.into())
    }

    /// What goes straight to a town is copied to its district (北京条例 12).
    fn district_of(&self, lead: &UnitId) -> Option<UnitId> {
        let unit = self.city.units.get(lead).filter(|unit| unit.kind == UnitKind::Town);
        unit.and_then(|unit| unit.parent.clone())
    }

    /// The directory's entry when it names the unit; else a written reason.
    fn basis(&mut self, lead: &UnitId, at: Moment) -> Basis {
        if let Some(named) = self.override_for(lead, at) {
            return Basis::Override { named };
        }
        let (matter, place) = (&self.order.matter, &self.order.place);
        match self.city.duty(matter, place, at) {
            Some(entry) if &entry.lead == lead => {
                Basis::Directory { entry: entry.code.clone(), version: self.city.directory.version() }
            }
            Some(entry) => {
                let overrides = Some(entry.code.clone());
                Basis::Human { reason: self.says("override"), overrides }
            }
            None if self.fate.recorded => Basis::Human { reason: self.says("recorded"), overrides: None },
            None => Basis::Human { reason: self.says("dispatch"), overrides: None },
        }
    }

    /// Who answers for it that a town gets what the directory gives to a
    /// department; none where nobody need.
    pub fn override_for(&mut self, unit: &UnitId, at: Moment) -> Option<Override> {
        let kind = self.city.units.get(unit)?.kind;
        let by = Actor::system();
        let entry = domain::dispatch::reserved(self.order, &self.city.context(&by, at))?.code.clone();
        matches!(kind, UnitKind::Town | UnitKind::Village).then(|| Override {
            entry,
            person: self.cast.phrases.pick("override_person", &mut self.fate.rng),
            reason: self.says("override"),
            law: self.says("override_law"),
        })
    }

    fn reviewing(&mut self) -> Move {
        let at = self.by_day(10, 240);
        let fails = std::mem::take(&mut self.fate.bad_reply);
        let faults = if fails { vec![ReplyFault::FactsMissing, ReplyFault::NoBasis] } else { Vec::new() };
        let note = self.says(if fails { "review_failed" } else { "review_passed" });
        let act = domain::handling::ReviewReply { passed: !fails, faults, note };
        (at, self.somebody(Role::ReplyReviewer), act.into())
    }
}
