//! An import under way: rows become orders, a batch at a time, while the batch
//! before is being written.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use desk::{City, Texts, Told, open, random_salt, register_act};
use domain::Moment;
use domain::codes::{Channel, Kind, Level, UnitKind};
use domain::ids::OrderId;
use domain::order::Link;
use domain::person::Actor;
use domain::units::Unit;
use store::{Change, Committing, ImportRow, Matter, Place, Store};

use super::rejecting::Rejecting;
use super::{Counts, now};
use crate::import::{Incoming, Rejected};
use crate::replay::{MOST_UNNAMED, unnamed};
use crate::units_by_name;

/// So many orders are committed at once: with fewer the full-text index spends
/// its time on merging what it wrote a moment ago.
const BATCH: usize = 5_000;

/// The most numbers that are taken at once; what is left of them is lost.
const LARGEST_BLOCK: u32 = 100_000;

/// Records without a time are taken to have come in so many days ago, so that
/// their lives can be played to the end without reaching into the future.
const ASSUMED_AGE_DAYS: i64 = 90;

/// An import under way.
pub struct Importing {
    store: Store,
    city: City,
    source: String,
    assumed: Moment,
    waiting: Vec<Incoming>,
    committing: Option<(Committing, u64)>,
    /// The keys of what is being written.
    handed_over: HashSet<String>,
    units: BTreeSet<String>,
    matters: BTreeSet<String>,
    places: BTreeSet<String>,
    ids: std::ops::Range<i64>,
    /// The size of the last block of numbers.
    block: u32,
}

impl Importing {
    pub fn new(store: Store, source: &str) -> anyhow::Result<Self> {
        let city = City::load(&store, now())?;
        Ok(Self {
            source: source.to_owned(),
            assumed: now().plus_minutes(-ASSUMED_AGE_DAYS * 1440),
            waiting: Vec::with_capacity(BATCH),
            committing: None,
            handed_over: HashSet::new(),
            units: store.units()?.into_iter().map(|unit| unit.code.0).collect(),
            matters: store.matters()?.into_iter().map(|matter| matter.code).collect(),
            places: store.places()?.into_iter().map(|place| place.code).collect(),
            ids: 0..0,
            block: 0,
            store,
            city,
        })
    }

    pub fn take(
        &mut self,
        incoming: Incoming,
        counts: &mut Counts,
        rejects: &mut Rejecting,
    ) -> anyhow::Result<()> {
        self.waiting.push(incoming);
        if self.waiting.len() >= BATCH { self.flush(counts, rejects) } else { Ok(()) }
    }

    pub fn finish(mut self, counts: &mut Counts, rejects: &mut Rejecting) -> anyhow::Result<()> {
        self.flush(counts, rejects)?;
        self.settle(counts)?;
        self.store.tidy()?;
        Ok(())
    }

