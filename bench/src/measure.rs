//! Measuring: how often, how long each time, and at what cost in CPU.

use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use crate::cpu::{self, Whose};

/// What was measured of one thing.
#[derive(Debug, Clone, Copy)]
pub struct Measured {
    /// How many a second.
    pub rate: f64,
    /// Half of them took no longer, in microseconds.
    pub p50: u64,
    /// And so did ninety-nine in a hundred.
    pub p99: u64,
    /// CPU for each, in microseconds, the server's included.
    pub cpu: f64,
}

/// A measurement under way.
pub struct Watch {
    whose: Whose,
    started: Instant,
    cpu: u64,
}

impl Watch {
    /// Starts; `server` is the process of the database's server, if it has
    /// one.
    pub fn start(server: Option<u32>) -> Self {
        Self::of(Whose { process: None, server })
    }

    /// Starts, with an eye on whoever works.
    pub fn of(whose: Whose) -> Self {
        Self { whose, cpu: cpu::used(whose), started: Instant::now() }
    }

    /// Ends; `each` is how long each thing took.
    pub fn stop(self, each: Vec<Duration>) -> Measured {
        let seconds = self.started.elapsed().as_secs_f64();
        let cpu = cpu::used(self.whose).saturating_sub(self.cpu);
        let mut micros: Vec<u64> = each.iter().map(|took| took.as_micros() as u64).collect();
        micros.sort_unstable();
        let at =
            |share: usize| micros.get((micros.len() * share / 100).min(micros.len().max(1) - 1)).copied();
        let count = micros.len().max(1) as f64;
        Measured {
            rate: micros.len() as f64 / seconds,
            p50: at(50).unwrap_or(0),
            p99: at(99).unwrap_or(0),
            cpu: cpu as f64 / count,
        }
    }
}

/// Does something over and over, one after the other, until the time is over
/// or there is nothing more to do.
pub fn repeat(
    server: Option<u32>,
    time: Duration,
    most: usize,
    mut once: impl FnMut(usize) -> Result<()>,
) -> Result<Measured> {
    let watch = Watch::start(server);
    let until = Instant::now() + time;
    let mut each = Vec::new();
    while each.len() < most && Instant::now() < until {
        let started = Instant::now();
        once(each.len())?;
        each.push(started.elapsed());
    }
    Ok(watch.stop(each))
}

/// So many clients at once, each told which one it is; how long each thing
/// took that any of them did.
pub fn at_once(
    clients: usize,
    client: impl Fn(usize) -> Result<Vec<Duration>> + Copy + Send,
) -> Result<Vec<Duration>> {
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..clients).map(|which| scope.spawn(move || client(which))).collect();
        let mut all = Vec::new();
        for client in clients {
            all.extend(client.join().map_err(|_| anyhow!("a thread panicked"))??);
        }
        Ok(all)
    })
}
