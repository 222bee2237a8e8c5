//! `minsheng directory`: the directory checked, tried on the past, and taken out
//! into a sheet and brought in again.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, bail, ensure};
use desk::City;
use desk::directory::{self as lists, CityLists, Drafting, KeptDraft, SheetFault, Step};
use domain::directory::{DirectoryEntry, Findings, Replayed};
use domain::ids::PersonId;
use serde_json::{Value, json};
use store::Store;

use super::now;
use crate::cli::{DirectoryCommand, Importing};
use crate::output::{Watch, bar, columns, json_line};
use crate::settings::Settings;

/// So many examples of each finding are told.
const EXAMPLES: usize = 5;

/// So many ways that orders would have gone are shown.
const WAYS: usize = 20;

/// Checks, imports, exports or replays.
pub fn directory(settings: &Settings, command: DirectoryCommand, json: bool) -> anyhow::Result<ExitCode> {
    let store = settings.store()?;
    let city = City::load(&store, now())?;
    match command {
        DirectoryCommand::Check { version } => check(&store, &city, version.as_deref(), json),
        DirectoryCommand::Replay { version } => replay(&store, &city, &version, json),
        DirectoryCommand::Export { file, version } => export(&store, &city, &file, version.as_deref(), json),
        DirectoryCommand::Import(import) => bring_in(&store, &city, &import, json),
    }
}

fn check(store: &Store, city: &City, version: Option<&str>, json: bool) -> anyhow::Result<ExitCode> {
    let (directory, on) = match version {
        Some(name) => lists::named(store, city, name, now())?,
        None => (lists::in_force(store, now())?, city.calendar.date(now())),
    };
    let found = lists::check(store, city, &directory, on)?;
    let kinds = kinds(&found);
    println!("version {} on {}: {} entries in force", found.version, found.on, found.entries);
    println!("{} of {} orders are covered", found.orders_covered, found.orders);
    let rows = kinds.iter().map(|(name, count, examples)| {
        let example = examples.first().map(|(said, _)| said.clone()).unwrap_or_default();
        vec![name.replace('_', " "), count.to_string(), example]
    });
    println!();
    columns(&["finding", "count", "such as"], &rows.collect::<Vec<_>>());
    let mut said = json!({
        "version": found.version,
        "on": found.on,
        "entries": found.entries,
        "orders": found.orders,
        "orders_covered": found.orders_covered,
    });
    for (name, count, examples) in kinds {
        let examples: Vec<Value> = examples.into_iter().map(|(_, example)| example).collect();
        said[name] = json!({"count": count, "examples": examples});
    }
    json_line(json, &said);
    Ok(ExitCode::SUCCESS)
}

