//! Performing: load, decide, commit.

use domain::codes::LinkKind;
use domain::decide::entry;
use domain::ids::OrderId;
use domain::intake::{Merge, Register, TakeIn};
use domain::order::Link;
use domain::person::Actor;
use domain::rulings::{self, Rulings};
use domain::tick::Tick;
use domain::{Act, Context, Entry, Event, Moment, Order, Refusal, life};
use store::{Change, ImportRow, Loaded, NewCitizen, NewText, Store, StoreError};

use crate::city::City;
use crate::intake::{Told, register_act};
use crate::notices::notices;
use crate::terms::{Acting, Terms};
use crate::texts::{Texts, random_salt};

/// Why an act was not performed.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The rules do not allow it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// There is no such order.
    #[error("there is no order {0}")]
    NoOrder(OrderId),
    /// Somebody else was faster than whoever decided on an earlier version.
    #[error("the order is at version {version}, and no longer at {expected}")]
    Changed {
        /// The version that the act was decided on.
        expected: u32,
        /// The version now.
        version: u32,
        /// What happened since.
        since: Vec<Entry>,
    },
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// An act that was decided: what to commit.
pub type Decided = Result<Change, Refusal>;

/// Decides on an act against an order that is loaded.
///
/// # Errors
/// The [`Refusal`] of the domain.
pub fn decide(before: &Loaded, act: &Act, ctx: &Context) -> Decided {
    let events = domain::decide(&before.order, act, ctx)?;
    let entry = entry(before.order.id, before.order.version, act.name(), events, ctx);
    Ok(change(Some(before.clone()), entry))
}

/// As [`decide`]; an act that turns out to be a ruling gets the store's next number.
///
/// # Errors
/// The [`Refusal`] of the domain, or the store's fault.
pub fn decide_numbered(
    before: &Loaded,
    act: &Act,
    ctx: &Context,
    city: &City,
    store: &Store,
) -> Result<Change, DeskError> {
    let change = decide(before, act, ctx)?;
    if !change.entry.events.iter().any(|event| matches!(event, Event::Ruled { .. })) {
        return Ok(change);
    }
    // Only what is sure to be a ruling takes a number.
    let no = store.next_ruling_number(city.calendar.date(ctx.at).year())?;
    let number = city.ruling_number(no, ctx.at);
    Ok(decide(before, act, &Context { ruling_number: &number, ..*ctx })?)
}

/// Decides on an appeal that opens a new order.
///
/// # Errors
/// The [`Refusal`] of the domain.
pub fn open(id: OrderId, act: &Register, ctx: &Context) -> Decided {
    let events = domain::register(id, act, ctx)?;
    Ok(change(None, entry(id, 0, "register", events, ctx)))
}

fn change(before: Option<Loaded>, entry: Entry) -> Change {
    Change::new(before, entry).expect("a decided entry follows the order that it was decided on")
}

/// Where acts are performed as they come: one at a time, each with the
/// notices that follow from it.
pub struct Desk {
    store: Store,
    city: City,
}

impl Desk {
    /// A desk of a city.
    pub fn new(store: Store, city: City) -> Self {
        Self { store, city }
    }

    /// The store behind it.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The city that it stands in.
    pub fn city(&self) -> &City {
        &self.city
    }

    /// Registers an appeal, with its citizen when they are new to the store.
    ///
    /// # Errors
    /// A refusal, or the store's fault; nothing is written then.
    pub fn register(
        &self,
        told: &Told,
        citizen: Option<NewCitizen>,
        by: &Actor,
        at: Moment,
    ) -> Result<Loaded, DeskError> {
        self.register_from(told, citizen, None, Acting { by, at, terms: &Terms::default() })
    }

