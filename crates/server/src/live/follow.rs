//! Following the journal for those who listen.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use domain::Moment;
use store::{Feed, FeedStart, Followed, StoreError};

use super::{Live, Update};

/// How often the journal is asked for what is new.
pub(super) const PAUSE: Duration = Duration::from_millis(150);

/// How often it is asked which sessions last.
const SESSIONS_MILLIS: i64 = 3_000;

/// So many entries are read at a time.
const AT_ONCE: usize = 1_000;

impl Live {
    /// Follows until the streams end. While nobody listens, nothing is read.
    pub fn follow(&self) {
        let mut place: Option<Place> = None;
        while !self.is_ended() {
            if self.listeners() == 0 {
                place = None;
            } else if let Err(error) = self.tell(&mut place) {
                tracing::warn!(%error, "live updates");
            }
            std::thread::sleep(PAUSE);
        }
    }

    fn tell(&self, place: &mut Option<Place>) -> Result<(), StoreError> {
        let now = (self.clock)();
        let place = match place {
            Some(place) => place,
            None => place.insert(Place::end(self)?),
        };
        self.followed.store(true, Ordering::Relaxed);
        for followed in place.feed.next(&self.store, now, AT_ONCE)? {
            if let Some(update) = self.act(followed)? {
                let _ = self.updates.send(Arc::new(update));
            }
        }
        for (pos, call, event) in self.store.call_events_after(place.calls, AT_ONCE)? {
            place.calls = pos;
            let _ = self.updates.send(Arc::new(Update::Call { login: call.login, call: call.id, event }));
        }
        if now.millis_since(place.sessions_at) >= SESSIONS_MILLIS {
            let sessions = self.store.sessions(None, now)?;
            self.sessions.send_replace(Some(Arc::new(sessions.iter().map(|session| session.id).collect())));
            place.sessions_at = now;
        }
        Ok(())
    }

    /// The update that an entry makes; none when its order is gone.
    pub(super) fn act(&self, followed: Followed) -> Result<Option<Update>, StoreError> {
        let Followed { pos, entry } = followed;
        let known = self.store.recent(entry.order).filter(|loaded| loaded.order.version >= entry.seq);
        let loaded = match known {
            Some(loaded) => Some(loaded),
            None => self.store.order(entry.order)?,
        };
        Ok(loaded.map(|loaded| Update::Act {
            pos,
            order: Arc::new(loaded.order),
            seq: entry.seq,
            act: entry.act,
            at: entry.at,
        }))
    }
}

/// How far the listeners were told.
struct Place {
    feed: Feed,
    calls: i64,
    sessions_at: Moment,
}

impl Place {
    fn end(live: &Live) -> Result<Self, StoreError> {
        let calls = live.store.last_call_event()?;
        Ok(Self { feed: live.store.feed(FeedStart::End)?, calls, sessions_at: Moment(0) })
    }
}
