//! A process that is told to stop: what was begun is answered, and another one
//! may take its place on the same port before it has gone.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use store::Filter;
use tests::{city, load};

use super::client::{Ask, Client};
use super::life::End;
use super::people;
use super::process::{Doors, Process, free_port};
use crate::database::Database;

/// So many clients register appeals; every other one connects anew for each.
const CLIENTS: usize = 6;

/// How often a process is told to stop.
const ROUNDS: usize = 4;

#[test]
fn whoever_is_told_to_stop_cuts_nobody_off_on_sqlite() {
    stop_under_load(&Database::sqlite());
}

#[test]
fn whoever_is_told_to_stop_cuts_nobody_off_on_postgres() {
    if let Some(database) = Database::postgres("http_stop") {
        stop_under_load(&database);
    }
}

/// An act that was performed was answered: a client that is turned away can
/// be sure that nothing was done.
fn stop_under_load(database: &Database) {
    let store = database.open();
    people::seed(&store);
    let answered = AtomicUsize::new(0);
    for round in 0..ROUNDS {
        std::thread::scope(|scope| {
            let mut process = Process::start(database, 0);
            let port = process.port;
            for no in 0..CLIENTS {
                let answered = &answered;
                scope.spawn(move || {
                    let client = Client::keeping(no % 2);
                    while register(&client, port).is_ok() {
                        answered.fetch_add(1, Ordering::Relaxed);
                    }
                });
            }
            until(&answered, (round + 1) * 60);
            process.tell_to_stop();
            assert!(process.wait().success());
        });
        let there = store.count(&Filter::default()).expect("a store that can be read");
        assert_eq!(there, answered.load(Ordering::Relaxed) as u64, "an act was performed and not answered");
    }
    assert_eq!(store.verify(&|_| {}).expect("a store that can be read").faults, []);
}

#[test]
fn nothing_is_lost_while_another_takes_over_on_sqlite() {
    take_over(&Database::sqlite());
}

#[test]
fn nothing_is_lost_while_another_takes_over_on_postgres() {
    if let Some(database) = Database::postgres("http_over") {
        take_over(&database);
    }
}

/// Another process listens on the port before the old one goes. Connections
/// that wait in the old one's queue when it stops to listen are reset by the
/// system; whoever asks again with the same key is answered.
fn take_over(database: &Database) {
    let store = database.open();
    people::seed(&store);
    let (answered, over) = (AtomicUsize::new(0), AtomicBool::new(false));
    let mut process = Process::start(database, free_port());
    let port = process.port;
    std::thread::scope(|scope| {
        let end = End(&over);
        let clients: Vec<_> = (0..CLIENTS)
            .map(|no| {
                let (over, answered) = (&over, &answered);
                scope.spawn(move || {
                    let client = Client::keeping(0);
                    for at in 0.. {
                        if over.load(Ordering::Relaxed) {
                            break;
                        }
                        insist(&client, port, format!("{no}-{at}"));
                        answered.fetch_add(1, Ordering::Relaxed);
                    }
                })
            })
            .collect();
        for round in 0..ROUNDS {
            until(&answered, (round + 1) * 60);
            let next = Process::start(database, port);
            process.tell_to_stop();
            assert!(process.wait().success());
            process = next;
        }
        until(&answered, (ROUNDS + 1) * 60);
        drop(end);
        for client in clients {
            client.join().expect("every call is answered in the end");
        }
    });
    let there = store.count(&Filter::default()).expect("a store that can be read");
    assert_eq!(there, answered.into_inner() as u64);
}

/// Registers an appeal, without a key: nothing is asked twice.
fn register(client: &Client, port: u16) -> Result<(), ureq::Error> {
    let answer = client.post(port, &registration(None))?;
    assert_eq!(answer.status, 201, "{}", String::from_utf8_lossy(&answer.bytes));
    Ok(())
}

/// Registers an appeal, and asks again with the same key until it is answered.
fn insist(client: &Client, port: u16, key: String) {
    client.insist(&Doors::at(port), &AtomicUsize::default(), &registration(Some(key)));
}

fn registration(key: Option<String>) -> Ask<'static> {
    let appeal = json!({"title": "路灯不亮", "content": load::say(20), "matter": city::matter(1)});
    let (path, body) = ("/api/operator/orders".to_owned(), appeal.to_string().into_bytes());
    Ask { by: "operator", path, version: None, key, body }
}

fn until(answered: &AtomicUsize, enough: usize) {
    let patience = Instant::now() + Duration::from_secs(60);
    while answered.load(Ordering::Relaxed) < enough {
        assert!(Instant::now() < patience, "nothing is answered any more");
        std::thread::sleep(Duration::from_millis(2));
    }
}
