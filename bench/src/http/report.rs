//! What is printed.

use std::time::Duration;

use super::program::Memory;
use super::scene::Scene;
use super::screens::Wait;
use crate::measure::Measured;

/// Nobody is to wait longer for a screen.
const MOST_WAIT: Duration = Duration::from_millis(200);

/// So many of the screens that take longest are printed.
const LONGEST: usize = 15;

/// One line: a scene, over HTTP and without.
pub struct Line {
    /// Which store.
    pub store: &'static str,
    /// How many orders it had.
    pub orders: u64,
    /// What was done.
    pub scene: Scene,
    /// By how many at once.
    pub clients: usize,
    /// Over HTTP.
    pub wire: Measured,
    /// What each call cost the clients, in microseconds of CPU.
    pub client_cpu: f64,
    /// Without.
    pub within: Measured,
}

/// The line above the others.
pub fn head() {
    println!(
        "{:<8} {:>8} {:>7}  {:<13} {:>8} {:>8} {:>8} {:>7} {:>7}  | {:>8} {:>8} {:>8} {:>7} | {:>5}",
        "store",
        "orders",
        "clients",
        "over HTTP",
        "a second",
        "p50 µs",
        "p99 µs",
        "CPU µs",
        "client",
        "without",
        "p50 µs",
        "p99 µs",
        "CPU µs",
        "CPU"
    );
}

/// Prints a line. At its end stands how much more CPU a call takes over HTTP.
pub fn print(line: &Line) {
    let Line { store, orders, scene, clients, wire, client_cpu, within } = line;
    println!(
        "{store:<8} {orders:>8} {clients:>7}  {:<13} {:>8.0} {:>8} {:>8} {:>7.0} {client_cpu:>7.0}  | {:>8.0} {:>8} {:>8} {:>7.0} | {:>5.2}",
        scene.name(),
        wire.rate,
        wire.p50,
        wire.p99,
        wire.cpu,
        within.rate,
        within.p50,
        within.p99,
        within.cpu,
        wire.cpu / within.cpu
    );
}

/// Prints what people wait longest for.
pub fn print_waits(store: &str, orders: u64, waits: &[Wait]) {
    let millis = |time: Duration| time.as_secs_f64() * 1000.0;
    let mut longest: Vec<&Wait> = waits.iter().collect();
    longest.sort_by_key(|wait| std::cmp::Reverse(wait.median));
    let over = waits.iter().filter(|wait| wait.median > MOST_WAIT).count();
    println!("{store:<8} {orders:>8}  {} screens asked alone, {over} above {MOST_WAIT:?}:", waits.len());
    for wait in longest.into_iter().take(LONGEST) {
        println!("{:>27.1} ms, at worst {:>7.1}  {}", millis(wait.median), millis(wait.worst), wait.name);
    }
}

/// Prints what is to be said of the process as a whole.
pub fn print_process(store: &str, orders: u64, starts: &[Duration], before: Memory, after: Memory, log: u64) {
    let mut millis: Vec<u128> = starts.iter().map(Duration::as_millis).collect();
    millis.sort_unstable();
    let megabytes = |bytes: u64| bytes as f64 / 1_000_000.0;
    println!(
        "{store:<8} {orders:>8}  start to first answer: {} ms, at worst {} (aim 200)",
        millis[millis.len() / 2],
        millis[millis.len() - 1]
    );
    for (when, Memory { resident, own }) in [("at rest", before), ("after the load", after)] {
        println!(
            "{store:<8} {orders:>8}  resident {when}: {:.0} MB, of them its own {:.0} (aim 100)",
            megabytes(resident),
            megabytes(own)
        );
    }
    println!("{store:<8} {orders:>8}  log: {:.0} MB", megabytes(log));
}
