//! The engine: a queue of what happens next, in the order of time.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use desk::{City, DeskError, decide_numbered, open};
use domain::ids::OrderId;
use domain::intake::Register;
use domain::person::Actor;
use domain::tick::Tick;
use domain::{Act, Moment, Stage};
use store::text::NewText;
use store::{Change, Committing, Hash, ImportRow, Loaded, NewCitizen, Store};

use super::cast::{Actors, Step};
use super::fate::Fate;
use super::summary::Summary;

/// So many changes are written at once. Large enough that the cost of a
/// transaction vanishes, small enough that a killed run loses little.
const BATCH: usize = 2_000;

/// After so many refusals in a row an order is left to its clocks: whoever
/// is refused over and over has misunderstood the rules.
const PATIENCE: u8 = 8;

/// An appeal that arrives.
pub struct Arrival {
    /// When it is registered.
    pub at: Moment,
    /// Who registers it.
    pub by: Actor,
    /// The act.
    pub act: Register,
    /// Its texts.
    pub texts: Vec<NewText>,
    /// The citizen, when they are new to the store.
    pub citizen: Option<NewCitizen>,
    /// Where it was imported from.
    pub import: Option<ImportRow>,
    /// What will become of it.
    pub fate: Fate,
}

/// An order on its way.
struct Life {
    loaded: Loaded,
    fate: Fate,
    refused: u8,
}

enum Next {
    Arrive(Box<Arrival>),
    Do(OrderId, u32, Box<Step>),
    Tick(OrderId, u32),
}

/// A run: orders on their way, and what happens next.
pub struct Play<'a> {
    store: &'a Store,
    city: &'a City,
    actors: Actors<'a>,
    lives: HashMap<OrderId, Life>,
    /// The heads of the chains that were committed.
    heads: HashMap<OrderId, Hash>,
    /// Numbers taken from the store, not used yet.
    ids: std::ops::Range<i64>,
    queue: BinaryHeap<Reverse<(Moment, u64)>>,
    happenings: HashMap<u64, Next>,
    serial: u64,
    /// Nothing after this moment is played.
    until: Moment,
    written: Vec<Change>,
    /// Handed over, not yet known to be written.
    committing: Option<Committing>,
    summary: Summary,
}

impl<'a> Play<'a> {
    /// A run that ends when nothing is left to happen, or at `until`.
    pub fn new(store: &'a Store, city: &'a City, actors: Actors<'a>, until: Moment) -> Self {
        Self {
            store,
            city,
            actors,
            lives: HashMap::new(),
            heads: HashMap::new(),
            ids: 0..0,
            queue: BinaryHeap::new(),
            happenings: HashMap::new(),
            serial: 0,
            until,
            written: Vec::new(),
            committing: None,
            summary: Summary::default(),
        }
    }

    /// An appeal that will arrive.
    pub fn expect(&mut self, arrival: Arrival) {
        self.schedule(arrival.at, Next::Arrive(Box::new(arrival)));
    }

    /// An order that is in the store already and goes on from where it is.
    pub fn take_up(&mut self, loaded: Loaded, fate: Fate) {
        let id = loaded.order.id;
        self.summary.orders += 1;
        self.heads.insert(id, loaded.head);
        self.lives.insert(id, Life { loaded, fate, refused: 0 });
        self.plan(id);
    }

    /// Plays everything that is to happen before `moment`; how many orders
    /// are on their way afterwards.
    ///
    /// # Errors
    /// The store's fault; what was committed stays.
    pub fn run_until(&mut self, moment: Moment) -> anyhow::Result<usize> {
        while let Some(&Reverse((at, serial))) = self.queue.peek() {
            if at > moment {
                break;
            }
            self.queue.pop();
            if let Some(next) = self.happenings.remove(&serial) {
                self.happen(at, next)?;
            }
        }
        Ok(self.lives.len())
    }

    /// Plays to the end, and sums up.
    ///
    /// # Errors
    /// The store's fault; what was committed stays.
    pub fn finish(mut self) -> anyhow::Result<Summary> {
        self.run_until(self.until)?;
        self.flush()?;
        self.settle()?;
        for life in self.lives.values() {
            self.summary.quarrels.leaves(&life.loaded.order, self.city);
            self.summary.leaves(&life.loaded.order);
        }
        Ok(self.summary)
    }

