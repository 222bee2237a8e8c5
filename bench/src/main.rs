//! How fast the store and the desk are, beside the bare engine.
//!
//! A store of each kind is filled with orders, and then asked to carry whole
//! lives (nine acts each, by eight clients at once), to register alone, and
//! to answer the questions of every day. Beside each stands a baseline from
//! the same run on the same database:
//!
//! * writing: the rows that such lives write, caught beforehand from a
//!   scratch store, go into the same tables with the same indexes by plain
//!   prepared statements. As in the store, one connection writes what eight
//!   clients hand over, and what waits together is one transaction. The order
//!   is not read before an act, and nothing is decided, hashed, turned into
//!   JSON or cut into words.
//! * reading: the same rows by plain SQL, with the words of a search cut
//!   beforehand, and the newest documents taken in the way that anybody would
//!   write down first.
//!
//! A third line for writing, "order held", keeps the order in memory from act
//! to act and takes numbers in blocks: what the reading of the order before
//! each act costs is the difference.
//!
//! `bench directory` measures look-ups in the directory alone.
//!
//! `bench http` measures the program itself, with all that stands before the
//! store: see [`http`].
//!
//! Times of the lives are advanced by hand, so that an order is archived
//! without waiting for its thirty days. The CPU of an act includes that of the
//! server, where it runs on this machine, and of making up the texts.

mod bare;
mod capture;
mod cpu;
mod directory;
mod fill;
mod http;
mod measure;
mod place;
mod reading;
mod table;
mod words;
mod writing;

use std::time::{Duration, Instant};

use anyhow::Result;
use clap::{Args, Parser, Subcommand, ValueEnum};
use desk::Desk;
use store::Engine;
use tests::city;
use tests::life::Step;

use place::Place;
use reading::Reading;
use table::Line;
use words::Words;

/// The program's own allocator: what is compared differs in nothing but what
/// is compared.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// So many lives are caught for the baseline at each size.
const CAUGHT: u32 = 1_500;

/// Measures both stores, each beside its bare engine.
#[derive(Parser)]
#[command(args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Subcommand)]
enum What {
    /// Measures the program over HTTP, beside the same acts without it
    Http(http::Settings),
    /// Measures how fast the directory says whose duty an order is
    Directory(directory::Settings),
}

#[derive(Args)]
struct Settings {
    /// At so many existing orders, rising.
    #[arg(long, value_delimiter = ',', default_value = "10000,100000")]
    orders: Vec<u64>,
    /// On these stores.
    #[arg(long, value_delimiter = ',', default_value = "sqlite,postgres")]
    store: Vec<Kind>,
    /// For so many seconds each.
    #[arg(long, default_value_t = 4)]
    seconds: u64,
    /// Ends with one JSON object.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    Sqlite,
    Postgres,
}

impl Kind {
    /// A fresh database, with the engine's name; none when it is not at hand.
    fn place(self) -> Result<Option<(&'static str, Place)>> {
        let (name, engine) = match self {
            Kind::Sqlite => ("sqlite", Engine::Sqlite),
            Kind::Postgres => ("postgres", Engine::Postgres),
        };
        let place = Place::fresh(engine, "filled")?;
        if place.is_none() {
            eprintln!("{name} is skipped: MINSHENG_TEST_POSTGRES is not set (see bin/with-postgres)");
        }
        Ok(place.map(|place| (name, place)))
    }
}

fn main() -> Result<()> {
    let cli = Cli::parse();
    match cli.what {
        Some(What::Http(settings)) => http::bench(&settings),
        Some(What::Directory(settings)) => directory::run(&settings),
        None => bench(&cli.settings),
    }
}

