//! How often: calls of one member of staff, of one system, of one address
//! that has not logged in, and log-ins from one address. Each process counts
//! for itself.

use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::app::Options;
use crate::call::Asker;
use crate::problem::Problem;

/// Log-ins and query codes that one address may try a minute: above what an
/// office behind one address needs at eight in the morning, far below what
/// guessing needs.
const TRIES_A_MINUTE: u32 = 30;

/// Pages that one address may read a minute: a whole village, or a mobile
/// network, may lie behind one.
const PAGES_A_MINUTE: u32 = 600;

/// Tallies that nobody has touched are dropped when there are more than this.
const MANY: usize = 10_000;

/// The tallies.
pub(crate) struct Limits {
    clock: DefaultClock,
    known: DefaultKeyedRateLimiter<Known>,
    strangers: DefaultKeyedRateLimiter<IpAddr>,
    tries: DefaultKeyedRateLimiter<IpAddr>,
    pages: DefaultKeyedRateLimiter<IpAddr>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Known {
    Staff(String),
    System(String),
}

impl Limits {
    pub fn new(options: &Options) -> Self {
        let a_minute = |most: u32| Quota::per_minute(NonZeroU32::new(most).unwrap_or(NonZeroU32::MIN));
        Self {
            clock: DefaultClock::default(),
            known: RateLimiter::keyed(a_minute(options.calls_a_minute)),
            strangers: RateLimiter::keyed(a_minute(options.strangers_a_minute)),
            tries: RateLimiter::keyed(a_minute(TRIES_A_MINUTE)),
            pages: RateLimiter::keyed(a_minute(PAGES_A_MINUTE)),
        }
    }

    /// Counts a call.
    pub fn count(&self, asker: &Asker, ip: IpAddr) -> Result<(), Problem> {
        match asker {
            Asker::Nobody => self.check(&self.strangers, &ip),
            Asker::Staff(staff) => self.check(&self.known, &Known::Staff(staff.login.clone())),
            Asker::System(system) => self.check(&self.known, &Known::System(system.name.clone())),
        }
    }

    /// Counts a try at a password or a query code.
    pub fn count_try(&self, ip: IpAddr) -> Result<(), Problem> {
        self.check(&self.tries, &ip)
    }

    /// Counts a page that is read.
    pub fn count_page(&self, ip: IpAddr) -> Result<(), Problem> {
        self.check(&self.pages, &ip)
    }

    fn check<K: Clone + Eq + std::hash::Hash>(
        &self,
        tally: &DefaultKeyedRateLimiter<K>,
        key: &K,
    ) -> Result<(), Problem> {
        if tally.len() > MANY {
            tally.retain_recent();
        }
        tally.check_key(key).map_err(|until| {
            let wait = until.wait_time_from(self.clock.now());
            Problem::TooMany { seconds: wait.as_secs() + 1 }
        })
    }
}