/// A kind of finding, how many there are, and the first, told and as data.
type Told = (&'static str, usize, Vec<(String, Value)>);

fn kinds(found: &Findings) -> [Told; 6] {
    fn told<T: serde::Serialize>(name: &'static str, all: &[T], say: impl Fn(&T) -> String) -> Told {
        (name, all.len(), all.iter().take(EXAMPLES).map(|one| (say(one), json!(one))).collect())
    }
    [
        told("contradictions", &found.contradictions, |pair| {
            let (one, other) = (&pair.one, &pair.other);
            format!(
                "{} ({}) and {} ({}) on matter {}",
                one.code, one.lead, other.code, other.lead, one.matter
            )
        }),
        told("gaps", &found.gaps, |gap| format!("matter {}: {} orders", gap.matter, gap.orders)),
        told("dead_units", &found.dead_units, |dead| {
            format!("{} in {}: {}", dead.unit, dead.entry, dead.why)
        }),
        told("expired", &found.expired, |stale| format!("{} since {}", stale.entry, stale.since)),
        told("past_review", &found.past_review, |stale| format!("{} since {}", stale.entry, stale.since)),
        told("cycles", &found.cycles, |cycle| {
            cycle.units.iter().map(|unit| unit.as_str()).collect::<Vec<_>>().join(" → ")
        }),
    ]
}

fn replay(store: &Store, city: &City, version: &str, json: bool) -> anyhow::Result<ExitCode> {
    let watch = Watch::start();
    let (directory, on) = lists::named(store, city, version, now())?;
    let bar = bar(store.count(&store::Filter::default())?, "replay");
    let goes_on = |done| {
        bar.set_position(done);
        true
    };
    let (out, _) = lists::replay(store, city, &directory, on, &goes_on)?;
    bar.finish_and_clear();
    let seconds = watch.seconds();
    tell(&out, seconds);
    let moved: Vec<_> = out.moved.iter().take(WAYS).collect();
    let said = json!({
        "version": version,
        "on": out.on,
        "orders_looked_at": out.orders,
        "named": out.named,
        "unnamed": out.unnamed,
        "conditional": out.conditional,
        "changed": out.changed,
        "right_at_once": out.right_at_once,
        "astray": out.astray,
        "returns_saved": out.returns_saved,
        "disputes_saved": out.disputes_saved,
        "entries_never_hit": out.never_hit.len(),
        "never_hit": out.never_hit,
        "moved": moved,
        "seconds": seconds,
    });
    json_line(json, &said);
    Ok(ExitCode::SUCCESS)
}

fn tell(out: &Replayed, seconds: f64) {
    println!("{} orders in {seconds:.1} s, entries as of {}", out.orders, out.on);
    println!("{} named, {} unnamed, {} depend on what is not known", out.named, out.unnamed, out.conditional);
    println!(
        "{} would have gone elsewhere: {} right at once, {} astray",
        out.changed, out.right_at_once, out.astray
    );
    println!("{} returns and {} disputes saved", out.returns_saved, out.disputes_saved);
    println!("{} entries were never hit", out.never_hit.len());
    let row = |moved: &domain::directory::Moved| {
        let counts = [moved.orders, moved.right, moved.astray].map(|count| count.to_string());
        [moved.from.0.clone(), moved.to.0.clone()].into_iter().chain(counts).collect()
    };
    println!();
    columns(
        &["from", "to", "orders", "right", "astray"],
        &out.moved.iter().take(WAYS).map(row).collect::<Vec<_>>(),
    );
}

fn export(
    store: &Store,
    city: &City,
    file: &Path,
    version: Option<&str>,
    json: bool,
) -> anyhow::Result<ExitCode> {
    let directory = match version {
        Some(name) => lists::named(store, city, name, now())?.0,
        None => lists::in_force(store, now())?,
    };
    let bytes = lists::write_sheet(&directory, city, &CityLists::load(store, city)?)?;
    std::fs::write(file, bytes).with_context(|| format!("{} cannot be written", file.display()))?;
    let (entries, version) = (directory.entries().len(), directory.version());
    println!("{entries} entries of version {version} in {}", file.display());
    json_line(json, &json!({"entries": entries, "version": version}));
    Ok(ExitCode::SUCCESS)
}

/// Who drafts what is imported on the machine itself: no log-in has a space.
const BY_IMPORT: &str = "minsheng import";

fn bring_in(store: &Store, city: &City, import: &Importing, json: bool) -> anyhow::Result<ExitCode> {
    let bytes =
        std::fs::read(&import.file).with_context(|| format!("{} cannot be read", import.file.display()))?;
    let entries = match lists::read_sheet(bytes, &CityLists::load(store, city)?) {
        Ok(entries) => entries,
        Err(faults) => return refuse(&faults, json),
    };
    let in_force = lists::in_force(store, now())?;
    let is_new = |entry: &&DirectoryEntry| in_force.entry(&entry.code).is_none();
    let (rows, new) = (entries.len(), entries.iter().filter(is_new).count());
    let same = entries.iter().filter(|entry| in_force.entry(&entry.code) == Some(entry)).count();
    let mut said = json!({"rows": rows, "new": new, "changed": rows - new - same, "same": same});
    println!("{rows} rows: {new} new, {} changed, {same} as they stand", rows - new - same);
    if same == rows {
        println!("there is nothing to change");
        said["draft"] = Value::Null;
        said["version"] = json!(in_force.version());
    } else {
        let kept = drafted(store, city, import, entries)?;
        let id = &kept.draft.id;
        match kept.draft.published_as {
            Some(version) => println!("draft {id} was approved: version {version} is in force"),
            None => println!(
                "draft {id} is not in force: have it reviewed and approved in the console, or import with \
                 --reviewed-by and --approved-by; until then it is version `{id}` for check, replay and export"
            ),
        }
        said["draft"] = json!(id);
        said["version"] = json!(kept.draft.published_as);
    }
    json_line(json, &said);
    Ok(ExitCode::SUCCESS)
}

fn refuse(faults: &[SheetFault], json: bool) -> anyhow::Result<ExitCode> {
    faults.iter().for_each(|fault| eprintln!("{fault}"));
    let told = |fault: &SheetFault| json!({"row": fault.row, "column": fault.column, "why": fault.why});
    json_line(json, &json!({"imported": 0, "faults": faults.iter().map(told).collect::<Vec<_>>()}));
    bail!("nothing was imported: {} faults in the sheet", faults.len())
}

/// A draft of what a sheet changes; published when two people answer for it.
fn drafted(
    store: &Store,
    city: &City,
    import: &Importing,
    entries: Vec<DirectoryEntry>,
) -> anyhow::Result<KeptDraft> {
    let author = PersonId::from(BY_IMPORT);
    let by = |by| Drafting { store, by, at: now(), note: "" };
    let people = match (&import.reviewed_by, &import.approved_by) {
        (Some(reviewer), Some(approver)) => Some([somebody(store, reviewer)?, somebody(store, approver)?]),
        _ => None,
    };
    if let Some([reviewer, approver]) = &people {
        ensure!(reviewer != approver, "one person reviews and another approves");
    }
    let name = import.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let kept = lists::begin(&by(&author), city, &name, entries)?;
    let Some([reviewer, approver]) = &people else { return Ok(kept) };
    let id = &kept.draft.id;
    let step = |person, step| lists::take_step(&by(person), city, id, step, None);
    step(&author, Step::Submit)
        .and_then(|_| step(reviewer, Step::Review))
        .and_then(|_| step(approver, Step::Approve))
        .with_context(|| format!("draft {id} was made, and is not in force"))
}

/// A member of staff who may log in.
fn somebody(store: &Store, login: &str) -> anyhow::Result<PersonId> {
    let known = store.people()?.iter().any(|person| person.active && person.login == login);
    ensure!(known, "there is no log-in {login}");
    Ok(login.into())
}
