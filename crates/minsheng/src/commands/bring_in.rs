//! `minsheng import`: another system's records become orders.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context as _, anyhow};
use desk::{City, Texts, Told, open, register_act};
use domain::Moment;
use domain::codes::{Channel, Kind, Level, UnitKind};
use domain::ids::OrderId;
use domain::order::Link;
use domain::person::Actor;
use domain::units::Unit;
use serde_json::json;
use store::{Change, Committing, ImportRow, Matter, Place, Store};

use super::now;
use crate::city_files;
use crate::import::{Incoming, Mapping, Rejected, Rejects, open_counted};
use crate::output::{Watch, bar, json_line};
use crate::replay::{MOST_UNNAMED, unnamed};
use crate::settings::Settings;
use crate::units_by_name;

/// So many orders are committed at once: with fewer the full-text index spends
/// its time on merging what it wrote a moment ago.
const BATCH: usize = 5_000;

/// The most numbers that are taken at once; what is left of them is lost.
const LARGEST_BLOCK: u32 = 100_000;

/// How many errors a dry run shows.
const SHOWN: usize = 10;

/// Records without a time are taken to have come in so many days ago, so that
/// their lives can be played to the end without reaching into the future.
const ASSUMED_AGE_DAYS: i64 = 90;

/// What to import.
pub struct Plan {
    pub mapping: String,
    pub file: PathBuf,
    pub dry_run: bool,
    pub rejects: Option<PathBuf>,
}

/// Imports a file. Rows that cannot be imported go to the reject file, each
/// with its reason; rows that are in the store already are skipped, so that
/// an import which was stopped can simply be run again.
pub fn import(settings: &Settings, plan: &Plan, json: bool) -> anyhow::Result<ExitCode> {
    let watch = Watch::start();
    let mapping = mapping(&plan.mapping)?;
    let read = Arc::new(AtomicU64::new(0));
    let rows = open_counted(&plan.file, &mapping, Arc::clone(&read))?;
    let bar = bar(std::fs::metadata(&plan.file)?.len(), "import");
    let mut rejects = Rejecting::new(plan);
    let mut run = match plan.dry_run {
        true => None,
        false => Some(Importing::new(settings.store()?, &mapping.name)?),
    };
    let mut counts = Counts::default();
    for row in rows {
        bar.set_position(read.load(Ordering::Relaxed));
        match row {
            Err(rejected) => rejects.add(&rejected, &mut counts)?,
            Ok(incoming) => match &mut run {
                None => counts.imported += 1,
                Some(run) => run.take(incoming, &mut counts, &mut rejects)?,
            },
        }
    }
    if let Some(run) = run {
        run.finish(&mut counts, &mut rejects)?;
    }
    bar.finish_and_clear();
    let rejected_to = rejects.finish()?;
    let seconds = watch.seconds();
    let would = if plan.dry_run { "would be " } else { "" };
    println!(
        "{}: {} {would}imported, {} rejected, {} skipped (already there), {seconds:.1} s",
        plan.file.display(),
        counts.imported,
        counts.rejected,
        counts.skipped
    );
    if let Some(path) = rejected_to.filter(|_| counts.rejected > 0) {
        println!("rejected rows, each with its reason: {}", path.display());
    }
    json_line(
        json,
        &json!({
            "imported": counts.imported,
            "rejected": counts.rejected,
            "skipped": counts.skipped,
            "dry_run": plan.dry_run,
            "seconds": (seconds * 1000.0).round() / 1000.0,
        }),
    );
    Ok(ExitCode::SUCCESS)
}

#[derive(Default)]
struct Counts {
    imported: u64,
    rejected: u64,
    skipped: u64,
}

fn mapping(name: &str) -> anyhow::Result<Mapping> {
    if let Some(text) = city_files::text(&format!("mappings/{name}.toml")) {
        return Ok(Mapping::parse(name, text)?);
    }
    let path = Path::new(name);
    let known =
        || city_files::folder("mappings").into_iter().map(|(name, _)| name).collect::<Vec<_>>().join(", ");
    let text = std::fs::read_to_string(path).with_context(|| {
        format!("`{name}` is neither a mapping that comes with the program ({}) nor a file", known())
    })?;
    let stem =
        path.file_stem().and_then(|stem| stem.to_str()).ok_or_else(|| anyhow!("`{name}` has no name"))?;
    Ok(Mapping::parse(stem, &text)?)
}

/// Where rejected rows go.
struct Rejecting {
    path: PathBuf,
    shown: usize,
    dry_run: bool,
    file: Option<Rejects<std::io::BufWriter<std::fs::File>>>,
}

impl Rejecting {
    fn new(plan: &Plan) -> Self {
        let beside = || {
            let name = plan.file.file_name().unwrap_or_default().to_string_lossy();
            PathBuf::from(format!("{name}.rejects.jsonl"))
        };
        let path = plan.rejects.clone().unwrap_or_else(beside);
        // A dry run writes a reject file only when it is asked for by name.
        let dry_run = plan.dry_run && plan.rejects.is_none();
        Self { path, shown: 0, dry_run, file: None }
    }

    fn add(&mut self, rejected: &Rejected, counts: &mut Counts) -> anyhow::Result<()> {
        counts.rejected += 1;
        if self.shown < SHOWN {
            self.shown += 1;
            eprintln!("line {}: {}", rejected.line, rejected.reason);
        }
        if self.dry_run {
            return Ok(());
        }
        if self.file.is_none() {
            let file = std::fs::File::create(&self.path).with_context(|| self.path.display().to_string())?;
            self.file = Some(Rejects::new(std::io::BufWriter::new(file)));
        }
        if let Some(file) = &mut self.file {
            file.add(rejected)?;
        }
        Ok(())
    }

    fn finish(self) -> anyhow::Result<Option<PathBuf>> {
        match self.file {
            Some(file) => {
                file.finish()?;
                Ok(Some(self.path))
            }
            None => Ok(None),
        }
    }
}

/// An import under way.
struct Importing {
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
    fn new(store: Store, source: &str) -> anyhow::Result<Self> {
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

    fn take(
        &mut self,
        incoming: Incoming,
        counts: &mut Counts,
        rejects: &mut Rejecting,
    ) -> anyhow::Result<()> {
        self.waiting.push(incoming);
        if self.waiting.len() >= BATCH { self.flush(counts, rejects) } else { Ok(()) }
    }

    fn finish(mut self, counts: &mut Counts, rejects: &mut Rejecting) -> anyhow::Result<()> {
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
        let mut salt = rand::random::<[u8; 16]>;
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
            // Only who was asked in the source is asked in a replay.
            wants_callback: incoming.recorded.satisfaction.is_some(),
            kind,
            matter: units_by_name::matter(&self.source, &incoming.matter),
            place: match &incoming.place {
                Some(place) => units_by_name::place(&self.source, place),
                None => Default::default(),
            },
            accused: Vec::new(),
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
                        Matter { code, name, parent: parent.unwrap_or_default(), level },
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
