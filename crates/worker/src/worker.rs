//! The worker: its duties, each on a thread of its own, so that a mail server
//! that does not answer holds up no clock.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use desk::{City, Desk};
use domain::Moment;
use store::Store;
use tracing::{error, info};

use crate::care::{Care, Every};
use crate::config::Config;
use crate::error::Result;
use crate::hooks::{Post, Teller};
use crate::jobs::Jobs;
use crate::messages::{FileSender, Outbox, Templates};
use crate::stop::Stop;

/// So many orders are ticked in one round.
const TICKED: usize = 500;

/// How often the city is read anew.
const CITY_MILLIS: i64 = 60_000;

/// A worker.
pub struct Worker {
    desk: RwLock<Arc<Desk>>,
    templates: Templates,
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
        let city = City::load(&store, now())?;
        let file = FileSender::new(config.outbox, config.outbox_in_clear);
        Ok(Self {
            desk: RwLock::new(Arc::new(Desk::new(store, city))),
            templates: config.templates,
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
            scope.spawn(|| self.keep_on("jobs", stop, |now| self.jobs(&self.desk()).round(now)));
            scope.spawn(|| {
                let desk = self.desk();
                let mut teller = self.teller(&desk);
                self.keep_on("hooks", stop, |now| teller.round(now, stop));
            });
            let mut care = Care::new(self.seal_every_millis);
            let mut city = Every::millis(CITY_MILLIS);
            self.keep_on("care", stop, |now| {
                if city.is_due(now) {
                    self.reload_city(now)?;
                    city.done(now);
                }
                care.round(&self.desk(), now, stop).map(|()| 0)
            });
        });
    }

    /// Does all that is due at a moment; how much it was.
    ///
    /// # Errors
    /// The first fault.
    pub fn once(&self, now: Moment) -> Result<usize> {
        let never = Stop::new();
        let desk = self.desk();
        let (jobs, mut teller) = (self.jobs(&desk), self.teller(&desk));
        Care::new(self.seal_every_millis).round(&desk, now, &never)?;
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
        Ok(self.desk().tick(now, TICKED)?)
    }

    fn desk(&self) -> Arc<Desk> {
        self.desk.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the city anew: somebody may have changed it, or a version may
    /// have come into force.
    ///
    /// # Errors
    /// When it cannot be used; then the one known goes on.
    pub fn reload_city(&self, now: Moment) -> Result<()> {
        let store = self.desk().store().clone();
        let city = City::load(&store, now)?;
        *self.desk.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(Desk::new(store, city));
        Ok(())
    }

    fn jobs<'a>(&'a self, desk: &'a Desk) -> Jobs<'a> {
        Jobs { desk, templates: &self.templates, outbox: &self.outbox, post: &self.post }
    }

    fn teller<'a>(&'a self, desk: &'a Desk) -> Teller<'a> {
        Teller::new(desk.store(), &self.post)
    }
}

/// Now, by this machine's clock.
fn now() -> Moment {
    jiff::Timestamp::now().into()
}