    /// Registers an appeal that may come from another system, where it has a
    /// name of its own: the same name is never registered twice.
    ///
    /// # Errors
    /// As [`Desk::register`]; `Taken` for a name that is known already.
    pub fn register_from(
        &self,
        told: &Told,
        citizen: Option<NewCitizen>,
        import: Option<ImportRow>,
        acting: Acting,
    ) -> Result<Loaded, DeskError> {
        let mut change = self.opening(self.store.next_order_id()?, told, None, acting)?;
        change.citizens.extend(citizen);
        change.import = import;
        acting.terms.ride_on(&mut change);
        self.commit(vec![change])
    }

    /// The change that opens an order for what was told, linked when it came
    /// from another.
    fn opening(&self, id: OrderId, told: &Told, link: Option<Link>, acting: Acting) -> Decided {
        let mut salt = random_salt;
        let mut texts = Texts::new(&mut salt);
        let mut act = register_act(told, &mut texts);
        act.links.extend(link);
        let mut change = open(id, &act, &self.city.context(acting.by, acting.at))?;
        change.texts = texts.sealed();
        Ok(change)
    }

    /// Performs an act. `make` sees the order and seals the act's texts. Of two
    /// who act at once the second is decided on what the first left; nothing is
    /// written over.
    ///
    /// # Errors
    /// A refusal, or the store's fault; nothing is written then.
    pub fn perform(
        &self,
        id: OrderId,
        by: &Actor,
        at: Moment,
        make: impl FnOnce(&Order, &mut Texts) -> Act,
    ) -> Result<Loaded, DeskError> {
        let before = self.known(id)?;
        let mut salt = random_salt;
        let mut texts = Texts::new(&mut salt);
        let act = make(&before.order, &mut texts);
        self.perform_sealed(before, &act, texts.sealed(), Acting { by, at, terms: &Terms::default() })
    }

    /// Performs an act whose texts are sealed already, on an order as whoever
    /// asks has it in hand. Whatever does not go through against that is tried
    /// against the journal: another process may have changed the order in the
    /// meantime.
    ///
    /// # Errors
    /// As [`Desk::perform`]; [`DeskError::Changed`] when the terms name a
    /// version that is no longer the last.
    pub fn perform_sealed(
        &self,
        before: Loaded,
        act: &Act,
        texts: Vec<NewText>,
        acting: Acting,
    ) -> Result<Loaded, DeskError> {
        let (id, version) = (before.order.id, before.order.version);
        let fault = match self.decide_and_commit(&before, act, texts.clone(), acting) {
            Err(
                fault @ (DeskError::Refused(_)
                | DeskError::Changed { .. }
                | DeskError::Store(StoreError::Conflict { .. })),
            ) => fault,
            done => return done,
        };
        let fresh = self.load(id)?;
        if fresh.order.version == version {
            return Err(fault);
        }
        self.decide_and_commit(&fresh, act, texts, acting)
    }

    /// The order as this process last knew it, or as the journal has it.
    ///
    /// # Errors
    /// When there is none, or the store cannot be read.
    pub fn known(&self, id: OrderId) -> Result<Loaded, DeskError> {
        self.store.recent(id).map_or_else(|| self.load(id), Ok)
    }

    fn load(&self, id: OrderId) -> Result<Loaded, DeskError> {
        self.store.order(id)?.ok_or(DeskError::NoOrder(id))
    }

    fn decide_and_commit(
        &self,
        before: &Loaded,
        act: &Act,
        texts: Vec<NewText>,
        acting: Acting,
    ) -> Result<Loaded, DeskError> {
        let mut change = self.decided(before, act, acting)?;
        change.texts = texts;
        acting.terms.ride_on(&mut change);
        self.commit(vec![change])
    }

    /// What an act makes of an order that is still as whoever acts saw it.
    fn decided(&self, before: &Loaded, act: &Act, acting: Acting) -> Result<Change, DeskError> {
        self.unchanged(&before.order, acting.terms)?;
        let rulings = self.rulings(&before.order, act.name())?;
        let context = Context { rulings: &rulings, ..self.context(&before.order, acting) };
        decide_numbered(before, act, &context, &self.city, &self.store)
    }

