//! `minsheng serve` is killed with SIGKILL at random moments while clients
//! work; whoever was not answered asks again in the same words.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::book::{self, Story};
use super::client::Client;
use super::life::{Clerk, End, Load};
use super::people;
use super::process::{Doors, Process};
use crate::database::Database;
use crate::killed::{random, rounds};

/// How often a process is killed.
const ROUNDS: usize = 5;

/// So many clients work at once.
const CLIENTS: usize = 8;

#[test]
fn killed_under_http_load_on_sqlite() {
    kill_again_and_again(&Database::sqlite(), 1);
}

/// One of three dies; the others go on.
#[test]
fn killed_under_http_load_on_postgres() {
    if let Some(database) = Database::postgres("http_killed") {
        kill_again_and_again(&database, 3);
    }
}

fn kill_again_and_again(database: &Database, processes: usize) {
    people::seed(&database.open());
    let mut processes: Vec<Process> = (0..processes).map(|_| Process::start(database, 0)).collect();
    let (answered, over) = (AtomicUsize::new(0), AtomicBool::new(false));
    let load = Load { doors: Doors::of(&processes), answered, over };
    let rounds = rounds().unwrap_or(ROUNDS);
    let stories: Vec<Story> = std::thread::scope(|scope| {
        let end = End(&load.over);
        let work = |no| Clerk::new(&load, no).work();
        let clients: Vec<_> = (0..CLIENTS).map(|no| scope.spawn(move || work(no))).collect();
        for _ in 0..rounds {
            work_on(&load, 50 + random(150));
            let unlucky = random(processes.len());
            processes[unlucky].kill();
            processes[unlucky] = Process::start(database, 0);
            load.doors.moved(unlucky, processes[unlucky].port);
        }
        work_on(&load, 100);
        drop(end);
        clients.into_iter().flat_map(|client| client.join().expect("no client panics")).collect()
    });

    book::check_files(&stories, &Client::new(), processes[0].port);
    for process in &mut processes {
        process.tell_to_stop();
        assert!(process.wait().success());
    }
    book::check(&stories, &database.open());
    let (answered, orders) = (load.answered.into_inner(), stories.len());
    eprintln!("killed {rounds} times; {answered} answers and {orders} orders are all there, once");
}

/// Waits until so many more calls were answered, and then for a random moment.
fn work_on(load: &Load, more: usize) {
    let enough = load.answered.load(Ordering::Relaxed) + more;
    let until = Instant::now() + Duration::from_secs(60);
    while load.answered.load(Ordering::Relaxed) < enough {
        assert!(Instant::now() < until, "nothing is answered any more");
        std::thread::sleep(Duration::from_millis(2));
    }
    std::thread::sleep(Duration::from_micros(random(20_000) as u64));
}
