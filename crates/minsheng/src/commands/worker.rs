//! `minsheng worker`: what time has made due, and the jobs that acts left
//! behind.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use desk::{City, Desk, NOTICE};
use domain::Moment;
use store::{Job, Store};

use super::now;
use crate::settings::Settings;

/// So many jobs are claimed at a time, and for so long.
const CLAIMED: usize = 100;
const CLAIM_MILLIS: i64 = 60_000;

/// So many orders are ticked in one round.
const TICKED: usize = 500;

/// Works until it is stopped; or, `once`, until nothing is due.
pub fn worker(settings: &Settings, once: bool) -> anyhow::Result<ExitCode> {
    let mut worker = Worker::new(settings, settings.store()?)?;
    if once {
        while worker.round(now())? > 0 {}
        return Ok(ExitCode::SUCCESS);
    }
    worker.run()
}

/// A worker.
pub struct Worker {
    desk: Desk,
    outbox: PathBuf,
    pause: Duration,
    seal_every: i64,
    sealed_at: Moment,
}

impl Worker {
    /// A worker of a store.
    ///
    /// # Errors
    /// When the city cannot be read, or a setting is wrong.
    pub fn new(settings: &Settings, store: Store) -> anyhow::Result<Self> {
        let city = City::load(&store, now())?;
        let sealed_at = store.seals()?.last().map_or(Moment(0), |seal| seal.sealed_at);
        Ok(Self {
            desk: Desk::new(store, city),
            outbox: settings.path("outbox", "outbox.jsonl")?,
            pause: Duration::from_secs(settings.number("tick_seconds", 5)?),
            seal_every: settings.number("seal_hours", 24)? as i64 * 3_600_000,
            sealed_at,
        })
    }

    /// Works for ever. A fault of one round (a database that is away, a disk
    /// that is full) is said, and the next round tries again.
    pub fn run(&mut self) -> ! {
        loop {
            match self.round(now()) {
                Ok(0) => {}
                Ok(done) => eprintln!("worker: {done} done"),
                Err(error) => eprintln!("worker: {error:#}"),
            }
            std::thread::sleep(self.pause);
        }
    }

    /// One round; how much was done.
    fn round(&mut self, now: Moment) -> anyhow::Result<usize> {
        let mut done = self.desk.tick(now, TICKED)?;
        let store = self.desk.store();
        let jobs = store.claim_jobs(now, CLAIM_MILLIS, CLAIMED)?;
        done += jobs.len();
        let (notices, others): (Vec<Job>, Vec<Job>) = jobs.into_iter().partition(|job| job.kind == NOTICE);
        self.deliver(&notices)?;
        store.finish_jobs(notices, now)?;
        for job in others {
            let why = format!("this program knows no job `{}`", job.kind);
            store.fail_job(job, now, &why)?;
        }
        if now.millis_since(self.sealed_at) >= self.seal_every {
            store.seal(now)?;
            self.sealed_at = now;
        }
        Ok(done)
    }

    /// Notices go to the outbox file. They are on the disk before the jobs
    /// are called done: a notice may be sent twice, and never not at all.
    fn deliver(&self, notices: &[Job]) -> anyhow::Result<()> {
        if notices.is_empty() {
            return Ok(());
        }
        let named = || self.outbox.display().to_string();
        let mut file = OpenOptions::new().create(true).append(true).open(&self.outbox).with_context(named)?;
        let lines: String = notices.iter().map(|job| format!("{}\n", job.payload)).collect();
        file.write_all(lines.as_bytes()).and_then(|()| file.sync_data()).with_context(named)
    }
}
