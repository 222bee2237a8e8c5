//! A worker that is stopped.

use std::time::{Duration, Instant};

use store::testing::Fresh;
use worker::Stop;

use crate::city::{appeal, by_phone, desk, seeded, worker};

#[test]
fn a_worker_stops_at_once_although_it_rests_for_an_hour() {
    let fresh = Fresh::sqlite();
    let store = seeded(&fresh);
    appeal(&desk(&store), by_phone());
    let worker = worker(&fresh, &store, None);
    let stop = Stop::new();
    let begun = Instant::now();
    std::thread::scope(|scope| {
        let works = scope.spawn(|| worker.run(&stop));
        // It rests once this is done.
        while !fresh.folder.path().join("outbox.jsonl").exists() {
            std::thread::yield_now();
        }
        stop.stop();
        works.join().unwrap();
    });
    assert!(begun.elapsed() < Duration::from_secs(60));
    assert!(stop.is_stopped() && stop.wait(Duration::from_secs(3_600)));
}
