//! Live updates: what happens to the orders that somebody may see, as it
//! happens, by server-sent events. The journal itself is followed, so that
//! what another process or the command line does is told, too; and a screen
//! that was away goes on where it was (`Last-Event-ID`).

mod follow;
mod stream;

pub use stream::Stream;
pub(crate) use stream::response;

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::Method;
use domain::{Moment, Order};
use store::Store;
use tokio::sync::{broadcast, watch};

use crate::app::Clock;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::{Answers, Reply, Route, Who};

/// So many updates may wait for one listener; who is slower is told to look
/// anew.
const WAITING: usize = 2_000;

/// So many listen at most.
const MOST_LISTENERS: usize = 5_000;

/// What happened.
#[derive(Debug, Clone)]
pub(crate) enum Update {
    /// An act was performed on an order.
    Act {
        /// Its place in the journal.
        pos: i64,
        /// The order as it stands.
        order: Arc<Order>,
        /// The order's version that the act made.
        seq: u32,
        /// The act.
        act: String,
        /// When.
        at: Moment,
    },
    /// A call of somebody's telephone.
    Call {
        /// Whose.
        login: String,
        /// The call's number.
        call: i64,
        /// What it does: `ringing`, `answered`, `ended`, `recorded`.
        event: String,
    },
}

/// What is told to whoever listens.
pub(crate) struct Live {
    store: Store,
    clock: Clock,
    updates: broadcast::Sender<Arc<Update>>,
    /// The sessions that last; a listener whose session is not among them is
    /// cut off.
    sessions: watch::Sender<Option<Arc<HashSet<i64>>>>,
    followed: AtomicBool,
    ended: AtomicBool,
}

impl Live {
    pub fn new(store: Store, clock: Clock) -> Self {
        let (updates, _) = broadcast::channel(WAITING);
        let (sessions, _) = watch::channel(None);
        Self {
            store,
            clock,
            updates,
            sessions,
            followed: AtomicBool::new(false),
            ended: AtomicBool::new(false),
        }
    }

    /// Ends every stream.
    pub fn end(&self) {
        self.ended.store(true, Ordering::Relaxed);
        self.sessions.send_replace(Some(Arc::default()));
    }

    pub fn is_ended(&self) -> bool {
        self.ended.load(Ordering::Relaxed)
    }

    /// Waits until the journal is followed, or the streams end.
    pub fn until_followed(&self) {
        while !self.followed.load(Ordering::Relaxed) && !self.is_ended() {
            std::thread::sleep(follow::PAUSE);
        }
    }

    /// How many listen.
    pub fn listeners(&self) -> usize {
        self.updates.receiver_count()
    }
}

/// The route of live updates.
pub fn routes() -> Vec<Route> {
    vec![Route::raw(
        "live",
        Method::GET,
        Who::any_staff(),
        "/api/live",
        "实时动态 what happens to the orders that I may see, and my telephone's calls",
        Answers::Live,
        listen,
    )]
}

fn listen(call: &Call) -> Result<Reply, Problem> {
    let live = call.app.live();
    if live.listeners() >= MOST_LISTENERS || call.app.is_stopping() {
        return Err(Problem::TooMany { seconds: 10 });
    }
    let last = call.headers.get("last-event-id").and_then(|value| value.to_str().ok()?.parse().ok());
    Stream::open(call, last).map(|stream| Reply::Live(Box::new(stream)))
}
