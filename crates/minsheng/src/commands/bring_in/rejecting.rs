//! Rows that cannot be imported: shown, counted, and written down with their
//! reasons.

use std::path::PathBuf;

use anyhow::Context as _;

use super::{Counts, Plan};
use crate::import::{Rejected, Rejects};

/// How many errors a dry run shows.
const SHOWN: usize = 10;

/// Where rejected rows go.
pub struct Rejecting {
    path: PathBuf,
    shown: usize,
    dry_run: bool,
    file: Option<Rejects<std::io::BufWriter<std::fs::File>>>,
}

impl Rejecting {
    pub fn new(plan: &Plan) -> Self {
        let beside = || {
            let name = plan.file.file_name().unwrap_or_default().to_string_lossy();
            PathBuf::from(format!("{name}.rejects.jsonl"))
        };
        let path = plan.rejects.clone().unwrap_or_else(beside);
        // A dry run writes a reject file only when it is asked for by name.
        let dry_run = plan.dry_run && plan.rejects.is_none();
        Self { path, shown: 0, dry_run, file: None }
    }

    pub fn add(&mut self, rejected: &Rejected, counts: &mut Counts) -> anyhow::Result<()> {
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

    pub fn finish(self) -> anyhow::Result<Option<PathBuf>> {
        match self.file {
            Some(file) => {
                file.finish()?;
                Ok(Some(self.path))
            }
            None => Ok(None),
        }
    }
}
