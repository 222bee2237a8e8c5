//! What all routes share.

use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use std::time::Duration;

use attachments::Shelf;
use desk::{City, CityError, Desk};
use domain::Moment;
use domain::codes::Role;
use store::Store;
use worker::hooks::Post;
use worker::messages::Templates;

use crate::access::LookLog;
use crate::care::Metrics;
use crate::guard::Limits;
use crate::live::Live;
use crate::log_in::Passwords;
use crate::models::Models;
use crate::route::{Route, document};
use crate::routes::routes;

/// How the server is set.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder in which attachments lie.
    pub files: PathBuf,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub proxies: Vec<IpAddr>,
    /// Whether the cookie is only for HTTPS. Off only where no TLS is in
    /// front, on a developer's machine.
    pub secure_cookie: bool,
    /// How long a session may lie idle.
    pub idle: Duration,
    /// How long a session lasts at most.
    pub lasts: Duration,
    /// Roles that need a one-time code beside the password.
    pub second_factor: Vec<Role>,
    /// Calls a minute that one member of staff, or one system, may make.
    pub calls_a_minute: u32,
    /// Calls a minute from one address without log-in.
    pub strangers_a_minute: u32,
    /// Whether hooks may lead to private addresses, and by http.
    pub hooks_private: bool,
    /// What notices say as they came with the program; none where they cannot
    /// be changed here.
    pub templates: Option<Templates>,
    /// How long the body of a call may take to arrive.
    pub patience: Duration,
    /// How long a client may take to say what it wants: the headers of a call.
    pub header_patience: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            files: PathBuf::from("files"),
            proxies: Vec::new(),
            secure_cookie: true,
            idle: Duration::from_secs(30 * 60),
            lasts: Duration::from_secs(12 * 3600),
            second_factor: Vec::new(),
            calls_a_minute: 1_200,
            strangers_a_minute: 60,
            hooks_private: false,
            templates: None,
            patience: Duration::from_secs(20),
            header_patience: Duration::from_secs(10),
        }
    }
}

/// What all routes share; copies are the same.
#[derive(Clone)]
pub struct App(Arc<Shared>);

struct Shared {
    desk: RwLock<Arc<Desk>>,
    options: Options,
    clock: Clock,
    routes: Vec<Route>,
    /// Written when it is first asked for: it takes longer than all else that
    /// a start needs.
    document: OnceLock<String>,
    limits: Limits,
    looks: LookLog,
    live: Live,
    metrics: Metrics,
    passwords: Passwords,
    shelf: Shelf,
    post: Post,
    models: Models,
    stopping: AtomicBool,
}

/// Tells what time it is; tests have one of their own.
pub type Clock = Arc<dyn Fn() -> Moment + Send + Sync>;

impl App {
    /// An app on a store, by the machine's clock.
    ///
    /// # Errors
    /// When the store holds no city that can be used.
    pub fn new(store: Store, options: Options) -> Result<Self, CityError> {
        Self::with_clock(store, options, Arc::new(|| jiff::Timestamp::now().into()))
    }

    /// An app with a clock of one's own.
    ///
    /// # Errors
    /// As [`App::new`].
    pub fn with_clock(store: Store, options: Options, clock: Clock) -> Result<Self, CityError> {
        let city = City::load(&store, clock())?;
        let routes = routes();
        Ok(Self(Arc::new(Shared {
            limits: Limits::new(&options),
            looks: LookLog::new(store.clone()),
            live: Live::new(store.clone(), clock.clone()),
            metrics: Metrics::default(),
            passwords: Passwords::default(),
            shelf: Shelf::new(options.files.clone()),
            post: Post::new(options.hooks_private),
            desk: RwLock::new(Arc::new(Desk::new(store, city))),
            models: Models::default(),
            stopping: AtomicBool::new(false),
            options,
            clock,
            routes,
            document: OnceLock::new(),
        })))
    }

    /// What proposes matters and units.
    pub(crate) fn models(&self) -> &Models {
        &self.0.models
    }

    /// Reads the city anew: somebody may have changed it, or a version may
    /// have come into force.
    ///
    /// # Errors
    /// When it cannot be used; then the one known goes on.
    pub fn reload_city(&self) -> Result<(), CityError> {
        let store = self.store().clone();
        let city = City::load(&store, self.now())?;
        *self.0.desk.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(Desk::new(store, city));
        Ok(())
    }

    /// The desk.
    pub fn desk(&self) -> Arc<Desk> {
        self.0.desk.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The store.
    pub fn store(&self) -> Store {
        self.desk().store().clone()
    }

    /// How it is set.
    pub fn options(&self) -> &Options {
        &self.0.options
    }

    /// What time it is.
    pub fn now(&self) -> Moment {
        (self.0.clock)()
    }

    /// Every route.
    pub fn routes(&self) -> &[Route] {
        &self.0.routes
    }

    /// The OpenAPI document.
    pub fn document(&self) -> &str {
        self.0.document.get_or_init(|| document(self.routes()).to_string())
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.0.limits
    }

    pub(crate) fn looks(&self) -> &LookLog {
        &self.0.looks
    }

    pub(crate) fn live(&self) -> &Live {
        &self.0.live
    }

    /// Follows the journal for those who listen, until the app stops.
    pub fn follow(&self) {
        self.0.live.follow();
    }

    /// Waits until the journal is followed: what happens from then on is told.
    pub fn until_followed(&self) {
        self.0.live.until_followed();
    }

    pub(crate) fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    pub(crate) fn passwords(&self) -> &Passwords {
        &self.0.passwords
    }

    pub(crate) fn shelf(&self) -> &Shelf {
        &self.0.shelf
    }

    pub(crate) fn post(&self) -> &Post {
        &self.0.post
    }

    /// Whether it is about to stop: it answers what it is asked, but is no
    /// longer ready for more.
    pub fn is_stopping(&self) -> bool {
        self.0.stopping.load(Ordering::Relaxed)
    }

    /// Begins to stop: `/ready` says no, live streams end.
    pub fn begin_to_stop(&self) {
        self.0.stopping.store(true, Ordering::Relaxed);
        self.0.live.end();
    }
}