    /// The rulings in force that an act's decision looks at; asked of the store
    /// each time, so that one made a moment ago, anywhere, holds.
    fn rulings(&self, order: &Order, act: &str) -> Result<Rulings, StoreError> {
        match rulings::ASKED_BY.contains(&act) {
            true => self.store.rulings_about(&order.matter),
            false => Ok(Rulings::default()),
        }
    }

    /// Refuses to act on an order that is no longer as whoever acts saw it,
    /// and tells what happened since.
    fn unchanged(&self, order: &Order, terms: &Terms) -> Result<(), DeskError> {
        let version = order.version;
        match terms.against {
            Some(expected) if expected != version => {
                let history = self.store.history(order.id)?;
                let since = history.into_iter().filter(|entry| entry.seq > expected).collect();
                Err(DeskError::Changed { expected, version, since })
            }
            _ => Ok(()),
        }
    }

    /// Merges one order into another: both acts in one commit, so that no
    /// appeal is ever in two orders or in none.
    ///
    /// # Errors
    /// The refusal of either; then neither is changed.
    pub fn merge(&self, from: OrderId, into: OrderId, acting: Acting) -> Result<Loaded, DeskError> {
        let ends = self.load(from)?;
        let stays = self.load(into)?;
        let mut merge = self.decided(&ends, &Merge { into }.into(), acting)?;
        acting.terms.ride_on(&mut merge);
        let take_in = TakeIn { from, appeals: ends.order.appeals.clone() };
        let taken = decide(&stays, &take_in.into(), &self.context(&stays.order, acting))?;
        self.commit(vec![merge, taken])
    }

    /// Splits an order: registers an order for each further matter, linked
    /// back, and records them on the first, in one commit.
    ///
    /// # Errors
    /// The refusal of any; then nothing is changed.
    pub fn split(
        &self,
        id: OrderId,
        matters: &[Told],
        keeps_a_matter: bool,
        acting: Acting,
    ) -> Result<Loaded, DeskError> {
        let before = self.load(id)?;
        self.unchanged(&before.order, acting.terms)?;
        let ids = self.store.next_order_ids(matters.len() as u32)?;
        let into: Vec<OrderId> = ids.map(OrderId).collect();
        let mut changes = Vec::with_capacity(matters.len() + 1);
        for (told, &new) in matters.iter().zip(&into) {
            let link = Link { kind: LinkKind::SplitFrom, order: Some(id), external: None };
            changes.push(self.opening(new, told, Some(link), acting)?);
        }
        let act = domain::intake::Split { into, keeps_a_matter };
        let mut split = self.decided(&before, &act.into(), acting)?;
        acting.terms.ride_on(&mut split);
        changes.push(split);
        self.commit(changes)
    }

    /// Performs what time itself has made due by now; how many orders were
    /// touched. An order that somebody else changed in the meantime is left
    /// to the next round.
    ///
    /// # Errors
    /// The store's fault.
    pub fn tick(&self, now: Moment, most: usize) -> Result<usize, DeskError> {
        let due = self.store.due(now, most)?;
        let mut done = 0;
        for id in due {
            match self.perform(id, &Actor::system(), now, |_, _| life::Act::Tick(Tick {})) {
                Ok(_) => done += 1,
                Err(DeskError::Refused(_) | DeskError::Store(StoreError::Conflict { .. })) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(done)
    }

    /// A machine's clock can be set back; an order's journal never runs
    /// backwards. Then the act bears the time of the entry before it.
    fn context<'a>(&'a self, order: &Order, acting: Acting<'a>) -> Context<'a> {
        self.city.context(acting.by, acting.at.max(order.changed_at))
    }

    fn commit(&self, mut changes: Vec<Change>) -> Result<Loaded, DeskError> {
        for change in &mut changes {
            change.jobs = notices(&change.after, &change.entry);
        }
        let mut loaded = self.store.commit(changes)?;
        Ok(loaded.pop().expect("a commit of at least one change answers for each"))
    }
}
