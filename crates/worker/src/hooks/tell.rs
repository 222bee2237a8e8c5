//! Telling hooks what happened, each in the order in which it happened.

use std::time::{Duration, Instant};

use domain::Moment;
use store::{Feed, FeedStart, Followed, Hook, Store};
use tracing::{info, warn};

use super::event::{self, message_id};
use super::pace::{ATTEMPTS, pause_millis};
use super::post::{Failure, PATIENCE, Post};
use crate::error::Result;
use crate::stop::Stop;

/// For so long a hook is claimed: nobody else tells it anything meanwhile.
const CLAIM_MILLIS: i64 = 60_000;

/// After so long no further message of a claim is begun, so that the last one
/// ends well within it.
const BUSY: Duration = Duration::from_secs(60 - 3 * PATIENCE.as_secs());

/// So many entries are looked at in one claim. What was told in a claim that
/// a crash cut short is told again, under the same names.
const ENTRIES: usize = 50;

/// So many entries are passed at a time on the way to the journal's end.
const PASSED: usize = 1_000;

/// Tells hooks.
pub(crate) struct Teller<'a> {
    store: &'a Store,
    post: &'a Post,
    /// Knows up to where the journal is whole.
    feed: Option<Feed>,
}

/// How far a claim came.
struct Told {
    /// The last entry that is done with.
    pos: i64,
    /// So many messages were taken.
    messages: usize,
    /// The first that was not, and why.
    failed: Option<(i64, Failure)>,
    /// Whether nothing is left to tell for now.
    all: bool,
}

impl<'a> Teller<'a> {
    pub(crate) fn new(store: &'a Store, post: &'a Post) -> Self {
        Self { store, post, feed: None }
    }

    /// One round: every hook that is due, until nothing is left or one fails;
    /// how many messages were taken.
    pub(crate) fn round(&mut self, now: Moment, stop: &Stop) -> Result<usize> {
        let hooks = self.store.hooks()?;
        if hooks.is_empty() {
            self.feed = None;
            return Ok(0);
        }
        let safe = self.safe(now)?;
        let waits = |hook: &Hook| hook.active && hook.pos < safe && hook.next_at <= now;
        if !hooks.iter().any(waits) {
            return Ok(0);
        }
        let mut messages = 0;
        while !stop.is_stopped()
            && let Some(hook) = self.store.claim_hook(now, CLAIM_MILLIS)?
        {
            let told = self.tell(&hook, safe, now, stop)?;
            messages += told.messages;
            self.note(&hook, told, now)?;
        }
        Ok(messages)
    }

    /// Up to here nothing new can appear in the journal: who goes by
    /// positions alone could pass an entry whose commit is under way.
    fn safe(&mut self, now: Moment) -> Result<i64> {
        let feed = match &mut self.feed {
            Some(feed) => feed,
            None => self.feed.insert(self.store.feed(FeedStart::End)?),
        };
        while !feed.next(self.store, now, PASSED)?.is_empty() {}
        Ok(feed.safe())
    }

    /// Tells a hook what it has not been told, up to a position, and stops at
    /// the first message that is not taken: the later ones wait behind it.
    fn tell(&self, hook: &Hook, safe: i64, now: Moment, stop: &Stop) -> Result<Told> {
        let begun = Instant::now();
        let entries = self.store.entries_after(hook.pos, ENTRIES)?;
        let whole = entries.len() < ENTRIES || entries.last().is_some_and(|last| last.pos > safe);
        let mut told = Told { pos: hook.pos, messages: 0, failed: None, all: whole };
        for followed in entries.into_iter().filter(|followed| followed.pos <= safe) {
            if stop.is_stopped() || begun.elapsed() > BUSY {
                told.all = false;
                break;
            }
            if event::wants(&hook.events, &event::kind(&followed.entry)) {
                if let Err(failure) = deliver(self.store, self.post, hook, &followed, now)? {
                    told.failed = Some((followed.pos, failure));
                    break;
                }
                told.messages += 1;
            }
            told.pos = followed.pos;
        }
        Ok(told)
    }

    /// Writes down how far it came. Whenever something is still to be written
    /// about a hook, it is not due, so that nobody else claims it in between.
    fn note(&self, hook: &Hook, told: Told, now: Moment) -> Result<()> {
        let Some((pos, failure)) = told.failed else {
            let next = if told.all { now.plus_millis(1) } else { now };
            return Ok(self.store.advance_hook(&hook.name, told.pos, next)?);
        };
        let attempts = if told.messages == 0 { hook.attempts + 1 } else { 1 };
        let error = failure.to_string();
        let next = now.plus_millis(pause_millis(&hook.name, attempts));
        info!(hook = hook.name, pos, attempts, error, "not taken");
        if told.messages > 0 {
            self.store.advance_hook(&hook.name, told.pos, next)?;
        }
        if attempts >= ATTEMPTS {
            warn!(hook = hook.name, pos, attempts, error, "to the dead letters");
            self.store.bury(&hook.name, pos, attempts, &error, now)?;
            return Ok(());
        }
        self.store.fail_hook(&hook.name, attempts, next, &error)?;
        if failure == Failure::Gone {
            warn!(hook = hook.name, "the hook is gone and is switched off");
            self.store.set_hook_active(&hook.name, false)?;
        }
        Ok(())
    }
}

/// Posts one entry to one hook.
pub(super) fn deliver(
    store: &Store,
    post: &Post,
    hook: &Hook,
    followed: &Followed,
    now: Moment,
) -> Result<Result<(), Failure>> {
    let body = event::body(store, &followed.entry)?;
    Ok(post.send(&hook.url, &hook.secret, &message_id(&hook.name, followed.pos), &body, now))
}
