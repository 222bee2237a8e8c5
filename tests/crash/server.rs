//! The database server is ended on the spot while the program runs on.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use desk::DeskError;
use store::{Keyring, Store, StoreError};
use tempfile::TempDir;
use tests::{city, load};

use crate::cluster::Cluster;
use crate::ledger::Ledger;

const ROUNDS: usize = 3;

#[test]
fn the_server_goes_down_under_load_and_comes_back() {
    if crate::database::server().is_none() {
        return;
    }
    let folder = TempDir::new().expect("a temporary folder");
    let Some(mut cluster) = Cluster::start(folder.path()) else { return };
    let url = cluster.url().parse().expect("a sound URL");
    let store = Store::open(&url, Keyring::in_memory()).expect("the store opens");
    let desk = city::desk(store, load::UNITS).expect("the city goes in");

    let ledger = Ledger::default();
    let over = AtomicBool::new(false);
    let (desk, ledger, over) = (&desk, &ledger, &over);
    std::thread::scope(|scope| {
        let work = move |unit: u16| {
            while !over.load(Ordering::Relaxed) {
                match load::life(desk, unit, &|order, seq| _ = ledger.note(order, seq)) {
                    // The act was not acknowledged; whoever asked may try again.
                    Ok(()) | Err(DeskError::Store(StoreError::Lost(_) | StoreError::Unknown(_))) => {}
                    Err(error) => panic!("{error}"),
                }
            }
        };
        (1..=load::UNITS).for_each(|unit| _ = scope.spawn(move || work(unit)));
        for _ in 0..ROUNDS {
            work_on(ledger);
            cluster.kill();
            cluster.ensure();
        }
        // And work goes on, without opening the store anew.
        work_on(ledger);
        over.store(true, Ordering::Relaxed);
    });
    ledger.check(desk.store());
    eprintln!("the server went down {ROUNDS} times; {} acknowledged acts are all there", ledger.len());
}

/// Waits until many more acts have been acknowledged.
fn work_on(ledger: &Ledger) {
    let (enough, until) = (ledger.len() + 200, Instant::now() + Duration::from_secs(60));
    while ledger.len() < enough {
        assert!(Instant::now() < until, "nothing is acknowledged any more");
        std::thread::sleep(Duration::from_millis(5));
    }
}
