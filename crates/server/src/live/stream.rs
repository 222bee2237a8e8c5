//! One listener's stream.

use std::collections::{HashSet, VecDeque};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use domain::rights::Viewer;
use futures_util::stream;
use serde_json::json;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, watch};

use super::Update;
use crate::access;
use crate::app::App;
use crate::call::Call;
use crate::problem::Problem;

/// Whoever was away longer than so many entries looks anew.
const MOST_MISSED: usize = 1_000;

/// A sign of life for proxies that cut silent connections.
const ALIVE: Duration = Duration::from_secs(15);

/// One listener's stream.
pub struct Stream {
    app: App,
    viewer: Viewer,
    session: i64,
    waiting: VecDeque<Event>,
    updates: broadcast::Receiver<Arc<Update>>,
    sessions: watch::Receiver<Option<Arc<HashSet<i64>>>>,
    ends_in: Duration,
}

impl Stream {
    /// Opens the stream; `last` is the last event that its listener had.
    pub(super) fn open(call: &Call, last: Option<i64>) -> Result<Self, Problem> {
        let staff = call.staff()?;
        let live = call.app.live();
        let mut stream = Self {
            app: call.app.clone(),
            viewer: staff.viewer(),
            session: staff.session,
            waiting: VecDeque::new(),
            // Listening begins before what was missed is read: nothing falls
            // between the two.
            updates: live.updates.subscribe(),
            sessions: live.sessions.subscribe(),
            ends_in: call.app.options().lasts,
        };
        // What was known of sessions before this one does not count.
        stream.sessions.mark_unchanged();
        if let Some(last) = last {
            stream.catch_up(last)?;
        }
        Ok(stream)
    }

    fn catch_up(&mut self, last: i64) -> Result<(), Problem> {
        let missed = self.app.store().entries_after(last, MOST_MISSED)?;
        if missed.len() == MOST_MISSED {
            self.waiting.push_back(reload());
            return Ok(());
        }
        for followed in missed {
            if let Some(update) = self.app.live().act(followed)? {
                self.waiting.extend(self.told(&update));
            }
        }
        Ok(())
    }

    /// The event for this listener; none when it is not for them.
    fn told(&self, update: &Update) -> Option<Event> {
        match update {
            Update::Act { pos, order, seq, act, at } => {
                if !access::is_seen(&self.app, order, &self.viewer) {
                    return None;
                }
                let data = json!({
                    "number": order.number, "version": seq, "act": act, "at": at, "stage": order.stage,
                    "level": order.level, "unit": order.lead().map(|lead| &lead.unit), "due_at": order.due_at(),
                });
                Some(Event::default().event("order").id(pos.to_string()).data(data.to_string()))
            }
            Update::Call { login, call, event } => {
                let mine = *login == self.viewer.person.0;
                let data = json!({"call": call, "event": event}).to_string();
                mine.then(|| Event::default().event("call").data(data))
            }
        }
    }

    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            tokio::select! {
                update = self.updates.recv() => match update {
                    Ok(update) => self.waiting.extend(self.told(&update)),
                    Err(RecvError::Lagged(_)) => return Some(reload()),
                    Err(RecvError::Closed) => return None,
                },
                changed = self.sessions.changed() => {
                    let lasting = self.sessions.borrow_and_update().clone();
                    if changed.is_err() || lasting.is_some_and(|lasting| !lasting.contains(&self.session)) {
                        return None;
                    }
                }
            }
        }
    }
}

/// Tells the listener to read everything anew.
fn reload() -> Event {
    Event::default().event("reload").data("{}")
}

/// The stream as a response.
pub(crate) fn response(stream: Stream) -> Response {
    let until = tokio::time::Instant::now() + stream.ends_in;
    let events = stream::unfold(stream, move |mut stream| async move {
        let event = tokio::time::timeout_at(until, stream.next()).await.ok()??;
        Some((Ok::<_, Infallible>(event), stream))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(ALIVE)).into_response()
}
