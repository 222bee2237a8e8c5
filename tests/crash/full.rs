//! The disk fills up under load.

use desk::{Desk, DeskError};
use store::{Keyring, Store, StoreError};
use tempfile::TempDir;
use tests::{city, load};

use crate::cluster::Cluster;
use crate::disk::Disk;
use crate::ledger::Ledger;

const THREADS: u16 = 6;

#[test]
fn a_full_disk_on_sqlite() {
    // On the small one everything is still in the write-ahead log when the
    // disk is full; on the larger one the log has been folded into the file.
    for megabytes in [8, 40] {
        let Some(disk) = Disk::of(megabytes) else { return a_full_file_on_sqlite() };
        let desk = open(&format!("sqlite:{}/full.db", disk.path().display()));
        fill(&desk, || disk.enlarge(megabytes + 64));
    }
}

/// Where no disk can be mounted: the file itself may not grow.
fn a_full_file_on_sqlite() {
    eprintln!("instead, SQLite's own limit on the pages of a file is reached");
    let folder = TempDir::new().expect("a temporary folder");
    let desk = open(&format!("sqlite:{}/full.db", folder.path().display()));
    desk.store().limit_pages(1_000).expect("a limit");
    fill(&desk, || desk.store().limit_pages(1_000_000).expect("a limit"));
}

/// PostgreSQL on a full disk either refuses a statement, and goes on, or
/// cannot write its log, and goes down until there is room.
#[test]
fn a_full_disk_on_postgres() {
    if crate::database::server().is_none() {
        return;
    }
    let Some(disk) = Disk::of(56) else { return };
    let Some(mut cluster) = Cluster::start(disk.path()) else { return };
    let desk = open(&cluster.url());
    fill(&desk, || {
        disk.enlarge(512);
        cluster.ensure();
    });
}

fn open(url: &str) -> Desk {
    let url = url.parse().expect("a sound URL");
    let store = Store::open(&url, Keyring::in_memory()).expect("the store opens");
    city::desk(store, load::UNITS).expect("the city goes in")
}

/// Works until there is no room left, makes room, and works on.
fn fill(desk: &Desk, make_room: impl FnOnce()) {
    let ledger = Ledger::default();
    let errors: Vec<DeskError> = std::thread::scope(|scope| {
        let work = |thread: u16| {
            load::lives(desk, thread % load::UNITS + 1, &|order, seq| _ = ledger.note(order, seq))
        };
        let threads: Vec<_> = (0..THREADS).map(|thread| scope.spawn(move || work(thread))).collect();
        threads.into_iter().map(|thread| thread.join().expect("no thread panics")).collect()
    });
    let expected = |error: &DeskError| match error {
        DeskError::Store(StoreError::Full) => true,
        DeskError::Store(StoreError::Lost(_) | StoreError::Unknown(_)) => {
            desk.store().engine() == store::Engine::Postgres
        }
        _ => false,
    };
    assert!(errors.iter().all(expected), "{errors:?}");
    assert!(ledger.len() > 100, "only {} acts fitted", ledger.len());
    eprintln!("{} acts fitted; then: {}", ledger.len(), errors[0]);

    make_room();
    ledger.check(desk.store());
    let before = ledger.len();
    load::life(desk, 1, &|order, seq| _ = ledger.note(order, seq)).expect("work goes on");
    assert_eq!(ledger.len(), before + 9);
    ledger.check(desk.store());
}