fn bench(settings: &Settings) -> Result<()> {
    let words = Words::new();
    let mut lines = Vec::new();
    let mut sizes = Vec::new();
    table::head();
    for kind in &settings.store {
        let Some((name, place)) = kind.place()? else { continue };
        let desk = city::desk(place.store()?, fill::UNITS)?;
        for &orders in &settings.orders {
            grow(&desk, &words, orders)?;
            let bytes = place.bytes()? / orders.max(1);
            sizes.push((name, orders, bytes));
            for line in measure(&place, &desk, &words, name, orders, settings.seconds)? {
                table::print(&line);
                lines.push(line);
            }
            println!("{name:<9} {orders:>8}  {bytes} bytes for each order on the disk");
        }
    }
    sum_up(&lines);
    if settings.json {
        let lines: Vec<_> = lines.iter().map(Line::json).collect();
        println!("{}", serde_json::json!({"lines": lines, "bytes_per_order": sizes}));
    }
    Ok(())
}

/// Fills the store up to so many orders.
fn grow(desk: &Desk, words: &Words, orders: u64) -> Result<()> {
    let there = desk.store().count(&store::Filter::default())?;
    let started = Instant::now();
    let missing = orders.saturating_sub(there);
    fill::fill(desk, words, missing, &|done| {
        if done % 10_000 == 0 {
            eprint!(
                "\rfilling: {done} of {missing} orders, {:.0} a second ",
                done as f64 / started.elapsed().as_secs_f64()
            );
        }
    })?;
    eprintln!(
        "\rfilled with {missing} orders in {:.1} seconds                ",
        started.elapsed().as_secs_f64()
    );
    desk.store().tidy()?;
    Ok(())
}

/// Everything that is measured on a store of one size.
fn measure(
    place: &Place,
    desk: &Desk,
    words: &Words,
    store: &'static str,
    orders: u64,
    seconds: u64,
) -> Result<Vec<Line>> {
    let time = Duration::from_secs(seconds);
    let server = place.server_process();
    let mut bare = place.bare()?;
    let line = |what, (ours, bare)| Line { store, orders, what, ours, bare };
    let mut lines = Vec::new();

    let newest = desk.store().next_order_ids(1)?.start - 1;
    let mut reading = Reading { store: desk.store(), bare: bare.as_mut(), server, newest, time: time / 2 };
    lines.push(line("open list", reading.open_list()?));
    lines.push(line("history", reading.history()?));
    lines.push(line("search", reading.search()?));

    // The lives of the baseline have numbers of their own.
    let caught = capture::lives(place.engine, words, desk.store().next_order_ids(2 * CAUGHT)?)?;
    let (lives, registrations) = caught.split_at(CAUGHT as usize);
    let all = Step::ALL.len();
    let ours = writing::ours(desk, words, all, time, server)?;
    let (plain, together) = writing::bare(bare.as_mut(), lives, 0..all, time, server)?;
    let held = writing::held(desk, words, time, server)?;
    lines.push(line("act of a life", (ours, plain)));
    lines.push(line("  order held", (held, plain)));
    eprintln!(
        "{store} at {orders}: {:.0} whole lives a second; {together:.1} acts in a bare transaction",
        ours.rate / all as f64
    );
    let ours = writing::ours(desk, words, 1, time / 2, server)?;
    let (plain, _) = writing::bare(bare.as_mut(), registrations, 0..1, time, server)?;
    lines.push(line("register", (ours, plain)));
    Ok(lines)
}

/// How the figures stand against what is aimed at.
fn sum_up(lines: &[Line]) {
    println!();
    for store in ["sqlite", "postgres"] {
        let of =
            |what: &'static str| lines.iter().filter(move |line| line.store == store && line.what == what);
        let lives = || of("act of a life");
        let (Some(first), Some(last)) = (lives().next(), lives().next_back()) else { continue };
        println!(
            "{store}: lives a second at {} orders against {}: {:.2} (aim 0.9); against the bare engine: {:.2} (aim 0.5)",
            last.orders,
            first.orders,
            last.ours.rate / first.ours.rate,
            last.ratio()
        );
        for what in ["open list", "search"] {
            if let Some(line) = of(what).next_back() {
                println!("{store}: {what} at {} orders: p99 {} µs (aim 5000)", line.orders, line.ours.p99);
            }
        }
    }
}
