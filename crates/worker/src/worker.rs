//! The worker: its duties, each on a thread of its own, so that a mail server
//! that does not answer holds up no clock.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use domain::Moment;
use store::Store;
use tracing::{error, info};

use crate::care::Care;
use crate::config::Config;
use crate::error::Result;
use crate::hooks::{Post, Teller};
use crate::jobs::Jobs;
use crate::known::Known;
use crate::messages::{FileSender, Outbox};
use crate::stop::Stop;

/// So many orders are ticked in one round.
const TICKED: usize = 500;

/// A worker.
pub struct Worker {
    known: Known,
    outbox: Outbox,
    post: Post,
    pause: Duration,
    seal_every_millis: i64,
}

impl Worker {
    /// A worker of a store.
    ///
    /// # Errors
    /// When the city cannot be read, or a setting cannot be used.
    pub fn new(store: Store, config: Config) -> Result<Self> {
        let file = FileSender::new(config.outbox, config.outbox_in_clear);
        Ok(Self {
            known: Known::new(store, config.templates, now())?,
            outbox: Outbox::new(file, config.mail.as_ref())?,
            post: Post::new(config.hooks_private),
            pause: config.pause,
            seal_every_millis: config.seal_every_millis,
        })
    }

    /// Works until it is stopped; what it has begun it ends. A fault of one
    /// round (a database that is away, a disk that is full) is logged, and
    /// the next round tries again.
    pub fn run(&self, stop: &Stop) {
        std::thread::scope(|scope| {
            scope.spawn(|| self.keep_on("clocks", stop, |now| self.tick(now)));
            scope.spawn(|| {
                self.keep_on("jobs", stop, |now| self.jobs().round(now));
            });
            scope.spawn(|| {
                let mut teller = self.teller();
                self.keep_on("hooks", stop, |now| teller.round(now, stop));
            });
            let mut care = self.care();
            self.keep_on("care", stop, |now| care.round(now, stop).map(|()| 0));
        });
    }

    /// Does all that is due at a moment; how much it was.
    ///
    /// # Errors
    /// The first fault.
    pub fn once(&self, now: Moment) -> Result<usize> {
        let never = Stop::new();
        self.known.keep_up(now);
        let (jobs, mut teller, mut care) = (self.jobs(), self.teller(), self.care());
        care.round(now, &never)?;
        let mut all = 0;
        loop {
            let done = self.tick(now)? + jobs.round(now)? + teller.round(now, &never)?;
            if done == 0 {
                return Ok(all);
            }
            all += done;
        }
    }

    /// Round after round. Even one that panics does not end the duty: a clock
    /// that stands still is worse than one job that nobody can do.
    fn keep_on(&self, duty: &'static str, stop: &Stop, mut round: impl FnMut(Moment) -> Result<usize>) {
        while !stop.is_stopped() {
            match catch_unwind(AssertUnwindSafe(|| round(now()))) {
                Ok(Ok(0)) => {}
                Ok(Ok(done)) => {
                    info!(duty, done, "done");
                    continue;
                }
                Ok(Err(error)) => error!(duty, %error, "a round failed"),
                Err(_) => error!(duty, "a round panicked"),
            }
            stop.wait(self.pause);
        }
    }

    fn tick(&self, now: Moment) -> Result<usize> {
        self.known.keep_up(now);
        Ok(self.known.desk().tick(now, TICKED)?)
    }

    fn jobs(&self) -> Jobs<'_> {
        let (desk, templates) = (self.known.desk(), self.known.templates());
        Jobs { desk, templates, outbox: &self.outbox, post: &self.post }
    }

    fn teller(&self) -> Teller<'_> {
        Teller::new(self.known.store(), &self.post)
    }

    fn care(&self) -> Care<'_> {
        Care::new(&self.known, self.seal_every_millis)
    }
}

/// Now, by this machine's clock.
fn now() -> Moment {
    jiff::Timestamp::now().into()
}