    fn happen(&mut self, at: Moment, next: Next) -> anyhow::Result<()> {
        match next {
            Next::Arrive(arrival) => self.arrive(*arrival),
            Next::Do(id, version, step) => self.perform(id, version, *step),
            Next::Tick(id, version) => {
                let act = Act::Tick(Tick {});
                self.perform(id, version, Step { at, by: Actor::system(), act, texts: Vec::new() })
            }
        }
    }

    fn arrive(&mut self, arrival: Arrival) -> anyhow::Result<()> {
        let id = self.next_id()?;
        let ctx = self.city.context(&arrival.by, arrival.at);
        match open(id, &arrival.act, &ctx) {
            Ok(mut change) => {
                change.texts = arrival.texts;
                change.citizens.extend(arrival.citizen);
                change.import = arrival.import;
                self.summary.orders += 1;
                let loaded = Loaded { order: change.after.clone(), head: [0; 32] };
                self.lives.insert(id, Life { loaded, fate: arrival.fate, refused: 0 });
                self.write(change)?;
                self.plan(id);
            }
            Err(refusal) => self.summary.refused(&refusal),
        }
        Ok(())
    }

    fn perform(&mut self, id: OrderId, version: u32, step: Step) -> anyhow::Result<()> {
        // Something else happened since it was planned.
        let Some(life) = self.lives.get_mut(&id).filter(|life| life.loaded.order.version == version) else {
            return Ok(());
        };
        let ctx = self.city.context_with(&step.by, step.at, &self.actors.rulings);
        match decide_numbered(&life.loaded, &step.act, &ctx, self.city, self.store) {
            Ok(mut change) => {
                change.texts = step.texts;
                life.loaded.order = change.after.clone();
                life.refused = 0;
                let (after, events) = (&change.after, &change.entry.events);
                self.summary.quarrels.note(after, events, &life.fate.owner, self.city);
                self.actors.note_rulings(after, events);
                self.write(change)?;
                self.plan(id);
            }
            Err(DeskError::Refused(refusal)) => {
                life.refused += 1;
                life.fate.was_refused(&step.act, &refusal);
                let patient = life.refused < PATIENCE;
                self.summary.refused(&refusal);
                if patient {
                    self.plan(id);
                }
            }
            Err(fault) => return Err(fault.into()),
        }
        Ok(())
    }

    /// Asks who acts on an order next, and when time will.
    fn plan(&mut self, id: OrderId) {
        let Some(life) = self.lives.get_mut(&id) else { return };
        let order = &life.loaded.order;
        if order.stage == Stage::Archived {
            self.summary.quarrels.leaves(order, self.city);
            self.summary.leaves(order);
            self.lives.remove(&id);
            return;
        }
        let version = order.version;
        let tick = order.next_moment().map(|at| at.max(order.changed_at));
        let step = self.actors.next(order, &mut life.fate, self.city);
        if let Some(at) = tick {
            self.schedule(at, Next::Tick(id, version));
        }
        if let Some(step) = step {
            self.schedule(step.at, Next::Do(id, version, Box::new(step)));
        }
    }

    fn schedule(&mut self, at: Moment, next: Next) {
        if at <= self.until {
            self.serial += 1;
            self.queue.push(Reverse((at, self.serial)));
            self.happenings.insert(self.serial, next);
        }
    }

    fn write(&mut self, change: Change) -> anyhow::Result<()> {
        self.summary.acts += 1;
        self.written.push(change);
        if self.written.len() >= BATCH { self.flush() } else { Ok(()) }
    }

    /// Hands over what was decided, while what was handed over before is
    /// being written. An order's chain goes on from its last committed head.
    fn flush(&mut self) -> anyhow::Result<()> {
        self.settle()?;
        let mut changes = std::mem::take(&mut self.written);
        for change in &mut changes {
            if let (Some(before), Some(head)) = (&mut change.before, self.heads.get(&change.after.id)) {
                before.head = *head;
            }
        }
        self.committing = Some(self.store.submit(changes)?);
        Ok(())
    }

    /// Waits for what was handed over.
    fn settle(&mut self) -> anyhow::Result<()> {
        let Some(committing) = self.committing.take() else { return Ok(()) };
        for loaded in committing.wait()? {
            if loaded.order.stage == Stage::Archived {
                self.heads.remove(&loaded.order.id);
            } else {
                self.heads.insert(loaded.order.id, loaded.head);
            }
        }
        Ok(())
    }

    fn next_id(&mut self) -> anyhow::Result<OrderId> {
        if self.ids.is_empty() {
            self.ids = self.store.next_order_ids(1_000)?;
        }
        let id = self.ids.next().expect("a block of numbers is never empty");
        Ok(OrderId(id))
    }
}
