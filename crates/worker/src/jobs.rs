//! The jobs that acts left behind.

use std::sync::Arc;

use desk::{Desk, NOTICE};
use domain::Moment;
use serde::Deserialize;
use store::Job;
use tracing::{info, warn};

use crate::error::{Result, WorkerError};
use crate::hooks::{ATTEMPTS, Post, request_call};
use crate::messages::{Channel, Composer, Message, Outbox, Templates};

/// So many jobs are claimed at a time, and for so long: longer than it takes
/// to send them all by mail to a slow server, or another worker would send
/// them again.
const CLAIMED: usize = 20;
const CLAIM_MILLIS: i64 = 300_000;

/// The kind of job that has a call made; its payload is `{"call": ID}`.
pub const DIAL: &str = "dial";

/// So long somebody waits for a call that they asked for.
const WAITS_MILLIS: i64 = 600_000;

#[derive(Deserialize)]
struct Dial {
    call: i64,
}

/// Does jobs.
pub(crate) struct Jobs<'a> {
    pub desk: Arc<Desk>,
    pub templates: Arc<Templates>,
    pub outbox: &'a Outbox,
    pub post: &'a Post,
}

impl Jobs<'_> {
    /// One round; how many were done.
    pub(crate) fn round(&self, now: Moment) -> Result<usize> {
        let store = self.desk.store();
        let jobs = store.claim_jobs(now, CLAIM_MILLIS, CLAIMED)?;
        if jobs.is_empty() {
            return Ok(0);
        }
        let (mut done, mut failed, mut messages) = (Vec::new(), Vec::new(), Vec::new());
        let composer = Composer::new(&self.desk, &self.templates);
        for job in &jobs {
            match self.prepare(&composer, job, now) {
                Ok(Some(message)) => messages.push(message),
                Ok(None) => done.push(job.clone()),
                // Even a damaged order keeps only its own citizen waiting.
                Err(error) => failed.push((job.clone(), error.to_string())),
            }
        }
        let of = |message: &Message| jobs.iter().find(|job| job.id == message.job).cloned();
        for (message, fate) in self.outbox.send(messages) {
            match (of(&message), fate) {
                (Some(job), Ok(())) => done.push(job),
                (Some(job), Err(error)) => failed.push((job, error.to_string())),
                (None, _) => {}
            }
        }
        let finished = done.len();
        store.finish_jobs(done, now)?;
        for (job, why) in failed {
            self.fail(job, now, &why)?;
        }
        Ok(finished)
    }

    /// What there is to send for a job; none when there is nobody to tell.
    fn prepare(&self, composer: &Composer<'_>, job: &Job, now: Moment) -> Result<Option<Message>> {
        match job.kind.as_str() {
            NOTICE => composer.compose(job, now),
            DIAL => self.dial(job, now),
            kind => {
                Err(WorkerError::BadJob { job: job.id, what: format!("this program knows no job `{kind}`") })
            }
        }
    }

    /// A call is asked of the switches that listen; without any, it stands in
    /// the outbox, without the number.
    fn dial(&self, job: &Job, now: Moment) -> Result<Option<Message>> {
        let store = self.desk.store();
        let bad = |what: String| WorkerError::BadJob { job: job.id, what };
        let wanted: Dial =
            serde_json::from_str(&job.payload).map_err(|error| bad(format!("its payload: {error}")))?;
        let call = store.call(wanted.call)?.ok_or_else(|| bad("its call is not there".to_owned()))?;
        if now.millis_since(call.started_at) > WAITS_MILLIS {
            info!(call = call.id, "nobody waits for this call any more");
            return Ok(None);
        }
        let number = store.order(job.order)?.map(|loaded| loaded.order.number).unwrap_or_default();
        let told = request_call(store, self.post, &call, &number, now)?;
        if told.map_err(|failure| bad(failure.to_string()))? > 0 {
            return Ok(None);
        }
        Ok(Some(Message {
            job: job.id,
            at: now,
            channel: Channel::Dial,
            target: format!("call:{}", call.id),
            addresses: Vec::new(),
            order: number,
            template: DIAL.to_owned(),
            subject: String::new(),
            text: String::new(),
        }))
    }

    /// A job that failed is tried again later, up to [`ATTEMPTS`] times.
    fn fail(&self, job: Job, now: Moment, why: &str) -> Result<()> {
        let store = self.desk.store();
        if job.attempts < ATTEMPTS {
            info!(job = job.id, attempts = job.attempts, why, "failed, and is tried again");
            store.fail_job(job, now, why)?;
        } else {
            warn!(job = job.id, attempts = job.attempts, why, "given up");
            store.give_up_job(job, now, why)?;
        }
        Ok(())
    }
}
