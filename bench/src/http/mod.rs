//! What HTTP, rights and the log cost on top of the store.
//!
//! A store is filled; `minsheng serve` is started on it, as in earnest, with
//! its log in a file; and so many clients, each on a connection of its own,
//! carry whole lives, register, and read. Beside each stands the same work
//! without HTTP: as many threads that ask the desk and the store directly,
//! in this process, with nobody's rights looked at and nothing logged.
//!
//! CPU of a call is that of the server's process, and of the database's where
//! it has one; the clients, which run on the same machine, are counted apart.
//! The worker beside the server finds nothing to do, and rests: sending notices
//! is not what is measured.
//!
//! The ninth act of a life, the archiving, is performed on an order that was
//! closed weeks ago: nobody archives what was closed a moment before.

mod client;
mod life;
mod people;
mod program;
mod report;
mod scene;
mod screens;
mod stock;
mod wire;
mod within;

use std::time::Duration;

use anyhow::Result;
use clap::Args;
use desk::Desk;
use tests::city;

use crate::cpu::{self, Whose};
use crate::fill::UNITS;
use crate::measure::Watch;
use crate::place::Place;
use crate::words::Words;
use crate::{Kind, grow};
use program::Serving;
use report::Line;
use scene::{Scene, Way};
use stock::Stock;
use wire::Wire;
use within::Within;

/// So often the program is started, to know how long it takes.
const STARTS: usize = 5;

/// What is measured.
#[derive(Args)]
pub struct Settings {
    /// At so many existing orders, rising.
    #[arg(long, value_delimiter = ',', default_value = "10000")]
    orders: Vec<u64>,
    /// With so many clients at once.
    #[arg(long, value_delimiter = ',', default_value = "8,64")]
    clients: Vec<usize>,
    /// On these stores.
    #[arg(long, value_delimiter = ',', default_value = "sqlite,postgres")]
    store: Vec<Kind>,
    /// For so many seconds each.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
}

/// Measures, and prints what came of it.
pub fn bench(settings: &Settings) -> Result<()> {
    let words = Words::new();
    report::head();
    for kind in &settings.store {
        let Some((name, place)) = kind.place()? else { continue };
        program::check(&place)?;
        let desk = city::desk(place.store()?, UNITS)?;
        people::put(desk.store())?;
        people::log_in(desk.store())?;
        for &orders in &settings.orders {
            grow(&desk, &words, orders)?;
            measure(name, orders, &place, &desk, &words, settings)?;
        }
    }
    Ok(())
}

/// Everything that is measured on a store of one size.
fn measure(
    name: &'static str,
    orders: u64,
    place: &Place,
    desk: &Desk,
    words: &Words,
    settings: &Settings,
) -> Result<()> {
    let time = Duration::from_secs(settings.seconds);
    // Twice they are archived by so many clients, after a turn that is not counted.
    let stock = Stock::lay_in(desk, words, time * 4 * settings.clients.len() as u32)?;
    let bench = Bench { time, stock: &stock, server: place.server_process() };
    let mut without = Vec::new();
    for &clients in &settings.clients {
        for scene in Scene::ALL {
            without.push(bench.within(desk, scene, clients)?);
        }
    }
    program::quieten(place)?;
    let mut starts = Vec::new();
    for _ in 1..STARTS {
        starts.push(Serving::start(place)?.took);
    }
    let serving = Serving::start(place)?;
    starts.push(serving.took);
    let at_rest = serving.memory_at_rest()?;
    let mut without = without.into_iter();
    for &clients in &settings.clients {
        for scene in Scene::ALL {
            let (wire, client_cpu) = bench.wire(&serving, scene, clients)?;
            let within = without.next().expect("one for each");
            report::print(&Line { store: name, orders, scene, clients, wire, client_cpu, within });
        }
    }
    report::print_waits(name, orders, &screens::waits(serving.address, &stock)?);
    report::print_process(name, orders, &starts, at_rest, serving.memory_at_rest()?, serving.log_bytes()?);
    Ok(())
}

/// What all measurements share.
struct Bench<'a> {
    time: Duration,
    stock: &'a Stock<'a>,
    /// The database's server.
    server: Option<u32>,
}

impl Bench<'_> {
    /// Without HTTP.
    fn within(&self, desk: &Desk, scene: Scene, clients: usize) -> Result<crate::measure::Measured> {
        let way = |_| Ok(Box::new(Within { desk, stock: self.stock }) as Box<dyn Way>);
        scene::play(scene, clients, self.time / 4, self.stock, &way)?;
        let watch = Watch::start(self.server);
        Ok(watch.stop(scene::play(scene, clients, self.time, self.stock, &way)?))
    }

    /// Over HTTP; and the CPU of the clients for each call, in microseconds.
    fn wire(
        &self,
        serving: &Serving,
        scene: Scene,
        clients: usize,
    ) -> Result<(crate::measure::Measured, f64)> {
        let way = |client| Ok(Box::new(Wire::connect(serving.address, client, self.stock)?) as Box<dyn Way>);
        scene::play(scene, clients, self.time / 4, self.stock, &way)?;
        let own = cpu::used(Whose::default());
        let watch = Watch::of(Whose { process: Some(serving.process()), server: self.server });
        let each = scene::play(scene, clients, self.time, self.stock, &way)?;
        let own = (cpu::used(Whose::default()) - own) as f64 / each.len().max(1) as f64;
        Ok((watch.stop(each), own))
    }
}
