//! A load on a store, made to be killed: every act that the store has
//! acknowledged is printed as one line, `order number`.
//!
//! usage: crash-load DATABASE KEYFILE lives | share LAST-ORDER

use std::io::Write as _;
use std::process::ExitCode;

use desk::{Desk, DeskError};
use domain::ids::OrderId;
use store::{Keyring, Store};
use tests::{city, load};

/// So many act at once.
const THREADS: u16 = 6;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (desk, last) = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [database, keys, "lives"] => (desk(database, keys), None),
        [database, keys, "share", last] => {
            (desk(database, keys), Some(last.parse().expect("a number of orders")))
        }
        _ => {
            eprintln!("usage: crash-load DATABASE KEYFILE lives | share LAST-ORDER");
            return ExitCode::from(2);
        }
    };
    let act = |thread: u16| match last {
        Some(last) => load::share(&desk, last, &acknowledge),
        None => Err(load::lives(&desk, thread % load::UNITS + 1, &acknowledge)),
    };
    let failed = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|thread| scope.spawn(move || act(thread))).collect();
        threads.into_iter().filter_map(|thread| thread.join().expect("no thread panics").err()).last()
    });
    match failed {
        None => ExitCode::SUCCESS,
        Some(error) => fail(&error),
    }
}

fn desk(database: &str, keys: &str) -> Desk {
    let url = database.parse().expect("the place of a database");
    let ring = Keyring::open(keys.as_ref()).expect("a key file");
    city::open(Store::open(&url, ring).expect("a store that opens"))
}

fn fail(error: &DeskError) -> ExitCode {
    eprintln!("crash-load: {error}");
    ExitCode::FAILURE
}

/// One write for a line, so that none is ever torn.
fn acknowledge(order: OrderId, seq: u32) {
    let mut out = std::io::stdout().lock();
    // Whoever reads may have gone; then nobody wants the line.
    let _ = out.write_all(format!("{order} {seq}\n").as_bytes()).and_then(|()| out.flush());
}
