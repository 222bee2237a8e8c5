//! The program under measurement: `minsheng serve`, built beside this bench.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};

use super::client::Client;
use crate::cpu::{self, Whose};
use crate::place::Place;

/// A process that used less CPU than this in so long is at rest.
const RESTING_MICROS: u64 = 10_000;
const A_WHILE: Duration = Duration::from_secs(1);

/// Nobody asks anything for so long, before it is said to be at rest.
const LEFT_ALONE: Duration = Duration::from_secs(45);

/// It is waited so long for rest.
const PATIENCE: usize = 120;

/// Makes sure that there is a program to measure, before a store is filled.
pub fn check(place: &Place) -> Result<()> {
    program(place).map(|_| ())
}

/// Leaves the worker nothing to do while something is measured: the journal is
/// sealed, notices count as sent, and time waits for nobody.
pub fn quieten(place: &Place) -> Result<()> {
    let status = program(place)?.arg("seal").stdout(Stdio::null()).status()?;
    ensure!(status.success(), "minsheng seal: {status}");
    let mut bare = place.bare()?;
    bare.query("DELETE FROM jobs", &[])?;
    bare.query("UPDATE orders SET next_at = NULL WHERE next_at IS NOT NULL", &[])?;
    Ok(())
}

/// The program with its settings: those of every day, but that nobody is told
/// to slow down, and the worker looks for work four times a minute.
fn program(place: &Place) -> Result<Command> {
    let mut path: PathBuf = std::env::current_exe()?;
    path.set_file_name("minsheng");
    ensure!(path.exists(), "{}: cargo build --release --package minsheng", path.display());
    let log = File::options().create(true).append(true).open(log_file(place))?;
    let mut command = Command::new(path);
    command
        .env("MINSHENG_DATA", place.folder())
        .env("MINSHENG_DATABASE", place.url()?)
        .env("MINSHENG_CALLS_A_MINUTE", u32::MAX.to_string())
        .env("MINSHENG_STRANGERS_A_MINUTE", u32::MAX.to_string())
        .env("MINSHENG_TICK_SECONDS", "15")
        .stderr(log);
    Ok(command)
}

fn log_file(place: &Place) -> PathBuf {
    place.folder().join("log")
}

/// A server that runs until this is dropped.
pub struct Serving {
    child: Child,
    log: PathBuf,
    /// Where it listens.
    pub address: SocketAddr,
    /// From its start to its first answer that it is ready.
    pub took: Duration,
}

impl Serving {
    /// Starts it, and waits until it is ready.
    pub fn start(place: &Place) -> Result<Self> {
        let mut command = program(place)?;
        command.args(["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped());
        let started = Instant::now();
        let mut child = command.spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().context("it is piped")?).read_line(&mut line)?;
        let address = line.trim().rsplit_once('/').and_then(|(_, address)| address.parse().ok());
        let address = address.with_context(|| format!("minsheng serve said `{line}`"))?;
        Client::connect(address)?.get("/ready", "none")?;
        Ok(Self { child, log: log_file(place), address, took: started.elapsed() })
    }

    /// Its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// What it holds in memory, once it rests.
    pub fn memory_at_rest(&self) -> Result<Memory> {
        // What is left over from a load is given back some seconds later: connections to the database after
        // twenty, the allocator's pages after ten.
        std::thread::sleep(LEFT_ALONE);
        let whose = Whose { process: Some(self.process()), server: None };
        for _ in 0..PATIENCE {
            let before = cpu::used(whose);
            std::thread::sleep(A_WHILE);
            if cpu::used(whose) - before <= RESTING_MICROS {
                break;
            }
        }
        Memory::of(self.process())
    }

    /// How long its log is.
    pub fn log_bytes(&self) -> Result<u64> {
        Ok(std::fs::metadata(&self.log)?.len())
    }
}

impl Drop for Serving {
    /// It is told to stop, as a service manager does, and waited for.
    fn drop(&mut self) {
        let told = Command::new("kill").arg(self.process().to_string()).status();
        if !told.is_ok_and(|status| status.success()) {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}

/// What a process holds in memory, in bytes.
#[derive(Debug, Clone, Copy)]
pub struct Memory {
    /// All that is resident.
    pub resident: u64,
    /// Its own: not a piece of a file that is mapped and can be dropped.
    pub own: u64,
}

impl Memory {
    fn of(process: u32) -> Result<Self> {
        let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
        let said = |key: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(key))?;
            line.trim().trim_end_matches(" kB").parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
        };
        let (resident, own) = (said("VmRSS:"), said("RssAnon:"));
        Ok(Self { resident: resident.context("VmRSS")?, own: own.context("RssAnon")? })
    }
}
