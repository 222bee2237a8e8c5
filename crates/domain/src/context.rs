//! What a decision may look at beside the order and the act.

use crate::codes::{ClockKind, Role};
use crate::directory::{Directory, Question};
use crate::event::Event;
use crate::ids::UnitId;
use crate::order::{Order, Stage};
use crate::person::Actor;
use crate::policy::{Policy, Within};
use crate::refusal::Refusal;
use crate::rulings::Rulings;
use crate::text_ref::TextRef;
use crate::time::{Calendar, Limit, Moment};
use crate::units::{Unit, Units};

/// Who acts and when, and the rules of the city at that time.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// When.
    pub at: Moment,
    /// Who.
    pub by: &'a Actor,
    /// The policy in force.
    pub policy: &'a Policy,
    /// The table of days.
    pub calendar: &'a Calendar,
    /// The directory in force.
    pub directory: &'a Directory,
    /// The units.
    pub units: &'a Units,
    /// The rulings in force that hold for more than their own order.
    pub rulings: &'a Rulings,
    /// The number that a ruling gets if the act makes one; empty where none is given out.
    pub ruling_number: &'a str,
}

/// The longest text that is taken, in characters: a citizen may tell a long
/// story, a machine may not fill the disk.
pub const LONGEST_TEXT: u32 = 100_000;

impl<'a> Context<'a> {
    /// Refuses an actor who is in none of these roles.
    pub(crate) fn role(&self, needs: &'static [Role]) -> Result<(), Refusal> {
        if needs.contains(&self.by.role) {
            Ok(())
        } else {
            Err(Refusal::NotYourRole { needs: needs.to_vec() })
        }
    }

    /// Refuses an order that stands elsewhere on its way.
    pub(crate) fn stage(&self, order: &Order, needs: &[Stage]) -> Result<(), Refusal> {
        if needs.contains(&order.stage) {
            Ok(())
        } else {
            Err(Refusal::WrongStage { stage: order.stage, needs: needs.to_vec() })
        }
    }

    /// Refuses a text that says nothing or is longer than anybody reads.
    pub(crate) fn text(&self, field: &'static str, text: &TextRef) -> Result<(), Refusal> {
        match text.chars {
            0 => Err(Refusal::TextMissing { field: field.to_owned() }),
            chars if chars > LONGEST_TEXT => {
                Err(Refusal::TextTooLong { field: field.to_owned(), chars, most: LONGEST_TEXT })
            }
            _ => Ok(()),
        }
    }

    /// What the directory is asked of an order that is dispatched now.
    pub fn question<'o>(&self, order: &'o Order) -> Question<'o> {
        Question {
            matter: &order.matter,
            place: &order.place,
            on: self.calendar.date(self.at),
            time: Some(self.calendar.local(order.registered_at)),
            facts: order.facts,
        }
    }

    /// The unit of this code, to which something is sent.
    pub(crate) fn unit(&self, code: &UnitId) -> Result<&'a Unit, Refusal> {
        if let Some(successor) = self.units.ended(code) {
            return Err(Refusal::UnitEnded { unit: code.clone(), successor: successor.clone() });
        }
        self.units.get(code).ok_or_else(|| Refusal::UnknownUnit { unit: code.clone() })
    }

    /// Refuses somebody who decides on what they asked for themselves.
    pub(crate) fn not_the_asker(&self, asker: &Actor) -> Result<(), Refusal> {
        if self.by.is_same_person(asker) { Err(Refusal::SamePerson) } else { Ok(()) }
    }

    /// When a limit that starts now ends.
    pub(crate) fn due(&self, limit: Limit) -> Option<Moment> {
        self.due_from(self.at, limit)
    }

    /// When a limit that started earlier ends.
    pub(crate) fn due_from(&self, from: Moment, limit: Limit) -> Option<Moment> {
        self.calendar.due(from, limit, self.policy.counting.rolls_to_working_day.value)
    }

    /// When a wait that starts now ends; a wait set by another law never
    /// ends by itself.
    pub(crate) fn until(&self, wait: &Within) -> Moment {
        self.due(wait.within).unwrap_or(Moment(i64::MAX))
    }

    /// The marks of a clock that is due at `due`: the warnings still to come,
    /// and the red card.
    pub(crate) fn marks(
        &self,
        from: Moment,
        due: Option<Moment>,
        limit: Limit,
    ) -> (Vec<Moment>, Option<Moment>) {
        let Some(due) = due else { return (Vec::new(), None) };
        let percents = &self.policy.warnings.percents.value;
        let mark = |&percent: &u8| self.calendar.share(from, due, limit, percent);
        let warn_at = percents.iter().map(mark).filter(|at| *at > self.at && *at < due).collect();
        (warn_at, self.due_from(due, self.policy.waits.red_card.within))
    }

    /// Starts a clock with a limit, now.
    pub(crate) fn start(&self, kind: ClockKind, part: u16, limit: Limit) -> Event {
        self.start_due(kind, part, limit, self.due(limit))
    }

    /// Starts a clock that is due at a moment known already.
    pub(crate) fn start_due(&self, kind: ClockKind, part: u16, limit: Limit, due: Option<Moment>) -> Event {
        let (warn_at, red_at) = self.marks(self.at, due, limit);
        Event::ClockStarted { kind, part, from: None, limit: Some(limit), due, warn_at, red_at }
    }

    /// Starts a clock of the whole order with a limit, now, whether it ran before or not.
    pub(crate) fn start_anew(&self, order: &Order, kind: ClockKind, limit: Limit) -> Event {
        match order.clock(kind, 0) {
            Some(_) => self.reset(kind, 0, self.at, limit),
            None => self.start(kind, 0, limit),
        }
    }

    /// Sets a clock to another limit, counted from `from`.
    pub(crate) fn reset(&self, kind: ClockKind, part: u16, from: Moment, limit: Limit) -> Event {
        let due = self.due_from(from, limit);
        let (warn_at, red_at) = self.marks(from, due, limit);
        Event::ClockReset { kind, part, from, limit, due, warn_at, red_at }
    }
}

/// Starts a clock that only measures, from a moment before the act.
pub(crate) fn start_measuring(kind: ClockKind, from: Moment) -> Event {
    Event::ClockStarted {
        kind,
        part: 0,
        from: Some(from),
        limit: None,
        due: None,
        warn_at: Vec::new(),
        red_at: None,
    }
}

/// Stops a clock, if it has not stopped.
pub(crate) fn stop(order: &Order, kind: ClockKind, part: u16) -> Option<Event> {
    let clock = order.clock(kind, part)?;
    clock.stopped.is_none().then_some(Event::ClockStopped { kind, part })
}

/// Lets a clock that has stopped run on.
pub(crate) fn restart(order: &Order, kind: ClockKind, part: u16) -> Option<Event> {
    let clock = order.clock(kind, part)?;
    clock.stopped.is_some().then_some(Event::ClockRestarted { kind, part })
}
