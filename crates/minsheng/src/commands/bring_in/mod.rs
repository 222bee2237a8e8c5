//! `minsheng import`: another system's records become orders.

mod importing;
mod rejecting;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context as _, anyhow};
use importing::Importing;
use rejecting::Rejecting;
use serde_json::json;

use super::now;
use crate::city_files;
use crate::import::{Mapping, open_counted};
use crate::output::{Watch, bar, json_line};
use crate::settings::Settings;

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
        false => {
            let store = settings.store()?;
            super::seed::unless_there_is_a_city(&store)?;
            Some(Importing::new(store, &mapping.name)?)
        }
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