    /// Hands a batch over while the one before is being written.
    fn flush(&mut self, counts: &mut Counts, rejects: &mut Rejecting) -> anyhow::Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        let keys: Vec<&str> = waiting.iter().map(|incoming| incoming.key.as_str()).collect();
        let mut known = self.store.known_keys(&self.source, &keys)?;
        // The store does not know yet what it is writing.
        known.extend(self.handed_over.drain());
        self.learn(&waiting)?;
        let mut changes = Vec::with_capacity(waiting.len());
        for incoming in &waiting {
            // Also when the same key stands twice in one file.
            if !known.insert(incoming.key.clone()) {
                counts.skipped += 1;
                continue;
            }
            match self.change(incoming)? {
                Ok(change) => changes.push(change),
                Err(refusal) => {
                    let raw = serde_json::to_string(incoming)?;
                    rejects.add(&Rejected::new(incoming.line, refusal, &raw), counts)?;
                }
            }
        }
        let count = changes.len() as u64;
        let keys =
            changes.iter().filter_map(|change| change.import.as_ref()).map(|import| import.key.clone());
        self.handed_over = keys.collect();
        let next = if changes.is_empty() { None } else { Some((self.store.submit(changes)?, count)) };
        self.settle(counts)?;
        self.committing = next;
        Ok(())
    }

    fn settle(&mut self, counts: &mut Counts) -> anyhow::Result<()> {
        if let Some((committing, count)) = self.committing.take() {
            committing.wait()?;
            counts.imported += count;
        }
        Ok(())
    }

    fn change(&mut self, incoming: &Incoming) -> anyhow::Result<Result<Change, String>> {
        let told = self.told(incoming)?;
        let id = self.next_id()?;
        let mut salt = random_salt;
        let mut texts = Texts::new(&mut salt);
        let act = register_act(&told, &mut texts);
        let by = Actor::system();
        Ok(match open(id, &act, &self.city.context(&by, told.received_at)) {
            Ok(mut change) => {
                change.texts = texts.sealed();
                change.import = Some(ImportRow {
                    source: self.source.clone(),
                    key: incoming.key.clone(),
                    recorded: kept(incoming)?,
                });
                Ok(change)
            }
            Err(refusal) => Err(refusal.to_string()),
        })
    }

    fn told(&self, incoming: &Incoming) -> anyhow::Result<Told> {
        let kind: Kind = incoming.kind.parse()?;
        let external = incoming.external_no.clone().map(|number| Link {
            kind: domain::codes::LinkKind::External,
            order: None,
            external: Some(format!("{}/{number}", self.source)),
        });
        Ok(Told {
            citizen: None,
            channel: incoming.channel.parse::<Channel>()?,
            received_at: incoming.received_at.map_or(self.assumed, Moment::from),
            title: incoming.title.clone(),
            content: incoming.body.clone(),
            demand: String::new(),
            address: String::new(),
            when: String::new(),
            // Only who was asked in the source is asked in a replay.
            wants_callback: incoming.recorded.satisfaction.is_some(),
            kind,
            matter: units_by_name::matter(&self.source, &incoming.matter),
            place: match &incoming.place {
                Some(place) => units_by_name::place(&self.source, place),
                None => Default::default(),
            },
            accused: Vec::new(),
            accused_people: Vec::new(),
            confidentiality: None,
            level: level(kind),
            sensitivities: Vec::new(),
            links: external.into_iter().collect(),
        })
    }

    /// Units, matters and places that are new to the store.
    fn learn(&mut self, batch: &[Incoming]) -> anyhow::Result<()> {
        let mut units: BTreeMap<String, Unit> = BTreeMap::new();
        let mut matters: BTreeMap<String, Matter> = BTreeMap::new();
        let mut places: BTreeMap<String, Place> = BTreeMap::new();
        for incoming in batch {
            for name in unit_names(incoming) {
                let code = units_by_name::code(&name);
                if self.units.insert(code.0.clone()) {
                    let kind = UnitKind::Department;
                    units.insert(code.0.clone(), Unit { code, name, kind, parent: None, place: None });
                }
            }
            for depth in 0..=incoming.matter.len() {
                let path = &incoming.matter[..depth];
                let code = units_by_name::matter(&self.source, path).0;
                if self.matters.insert(code.clone()) {
                    let name = path.last().unwrap_or(&self.source).clone();
                    let parent =
                        depth.checked_sub(1).map(|up| units_by_name::matter(&self.source, &path[..up]).0);
                    let level = depth as i64 + 1;
                    matters.insert(
                        code.clone(),
                        Matter {
                            code,
                            name,
                            parent: parent.unwrap_or_default(),
                            level,
                            urgency: String::new(),
                            keywords: String::new(),
                        },
                    );
                }
            }
            if let Some(name) = &incoming.place {
                let code = units_by_name::place(&self.source, name).0;
                if self.places.insert(code.clone()) {
                    let (lat_e6, lon_e6) = (None, None);
                    let place = Place {
                        code: code.clone(),
                        name: name.clone(),
                        parent: String::new(),
                        level: 1,
                        lat_e6,
                        lon_e6,
                    };
                    places.insert(code, place);
                }
            }
        }
        // Each would wait for the batch that is being written.
        if !units.is_empty() {
            self.store.put_units(units.into_values().collect())?;
        }
        if !matters.is_empty() {
            self.store.put_matters(matters.into_values().collect())?;
        }
        if !places.is_empty() {
            self.store.put_places(places.into_values().collect())?;
        }
        Ok(())
    }

    fn next_id(&mut self) -> anyhow::Result<OrderId> {
        if self.ids.is_empty() {
            // As many again as were taken so far: asking waits for the batch
            // that is being written, so it is done ever more rarely.
            self.block = (self.block * 2).clamp(BATCH as u32, LARGEST_BLOCK);
            self.ids = self.store.next_order_ids(self.block)?;
        }
        Ok(OrderId(self.ids.next().expect("a block of numbers is never empty")))
    }
}

fn unit_names(incoming: &Incoming) -> impl Iterator<Item = String> {
    let recorded = &incoming.recorded;
    let named = recorded.unit.iter().chain(&recorded.earlier_units).cloned();
    let missing = (recorded.reassigned.unwrap_or(0) as usize).saturating_sub(recorded.earlier_units.len());
    named.chain((1..=missing.min(MOST_UNNAMED)).map(unnamed))
}

/// What is kept of the source: everything but the texts that went into the
/// order.
fn kept(incoming: &Incoming) -> anyhow::Result<String> {
    let lean = Incoming { title: String::new(), body: String::new(), ..incoming.clone() };
    Ok(serde_json::to_string(&lean)?)
}

/// The level that an imported order gets: sources have none that fits.
fn level(kind: Kind) -> Level {
    match kind {
        Kind::Consultation => Level::Inquiry,
        Kind::Complaint | Kind::Report => Level::Complex,
        _ => Level::Ordinary,
    }
}
